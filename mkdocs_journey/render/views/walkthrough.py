"""The script of a walk-through, for paper and for the screen, with room for what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs_journey.drawing.script import ScriptPhase, script_view
from mkdocs_journey.model.view import View
from mkdocs_journey.render.html.elements import from_template
from mkdocs_journey.render.html.texts import Texts
from mkdocs_journey.render.html.written import TextsAsHtml
from mkdocs_journey.render.map.cells import items_html
from mkdocs_journey.render.map.grid import language_attributes
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.views.walkthrough import Script

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def draw(found: Script, view: View, surroundings: Surroundings, texts: Texts, environment: Environment) -> Markup:
    """The script."""
    script = script_view(found, surroundings)
    words = surroundings.words.of(found.journey.journey.lang)
    html = TextsAsHtml(surroundings.inline, dict(script.written))
    level = surroundings.level + (1 if view.title else 0)
    return from_template(
        environment,
        "journey/walkthrough.html",
        words=words,
        items=lambda items: items_html(items, words, html),
        whole=html(script.whole),
        people=html.shown(script.people),
        note=script.note,
        last=html(script.last) if script.last else None,
        stretches=[_with_html(phase, html) for phase in script.phases],
        levels=[min(level + below, 6) for below in range(3)],
        language=language_attributes(words, surroundings.words),
    )


def _with_html(phase: ScriptPhase, html: TextsAsHtml) -> Any:
    """The same phase, with texts as the template can show them."""
    stops = tuple(html.shown_in(stop, "way")._replace(name=html.plain(stop.name)) for stop in phase.stops)
    return html.shown_in(phase._replace(stops=stops), "way")
