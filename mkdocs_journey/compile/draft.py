"""A block by itself: read, validated, not yet in its place in the site.

What only broken blocks need is imported with the first of them: it takes as long as reading ten maps.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from datetime import date
from itertools import takewhile

from msgspec import Struct, field
from msgspec.structs import replace

from mkdocs_journey.compile.page import Page
from mkdocs_journey.compile.page_settings import find_wrong_settings
from mkdocs_journey.findings import Finding, Mend, Severity
from mkdocs_journey.message import message
from mkdocs_journey.model import codes
from mkdocs_journey.model.document import Document
from mkdocs_journey.model.names import all_labels, all_names, names_of_lists
from mkdocs_journey.model.validate import validate
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_EXCERPT, shortened
from mkdocs_journey.rules.method import check_method
from mkdocs_journey.rules.settings import Limits
from mkdocs_journey.source.codes import HEADING, TOO_LARGE
from mkdocs_journey.source.fences import find_blocks, split_lines
from mkdocs_journey.source.links import ReferenceLink, find_anchor_links, find_links, find_links_in_block
from mkdocs_journey.source.near_misses import find_near_misses
from mkdocs_journey.source.text import Block, Line
from mkdocs_journey.source.tree import Mapping, Scalar
from mkdocs_journey.source.yaml import MAXIMUM_CHARACTERS, read_yaml

MOST_REPAIRS = 20
"""Broken blocks of a page for which it is found out what was meant; whoever has more mends these first."""


class DraftedBlock(Struct, frozen=True):
    """A block, and what can be said of it without knowing the rest of the site."""

    fence: Block
    """As it stands on the page."""
    source: Block
    """Where its fields stand: the fence itself, or the file that it names."""
    document: Document | None
    findings: tuple[Finding, ...]
    method: tuple[Finding, ...] = ()
    """What the method says of it; nothing while it is broken."""
    names: frozenset[str] = frozenset()
    """Of a broken block: id, title, name and earlier ids, as far as they could be read."""
    likely_names: frozenset[str] = frozenset()
    """The same as far as its lines tell, whatever could be read of them."""
    names_file: bool = False
    """Whether it depends on a file, which may come, go or change while the page stays as it is."""

    @property
    def broken(self) -> bool:
        """Whether it may not be drawn."""
        return self.document is None or any(finding.severity is Severity.ERROR for finding in self.findings)


class DraftedPage(Struct, frozen=True):
    """A page, its blocks, and what else on it speaks of journeys."""

    page: Page
    drafts: tuple[DraftedBlock, ...]
    """In their order; those that snippets bring come last."""
    near_misses: tuple[Finding, ...]
    """Fences that are nearly ours."""
    links: tuple[ReferenceLink, ...]
    """``journey:`` and ``persona:`` links in the prose."""
    block_links: tuple[ReferenceLink, ...]
    """Those in the texts of blocks."""
    anchor_links: tuple[ReferenceLink, ...]
    """Ordinary links in the prose to the place of a journey."""
    nearly: frozenset[str] = frozenset()
    """By what the blocks would be known whose fences are nearly ours."""


class DraftContext(Struct, frozen=True):
    """What of the site bears upon a block by itself."""

    feelings: dict[str, str]
    """Words with scores."""
    limits: Limits
    today: date | None
    language: str
    advice: bool
    """As :attr:`mkdocs_journey.compile.CompileOptions.advice`."""


class Cache(Struct):
    """What is known of pages that have not changed since the last time. One for each host."""

    pages: dict[str, DraftedPage] = field(default_factory=dict)
    """By path."""
    basis: DraftContext | None = None
    """On which they were read."""


class Drafting:
    """Reads the blocks of a site, page by page."""

    def __init__(self, read: Callable[[str], str | None], basis: DraftContext, cache: Cache) -> None:
        """Take a reader of files in the documentation folder."""
        self._read = read
        self._basis = basis
        self._cache = cache
        self._drafted: dict[str, DraftedPage] = {}
        self._files: dict[str, Span] = {}
        self._broken = 0
        """Broken blocks of the page that is read."""

    def draft(self, page: Page) -> DraftedPage:
        """Read one page."""
        known = self._cache.pages.get(page.path) if self._cache.basis == self._basis else None
        if known is None or known.page != page or any(draft.names_file for draft in known.drafts):
            self._broken = 0
            drafts = tuple(_told_only(self._compile(block)) for block in _blocks(page))
            nearly = find_near_misses(page.text, page.path)
            settings = find_wrong_settings(page.text, page.path)
            known = DraftedPage(
                page,
                drafts,
                (*settings, *nearly),
                tuple(find_links(page.text, page.path)),
                tuple(link for draft in drafts for link in find_links_in_block(draft.source)),
                tuple(find_anchor_links(page.text, page.path)),
                _names_nearly(page, nearly),
            )
        self._drafted[page.path] = known
        return known

    def finish(self) -> frozenset[str]:
        """Forget pages that are gone from the site. The files that blocks name."""
        self._cache.pages, self._cache.basis = self._drafted, self._basis
        return frozenset(self._files)

    def _compile(self, fence: Block) -> DraftedBlock:
        tree, found = read_yaml(fence, all_names(), names_of_lists(), all_labels())
        place = _file_entry(tree) if tree is not None else None
        if tree is None or place is None:
            return self._validate(fence, fence, tree, found)
        source = self._file(fence, tree, place)
        if isinstance(source, Finding):
            return DraftedBlock(
                fence, fence, None, (*found, source), likely_names=_name_of_file(place), names_file=True
            )
        tree, more = read_yaml(source, all_names(), names_of_lists(), all_labels())
        return replace(self._validate(fence, source, tree, [*found, *more]), names_file=True)

    def _validate(self, fence: Block, source: Block, tree: Mapping | None, found: list[Finding]) -> DraftedBlock:
        if tree is None:
            return DraftedBlock(fence, source, None, self._repaired(source, tuple(found)), likely_names=_names(source))
        document, more = validate(source, tree, self._basis.feelings, self._basis.language)
        if document is not None and (phases := document.keys.get(("phases",))) is not None:
            # What stands below and cannot be read may be the phases.
            unread = any(one.severity is Severity.ERROR and one.span.line >= phases.line for one in found)
            more = [one for one in more if not unread or one.code is not codes.EMPTY_MAP]
        draft = DraftedBlock(fence, source, document, (*found, *more))
        if draft.broken or any(finding.code is HEADING for finding in found):
            draft = replace(draft, findings=self._repaired(source, draft.findings))
        if document is None or draft.broken:
            from mkdocs_journey.compile.written_names import names_in

            return replace(draft, names=names_in(source.kind, tree), likely_names=_names(source))
        return replace(draft, method=tuple(self._method(document)))

    def _repaired(self, block: Block, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings of a broken block, with mends that understand what was meant."""
        from mkdocs_journey.pasted.recognition import pasted
        from mkdocs_journey.repair.habits import told_once
        from mkdocs_journey.repair.kept_words import with_words_kept
        from mkdocs_journey.repair.mends import with_repairs

        broken = any(map(_is_error, findings))
        elsewhere = pasted(block, self._basis.feelings, self._basis.language) if broken else None
        if elsewhere is not None:
            return (elsewhere,)
        self._broken += 1
        if not self._basis.advice or block.assembled:
            return findings
        few = self._broken <= MOST_REPAIRS
        repaired = with_repairs(block, findings, self._basis.feelings, self._basis.language) if few else findings
        if few:
            repaired = with_words_kept(block, repaired, self._basis.feelings, self._basis.language)
        return told_once(block, repaired, findings)

    def _method(self, document: Document) -> list[Finding]:
        basis = self._basis
        if not basis.advice:
            return []
        return check_method(document, basis.limits, basis.today, basis.language)

    def _file(self, fence: Block, tree: Mapping, place: Scalar) -> Block | Finding:
        """The block that stands in the file, or what is wrong with it."""
        other = next((entry for entry in tree.entries if entry.value is not place), None)
        written = place.value.strip()
        if other is not None:
            named = shortened(other.key.value, LONGEST_EXCERPT)
            told = message("“{field}” stands beside file:, but then there can be no other fields.", field=named)
            advice = message("Move it into {file}.", file=shortened(written))
            return Finding(codes.FILE_AND_FIELDS, other.key.span, told, Mend(advice))
        if not written:
            advice = message("Write its path, starting at the file in which you write.")
            return Finding(codes.FILE_NOT_FOUND, place.span, message("This block names no file."), Mend(advice))
        path = posixpath.normpath(posixpath.join(posixpath.dirname(fence.file), written))
        outside = path.startswith(("..", "/"))
        text = None if outside else self._read(path)
        if text is None:
            advice = message("The path starts at the file in which it is written, and stays inside the docs folder.")
            file = shortened(written)
            if outside:
                told = message("There is no file “{file}”: it would be outside of the docs folder.", file=file)
            else:
                told = message(
                    "There is no file “{file}”: it would be at {path}.", file=file, path=shortened(path, 120)
                )
            return Finding(codes.FILE_NOT_FOUND, place.span, told, Mend(advice))
        if len(text) > MAXIMUM_CHARACTERS:
            told = message(
                "The file {path} is too large: more than {most} characters.", path=path, most=MAXIMUM_CHARACTERS
            )
            return Finding(TOO_LARGE, place.span, told, Mend(message("Split it.")))
        first = self._files.setdefault(path, place.span)
        if first != place.span:
            told = message(
                "The file {path} is shown in {page}, line {line}, already.",
                path=path,
                page=first.file,
                line=first.line,
            )
            advice = message("Link to it instead, with [](journey:…) and its id.")
            return Finding(codes.FILE_TWICE, place.span, told, Mend(advice), ((first, message("the first one")),))
        lines = tuple(Line(line, number, 1) for number, line in enumerate(split_lines(text), 1))
        return Block(fence.kind, path, lines, Span(path, 1, 1, 1, 1))


