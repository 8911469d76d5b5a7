"""Teams as tables: each with its steps, where one hands over to another, and each step with who works there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.model.view import View
from mkdocs_journey.render.html.elements import element
from mkdocs_journey.render.html.texts import Phrase, Text, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.blueprint import blueprint_section
from mkdocs_journey.render.views.cells import Joined, Small, Strong, place_way, places_text, spoken, way_to
from mkdocs_journey.render.views.sections import Group, ViewSection, order, sections_html
from mkdocs_journey.render.views.table import CellContent, TableCell, TableColumn, TableRow
from mkdocs_journey.render.views.touchpoint import channel_mark, touchpoint_mark
from mkdocs_journey.views.selection import SelectedPlace
from mkdocs_journey.views.teams import PlacedHandOff, Team, Teams

if TYPE_CHECKING:
    from jinja2 import Environment


def draw(found: Teams, view: View, surroundings: Surroundings, texts: Texts, environment: Environment) -> Markup | None:
    """The tables; None where nobody answers for anything that is asked for."""
    if not found.rows:
        return None
    sections = [_index(found, view, surroundings, texts)]
    if found.hand_offs:
        sections.append(_hand_offs(found, view, surroundings, texts))
    if found.places:
        sections.append(blueprint_section(found.places, ("owner",), view, surroundings, texts))
    return sections_html(sections, view, surroundings)


def _index(found: Teams, view: View, surroundings: Surroundings, texts: Texts) -> ViewSection:
    words = surroundings.words
    columns = [
        TableColumn(words("blueprint.teams"), sorted=order("name", view, "steps")),
        TableColumn(words("blueprint.number"), number=True, sorted=order("steps", view, "steps", ("steps",))),
        TableColumn(words("blueprint.steps")),
        TableColumn(words("blueprint.duties")),
    ]
    rows = [TableRow(_team(row, surroundings, texts)) for row in found.rows]
    label = words("blueprint.label", what=words("blueprint.everybody"))
    return ViewSection([Group(label, rows)], columns, found.total)


def _team(row: Team, surroundings: Surroundings, texts: Texts) -> list[CellContent]:
    words = surroundings.words
    duties = [
        ("touchpoints", [(one.name, place.address, place) for one, place in row.touchpoints]),
        ("pains", [(one.text, _address(one.id, place), place) for one, place in row.pains]),
        ("opportunities", [(one.text, _address(one.id, place), place) for one, place in row.opportunities]),
    ]
    others: list[Text] = []
    for lane, things in duties:
        ways = [
            spoken(way_to(surroundings, address, texts(text, place.file), place.file), place.journey, words)
            for text, address, place in things
        ]
        if ways:
            others += [Small(words(f"lane.{lane}")), Joined(ways, element("br"))]
    return [
        row.name,
        TableCell(str(len(row.steps)), len(row.steps)),
        places_text(surroundings, row.steps, texts) if row.steps else None,
        Joined(others, " ") if others else None,
    ]


def _address(id_: str | None, place: SelectedPlace) -> str:
    return f"journey:{place.journey.id}#{id_}" if id_ else place.address


def _hand_offs(found: Teams, view: View, surroundings: Surroundings, texts: Texts) -> ViewSection:
    words = surroundings.words
    columns = [TableColumn(words(f"blueprint.{name}")) for name in ("giving", "taking", "met")]
    rows = [
        TableRow(
            [
                _side(one.giving, surroundings, texts, with_map=True),
                _side(one.taking, surroundings, texts),
                _met(one, surroundings, texts),
            ]
        )
        for one in found.hand_offs[: view.limit]
    ]
    title = words("blueprint.hand_offs")
    silent = sum(1 for one in found.hand_offs if one.is_silent)
    counted = words("blueprint.hand_offs_counted", total=len(found.hand_offs), silent=silent)
    return ViewSection([Group(title, rows)], columns, len(found.hand_offs), title, counted)


def _side(place: SelectedPlace, surroundings: Surroundings, texts: Texts, *, with_map: bool = False) -> Text:
    below: list[Text] = [place_way(surroundings, place, texts)]
    if with_map:
        below.append(texts(place.journey.title, place.file))
    parts = (Strong(texts(place.owner, place.file)), Small(Joined(below, " · ")))
    return spoken(Joined(parts, " "), place.journey, surroundings.words)


def _met(one: PlacedHandOff, surroundings: Surroundings, texts: Texts) -> Text:
    words, file = surroundings.words, one.taking.file
    marks: list[Text] = [touchpoint_mark(touchpoint, surroundings, texts, file) for touchpoint in one.touchpoints]
    marks += [channel_mark(channel.text, surroundings, texts, file) for channel in one.channels]
    if marks:
        return spoken(Joined(marks, " "), one.taking.journey, words)
    if one.detailed_by is not None:
        entry = one.detailed_by
        way = way_to(surroundings, f"journey:{entry.id}", texts(entry.title, entry.document.block.file), file)
        return Phrase(words, "blueprint.detailed", {"journey": spoken(way, entry, words)})
    return Strong(words("blueprint.nowhere"), hurts=True)
