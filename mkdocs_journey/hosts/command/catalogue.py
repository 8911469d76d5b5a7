"""What this program can say, and what a language lacks of it."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from mkdocs_journey.languages.translation import translated

_WORDS = re.compile(r"[^\W\d_]|[“”]")
"""What each language has its own of."""
_PLACEHOLDER = re.compile(r"\{\w+\}")


class Saying(NamedTuple):
    """A text for people as it stands in the source: the key of its translations."""

    one: str
    many: str = ""
    """The form for several things; "" where no number decides."""


@cache
def sayings() -> tuple[Saying, ...]:
    """All that is said in messages, in the order of files and lines, and why each rule matters; each once.

    A text of nothing but values and plain signs says the same in every language, and is none.
    """
    from mkdocs_journey.rules.document import read_document
    from mkdocs_journey.rules.table import CODES

    documents = filter(None, map(read_document, CODES))
    found = [*_said_in(files("mkdocs_journey")), *(Saying(document.why) for document in documents)]
    return tuple(dict.fromkeys(one for one in found if _WORDS.search(_PLACEHOLDER.sub("", one.one))))


def lacking(language: str) -> tuple[Saying, ...]:
    """What a language says in English only."""
    known = translated(language)
    return tuple(one for one in sayings() if one.one not in known)


def entries(found: tuple[Saying, ...]) -> str:
    """Sayings as lines for the file of a language, still in English."""
    return "".join(f"{_quoted(one.one)} = {_forms(one)}\n" for one in found)


def _forms(saying: Saying) -> str:
    if not saying.many:
        return _quoted(saying.one)
    return f"{{ one = {_quoted(saying.one)}, other = {_quoted(saying.many)} }}"


def _quoted(text: str) -> str:
    """A text as TOML and JSON both write it."""
    return json.dumps(text, ensure_ascii=False)


def _said_in(folder: Traversable) -> Iterator[Saying]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _said_in(entry)
        elif entry.name.endswith(".py"):
            yield from _said_by(ast.parse(entry.read_text("utf-8")))


def _said_by(tree: ast.Module) -> Iterator[Saying]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        texts = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if name == "message" and texts:
            yield Saying(texts[0])
        elif name == "counted" and len(texts) == 2:
            yield Saying(texts[0], texts[1])
