"""People on a map: the chip with a monogram or a portrait that leads to a persona."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from mkdocs_journey.drawing.surroundings import Standpoint
from mkdocs_journey.drawing.texts import WrittenText, WrittenTexts


class Chip(NamedTuple):
    """A person."""

    name: str
    role: WrittenText | None
    address: str
    """Of their page; empty for somebody who has none."""
    portrait: str
    """Address of an image; empty where a monogram serves."""
    initials: str


def chip(reference: str, surroundings: Standpoint, texts: WrittenTexts) -> Chip:
    """The person that a journey names by id or name; somebody unknown is shown as written."""
    entry, foreign = surroundings.atlas.persona(reference), surroundings.atlas.foreign_persona(reference)
    if foreign is not None:
        link = surroundings.links(f"persona:{foreign.reference}", texts.file)
        return Chip(foreign.title, None, link.address if link else "", "", initials(foreign.title))
    if entry is None:
        return Chip(reference, None, "", "", initials(reference))
    file = entry.document.block.file
    link = surroundings.links(f"persona:{entry.id}", texts.file)
    portrait = surroundings.links(entry.persona.portrait, file) if entry.persona.portrait else None
    return Chip(
        entry.name,
        texts(entry.persona.role, file) if entry.persona.role else None,
        link.address if link else "",
        # Images of other sites are not shown.
        portrait.address if portrait and not portrait.outside else "",
        initials(entry.name),
    )


def initials(name: str) -> str:
    """First letters of the first and the last word; of a name in Chinese, Japanese or Korean, the first character."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return name[:1]
    if unicodedata.east_asian_width(words[0][0]) == "W":
        return words[0][0]
    return "".join(word[0].upper() for word in dict.fromkeys((words[0], words[-1])))
