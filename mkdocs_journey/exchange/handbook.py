"""A handbook as other programs see it: what it is called, where it is, and who is meant by a name in it."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

from msgspec import Struct

from mkdocs_journey.atlas import Atlas, JourneyEntry, PersonaEntry, find_target
from mkdocs_journey.compile import Site
from mkdocs_journey.references.addresses import scheme_of, site_path, split_address

JOURNEYS_JSON = "journeys.json"
JOURNEYS_NDJSON = "journeys.ndjson"
REVIEWS_ICS = "reviews.ics"


class Handbook(Struct, frozen=True):
    """A compiled site, with its name and its addresses."""

    site: Site
    name: str
    """The name that its readers know it by."""
    url: str
    """Address of its first page, ``https://…/``; empty where it is not known where the site will be."""
    address: Callable[[str, str], str]
    """The URL of an anchor on a page: whole where :attr:`url` is known, else relative to the first page.

    Empty for a page that is not in the built site.
    """

    @property
    def atlas(self) -> Atlas:
        """All journeys and personas of the site."""
        return self.site.atlas

    def url_of(self, written: str, file: str) -> str:
        """The URL that an address means which is written in a file; empty where it leads nowhere."""
        scheme = scheme_of(written)
        if scheme in ("http", "https"):
            return written
        if scheme in ("journey", "persona"):
            target = find_target(self.atlas, written)
            return "" if target is None else target.address or self.address(target.page, target.anchor)
        path = site_path(written, file) if written and not scheme and not written.startswith("//") else None
        return self.address(path, unquote(split_address(written)[2])) if path else ""

    def journeys(self) -> list[JourneyEntry]:
        """The journeys that readers can see, by id."""
        return [entry for _, entry in sorted(self.atlas.journeys.items()) if self.address(entry.page, "")]

    def personas(self) -> list[PersonaEntry]:
        """The personas that readers can see, by id."""
        return [entry for _, entry in sorted(self.atlas.personas.items()) if self.address(entry.page, "")]


def journey_id(atlas: Atlas, reference: str) -> str:
    """The id of the journey that a reference means, with its handbook before it where that is another one.

    The reference itself where it means nothing that is known.
    """
    entry, foreign = atlas.journey(reference), atlas.foreign_journey(reference)
    return entry.id if entry is not None else foreign.reference if foreign is not None else reference


def persona_id(atlas: Atlas, reference: str) -> str:
    """The same for a persona."""
    entry, foreign = atlas.persona(reference), atlas.foreign_persona(reference)
    return entry.id if entry is not None else foreign.reference if foreign is not None else reference
