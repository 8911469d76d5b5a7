"""The card of a link in prose: what it leads to, and how it feels there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_journey.atlas import JourneyEntry, PersonaEntry
from mkdocs_journey.languages.words import without_quotation_marks
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.relations import Destination
from mkdocs_journey.render.cards.glimpse import glimpse
from mkdocs_journey.render.html.elements import from_template, without_delimiters
from mkdocs_journey.render.html.rendered import Card
from mkdocs_journey.render.html.texts import Inline, Texts
from mkdocs_journey.render.surroundings import Surroundings

if TYPE_CHECKING:
    from jinja2 import Environment


def render_reference_card(
    place: Destination, id_: str, surroundings: Surroundings, environment: Environment
) -> Card | None:
    """The card of a place or a persona; None where there is nothing to say that the link does not say itself."""
    texts = Texts(surroundings.inline, "")
    atlas = surroundings.atlas
    if place.journey:
        view = _journey(atlas.journeys[place.journey], place, surroundings, texts)
    elif place.persona:
        view = _persona(atlas.personas[place.persona], surroundings, texts)
    else:
        return None
    if not view:
        return None
    html = from_template(environment, "journey/reference-card.html", id=id_, words=surroundings.words, **view)
    return Card(id_, without_delimiters(html.strip().replace("\n", "")))


def _journey(entry: JourneyEntry, place: Destination, surroundings: Surroundings, texts: Texts) -> dict[str, object]:
    file, words = entry.document.block.file, surroundings.words.of(entry.journey.lang)
    seen = glimpse(entry, place.column, surroundings, texts)
    lanes = _lanes(entry, place)
    quote = lanes.thoughts[0].text if lanes and lanes.thoughts else ""
    if not (seen.curve or seen.feeling or quote):
        return {}
    return {
        "place": seen,
        "part": _part(entry, place, lanes, texts),
        "quote": texts(without_quotation_marks(quote), file) if quote else None,
        "marks": words.quotation_marks,
        "people": _people(entry, surroundings),
        "language": seen.language,
    }


def _lanes(entry: JourneyEntry, place: Destination) -> Lanes | None:
    if place.column is None:
        return None
    phase = entry.phases[place.column[0]]
    return phase.phase if place.column[1] is None else phase.steps[place.column[1]].step


def _part(entry: JourneyEntry, place: Destination, lanes: Lanes | None, texts: Texts) -> Inline | None:
    """The pain point or opportunity to which the link leads."""
    named: list[tuple[str | None, str]] = []
    if lanes is not None:
        named += [(pain.id, pain.text) for pain in lanes.pains]
        named += [(idea.id, idea.text) for idea in lanes.opportunities]
    found = next((text for id_, text in named if id_ and f"{entry.anchor}--{id_}" == place.anchor), "")
    return texts(found, entry.document.block.file) if found else None


def _people(entry: JourneyEntry, surroundings: Surroundings) -> list[str]:
    """The persona whose feelings these are, with their role."""
    if not entry.journey.persona:
        return []
    name = entry.journey.persona[0]
    persona = surroundings.atlas.persona(name)
    if persona is None:
        return [name]
    return [persona.name, persona.persona.role] if persona.persona.role else [persona.name]


def _persona(entry: PersonaEntry, surroundings: Surroundings, texts: Texts) -> dict[str, object]:
    persona, file = entry.persona, entry.document.block.file
    if not persona.role and not persona.quote:
        return {}
    words = surroundings.words.of(persona.lang)
    return {
        "name": entry.name,
        "role": texts(persona.role, file) if persona.role else None,
        "quote": texts(without_quotation_marks(persona.quote), file) if persona.quote else None,
        "marks": words.quotation_marks,
        "language": words.tag if words.tag != surroundings.words.tag else "",
    }
