"""Everything that changed between two versions of a site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_journey.atlas import JourneyEntry, PersonaEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.diff.change import Change, ChangeKind, Spans, Where
from mkdocs_journey.diff.columns import texts_in
from mkdocs_journey.diff.journeys import compare_journeys, journey_where
from mkdocs_journey.diff.matching import Matches, Named, match
from mkdocs_journey.diff.parts import Lost, Side, compare_fields, compare_lists, item_change, lanes_of_both, name_of
from mkdocs_journey.model.checks import lanes_of
from mkdocs_journey.place import Span

ComparedEntry = JourneyEntry | PersonaEntry


def compare_sites(before: Site, after: Site) -> tuple[Change, ...]:
    """All changes, map by map in the order of the newer site, then personas; within a map from left to right.

    Both sites must have been compiled without errors for the answer to be whole.
    """
    journeys = list(before.atlas.journeys.values()), list(after.atlas.journeys.values())
    personas = list(before.atlas.personas.values()), list(after.atlas.personas.values())
    return (*_entries(*journeys), *_entries(*personas))


def _entries(before: Sequence[ComparedEntry], after: Sequence[ComparedEntry]) -> Iterator[Change]:
    matches = _match(before, after)
    old_of = {j: i for i, j in matches.pairs}
    for j, entry in enumerate(after):
        i = old_of.get(j)
        if i is None:
            yield Change(
                ChangeKind.ADDED,
                where_of(entry).kind,
                where_of(entry).title,
                where_of(entry),
                spans=Spans(after=_span(entry)),
            )
        else:
            yield from _entry(before[i], entry, guess=matches.guesses.get((i, j), ""))
    for i in matches.removed:
        entry = before[i]
        where = where_of(entry)
        yield Change(
            ChangeKind.REMOVED, where.kind, where.title, where, gone=(entry.anchor,), spans=Spans(before=_span(entry))
        )


def _match(before: Sequence[ComparedEntry], after: Sequence[ComparedEntry]) -> Matches:
    """Which maps are the same. Only those without an id or a name in common are asked for what they hold."""
    sure = match([named(one) for one in before], [named(one) for one in after], closest=False)
    rest = match(
        [named(before[i], holding=True) for i in sure.removed], [named(after[j], holding=True) for j in sure.added]
    )
    pairs = [(sure.removed[i], sure.added[j]) for i, j in rest.pairs]
    return Matches(
        tuple(sorted((*sure.pairs, *pairs), key=lambda pair: pair[1])),
        {(sure.removed[i], sure.added[j]): guess for (i, j), guess in rest.guesses.items()},
        tuple(sure.removed[i] for i in rest.removed),
        tuple(sure.added[j] for j in rest.added),
    )


def _entry(before: ComparedEntry, after: ComparedEntry, *, guess: str) -> Iterator[Change]:
    old, new = where_of(before), where_of(after)
    spans = Spans(_span(before), _span(after))
    if old.title != new.title:
        yield Change(ChangeKind.RENAMED, new.kind, new.title, new, "", old.title, new.title, guess=guess, spans=spans)
    if old.id != new.id:
        gone = () if old.id in _aliases(after) else (before.anchor,)
        yield Change(ChangeKind.RENAMED, new.kind, new.title, new, "id", old.id, new.id, gone=gone, spans=spans)
    files = _file(before), _file(after)
    if files[0] != files[1]:
        yield Change(ChangeKind.MOVED, new.kind, new.title, new, "file", *files, old, spans=spans)
    if isinstance(before, JourneyEntry) and isinstance(after, JourneyEntry):
        if before.journey != after.journey:
            yield from compare_journeys(before, after)
    elif isinstance(before, PersonaEntry) and isinstance(after, PersonaEntry):
        yield from _personas(before, after)


def _personas(before: PersonaEntry, after: PersonaEntry) -> Iterator[Change]:
    old = Side(before.document, before.persona, (), where_of(before))
    new = Side(after.document, after.persona, (), where_of(after))
    yield from compare_fields("persona", after.name, old, new)
    for one in compare_lists(old, new):
        if isinstance(one, Lost):
            yield item_change(ChangeKind.REMOVED if one.side is old else ChangeKind.ADDED, one)
        else:
            yield one


def where_of(entry: ComparedEntry) -> Where:
    """A map or a persona as a whole."""
    if isinstance(entry, JourneyEntry):
        return journey_where(entry)
    return Where("persona", entry.id, entry.name, entry.page, anchor=entry.anchor)


def named(entry: ComparedEntry, *, holding: bool = False) -> Named:
    """A map or a persona as it is told apart from others; ``holding`` also by what it holds."""
    content = frozenset(_content(entry)) if holding else None
    if isinstance(entry, PersonaEntry):
        return Named(entry.persona.id or "", entry.name, entry.persona.aliases, entry.id, content)
    return Named(entry.journey.id or "", entry.title, entry.journey.aliases, entry.id, content)


def _content(entry: ComparedEntry) -> Iterator[str]:
    if isinstance(entry, PersonaEntry):
        for _, items, _ in lanes_of_both(entry.persona, entry.persona):
            yield from (name_of(item).name for item in items)
        return
    for phase in entry.journey.phases:
        yield phase.name
        yield from (step.name for step in phase.steps)
    for _, lanes in lanes_of(entry.journey):
        yield from texts_in(lanes)


def _aliases(entry: ComparedEntry) -> tuple[str, ...]:
    return entry.journey.aliases if isinstance(entry, JourneyEntry) else entry.persona.aliases


def _file(entry: ComparedEntry) -> str:
    return entry.document.block.file


def _span(entry: ComparedEntry) -> Span:
    return entry.document.place("title" if isinstance(entry, JourneyEntry) else "name")
