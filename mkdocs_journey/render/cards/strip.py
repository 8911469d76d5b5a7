"""The strip on a page of help: where in which journey it comes up, and how the persona feels there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from mkdocs_journey.relations import PlaceOnMap, Relation
from mkdocs_journey.render.cards.glimpse import Glimpse, glimpse
from mkdocs_journey.render.html.elements import from_template, without_delimiters
from mkdocs_journey.render.html.texts import Texts
from mkdocs_journey.render.surroundings import Surroundings

if TYPE_CHECKING:
    from jinja2 import Environment

SHOWN = 3
"""Places that are shown at once; the rest is folded away."""


def render_strip(relations: Sequence[Relation], surroundings: Surroundings, environment: Environment) -> str:
    """The strip of a page with these relations as HTML; nothing where there are none."""
    texts = Texts(surroundings.inline, "")
    places = [_glimpse(journey, column, surroundings, texts) for journey, column in _places(relations)]
    if not places:
        return ""
    # The order of the maps and their steps decides between equals.
    places.sort(key=lambda place: (place.name is None, -place.depth))
    html = from_template(
        environment, "journey/strip.html", words=surroundings.words, shown=places[:SHOWN], folded=places[SHOWN:]
    )
    return without_delimiters(html.replace("\n", ""))


def _glimpse(journey: str, column: PlaceOnMap, surroundings: Surroundings, texts: Texts) -> Glimpse:
    return glimpse(surroundings.atlas.journeys[journey], column, surroundings, texts)


def _places(relations: Iterable[Relation]) -> list[tuple[str, PlaceOnMap]]:
    """Each place once.

    A journey as a whole counts only where its map names the page, and none of its places has to do with it: a page
    that links to a journey shows by itself that it does.
    """
    places = dict.fromkeys(
        (relation.journey, relation.column) for relation in relations if relation.column or relation.kind != "mention"
    )
    precise = {journey for journey, column in places if column is not None}
    return [(journey, column) for journey, column in places if column is not None or journey not in precise]
