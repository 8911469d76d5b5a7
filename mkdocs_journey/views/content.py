"""Which pages help where: coverage of the steps, gaps in it, and pages that serve no step or many."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mkdocs_journey.compile import Site
from mkdocs_journey.method.settled import SETTLED
from mkdocs_journey.model.parts import Content
from mkdocs_journey.model.view import View
from mkdocs_journey.views.selection import SelectedPlace, is_wanted, selected_places

KINDS = ("faq", "manual", "video", "training", "chatbot", "article", "page", "missing")
"""Kinds of help, in the order of the table; ``page`` is one whose kind is not said."""
MANY = 3
"""From so many steps on, a page serves many."""
_INDEXES = frozenset({"index.md", "README.md"})


class Coverage(Struct, frozen=True):
    """The help at one place."""

    place: SelectedPlace
    contents: tuple[Content, ...]
    pages: tuple[str, ...]
    """Pages that its touchpoints name."""
    open_pains: int
    served_by_phase: bool
    """Whether its phase has a page for all its steps."""

    def of_kind(self, kind: str) -> tuple[Content, ...]:
        """The help of one of :data:`KINDS`."""
        return tuple(content for content in self.contents if kind_of(content) == kind)

    @property
    def is_served(self) -> bool:
        """Whether some page helps here."""
        return bool(self.pages) or self.served_by_phase or any(not content.missing for content in self.contents)


class ContentCoverage(Struct, frozen=True):
    """The coverage of all places, and what is wrong with it."""

    rows: tuple[Coverage, ...]
    total: int
    """Number of rows before ``limit``."""
    kinds: tuple[str, ...]
    """Those of :data:`KINDS` that there are."""
    unserved: tuple[Coverage, ...]
    """Places with open pain points and no page."""
    idle: tuple[str, ...]
    """Pages that serve no step, by path; none where the view asks for a part of the maps only.

    Pages with a map, a persona or a view, and pages that only introduce a folder, are left out.
    """
    busy: tuple[tuple[str, int], ...]
    """Pages that serve many steps, and how many, the most first."""

    @property
    def missing(self) -> int:
        """Number of pages that are known to be missing."""
        return sum(len(row.of_kind("missing")) for row in self.rows)


def kind_of(content: Content) -> str:
    """One of :data:`KINDS`."""
    return "missing" if content.missing else content.kind or "page"


def gather(view: View, site: Site, today: date) -> ContentCoverage:
    """The coverage of the maps that a view asks for; those of today, unless it asks for plans."""
    rows = [row for row in _rows(view, site) if is_wanted(view.owner, row.place.owner)]
    used = [kind for kind in KINDS if any(row.of_kind(kind) for row in rows)]
    unserved = [row for row in rows if row.open_pains and not row.is_served]
    whole = not (view.persona or view.journey or view.owner or view.phase or view.state)
    return ContentCoverage(
        tuple(rows[: view.limit]),
        len(rows),
        tuple(used),
        tuple(unserved),
        tuple(_idle(site)) if whole else (),
        tuple(_busy(rows, site)),
    )


def _rows(view: View, site: Site) -> Iterator[Coverage]:
    for place in selected_places(view, site.atlas):
        lanes, phase = place.lanes, place.phase.phase
        # A phase is a row of its own only where it says something that no step does.
        if place.step is None and place.phase.steps and not (lanes.content or lanes.pains):
            continue
        of_phase = place.step is not None and any(not content.missing for content in phase.content)
        yield Coverage(
            place,
            lanes.content,
            tuple(touchpoint.page for touchpoint in lanes.touchpoints if touchpoint.page),
            sum(pain.status not in SETTLED for pain in lanes.pains),
            of_phase,
        )


def _idle(site: Site) -> Iterator[str]:
    for path in site.page_titles:
        if path not in site.blocks and posixpath.basename(path) not in _INDEXES and not site.relations.of_page(path):
            yield path


def _busy(rows: list[Coverage], site: Site) -> list[tuple[str, int]]:
    columns = {(row.place.journey.id, row.place.column) for row in rows}
    counts: dict[str, set[object]] = {}
    for relation in site.relations:
        if relation.kind == "content" and (relation.journey, relation.column) in columns:
            counts.setdefault(relation.page, set()).add((relation.journey, relation.column))
    many = [(page, len(places)) for page, places in counts.items() if len(places) >= MANY]
    return sorted(many, key=lambda pair: (-pair[1], pair[0]))
