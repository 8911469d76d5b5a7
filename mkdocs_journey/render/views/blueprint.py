"""Steps with who and what is at work there: a table for each map."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.model.parts import Item
from mkdocs_journey.model.view import View
from mkdocs_journey.render.html.elements import element
from mkdocs_journey.render.html.texts import Text, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import Hypothetical, Joined, place_way, spoken
from mkdocs_journey.render.views.sections import ViewSection, by_map
from mkdocs_journey.render.views.table import CellContent, TableColumn
from mkdocs_journey.views.selection import SelectedPlace
from mkdocs_journey.views.systems import BLUEPRINT, items_of


def blueprint_section(
    places: Sequence[SelectedPlace], first: tuple[str, ...], view: View, surroundings: Surroundings, texts: Texts
) -> ViewSection:
    """What stands at some places in the lanes named ``first`` and in those of the blueprint that say anything there."""
    words = surroundings.words
    lanes = [*first, *(lane for lane in BLUEPRINT if any(items_of(place, lane) for place in places))]

    def cells(place: SelectedPlace) -> list[CellContent]:
        name = spoken(place_way(surroundings, place, texts), place.journey, words)
        return [name, *(_cell(place, lane, surroundings, texts) for lane in lanes)]

    columns = [TableColumn(words("blueprint.step")), *(TableColumn(words(f"lane.{lane}")) for lane in lanes)]
    # The tables of several such views on one page must not have the same name.
    label = f"{words('blueprint.by_step')}, {words(f'lane.{first[0]}')}"
    groups = by_map(places, cells, view, surroundings, texts, label)
    return ViewSection(groups, columns, len(places), words("blueprint.by_step"), even=True)


def _cell(place: SelectedPlace, lane: str, surroundings: Surroundings, texts: Texts) -> CellContent:
    if lane == "owner":
        return spoken(texts(place.owner, place.file), place.journey, surroundings.words) if place.owner else None
    items = items_of(place, lane)
    if not items:
        return None
    shown = Joined(tuple(_item(item, place, texts) for item in items), element("br"))
    return spoken(shown, place.journey, surroundings.words)


def _item(item: Item, place: SelectedPlace, texts: Texts) -> Text:
    text = texts(item.text, place.file)
    return Hypothetical(text) if item.hypothesis else text
