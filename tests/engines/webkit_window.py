#!/usr/bin/python3
"""A window of Debian's WebKitGTK without anything around the page, which WebKitWebDriver steers, and which can print.

It stands in for WebKit's MiniBrowser, whose tool bar is never narrower than 447 px and which does not print. It is a
program of its own, run by the system's Python, for which Debian has the bindings. A page that is steered asks for what
WebDriver does not know by ``webkit.messageHandlers.window.postMessage({…})``:

- ``{dark: true}``: the colour scheme that people prefer;
- ``{width: 390, height: 844}``: the size of the page, in pixels;
- ``{print: "/tmp/a.pdf", width: 210, height: 297, margin: 10}``: prints on paper of that size in millimetres, and writes
  what was printed to that path, which may be a pipe; nothing at all where it could not print.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

Told = dict[str, Any]


class Window:
    """The one window, and the one page in it."""

    def __init__(self) -> None:
        self._context = WebKit2.WebContext.new_ephemeral()
        self._context.set_automation_allowed(True)
        self._context.connect("automation-started", self._started)
        self._window = Gtk.Window(type=Gtk.WindowType.POPUP)
        self._page: WebKit2.WebView | None = None

    def _started(self, _context: WebKit2.WebContext, session: WebKit2.AutomationSession) -> None:
        about = WebKit2.ApplicationInfo()
        about.set_name("MiniBrowser")
        session.set_application_info(about)
        session.connect("create-web-view", self._view)

    def _view(self, _session: WebKit2.AutomationSession) -> WebKit2.WebView:
        if self._page is None:
            heard = WebKit2.UserContentManager()
            heard.connect("script-message-received::window", self._asked)
            heard.register_script_message_handler("window")
            self._page = WebKit2.WebView(
                web_context=self._context, user_content_manager=heard, is_controlled_by_automation=True
            )
            self._window.add(self._page)
            self._window.resize(1440, 900)
            self._window.show_all()
        return self._page

    def _asked(self, _heard: WebKit2.UserContentManager, message: WebKit2.JavascriptResult) -> None:
        told: Told = json.loads(message.get_js_value().to_json(0))
        if "print" in told:
            self._print(told)
        elif "dark" in told:
            Gtk.Settings.get_default().set_property("gtk-application-prefer-dark-theme", told["dark"])
        else:
            self._window.resize(told["width"], told["height"])

    def _print(self, told: Told) -> None:
        # GTK names the file when it has begun it; what reads from a pipe waits until it is whole.
        printed = Path(tempfile.mkdtemp()) / "printed.pdf"
        settings = Gtk.PrintSettings()
        settings.set_printer("Print to File")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, printed.as_uri())
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        paper = Gtk.PageSetup()
        paper.set_paper_size(Gtk.PaperSize.new_custom("paper", "Paper", told["width"], told["height"], Gtk.Unit.MM))
        for side in ("top", "bottom", "left", "right"):
            getattr(paper, f"set_{side}_margin")(told["margin"], Gtk.Unit.MM)
        self._operation = WebKit2.PrintOperation.new(self._page)
        self._operation.set_print_settings(settings)
        self._operation.set_page_setup(paper)
        self._operation.connect("failed", lambda _operation, error: print(error, file=sys.stderr, flush=True))
        self._operation.connect("finished", lambda _operation: self._hand_over(printed, Path(told["print"])))
        self._operation.print_()

    def _hand_over(self, printed: Path, to: Path) -> None:
        to.write_bytes(printed.read_bytes() if printed.exists() else b"")
        shutil.rmtree(printed.parent)


if __name__ == "__main__":
    window = Window()
    Gtk.main()
