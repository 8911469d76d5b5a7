"""Every block gets its place in the site; then it is seen what refers to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from mkdocs_journey.atlas import Atlas, JourneyEntry, PersonaEntry, build_atlas, find_target
from mkdocs_journey.compile.draft import DraftedPage
from mkdocs_journey.compile.entries import BlockEntry, find_entries
from mkdocs_journey.compile.ignoring import apply_ignores
from mkdocs_journey.compile.input import CompileOptions, SiteContent
from mkdocs_journey.compile.page import page_title
from mkdocs_journey.findings import Finding
from mkdocs_journey.place import Span
from mkdocs_journey.references import ReferenceTargets, check_references
from mkdocs_journey.references.addresses import unknown_target
from mkdocs_journey.references.codes import OWN_PARTS
from mkdocs_journey.relations import NO_RELATIONS, Relations, relate
from mkdocs_journey.rules.atlas import check_atlas
from mkdocs_journey.rules.settings import NO_SETTINGS, Limits, Settings
from mkdocs_journey.rules.titles import check_titles
from mkdocs_journey.source.text import Block


class CompiledBlock(Struct, frozen=True):
    """A block, and what became of it."""

    fence: Block
    """As it stands on the page."""
    source: Block
    """Where its fields stand: the fence itself, or the file that it names."""
    entry: BlockEntry | None
    """None where the block has an error."""
    findings: tuple[Finding, ...]
    """What is wrong with it; what the method says of it stands in :attr:`Site.findings` only."""


class Site(Struct, frozen=True):
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
    prose: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Addresses of journeys and personas in the prose of each page, as they are written, by path."""


def assemble(
    pages: Sequence[DraftedPage], files: frozenset[str], content: SiteContent, options: CompileOptions
) -> Site:
    """The site of all drafts; ``files`` are those that blocks name."""
    settings, inventories = options.settings, options.inventories
    entries, troubles, refused = find_entries(pages, content.persona_page)
    atlas = build_atlas(
        [entry for entry in entries.values() if isinstance(entry, JourneyEntry)],
        [entry for entry in entries.values() if isinstance(entry, PersonaEntry)],
        [name for drafted in pages for draft in drafted.drafts if draft.broken for name in draft.names],
        [*refused, *(name for drafted in pages for name in _unread_names(drafted))],
        inventories,
    )
    known = ReferenceTargets(atlas, content.exists, {drafted.page.path: drafted.page.text for drafted in pages})
    of_site = check_atlas(atlas, settings.limits)
    links = (link for drafted in pages for link in (*drafted.links, *drafted.block_links))
    for document, finding in check_titles(atlas, links, options.earlier_titles):
        of_site.setdefault(id(document), []).append(finding)
    blocks: dict[str, tuple[CompiledBlock, ...]] = {}
    wrong: dict[Span, tuple[Finding, ...]] = {}
    findings: list[Finding] = [*options.of_configuration, *inventories.findings]
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
                    named = check_references(draft.document, known)
                    # What a broken map names may stand where it could not be read.
                    found += [one for one in named if not draft.broken or one.code not in OWN_PARTS]
                    method = (*method, *of_site.get(id(draft.document), ()))
                    found, method = apply_ignores(draft.document, found, method, sound=opening in entries)
                wrong[opening] = tuple(sorted(found, key=_place))
                on_page += (*found, *method)
            compiled.append(CompiledBlock(draft.fence, draft.source, entries.get(opening), wrong[opening]))
        if compiled:
            blocks[drafted.page.path] = tuple(compiled)
        for link in drafted.links:
            if find_target(atlas, link.address) is None:
                on_page.extend(unknown_target(link.address, link.span, atlas, link.line))
        findings += sorted(on_page, key=_place)
    titles = {drafted.page.path: drafted.page.title or page_title(drafted.page.text) for drafted in pages}
    prose = {drafted.page.path: tuple(_addresses_in_prose(drafted)) for drafted in pages}
    reported = tuple(_reported(findings, settings))
    return Site(atlas, blocks, reported, files, len(pages), settings.limits, titles, relate(atlas, prose), prose)


def _unread_names(drafted: DraftedPage) -> Iterator[str]:
    """By what the blocks of a page may be known of which nothing could be read."""
    yield from drafted.nearly
    for draft in drafted.drafts:
        yield from draft.likely_names
        if draft.broken and draft.fence.kind == "journey" and drafted.page.title:
            yield drafted.page.title


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
