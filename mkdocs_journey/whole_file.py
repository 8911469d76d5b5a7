"""Writes files so that the old one or the new one stands there, whole, whatever happens in between."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from mkdocs_journey.message import ToldError, message


class UnwritableError(ToldError):
    """A file that cannot be written and is as it was, or a copy stands beside it; the message says so, and why."""


class _HalfWrittenError(ToldError):
    """A file that holds neither the old content nor the new; the message says where the old one stands."""


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` into a file in place of what it holds. Raises :class:`UnwritableError`.

    It is written into a file beside it, which then takes its name: nobody ever meets half of it, and a full disk or a
    crash leaves the old one. Links stay links, and the file keeps its owner and its permissions.

    A file that has several names (hard links) keeps them all: it is written in place, and what it held stands beside it
    until the new content is there. Where that fails, the old content is put back, and where not even that can be done,
    the message names the copy.
    """
    try:
        _write(Path(os.path.realpath(path)), content)
    except _HalfWrittenError as error:
        raise UnwritableError(error.message) from None
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
    if before is not None and before.st_nlink > 1:
        # A file that takes the name would leave the other names with what stood there.
        _write_in_place(path, content, before)
        return
    new = _beside(path)
    try:
        _write_new(new, content)
        if before is not None:
            _keep(new, before)
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise


def _write_in_place(path: Path, content: bytes, before: os.stat_result) -> None:
    """Write into a file with several names, with a copy of what it held beside it meanwhile."""
    old = path.read_bytes()
    copy = _beside(path)
    try:
        _write_new(copy, old)
        _keep(copy, before)
    except BaseException:
        with suppress(OSError):
            copy.unlink()
        raise
    try:
        _overwrite(path, content)
    except BaseException:
        try:
            _overwrite(path, old)
        except OSError as again:
            raise _HalfWrittenError(
                message(
                    "{path} is written in part. What it held stands in {copy} beside it.", path=path, copy=copy.name
                )
            ) from again
        with suppress(OSError):
            copy.unlink()
        raise
    copy.unlink()


def _beside(path: Path) -> Path:
    return path.with_name(f".{secrets.token_hex(8)}.tmp")


def _write_new(new: Path, content: bytes) -> None:
    with new.open("xb") as file:
        file.write(content)
        file.flush()
        # Else the name may reach the disk before what stands under it.
        os.fsync(file.fileno())


def _overwrite(path: Path, content: bytes) -> None:
    """Replace what a file holds. What is longer is cut off last, so that a full disk takes no more than it must."""
    with path.open("r+b") as file:
        file.write(content)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


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
