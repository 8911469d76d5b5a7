"""Coverage as a table of steps and kinds of help, and below it what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.model.parts import Content
from mkdocs_journey.model.view import View
from mkdocs_journey.render.html.elements import element
from mkdocs_journey.render.html.texts import Text, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import Joined, Small, Strong, place_way, places_text, spoken, way_to
from mkdocs_journey.render.views.sections import Group, ViewSection, by_map, note, sections_html
from mkdocs_journey.render.views.table import CellContent, TableCell, TableColumn, TableRow
from mkdocs_journey.views.content import ContentCoverage, Coverage
from mkdocs_journey.views.selection import SelectedPlace

if TYPE_CHECKING:
    from jinja2 import Environment


def draw(
    found: ContentCoverage, view: View, surroundings: Surroundings, texts: Texts, environment: Environment
) -> Markup | None:
    """The tables; None where no map is asked for."""
    words = surroundings.words
    if not found.rows:
        return None
    served = sum(row.is_served for row in found.rows)
    summary = words("coverage.summary", served=served, total=len(found.rows), missing=found.missing)
    sections = [_matrix(found, view, surroundings, texts)]
    sections += [one for one in (_unserved(found, surroundings, texts), _idle(found, surroundings, texts)) if one]
    if found.busy:
        sections.append(_busy(found, surroundings, texts))
    return note(summary) + sections_html(sections, view, surroundings)


def _matrix(found: ContentCoverage, view: View, surroundings: Surroundings, texts: Texts) -> ViewSection:
    words = surroundings.words
    rows = {(row.place.journey.id, row.place.column): row for row in found.rows}

    def cells(place: SelectedPlace) -> list[CellContent]:
        row = rows[(place.journey.id, place.column)]
        name: Text = place_way(surroundings, place, texts)
        if row.open_pains:
            pains = words("coverage.pain_one" if row.open_pains == 1 else "coverage.pain_other", number=row.open_pains)
            name = Joined((name, Small(Strong(pains, hurts=not row.is_served))), " ")
        return [spoken(name, place.journey, words), *(_kind(row, kind, surroundings, texts) for kind in found.kinds)]

    columns = [TableColumn(words("coverage.step")), *(TableColumn(words(f"content.{kind}")) for kind in found.kinds)]
    places = [row.place for row in found.rows]
    groups = by_map(places, cells, view, surroundings, texts, words("coverage.label"))
    return ViewSection(groups, columns, found.total, even=True)


def _kind(row: Coverage, kind: str, surroundings: Surroundings, texts: Texts) -> CellContent:
    ways = [_content(content, row.place, surroundings, texts) for content in row.of_kind(kind)]
    return spoken(Joined(ways, element("br")), row.place.journey, surroundings.words) if ways else None


def _content(content: Content, place: SelectedPlace, surroundings: Surroundings, texts: Texts) -> Text:
    if content.missing:
        return Strong(texts(content.missing, place.file), hurts=True)
    if content.page is None:
        return texts(content.text or "", place.file)
    link = surroundings.links(content.page, place.file)
    name = content.text or (link.title if link else content.page)
    return way_to(surroundings, content.page, texts(name, place.file), place.file)


def _unserved(found: ContentCoverage, surroundings: Surroundings, texts: Texts) -> ViewSection | None:
    if not found.unserved:
        return None
    words = surroundings.words
    columns = [
        TableColumn(words("coverage.step")),
        TableColumn(words("coverage.pains"), number=True),
        TableColumn(words("coverage.owner")),
    ]
    rows = [
        TableRow(
            [
                places_text(surroundings, [row.place], texts),
                TableCell(str(row.open_pains), row.open_pains),
                texts(row.place.owner, row.place.file) if row.place.owner else None,
            ]
        )
        for row in found.unserved
    ]
    title = words("coverage.unserved")
    return ViewSection([Group(title, rows)], columns, len(rows), title, words("coverage.unserved_note"))


def _idle(found: ContentCoverage, surroundings: Surroundings, texts: Texts) -> ViewSection | None:
    if not found.idle:
        return None
    words = surroundings.words
    rows = [TableRow([_page(path, surroundings, texts), path]) for path in found.idle]
    title = words("coverage.idle")
    columns = [TableColumn(words("coverage.page")), TableColumn(words("coverage.path"))]
    return ViewSection([Group(title, rows)], columns, len(rows), title, words("coverage.idle_note"))


def _busy(found: ContentCoverage, surroundings: Surroundings, texts: Texts) -> ViewSection:
    words = surroundings.words
    rows = [TableRow([_page(path, surroundings, texts), TableCell(str(number), number)]) for path, number in found.busy]
    title = words("coverage.busy")
    columns = [TableColumn(words("coverage.page")), TableColumn(words("coverage.steps"), number=True)]
    return ViewSection([Group(title, rows)], columns, len(rows), title, words("coverage.busy_note"))


def _page(path: str, surroundings: Surroundings, texts: Texts) -> Text:
    name = texts(surroundings.site.page_titles.get(path) or path, path)
    return way_to(surroundings, f"/{path}", name, path)
