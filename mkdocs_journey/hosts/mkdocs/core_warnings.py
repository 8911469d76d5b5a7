"""What the core warns of, in the log of MkDocs, so that a strict build counts it."""

from __future__ import annotations

import logging

_CORE = logging.getLogger("mkdocs_journey")
"""The core knows no host, so its loggers bear names of their own."""


class _HandOn(logging.Handler):
    def __init__(self, log: logging.Logger) -> None:
        super().__init__(logging.WARNING)
        self.log = log

    def emit(self, record: logging.LogRecord) -> None:
        self.log.handle(record)


def hand_on_warnings(log: logging.Logger) -> None:
    """Let a logger of the host tell what the core warns of, in its stead; asking again changes nothing."""
    keep_warnings()
    _CORE.addHandler(_HandOn(log))
    _CORE.propagate = False


def keep_warnings() -> None:
    """The host is done: the core warns by itself again."""
    for handler in _CORE.handlers[:]:
        if isinstance(handler, _HandOn):
            _CORE.removeHandler(handler)
    _CORE.propagate = True
