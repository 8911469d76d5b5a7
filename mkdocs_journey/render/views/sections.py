"""Parts of a view: a heading, a note, a table or one for each map, and how many rows are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct

from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.view import View
from mkdocs_journey.render.html.elements import element, joined
from mkdocs_journey.render.html.texts import Text, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import spoken, way_to
from mkdocs_journey.render.views.table import CellContent, TableColumn, TableRow, table_html
from mkdocs_journey.views.selection import SelectedPlace


class Group(Struct, frozen=True):
    """A table of a section."""

    label: str
    """Names it for screen readers."""
    rows: Sequence[TableRow]
    title: Text | None = None
    """Stands above it."""


class ViewSection(Struct, frozen=True):
    """A part of a view."""

    groups: Sequence[Group]
    columns: Sequence[TableColumn]
    total: int
    """Number of rows before some were left out."""
    title: str = ""
    note: Text = ""
    """Stands above the tables."""
    even: bool = False
    """Whether all columns are equally wide."""


def sections_html(sections: Iterable[ViewSection], view: View, surroundings: Surroundings) -> Markup:
    """Sections one below the other. All texts must have been collected: showing one converts those of its file."""
    return joined(
        _section(section, min(surroundings.level + bool(view.title), 6), surroundings.words) for section in sections
    )


def _section(section: ViewSection, level: int, words: Words) -> Markup:
    html: list[Markup] = []
    if section.title:
        html.append(element(f"h{level}", section.title, cls="journey-view__part"))
    if section.note:
        html.append(note(section.note))
    for group in section.groups:
        if group.title is not None:
            html.append(element("p", group.title, cls="journey-label"))
        html.append(table_html(group.label, section.columns, group.rows, even=section.even))
    html.append(limited(sum(len(group.rows) for group in section.groups), section.total, words))
    return joined(html)


def by_map(
    places: Sequence[SelectedPlace],
    cells: Callable[[SelectedPlace], Sequence[CellContent]],
    view: View,
    surroundings: Surroundings,
    texts: Texts,
    label: str,
) -> list[Group]:
    """A table for each map with a row for each place, as many as the view wants at the most."""
    groups = []
    for _, found in groupby(places[: view.limit], key=lambda place: place.journey.id):
        together = list(found)
        entry = together[0].journey
        file = together[0].file
        title = spoken(
            way_to(surroundings, f"journey:{entry.id}", texts(entry.title, file), file), entry, surroundings.words
        )
        groups.append(Group(f"{label}: {entry.title}", [TableRow(cells(place)) for place in together], title))
    return groups


def note(text: Text) -> Markup:
    """A remark above or below a table."""
    return element("p", text, cls="journey-view__note")


def limited(shown: int, total: int, words: Words) -> Markup:
    """Says how many rows were left out, if any were."""
    return Markup() if shown == total else note(words("view.limited", shown=shown, total=total))


def order(name: str, view: View, default: str, descending: Iterable[str] = ()) -> str:
    """``ascending`` or ``descending`` where rows are sorted by the column with this name, else ""."""
    key = (view.sort or default).removeprefix("-")
    if name != key:
        return ""
    backwards = bool(view.sort and view.sort.startswith("-"))
    return "descending" if (key in descending) != backwards else "ascending"
