"""The face of a persona: an image of the site, or a monogram."""

from __future__ import annotations

from msgspec import Struct

from mkdocs_journey.atlas import PersonaEntry
from mkdocs_journey.drawing.people import initials
from mkdocs_journey.drawing.surroundings import Links
from mkdocs_journey.languages.words import Words


class Portrait(Struct, frozen=True):
    """What is shown in the place of a face."""

    source: str
    """Address of an image; "" for a monogram."""
    alternative: str
    """What the image shows, in words."""
    initials: str


def portrait(entry: PersonaEntry, links: Links, words: Words) -> Portrait:
    """The portrait of a persona. Images of other sites are not shown."""
    persona = entry.persona
    link = links(persona.portrait, entry.document.block.file) if persona.portrait else None
    source = link.address if link is not None and not link.outside else ""
    alternative = persona.portrait_alt or words("persona.portrait", name=entry.name)
    return Portrait(source, alternative, initials(entry.name))
