"""Files of other handbooks, from the disk or from the web: never more of them, and never for longer, than can be."""

from __future__ import annotations

import time
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_journey.message import Message, ToldError, message, verbatim

if TYPE_CHECKING:
    from http.client import HTTPResponse

LARGEST = 64 * 1024 * 1024
"""Bytes: some ten thousand journeys."""
PATIENCE = 10
"""Seconds without an answer."""
LONGEST_WAIT = 30
"""Seconds for the whole file."""
_PIECE = 256 * 1024


class UnreachableError(ToldError):
    """A file that cannot be read; the message says why, to follow a colon."""


def read_file(path: Path, shown: str, largest: int = LARGEST) -> bytes:
    """The bytes of a file, which messages call ``shown``. Raises :class:`UnreachableError`."""
    if not path.is_file():
        raise UnreachableError(message("there is no file {file}", file=shown))
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError as error:
        raise UnreachableError(message("{file}: {reason}", file=shown, reason=_reason(error))) from None
    return _not_too_large(content, largest)


def read_address(url: str, largest: int = LARGEST) -> bytes:
    """What a web server answers. Raises :class:`UnreachableError`."""
    from http.client import HTTPException
    from urllib import request
    from urllib.error import HTTPError, URLError

    # No files, no FTP, and neither by way of a redirection.
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler, request.HTTPHandler, request.HTTPSHandler, request.HTTPRedirectHandler,
        request.HTTPDefaultErrorHandler, request.HTTPErrorProcessor, request.UnknownHandler,
    ):  # fmt: skip
        opener.add_handler(handler())
    try:
        with opener.open(request.Request(url, headers={"Accept": "application/json"}), timeout=PATIENCE) as response:  # noqa: S310 - only http and https
            return _not_too_large(_all_of(response, largest), largest)
    except HTTPError as error:
        with error:
            raise UnreachableError(message("the server answers {status}", status=_status(error.code))) from None
    except URLError as error:
        raise UnreachableError(_reason(error.reason)) from None
    except UnreachableError:
        raise
    except (OSError, HTTPException, ValueError) as error:
        raise UnreachableError(_reason(error)) from None


def _all_of(response: HTTPResponse, largest: int) -> bytes:
    """Everything that is sent, or a little more than ``largest``."""
    deadline = time.monotonic() + LONGEST_WAIT
    content = bytearray()
    while len(content) <= largest and (piece := response.read1(_PIECE)):
        content += piece
        if time.monotonic() > deadline:
            raise UnreachableError(message("the server sends for longer than {seconds} seconds", seconds=LONGEST_WAIT))
    return bytes(content)


def _not_too_large(content: bytes, largest: int) -> bytes:
    if len(content) > largest:
        raise UnreachableError(message("it is larger than {most} bytes", most=largest))
    return content


def _status(code: int) -> str:
    try:
        return f"{code} {HTTPStatus(code).phrase}"
    except ValueError:
        return str(code)


def _reason(error: object) -> Message:
    """Why, in a few words. What a server says is not repeated."""
    if isinstance(error, TimeoutError):
        return message("there is no answer within {seconds} seconds", seconds=PATIENCE)
    if isinstance(error, OSError) and error.strerror:
        return verbatim(error.strerror.lower())
    if isinstance(error, Exception):
        return message("the server cannot be understood")
    return message("the server cannot be reached")
