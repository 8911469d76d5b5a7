"""Whatever happens while a file is written, the old one or the new one stands there, whole, and nothing beside it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import IO, Any
from unittest.mock import patch

import pytest
from click.testing import CliRunner

from mkdocs_journey import whole_file
from mkdocs_journey.hosts.command.main import main
from mkdocs_journey.whole_file import UnwritableError, write_whole

TYPED = "Words.\r\n\r\n```journey\r\ntitle: Out: a walk\r\nphases:\r\n  - name: Need\r\n```\r\n"
MENDED = TYPED.replace("Out: a walk", "'Out: a walk'")
CALLS = ("open", "write", "flush", "fsync", "chmod", "replace")
FULL = OSError(errno.ENOSPC, "No space left on device")


class Failing:
    """A file that takes half of what it gets, and then fails at one of its calls."""

    def __init__(self, file: IO[bytes], call: str, error: BaseException) -> None:
        self._file, self._call, self._error = file, call, error

    def __enter__(self) -> Failing:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, content: bytes) -> int:
        if self._call == "write":
            self._file.write(content[: len(content) // 2])
            raise self._error
        return self._file.write(content)

    def flush(self) -> None:
        self._file.flush()
        if self._call == "flush":
            raise self._error


@contextmanager
def failing(call: str, error: BaseException) -> Iterator[None]:
    """One of the calls that write a new file fails."""
    opened = Path.open

    def fail(*_: object, **__: object) -> None:
        raise error

    def open_(path: Path, mode: str = "r", *more: Any, **named: Any) -> Any:
        if "x" not in mode:
            return opened(path, mode, *more, **named)
        if call == "open":
            raise error
        return Failing(opened(path, mode, *more, **named), call, error)

    others = {"fsync": (os, "fsync"), "chmod": (Path, "chmod"), "replace": (Path, "replace")}
    with patch.object(Path, "open", open_), patch.object(*others.get(call, (Failing, "unused")), fail, create=True):
        yield


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt(), MemoryError()], ids=["full", "stopped", "memory"])
def test_a_crash_at_any_call_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, call: str, error: BaseException
) -> None:
    file = tmp_path / "map.md"
    file.write_bytes(b"old, " * 1000)
    with failing(call, error), pytest.raises(BaseException) as raised:  # noqa: PT011
        write_whole(file, b"new")
    assert file.read_bytes() == b"old, " * 1000
    assert [one.name for one in tmp_path.iterdir()] == ["map.md"]
    assert raised.type is (UnwritableError if error is FULL else type(error))


def test_without_a_crash_the_new_file_stands_there(tmp_path: Path) -> None:
    write_whole(tmp_path / "map.md", b"new")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("map.md", b"new")]


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "map.md", tmp_path / "link.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to("map.md")
    write_whole(link, b"new")
    assert (os.readlink(link), file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == ("map.md", b"new", 0o640)


def test_a_file_with_several_names_keeps_them_all_and_nothing_stands_beside_it(tmp_path: Path) -> None:
    file, other = tmp_path / "map.md", tmp_path / "elsewhere.md"
    file.write_bytes(b"old, " * 1000)
    os.link(file, other)
    write_whole(file, b"new")
    assert (file.read_bytes(), other.read_bytes(), file.stat().st_ino) == (b"new", b"new", other.stat().st_ino)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["elsewhere.md", "map.md"]


@pytest.mark.parametrize("calls", [1, 2], ids=["once", "also when the old content is put back"])
@pytest.mark.parametrize("stops", [FULL, KeyboardInterrupt()], ids=["full", "stopped"])
def test_a_file_with_several_names_that_cannot_be_written_is_as_it_was_or_has_a_copy(
    tmp_path: Path, calls: int, stops: BaseException
) -> None:
    file, other = tmp_path / "map.md", tmp_path / "elsewhere.md"
    file.write_bytes(b"old")
    os.link(file, other)
    opened = Path.open
    # It is opened first to see whether it may be written.
    answers: Iterator[BaseException | None] = iter([None, stops, *[FULL] * (calls - 1)])

    def failing_inside(path: Path, mode: str = "r", *more: Any, **named: Any) -> Any:
        whole = opened(path, mode, *more, **named)
        error = next(answers, None) if mode == "r+b" else None
        return whole if error is None else Failing(whole, "write", error)

    with patch.object(Path, "open", failing_inside), pytest.raises(BaseException) as raised:  # noqa: PT011
        write_whole(file, b"new content")
    beside = [one.read_bytes() for one in tmp_path.iterdir() if one.suffix == ".tmp"]
    assert file.samefile(other)
    if calls == 1:
        assert (file.read_bytes(), beside) == (b"old", [])
        assert raised.type is (UnwritableError if stops is FULL else KeyboardInterrupt)
    else:
        assert (beside, raised.type) == ([b"old"], UnwritableError)
        assert "What it held stands in ." in str(raised.value)


def test_a_new_file_may_be_read_by_those_who_may_read_others(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    write_whole(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_device_takes_what_it_gets() -> None:
    write_whole(Path(os.devnull), b"new")
    assert not Path(os.devnull).is_file()


def test_a_file_that_is_not_to_be_written_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "map.md"
    file.write_bytes(b"old")
    opened = Path.open

    def refused(path: Path, mode: str = "r", *more: Any, **named: Any) -> Any:
        if path == file and "+" in mode:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, mode, *more, **named)

    with patch.object(Path, "open", refused), pytest.raises(UnwritableError, match="permission denied"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"


COMMANDS: dict[str, tuple[list[str], str]] = {
    "check --fix": (["check", "docs", "--fix"], "docs/map.md"),
    "a baseline": (["check", "docs", "--baseline", "known.json", "--write-baseline"], "known.json"),
    "a report": (["check", "docs", "--format", "json:report.json"], "report.json"),
}


@pytest.fixture
def in_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one page that can be mended, and files that commands have written before."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "map.md").write_bytes(TYPED.encode())
    for name in ("known.json", "report.json"):
        (tmp_path / name).write_bytes(b"old")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("call", CALLS)
def test_every_command_that_writes_leaves_the_old_file_and_says_so(in_a_site: Path, command: str, call: str) -> None:
    words, name = COMMANDS[command]
    before = contents(in_a_site)
    with failing(call, FULL):
        ended = CliRunner().invoke(main, words)
    assert ended.exit_code == 2
    assert f"{Path(name).name} cannot be written: no space left on device. It is as it was." in ended.output
    assert contents(in_a_site) == before


@pytest.mark.parametrize("call", CALLS)
def test_a_fix_that_is_stopped_leaves_every_page_old_or_mended_and_says_how_far_it_came(
    in_a_site: Path, call: str
) -> None:
    for name in ("a.md", "b.md"):
        (in_a_site / "docs" / name).write_bytes(TYPED.replace("Out", name[0]).encode())
    with failing_at_the_second_file(call):
        ended = CliRunner().invoke(main, ["check", "docs", "--fix"])
    written = {path.name: path.read_bytes().decode() for path in (in_a_site / "docs").iterdir()}
    assert written == {"a.md": MENDED.replace("Out", "a"), "b.md": TYPED.replace("Out", "b"), "map.md": TYPED}
    assert (
        "b.md cannot be written: no space left on device. It is as it was. 1 file before it is mended." in ended.output
    )


@contextmanager
def failing_at_the_second_file(call: str) -> Iterator[None]:
    """One of the calls that write the second file fails."""
    write: Callable[[Path, bytes], None] = whole_file._write
    written: list[Path] = []

    def counted(path: Path, content: bytes) -> None:
        written.append(path)
        with failing(call, FULL) if len(written) == 2 else nullcontext():
            write(path, content)

    with patch.object(whole_file, "_write", counted):
        yield


def contents(folder: Path) -> dict[str, bytes]:
    """What stands in all files of a folder."""
    found = {}
    for path in sorted(folder.rglob("*")):
        with suppress(IsADirectoryError):
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found
