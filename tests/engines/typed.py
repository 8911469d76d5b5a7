"""What an author typed into a map: the texts that readers should find again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from mkdocs_journey.source.fences import find_blocks

NOT_FOR_READERS = frozenset({
    "id", "aliases", "ignore", "lanes", "emotion_scale", "persona", "redesigns", "refines", "detailed_by", "fixes",
    "hypothesis", "lang", "view", "state", "status", "kind", "direction", "period", "channel", "file", "tags", "url",
    "date", "updated", "reviewed", "next_review", "review", "evidence", "sources", "method", "related", "follows",
    "page", "stakeholders", "contributors", "review_every", "severity", "link", "parent",
})  # fmt: skip
"""Fields that steer, or whose values are shown in words of ours."""
PAGE = re.compile(r"\S+\.md(?:#\S*)?")
MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`]")
SCORE = re.compile(r"^[+−-]?\d+(?:\.\d+)?(?:\s*/\s*\d+)?\s*")
HYPOTHESIS = re.compile(r"\s*\(\?\)$")


def typed_texts(page: str) -> list[str]:
    """Texts of all journeys on a page of Markdown, as they read without its marks, in their order."""
    found = []
    for block in find_blocks(page, "page.md"):
        if block.kind == "journey":
            found += list(_leaves(yaml.safe_load("\n".join(block.texts))))
    return list(dict.fromkeys(text for text in found if re.search(r"[^\W\d_]{2}", text)))


def _leaves(value: Any, field: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inside in value.items():
            if name not in NOT_FOR_READERS:
                yield from _leaves(inside, str(name))
    elif isinstance(value, list):
        for inside in value:
            yield from _leaves(inside, field)
    elif isinstance(value, str):
        text = HYPOTHESIS.sub("", MARKUP.sub(lambda match: match[1] or "", value).strip())
        if not PAGE.fullmatch(text):
            # The score before a feeling is shown as a sign and a number of ours.
            yield SCORE.sub("", text) if field == "emotion" else text
