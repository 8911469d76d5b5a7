"""What is written about a rule: why it matters, what it finds, and how that is put right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from mkdocs_journey.message import Message
from mkdocs_journey.rules.table import CODES

ONLY_PAGE = "map.md"
"""The path of an example that is one page without a heading of its own."""
_CHECK = "check"
_SECTION = re.compile(r"^## (Bad|Good)[ \t]*$", re.MULTILINE)
_FILE = re.compile(rf"^### ({_CHECK}|\S+\.\w+)[ \t]*$", re.MULTILINE)


class RuleDocument(Struct, frozen=True):
    """The document of one rule.

    What nobody would see in an example stands between ``⟨`` and ``⟩``: ``⟨tab⟩``, ``⟨zero-width space⟩``.
    """

    why: Message
    """Why it matters to somebody who draws maps: one to three sentences, on one line."""
    bad: Mapping[str, str]
    """An example that the rule finds: paths relative to the docs folder, with the texts of the files."""
    good: Mapping[str, str]
    """The same example, put right."""
    settings: Mapping[str, Any]
    """What stands under ``check`` in mkdocs.yml for both examples; nothing, if the rule needs none."""


@cache
def read_document(id_: str) -> RuleDocument | None:
    """The document of the rule with this code; None where there is no such rule, or no document for it."""
    # Only codes of the table may become part of a path.
    if id_ not in CODES:
        return None
    from importlib.resources import files

    document = files("mkdocs_journey.rules").joinpath("documents", f"{id_}.md")
    return parse_document(document.read_text("utf-8")) if document.is_file() else None


def parse_document(text: str) -> RuleDocument:
    """A document from its text: the why, ``## Bad`` and ``## Good``, each with its files.

    A section is one page, or has a heading ``### path`` before each of its files; ``### check`` stands before settings.
    """
    why, *sections = _SECTION.split(text)
    settings: dict[str, Any] = {}
    examples: dict[str, dict[str, str]] = {"Bad": {}, "Good": {}}
    for title, body in zip(sections[::2], sections[1::2], strict=True):
        first, *named = _FILE.split(body)
        for path, content in zip((ONLY_PAGE, *named[::2]), (first, *named[1::2]), strict=True):
            bare = content.strip("\n")
            if path == _CHECK:
                settings.update(_settings(bare))
            elif bare or path != ONLY_PAGE:
                examples[title][path] = f"{bare}\n"
    return RuleDocument(Message(" ".join(why.split())), examples["Bad"], examples["Good"], settings)


def _settings(text: str) -> dict[str, Any]:
    import yaml

    return dict(yaml.safe_load(text) or {})
