"""The matrix: each opportunity as a dot that leads to its map, and all of them in a table below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.drawing.curve import Point
from mkdocs_journey.model.view import View
from mkdocs_journey.render.charts.chart import DOT, PLANE, Plane, scatter
from mkdocs_journey.render.html.curves import number
from mkdocs_journey.render.html.elements import AttributeValue, element, joined, style
from mkdocs_journey.render.html.texts import Text, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import Joined, Rated, Small, Strong, place_way, spoken, way_to
from mkdocs_journey.render.views.sections import limited, note
from mkdocs_journey.render.views.table import CellContent, TableCell, TableColumn, TableRow, table_html
from mkdocs_journey.views.matrix import HELPS_MUCH, LITTLE_WORK, Matrix, RatedOpportunity

if TYPE_CHECKING:
    from jinja2 import Environment

    from mkdocs_journey.languages.words import Words

_PLANE = Plane(0.5, 5.5, (1.5, 2.5, 3.5, 4.5), (LITTLE_WORK + 0.5, HELPS_MUCH - 0.5))
"""Both axes reach half a rating beyond those that there are; quick wins are tinted."""
_STEP_X, _STEP_Y = (2.2 * DOT * 5 / side for side in (PLANE.width, PLANE.height))
"""From dot to dot of one field, in ratings."""
_ACROSS = 3
"""So many dots stand beside each other in one field, and as many rows of them; the last one stands for the rest."""


def draw(
    found: Matrix, view: View, surroundings: Surroundings, texts: Texts, environment: Environment
) -> Markup | None:
    """The picture and the table; None where no map has an opportunity that is asked for."""
    if not found.opportunities:
        return None
    words = surroundings.words
    numbers = {id(one): number for number, one in enumerate((o for o in found.opportunities if o.is_rated), 1)}
    names = {id(one): texts(one.placed.opportunity.text, one.placed.place.file) for one in found.opportunities}
    rows = [TableRow(_cells(one, numbers.get(id(one)), surroundings, texts)) for one in found.opportunities]
    columns = [
        TableColumn(words("matrix.number"), number=True),
        *(TableColumn(words(f"matrix.{name}")) for name in ("opportunity", "impact", "effort", "fixes", "owner")),
    ]
    rated = [one for one in found.opportunities if one.is_rated]
    picture = _plot(rated, numbers, [names[id(one)].plain for one in rated], surroundings) if rated else Markup()
    return (
        picture
        + note(_summary(found, words))
        + table_html(words("matrix.label"), columns, rows, head=1)
        + limited(len(found.opportunities), found.total, words)
    )


def _summary(found: Matrix, words: Words) -> str:
    quick = sum(one.is_quick_win for one in found.opportunities)
    unrated = sum(not one.is_rated for one in found.opportunities)
    sentence = words("matrix.summary", quick=quick, rated=len(found.opportunities) - unrated)
    return f"{sentence} {words('matrix.unrated', number=unrated)}" if unrated else sentence


def _plot(
    rated: Sequence[RatedOpportunity], numbers: dict[int, int], names: Sequence[str], surroundings: Surroundings
) -> Markup:
    words = surroundings.words
    fields: dict[tuple[int, int], list[int]] = {}
    for index, one in enumerate(rated):
        fields.setdefault((one.effort or 0, one.impact or 0), []).append(index)
    dots: dict[bool, list[Point]] = {True: [], False: []}
    links: list[Markup] = []
    most = _ACROSS * _ACROSS
    for field, members in fields.items():
        shown = members if len(members) <= most else members[: most - 1]
        is_quick_win = rated[members[0]].is_quick_win
        for place, index in enumerate(shown):
            dots[is_quick_win].append(point := _place(field, place, len(members)))
            links.append(_link(rated[index], numbers, names[index], point, surroundings))
        if len(shown) < len(members):
            dots[is_quick_win].append(point := _place(field, most - 1, len(members)))
            links.append(element("span", f"+{len(members) - len(shown)}", **_look(point, is_quick_win)))
    ticks = [
        element("i", str(rating), style=style(**place))
        for rating in range(1, 6)
        for place in ({"x": 20 * rating - 10}, {"y": 110 - 20 * rating})
    ]
    plane = element(
        "div",
        scatter(dots[False], dots[True], _PLANE),
        joined(links, " "),
        _caption("wins", words("matrix.quick_wins")),
        cls="journey-matrix__field",
        role="group",
        aria_label=words("matrix.region"),
    )
    return element(
        "div",
        _caption("impact", words("matrix.impact")),
        _caption("effort", words("matrix.effort")),
        _caption("ticks", joined(ticks)),
        plane,
        cls="journey-matrix",
        data_search_exclude=True,
    )


def _caption(name: str, text: Text) -> Markup:
    """Words at an edge or in a corner of the field; the table tells them too."""
    return element("span", text, cls=f"journey-matrix__{name}", aria_hidden="true")


def _link(
    one: RatedOpportunity, numbers: dict[int, int], name: str, point: Point, surroundings: Surroundings
) -> Markup:
    """What lies over a dot."""
    link = surroundings.links(one.placed.address, one.placed.place.file)
    said = surroundings.words("matrix.dot", name=name, impact=one.impact, effort=one.effort)
    label = f"{numbers[id(one)]}. {said}"
    look, number = _look(point, one.is_quick_win), str(numbers[id(one)])
    if link is None:
        return element("span", number, **look, title=said, role="img", aria_label=label)
    return element("a", number, **look, title=said, href=link.address, aria_label=label)


def _look(point: Point, is_quick_win: bool) -> dict[str, AttributeValue]:
    x, y = (number(place, decimals=2) for place in _PLANE.place(*point))
    return {"cls": ("journey-dot", "is-quick-win" if is_quick_win else ""), "style": style(x=x, y=y)}


def _place(field: tuple[int, int], place: int, number: int) -> Point:
    """Where one of several dots of a field stands: effort and impact, and beside its neighbours."""
    across = min(number, _ACROSS) if number <= _ACROSS else 2 if number == 4 else _ACROSS
    rows = -(-min(number, _ACROSS * _ACROSS) // across)
    row, column = divmod(place, across)
    in_row = min(across, min(number, _ACROSS * _ACROSS) - row * across)
    return field[0] + (column - (in_row - 1) / 2) * _STEP_X, field[1] - (row - (rows - 1) / 2) * _STEP_Y


def _cells(one: RatedOpportunity, number: int | None, surroundings: Surroundings, texts: Texts) -> list[CellContent]:
    words, placed = surroundings.words, one.placed
    entry, file = placed.place.journey, placed.place.file
    name: Text = way_to(surroundings, placed.address, texts(placed.opportunity.text, file), file)
    marks: list[Text] = [Strong(words("matrix.quick_win"))] if one.is_quick_win else []
    status = words(f"opportunity.{placed.opportunity.status or 'idea'}")
    below = Joined((*marks, status, place_way(surroundings, placed.place, texts)), " · ")
    pains = [
        spoken(
            way_to(surroundings, pain.address, texts(pain.pain.text, pain.place.file), pain.place.file),
            pain.place.journey,
            words,
        )
        for pain in one.pains
    ]
    return [
        TableCell(str(number), number) if number else None,
        TableCell(spoken(Joined((name, Small(below)), " "), entry, words), placed.opportunity.text),
        TableCell(Rated(one.impact, words, hurts=False), one.impact) if one.impact else words("matrix.not_rated"),
        TableCell(Rated(one.effort, words, hurts=False), one.effort) if one.effort else words("matrix.not_rated"),
        Joined(pains, element("br")) if pains else None,
        texts(one.owner, file) if one.owner else None,
    ]
