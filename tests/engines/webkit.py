"""WebKit, as Debian builds it for GTK, steered by its WebKitWebDriver in a window that nobody sees."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.engines import touches
from tests.engines.engine import FORGET, MARGIN, Paper
from tests.engines.touched import TouchedEngine
from tests.installing import Say, need

PACKAGES = ("webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi", "xvfb")
PROGRAMS = ("WebKitWebDriver", "Xvfb", "/usr/bin/python3")
WINDOW = Path(__file__).with_name("webkit_window.py")
BINDINGS = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')"
ASK = "(asked) => { webkit.messageHandlers.window.postMessage(asked) }"
CHANGED = """async (width, height, dark) => {
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    while (innerWidth !== width || innerHeight !== height || scheme.matches !== dark) await new Promise((done) => setTimeout(done, 10));
}"""


def find_or_install(say: Say) -> None:
    """See to it that WebKit is there. What will be installed is said before; raises :class:`.MissingError`."""
    need("WebKit", "tests in three engines", PACKAGES, _is_there, say)


def _is_there() -> bool:
    if not all(shutil.which(name) for name in PROGRAMS):
        return False
    return not subprocess.run(["/usr/bin/python3", "-c", BINDINGS], capture_output=True, check=False).returncode


class WebKit(TouchedEngine):
    """A WebKit of our own, on a screen of its own."""

    name = "WebKit"

    def __init__(self, folder: Path) -> None:
        from selenium import webdriver
        from selenium.webdriver.webkitgtk.options import Options
        from selenium.webdriver.webkitgtk.service import Service

        self._folder = folder
        self._printed = 0
        reading, writing = os.pipe()
        self._screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "2000x2000x24", "-nolisten", "tcp"],
            pass_fds=[writing], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as told:
            display = told.readline().strip()
        options = Options()
        options.binary_location = str(WINDOW)
        environment = {
            **os.environ, "DISPLAY": f":{display}", "GDK_BACKEND": "x11", "GIO_USE_VFS": "local", "NO_AT_BRIDGE": "1",
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }  # fmt: skip
        service = Service(shutil.which("WebKitWebDriver"), env=environment)
        self._driver = webdriver.WebKitGTK(options=options, service=service)

    def load(self, address: str, width: int, height: int, *, dark: bool) -> None:
        self.run(FORGET)
        self.run(ASK, {"width": width, "height": height})
        self.run(ASK, {"dark": dark})
        self.run(CHANGED, width, height, dark)
        self.move_to(0, 0)
        for one in ("about:blank", address):
            self._driver.get(one)

    def run(self, function: str, *arguments: Any) -> Any:
        told = self._driver.execute_script(
            f"return (async (all) => JSON.stringify(await ({function})(...JSON.parse(all))))(arguments[0])",
            json.dumps(arguments),
        )
        return None if told is None else json.loads(told)

    def png(self) -> bytes:
        return self._driver.get_screenshot_as_png()

    def pdf(self, paper: Paper) -> bytes:
        self._printed += 1
        path = self._folder / f"{self._printed}.pdf"
        # Reading from a pipe ends when all has been written.
        os.mkfifo(path)
        self.run(ASK, {"print": str(path), **paper._asdict(), "margin": MARGIN})
        return path.read_bytes()

    def act(self, source: touches.Source) -> None:
        from selenium.webdriver.remote.command import Command

        self._driver.execute(Command.W3C_ACTIONS, {"actions": [source]})

    def close(self) -> None:
        self._driver.quit()
        self._screen.terminate()
        self._screen.wait()
