"""A title that changed under an id, while links elsewhere still say the earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from mkdocs_journey.atlas import Atlas, find_target
from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import counted, message
from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.model.values import slug
from mkdocs_journey.references.codes import EARLIER_TITLE
from mkdocs_journey.source.links import ReferenceLink


class Titled(Struct, frozen=True):
    """Something that links can name, and what it was called before."""

    title: str
    anchor: str
    document: Document
    path: Path
    """Where its title stands."""
    aliases: tuple[str, ...]
    """Earlier ids, which come from earlier titles."""


def titles_of(atlas: Atlas) -> Iterator[Titled]:
    """Every journey, phase, step and persona."""
    for journey in atlas.journeys.values():
        document = journey.document
        yield Titled(journey.title, journey.anchor, document, ("title",), journey.journey.aliases)
        for phase in journey.phases:
            yield Titled(phase.phase.name, phase.anchor, document, (*phase.path, "name"), phase.phase.aliases)
            for step in phase.steps:
                yield Titled(step.step.name, step.anchor, document, (*step.path, "name"), step.step.aliases)
    for persona in atlas.personas.values():
        yield Titled(persona.name, persona.anchor, persona.document, ("name",), persona.persona.aliases)


def check_titles(
    atlas: Atlas, links: Iterable[ReferenceLink], earlier: Mapping[str, str]
) -> Iterator[tuple[Document, Finding]]:
    """Titles that changed, with the links that do not know it yet.

    ``earlier`` has titles of an earlier version of the site by anchor. Without it, an earlier title is only
    known where an alias keeps it.
    """
    said: dict[str, list[ReferenceLink]] = {}
    for link in links:
        target = find_target(atlas, link.address) if link.text else None
        # A short form of the title, such as a first name, is nothing that has changed.
        if target is not None and not set(slug(link.text).split("-")) <= set(slug(target.title).split("-")):
            said.setdefault(target.anchor, []).append(link)
    if not said:
        return
    for titled in titles_of(atlas):
        old = {slug(alias) for alias in titled.aliases} | {slug(earlier.get(titled.anchor, ""))}
        stale = [link for link in said.get(titled.anchor, ()) if slug(link.text) in old]
        if stale:
            yield titled.document, _finding(titled, stale)


def _finding(titled: Titled, stale: list[ReferenceLink]) -> Finding:
    first, number = stale[0], len(stale)
    where = tuple((link.span, message("says “{text}”", text=link.text[:60])) for link in stale[:20])
    return Finding(
        EARLIER_TITLE,
        titled.document.place(*titled.path),
        counted(
            number,
            "“{title}” had another title before, and a link still says “{text}”: {place}.",
            "“{title}” had another title before, and {number} links still say “{text}”: {place} and elsewhere.",
            title=titled.title[:60],
            text=first.text[:60],
            place=message("{file}, line {line}", file=first.span.file, line=first.span.line),
        ),
        Mend(message("Write the new title in the link, or leave its text empty, so that it follows.")),
        where,
    )
