"""Every block gets its id, which is its own in the whole site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from mkdocs_journey.atlas import JourneyEntry, PersonaEntry, ViewEntry, journey_entry
from mkdocs_journey.compile.draft import DraftedPage
from mkdocs_journey.compile.page import Page
from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import Message, message
from mkdocs_journey.model import codes
from mkdocs_journey.model.advice import part_name
from mkdocs_journey.model.claims import Claim
from mkdocs_journey.model.document import Document
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.values import ascii_slug
from mkdocs_journey.model.view import View
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_NAME, shortened

BlockEntry = JourneyEntry | PersonaEntry | ViewEntry
"""What a block becomes."""


def find_entries(
    pages: Sequence[DraftedPage], persona_page: Callable[[str], str]
) -> tuple[dict[Span, BlockEntry], dict[Span, list[Finding]], list[str]]:
    """Entries of all sound blocks, and findings about ids, each by the place of the block's fence.

    Last come ids and names of blocks that are not drawn since their id or an alias is another's.
    """
    taken: dict[tuple[str, str], Claim] = {}
    refused: list[str] = []
    entries: dict[Span, BlockEntry] = {}
    troubles: dict[Span, list[Finding]] = {}
    for drafted in pages:
        for draft in drafted.drafts:
            # The same place twice is one block that a snippet brings to two pages.
            if draft.document is None or draft.broken or draft.fence.opening in entries:
                continue
            if isinstance(draft.document.model, View):
                entries[draft.fence.opening] = ViewEntry(drafted.page.path, draft.document.model, draft.document)
                continue
            claim = _identify(draft.document, drafted.page, taken)
            if isinstance(claim, Finding):
                troubles[draft.fence.opening] = [claim]
                refused += _names(draft.document.model)
                continue
            taken[(claim.what, claim.id)] = claim
            entries[draft.fence.opening] = _entry(draft.document, claim.id, drafted, persona_page)
    refused += _refuse_aliases(entries, troubles, taken)
    return entries, troubles, refused


def _names(model: Journey | Persona | View) -> Iterator[str]:
    """By what a block is known, besides its id, which may be that of another."""
    if not isinstance(model, View):
        yield from filter(None, (model.name if isinstance(model, Persona) else model.title, *model.aliases))


def _refuse_aliases(
    entries: dict[Span, BlockEntry], troubles: dict[Span, list[Finding]], taken: dict[tuple[str, str], Claim]
) -> list[str]:
    """Take out the entries with an alias that is the id or the alias of another. Returns their ids and names."""
    refused: list[str] = []
    for opening, entry in list(entries.items()):
        if isinstance(entry, ViewEntry):
            continue
        kind, name, aliases = _told(entry)
        for i, alias in enumerate(aliases):
            claim = Claim(alias, kind, name, entry.document, (), ("aliases", i))
            first = taken.setdefault((kind, alias), claim)
            if not claim.is_of(first):
                troubles.setdefault(opening, []).append(claim.against(first))
        if opening in troubles:
            del entries[opening]
            refused += [entry.id, name, *aliases]
    return refused


def _told(entry: JourneyEntry | PersonaEntry) -> tuple[Message, str, tuple[str, ...]]:
    """Kind, name and aliases."""
    if isinstance(entry, JourneyEntry):
        return part_name(Journey), entry.title, entry.journey.aliases
    return part_name(Persona), entry.name, entry.persona.aliases


def _entry(
    document: Document, id_: str, drafted: DraftedPage, persona_page: Callable[[str], str]
) -> JourneyEntry | PersonaEntry:
    model, page = document.model, drafted.page
    assert not isinstance(model, View)
    if isinstance(model, Journey):
        return journey_entry(id_, model.title or page.title, page.path, document)
    return PersonaEntry(
        id_, model.name, page.path if len(drafted.drafts) == 1 else persona_page(id_), page.path, model, document
    )


def _identify(document: Document, page: Page, taken: Mapping[tuple[str, str], Claim]) -> Claim | Finding:
    """The id of a document, or what is wrong with it."""
    model = document.model
    assert not isinstance(model, View)
    kind, name = part_name(type(model)), model.name if isinstance(model, Persona) else model.title or page.title
    if not name:
        advice = message("Add title: with a few words as its first line.")
        return Finding(codes.NO_TITLE, document.block.opening, message("This map has no title."), Mend(advice))
    field = "id" if model.id else "name" if isinstance(model, Persona) else "title"
    id_ = model.id or ascii_slug(name)
    if not id_:
        advice = message(
            "Add a line such as id: {example}, with the letters a to z, digits and hyphens.",
            example="mika-tanaka" if kind == "persona" else "first-login",
        )
        told = message("No address can be made from “{name}”.", name=shortened(name, LONGEST_NAME))
        return Finding(codes.NO_ID, document.place(field), told, Mend(advice))
    claim = Claim(id_, kind, name, document, (), (field,))
    first = taken.get((kind, id_))
    return claim if first is None else claim.against(first)
