"""Any block as HTML: a map, a persona's page or card, a view, or what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_journey.atlas import JourneyEntry, ViewEntry
from mkdocs_journey.compile import CompiledBlock
from mkdocs_journey.render.cards.card import render_persona_card
from mkdocs_journey.render.error import render_error
from mkdocs_journey.render.html.rendered import Rendered
from mkdocs_journey.render.map.journey_map import render_map
from mkdocs_journey.render.persona.persona_page import render_persona
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views import render_view

if TYPE_CHECKING:
    from jinja2 import Environment


def render_block(block: CompiledBlock, page: str, surroundings: Surroundings, environment: Environment) -> Rendered:
    """The block as it is shown on ``page``. A persona has its whole page there, or a card that leads to it."""
    entry = block.entry
    if entry is None:
        return Rendered(render_error(block.fence.kind, block.source, block.findings, surroundings.words, environment))
    if isinstance(entry, JourneyEntry):
        return render_map(entry, surroundings, environment)
    if isinstance(entry, ViewEntry):
        return render_view(entry, surroundings, environment)
    if entry.page == page:
        return render_persona(entry, surroundings, environment)
    return render_persona_card(entry, surroundings, environment)