def _blocks(page: Page) -> list[Block]:
    """The blocks of a page as they are when its snippets are in their places."""
    own = find_blocks(page.text, page.path)
    if not page.included:
        return own
    filled = {block.opening: block for block in page.included}
    return [*(filled.pop(block.opening, block) for block in own), *filled.values()]


def _told_only(draft: DraftedBlock) -> DraftedBlock:
    """The draft without lines to paste where there is no place for them."""
    if not draft.fence.assembled:
        return draft
    findings, method = (
        tuple(replace(one, mend=Mend(one.mend.advice)) for one in found) for found in (draft.findings, draft.method)
    )
    return replace(draft, findings=findings, method=method)


def _names(block: Block) -> frozenset[str]:
    """By what a broken block would be known. Nothing refers to a view."""
    if block.kind == "journeys":
        return frozenset()
    from mkdocs_journey.compile.written_names import written_names

    return written_names(block.kind, block.texts)


def _names_nearly(page: Page, nearly: Sequence[Finding]) -> frozenset[str]:
    """By what the blocks would be known whose opening lines are nearly ours."""
    if not nearly:
        return frozenset()
    from mkdocs_journey.compile.written_names import written_names

    names: frozenset[str] = frozenset()
    lines: Sequence[str] = ()
    for finding in nearly:
        lines = lines or split_lines(page.text)
        below = (line.lstrip("> \t") for line in lines[finding.span.line :])
        texts = [*finding.mend.lines, *takewhile(lambda line: not line.startswith(("```", "~~~")), below)]
        names |= written_names("journey", texts) | written_names("persona", texts)
    return names


def _name_of_file(place: Scalar) -> frozenset[str]:
    """What a block is most likely called whose file cannot be read."""
    return frozenset({posixpath.splitext(posixpath.basename(place.value.strip()))[0]})


def _is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


def _file_entry(tree: Mapping) -> Scalar | None:
    for entry in tree.entries:
        if entry.key.value == "file" and isinstance(entry.value, Scalar):
            return entry.value
    return None
