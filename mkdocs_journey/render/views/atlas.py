"""The atlas as cards: a plan stands beside the map that it redesigns, a detailed map below its parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.view import View
from mkdocs_journey.render.cards.card import JourneyCard, journey_card
from mkdocs_journey.render.html.elements import from_template
from mkdocs_journey.render.html.sanitizer import without_links
from mkdocs_journey.render.html.texts import Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.sections import limited
from mkdocs_journey.views.atlas import AtlasFacts, Family

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


class CardFamily(Struct, frozen=True):
    """A family, ready for ``journey/atlas.html``."""

    cards: tuple[JourneyCard, ...]
    """The journey, and the plans beside it."""
    inner: tuple[CardFamily, ...]


def draw(
    found: AtlasFacts, view: View, surroundings: Surroundings, texts: Texts, environment: Environment
) -> Markup | None:
    """The cards of all journeys that are asked for; None where there are none."""
    words = surroundings.words
    if not found.families:
        return None
    families = tuple(_cards(family, surroundings, texts) for family in found.families)
    level = surroundings.level + (1 if view.title else 0)
    html = from_template(
        environment,
        "journey/atlas.html",
        words=words,
        families=families,
        summary=_summary(found, words),
        levels=[min(level + below, 6) for below in range(3)],
        without_links=without_links,
    )
    rest = limited(len(found.journeys), found.total, words)
    return html + rest


def _cards(family: Family, surroundings: Surroundings, texts: Texts) -> CardFamily:
    # Families lie in each other no deeper than the atlas allows.
    inner = tuple(_cards(one, surroundings, texts) for one in family.inner)
    entries = (family.journey, *family.plans)
    return CardFamily(tuple(journey_card(entry, surroundings, texts) for entry in entries), inner)


def _summary(found: AtlasFacts, words: Words) -> str:
    """How many there are, and how a card is read."""
    journeys, personas = len(found.journeys), found.personas
    counts = [words(f"atlas.journeys_{'one' if journeys == 1 else 'other'}", number=journeys)]
    if personas:
        counts.append(words(f"atlas.personas_{'one' if personas == 1 else 'other'}", number=personas))
    return words("atlas.summary", counts=words("text.comma").join(counts))
