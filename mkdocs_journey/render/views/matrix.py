"""The matrix: each opportunity as a dot that leads to its map, and all of them in a table below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.model.view import View
from mkdocs_journey.render.charts.chart import scatter
from mkdocs_journey.render.html.texts import Text, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import Joined, Rated, Small, Strong, place_way, spoken, way_to
from mkdocs_journey.render.views.sections import limited, note
from mkdocs_journey.render.views.table import CellContent, TableCell, TableColumn, TableRow, table_html
from mkdocs_journey.views.matrix import Matrix, RatedOpportunity, gather_matrix

if TYPE_CHECKING:
    from jinja2 import Environment

    from mkdocs_journey.languages.words import Words

_LOW, _HIGH = 0.5, 5.5
"""Ends of both axes: half a rating beyond those that there are."""
_ACROSS = 3
"""So many dots stand beside each other in one field, and as many rows of them; the last one stands for the rest."""


def render_matrix(view: View, surroundings: Surroundings, texts: Texts, environment: Environment) -> Markup | None:
    """The picture and the table; None where no map has an opportunity that is asked for."""
    found = gather_matrix(view, surroundings.site)
    if not found.opportunities:
        return None
    words = surroundings.words
    numbers = {id(one): number for number, one in enumerate((o for o in found.opportunities if o.is_rated), 1)}
    names = {id(one): texts(one.placed.opportunity.text, one.placed.place.file) for one in found.opportunities}
    rows = [TableRow(_cells(one, numbers.get(id(one)), surroundings, texts)) for one in found.opportunities]
    texts.convert()
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
    points = scatter([(float(one.effort or 0), float(one.impact or 0)) for one in rated], _LOW, _HIGH)
    fields: dict[tuple[float, float], list[int]] = {}
    for index, point in enumerate(points):
        fields.setdefault(point, []).append(index)
    dots: list[Markup] = []
    for (x, y), members in fields.items():
        most = _ACROSS * _ACROSS
        shown = members if len(members) <= most else members[: most - 1]
        for place, index in enumerate(shown):
            dots.append(_dot(rated[index], numbers, names[index], (x, y), _offset(place, len(members)), surroundings))
        if len(shown) < len(members):
            style = _style((x, y), _offset(most - 1, len(members)))
            dots.append(
                Markup('<span class="journey-dot" style="{}">+{}</span>').format(style, len(members) - len(shown))
            )
    axis = Markup('<span class="journey-matrix__{}" aria-hidden="true">{}</span>')
    ticks = Markup("").join(
        Markup('<i style="--x:{0}">{1}</i><i style="--y:{2}">{1}</i>').format(20 * n - 10, n, 110 - 20 * n)
        for n in range(1, 6)
    )
    return Markup(
        '<div class="journey-matrix">{}{}{}<div class="journey-matrix__field" role="group" aria-label="{}">{}'
        '<span class="journey-matrix__wins" aria-hidden="true">{}</span></div></div>'
    ).format(
        axis.format("impact", words("matrix.impact")),
        axis.format("effort", words("matrix.effort")),
        Markup('<span class="journey-matrix__ticks" aria-hidden="true">{}</span>').format(ticks),
        words("matrix.region"),
        Markup(" ").join(dots),
        words("matrix.quick_wins"),
    )


def _dot(
    one: RatedOpportunity,
    numbers: dict[int, int],
    name: str,
    point: tuple[float, float],
    offset: tuple[float, float],
    surroundings: Surroundings,
) -> Markup:
    link = surroundings.links(one.placed.address, one.placed.place.file)
    said = surroundings.words("matrix.dot", name=name, impact=one.impact, effort=one.effort)
    label = f"{numbers[id(one)]}. {said}"
    quick = " is-quick-win" if one.is_quick_win else ""
    inner = Markup('class="journey-dot{}" style="{}" title="{}"').format(quick, _style(point, offset), said)
    if link is None:
        return Markup('<span {} role="img" aria-label="{}">{}</span>').format(inner, label, numbers[id(one)])
    return Markup('<a {} href="{}" aria-label="{}">{}</a>').format(inner, link.address, label, numbers[id(one)])


def _style(point: tuple[float, float], offset: tuple[float, float]) -> str:
    return f"--x:{point[0]:g};--y:{point[1]:g};--dx:{offset[0]:g};--dy:{offset[1]:g}"


def _offset(place: int, number: int) -> tuple[float, float]:
    """Where one of several dots of a field stands, in dots from its middle."""
    across = min(number, _ACROSS) if number <= _ACROSS else 2 if number == 4 else _ACROSS
    rows = -(-min(number, _ACROSS * _ACROSS) // across)
    row, column = divmod(place, across)
    in_row = min(across, min(number, _ACROSS * _ACROSS) - row * across)
    return column - (in_row - 1) / 2, row - (rows - 1) / 2


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
        Joined(pains, Markup("<br>")) if pains else None,
        texts(one.owner, file) if one.owner else None,
    ]
