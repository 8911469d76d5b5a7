"""The style sheet of a site: its parts, joined and without what only their readers need."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

PARTS = ("base", "map", "curve", "icons", "persona", "views", "charts", "atlas", "relations", "error", "print")
"""Files in ``assets``, in the order in which they are joined."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AROUND = re.compile(r"\s*([{};])\s*")
_AFTER = re.compile(r"([\w-]:|,)\s+")


@cache
def style_sheet() -> str:
    """All parts as one; a quarter smaller over the wire than as they are written."""
    folder = files(__package__).joinpath("assets")
    return lean("".join(folder.joinpath(f"{part}.css").read_text("utf-8") for part in PARTS))


@cache
def review_style_sheet() -> str:
    """What a build for reviewers needs besides."""
    return lean(files(__package__).joinpath("assets", "review.css").read_text("utf-8"))


def lean(css: str) -> str:
    """A style sheet without comments, line breaks and optional spaces.

    It is made for our own files: a string in them holds no comment and no run of spaces.
    """
    bare = _AROUND.sub(r"\1", _COMMENT.sub("", css))
    return _AFTER.sub(r"\1", bare).replace(" > ", ">").replace(";}", "}").strip()
