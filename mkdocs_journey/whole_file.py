"""Writes files so that the old one or the new one stands there, whole, whatever happens in between."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from mkdocs_journey.message import ToldError, message


class UnwritableError(ToldError):
    """A file that cannot be written and is as it was; the message says why, in plain sentences."""


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` into a file in place of what it holds. Raises :class:`UnwritableError`.

    It is written into a file beside it, which then takes its name: nobody ever meets half of it, and a full disk or a
    crash leaves the old one. Links stay links, and the file keeps its owner and its permissions.
    """
    try:
        _write(Path(os.path.realpath(path)), content)
    except OSError as error:
        if not error.strerror:
            raise UnwritableError(
                message("{path} cannot be written: no reason was given. It is as it was.", path=path)
            ) from None
        raise UnwritableError(
            message("{path} cannot be written: {reason}. It is as it was.", path=path, reason=error.strerror.lower())
        ) from None


def _write(path: Path, content: bytes) -> None:
    if path.exists() and not path.is_file():
        # A pipe or a device takes what it gets, and a folder says that it is one.
        path.write_bytes(content)
        return
    before = _allowed(path)
    new = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with new.open("xb") as file:
            file.write(content)
            file.flush()
            # Else the name may reach the disk before what stands under it.
            os.fsync(file.fileno())
        if before is not None:
            _keep(new, before)
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise


def _allowed(path: Path) -> os.stat_result | None:
    """What is known of the file, if there is one. Raises OSError for one that is not to be written."""
    if not path.exists():
        return None
    # Taking the name of a file asks for no right to write into it, so that is asked for here.
    with path.open("r+b") as file:
        return os.fstat(file.fileno())


def _keep(new: Path, before: os.stat_result) -> None:
    """Give a new file the permissions of the one before, and its owner where that is allowed."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(new, before.st_uid, before.st_gid)
    new.chmod(stat.S_IMODE(before.st_mode))
