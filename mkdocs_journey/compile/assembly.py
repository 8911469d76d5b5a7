"""Every block gets its id and its place in the site; then it is seen what refers to what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mkdocs_journey.atlas import (
    Atlas,
    JourneyEntry,
    PersonaEntry,
    ViewEntry,
    build_atlas,
    find_target,
    journey_entry,
)
from mkdocs_journey.compile.draft import DraftedPage
from mkdocs_journey.compile.ignoring import apply_ignores
from mkdocs_journey.compile.page import Page, page_title
from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.model import codes
from mkdocs_journey.model.document import Document
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.values import ascii_slug
from mkdocs_journey.model.view import View
from mkdocs_journey.place import Span
from mkdocs_journey.references import Known, check_references
from mkdocs_journey.references.addresses import unknown_target
from mkdocs_journey.relations import NO_RELATIONS, Relations, relate
from mkdocs_journey.rules.atlas import check_atlas
from mkdocs_journey.rules.settings import NO_SETTINGS, Limits, Settings
from mkdocs_journey.rules.titles import check_titles
from mkdocs_journey.source.text import Block

Entry = JourneyEntry | PersonaEntry | ViewEntry
"""What a block becomes."""


@dataclass(frozen=True, slots=True)
class CompiledBlock:
    """A block, and what became of it."""

    fence: Block
    """As it stands on the page."""
    source: Block
    """Where its fields stand: the fence itself, or the file that it names."""
    entry: Entry | None
    """None where the block has an error."""
    findings: tuple[Finding, ...]
    """What is wrong with it; what the method says of it stands in :attr:`Site.findings` only."""


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that the pages say about journeys and personas."""

    atlas: Atlas
    blocks: Mapping[str, tuple[CompiledBlock, ...]]
    """By page."""
    findings: tuple[Finding, ...]
    """Those that the site's settings report, with the severity that they give; in the order of pages and places."""
    files: frozenset[str] = frozenset()
    """Files that blocks name, relative to the documentation folder."""
    pages: int = 0
    """Number of pages that were read."""
    limits: Limits = NO_SETTINGS.limits
    """Where the site draws the line: how old evidence may be, and so on."""
    page_titles: Mapping[str, str] = field(default_factory=dict)
    """Title of every page that was read, by path, in the order of pages; "" where it has none."""
    relations: Relations = NO_RELATIONS
    """Which pages have to do with which place of a journey."""


def assemble(
    pages: Sequence[DraftedPage],
    exists: Callable[[str], bool],
    persona_page: Callable[[str], str],
    files: frozenset[str],
    settings: Settings,
    earlier_titles: Mapping[str, str],
) -> Site:
    """The site of all drafts. The parameters are those of :func:`mkdocs_journey.compile.compile_site`."""
    entries, troubles = _entries(pages, persona_page)
    atlas = build_atlas(
        [entry for entry in entries.values() if isinstance(entry, JourneyEntry)],
        [entry for entry in entries.values() if isinstance(entry, PersonaEntry)],
        [name for drafted in pages for draft in drafted.drafts if draft.broken for name in draft.names],
    )
    known = Known(atlas, exists, {drafted.page.path: drafted.page.text for drafted in pages})
    of_site = check_atlas(atlas, settings.limits)
    links = (link for drafted in pages for link in (*drafted.links, *drafted.block_links))
    for document, finding in check_titles(atlas, links, earlier_titles):
        of_site.setdefault(id(document), []).append(finding)
    blocks: dict[str, tuple[CompiledBlock, ...]] = {}
    wrong: dict[Span, tuple[Finding, ...]] = {}
    findings: list[Finding] = []
    for drafted in pages:
        compiled: list[CompiledBlock] = []
        on_page: list[Finding] = [*drafted.near_misses]
        for draft in drafted.drafts:
            opening = draft.fence.opening
            if opening not in wrong:
                found = [*draft.findings, *troubles.get(opening, ())]
                # Ids are only compared here: a block whose id is taken is not drawn, so nothing more is asked of it.
                method = draft.method if opening in entries else ()
                if draft.document is not None:
                    found += check_references(draft.document, known)
                    method = (*method, *of_site.get(id(draft.document), ()))
                    found, method = apply_ignores(draft.document, found, method, sound=opening in entries)
                wrong[opening] = tuple(sorted(found, key=_place))
                on_page += (*found, *method)
            compiled.append(CompiledBlock(draft.fence, draft.source, entries.get(opening), wrong[opening]))
        if compiled:
            blocks[drafted.page.path] = tuple(compiled)
        for link in drafted.links:
            if find_target(atlas, link.address) is None:
                on_page.extend(unknown_target(link.address, link.span, atlas))
        findings += sorted(on_page, key=_place)
    titles = {drafted.page.path: drafted.page.title or page_title(drafted.page.text) for drafted in pages}
    prose = {drafted.page.path: tuple(_addresses_in_prose(drafted)) for drafted in pages}
    reported = tuple(_reported(findings, settings))
    return Site(atlas, blocks, reported, files, len(pages), settings.limits, titles, relate(atlas, prose))


