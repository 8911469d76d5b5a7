"""Firefox, by WebDriver BiDi, which it speaks itself: no driver is needed, nor the changed Firefox of Playwright."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.engines import touches
from tests.engines.engine import FORGET, MARGIN, Paper
from tests.engines.touched import TouchedEngine
from tests.installing import Say, need

NAMES = ("firefox-esr", "firefox")
PATIENCE = 120
"""Seconds until a command that is not answered counts as failed."""


class FirefoxError(RuntimeError):
    """Firefox did not start, or refused a command; the message is its own."""


def find_or_install(say: Say) -> str:
    """Path of a Firefox. What is missing and will be installed is said before; raises :class:`.MissingError`."""
    need("Firefox", "tests in three engines", ["firefox-esr"], lambda: _found() is not None, say)
    found = _found()
    assert found is not None
    return found


def _found() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Firefox(TouchedEngine):
    """A Firefox of our own with nobody's profile."""

    name = "Firefox"

    def __init__(self, program: str, profile: Path) -> None:
        import websocket

        (profile / "user.js").write_text('user_pref("remote.active-protocols", 1);\n', "utf-8")
        self._process = subprocess.Popen(
            [
                program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0",
                "--remote-allow-system-access", "about:blank",
            ],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._sent = 0
        self._line = websocket.create_connection(f"{self._address()}/session", suppress_origin=True, timeout=PATIENCE)
        self._command("session.new", capabilities={})
        self._context = self._command("browsingContext.getTree")["contexts"][0]["context"]
        chrome = self._command("browsingContext.getTree", **{"moz:scope": "chrome"})
        self._chrome = chrome["contexts"][0]["context"]

    def _address(self) -> str:
        assert self._process.stderr is not None
        told = []
        for line in self._process.stderr:
            told.append(line)
            if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
                return found[1]
        raise FirefoxError(f"Firefox did not start: {''.join(told)[-500:]}")

    def _command(self, method: str, **parameters: Any) -> Any:
        self._sent += 1
        self._line.send(json.dumps({"id": self._sent, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._line.recv())
            if answer.get("id") == self._sent:
                if answer["type"] == "error":
                    raise FirefoxError(f"{method}: {answer['error']}: {answer['message']}")
                return answer["result"]

    def load(self, address: str, width: int, height: int, *, dark: bool) -> None:
        here = {"context": self._context}
        self.run(FORGET)
        self._command(
            "script.evaluate",
            expression=f"Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', {int(not dark)})",
            target={"context": self._chrome},
            awaitPromise=False,
        )
        self._command(
            "browsingContext.setViewport", **here, viewport={"width": width, "height": height}, devicePixelRatio=1
        )
        self.move_to(0, 0)
        for one in ("about:blank", address):
            self._command("browsingContext.navigate", **here, url=one, wait="complete")

    def run(self, function: str, *arguments: Any) -> Any:
        answer = self._command(
            "script.callFunction",
            functionDeclaration=f"async (all) => JSON.stringify(await ({function})(...JSON.parse(all)))",
            arguments=[{"type": "string", "value": json.dumps(arguments)}],
            target={"context": self._context},
            awaitPromise=True,
        )
        if answer["type"] == "exception":
            raise FirefoxError(answer["exceptionDetails"]["text"])
        told = answer["result"].get("value")
        return None if told is None else json.loads(told)

    def png(self) -> bytes:
        return base64.b64decode(self._command("browsingContext.captureScreenshot", context=self._context)["data"])

    def pdf(self, paper: Paper) -> bytes:
        margin = MARGIN / 10
        told = self._command(
            "browsingContext.print",
            context=self._context,
            background=True,
            shrinkToFit=False,
            page={"width": paper.width / 10, "height": paper.height / 10},
            margin={"top": margin, "bottom": margin, "left": margin, "right": margin},
        )
        return base64.b64decode(told["data"])

    def act(self, source: touches.Source) -> None:
        self._command("input.performActions", context=self._context, actions=[source])

    def close(self) -> None:
        self._line.close()
        self._process.terminate()
        self._process.wait()
