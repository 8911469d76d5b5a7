"""Links of the newer site that led somewhere in the older one, and lead nowhere now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_journey.atlas import JourneyEntry, PersonaEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.relations import Destination, Destinations


def lost_links(before: Site, after: Site) -> Mapping[str, int]:
    """The number of pages of the newer site that still link to an anchor of the older one that is gone, by anchor."""
    old, new = Destinations(before.atlas), Destinations(after.atlas)
    pages: dict[str, set[str]] = {}
    for page, address, file in _links(after):
        was = old.find(address, file)
        anchor = _anchor(was)
        if anchor and not _anchor(new.find(address, file)):
            pages.setdefault(anchor, set()).add(page)
    return {anchor: len(found) for anchor, found in pages.items()}


def _anchor(place: Destination | None) -> str:
    if place is None:
        return ""
    return f"persona-{place.persona}" if place.persona else place.anchor


def _links(site: Site) -> Iterator[tuple[str, str, str]]:
    """Page, address and the file in which it is written, of every link to a journey or a persona."""
    for page, found in site.prose.items():
        yield from ((page, address, page) for address in found)
    entries: list[JourneyEntry | PersonaEntry] = [*site.atlas.journeys.values(), *site.atlas.personas.values()]
    for entry in entries:
        file = entry.document.block.file
        yield from ((entry.page, reference.address, file) for reference in entry.document.addresses)