def _addresses_in_prose(drafted: DraftedPage) -> Iterator[str]:
    return (link.address for link in (*drafted.links, *drafted.anchor_links))


def _place(finding: Finding) -> Span:
    return finding.span


def _reported(findings: Sequence[Finding], settings: Settings) -> Iterator[Finding]:
    """What the settings let through, with the severity that they give it."""
    for finding in findings:
        code = finding.code
        if not settings.reports(code.id):
            continue
        severity = settings.severity_of(code.id)
        yield finding if severity is code.severity else replace(finding, code=replace(code, severity=severity))


def _entries(
    pages: Sequence[DraftedPage], persona_page: Callable[[str], str]
) -> tuple[dict[Span, Entry], dict[Span, list[Finding]]]:
    """Entries of all sound blocks, and findings about ids, each by the place of the block's fence."""
    taken: dict[tuple[str, str], Span] = {}
    entries: dict[Span, Entry] = {}
    troubles: dict[Span, list[Finding]] = {}
    for drafted in pages:
        for draft in drafted.drafts:
            # The same place twice is one block that a snippet brings to two pages.
            if draft.document is None or draft.broken or draft.fence.opening in entries:
                continue
            if isinstance(draft.document.model, View):
                entries[draft.fence.opening] = ViewEntry(drafted.page.path, draft.document.model, draft.document)
                continue
            id_ = _identify(draft.document, drafted.page, taken)
            if isinstance(id_, Finding):
                troubles[draft.fence.opening] = [id_]
                continue
            taken[(draft.fence.kind, id_)] = _id_place(draft.document)
            entries[draft.fence.opening] = _entry(draft.document, id_, drafted, persona_page)
    return entries, troubles


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


def _id_place(document: Document) -> Span:
    """Where the id stands, or the title or name from which it comes."""
    if not isinstance(document.model, View) and document.model.id:
        return document.place("id")
    return document.place("title" if isinstance(document.model, Journey) else "name")


def _identify(document: Document, page: Page, taken: Mapping[tuple[str, str], Span]) -> str | Finding:
    """The id of a document, or what is wrong with it."""
    model = document.model
    assert not isinstance(model, View)
    kind, name = ("persona", model.name) if isinstance(model, Persona) else ("journey", model.title or page.title)
    if not name:
        advice = "Add title: with a few words as its first line."
        return Finding(codes.NO_TITLE, document.block.opening, "This map has no title.", Mend(advice))
    id_ = model.id or ascii_slug(name)
    place = _id_place(document)
    if not id_:
        such_as = "mika-tanaka" if kind == "persona" else "first-login"
        advice = f"Add a line such as id: {such_as}, with the letters a to z, digits and hyphens."
        return Finding(codes.NO_ID, place, f"No address can be made from “{name[:60]}”.", Mend(advice))
    first = taken.get((kind, id_))
    if first is not None:
        message = f"The {kind} “{id_}” is defined in {first.file}, line {first.line}, already."
        return Finding(
            codes.DUPLICATE_ID, place, message, Mend("Give one of them an id: of its own."), ((first, "the first one"),)
        )
    return id_
