"""A view as HTML: what it gathered as a table, cards or a picture, or a sentence that says that there is nothing."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.atlas import ViewEntry
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.values import slug
from mkdocs_journey.model.view import View
from mkdocs_journey.model.view_checks import FILTERS
from mkdocs_journey.render.html.elements import element, without_delimiters
from mkdocs_journey.render.html.rendered import Heading, Rendered
from mkdocs_journey.render.html.texts import Texts
from mkdocs_journey.render.surroundings import Surroundings

if TYPE_CHECKING:
    from jinja2 import Environment

ViewRenderer = Callable[[View, Surroundings, Texts, "Environment"], Markup | None]
"""Draws what a view shows; None where there is nothing to show. It converts the texts that it collects."""

RENDERERS = {
    "atlas": "atlas:render_atlas",
    "backlog": "backlog:render_backlog",
    "compare": "compare:render_compare",
    "content": "content:render_content",
    "evidence": "evidence:render_evidence",
    "indicators": "indicators:render_indicators",
    "matrix": "matrix:render_matrix",
    "reviews": "reviews:render_reviews",
    "map": "slices:render_slice",
    "personas": "personas:render_personas",
    "walkthrough": "walkthrough:render_walkthrough",
    "history": "history:render_history",
    "touchpoints": "touchpoints:render_touchpoints",
    "teams": "teams:render_teams",
    "systems": "systems:render_systems",
    "processes": "systems:render_systems",
    "promises": "promises:render_promises",
}
"""Module in this package and function of each view. Charts need a library that other pages do without."""


def render_view(entry: ViewEntry, surroundings: Surroundings, environment: Environment) -> Rendered:
    """A view with its title, if its author gave it one."""
    view, words = entry.view, surroundings.words
    texts = Texts(surroundings.inline, entry.document.block.file)
    title = texts(view.title) if view.title else None
    # Each view converts its own texts; the title is among them, whichever way the view goes.
    body = _renderer(view.view)(view, surroundings, texts, environment)
    texts.convert()
    headings: list[Heading] = []
    head = Markup()
    if title is not None and view.title:
        level = min(surroundings.level, 6)
        anchor = f"journeys-{view.view}-{slug(view.title) or 'view'}"
        headings.append(Heading(level, anchor, title.plain))
        head = element(f"h{level}", title, cls="journey-view__title", id=anchor)
    shown = body if body is not None else _nothing(view, words)
    inner = element("div", shown, cls="journey-view__body")
    name = ("journey-ui", "journey-view", f"journey-view--{view.view}")
    html = element("section" if head else "div", head, inner, cls=name)
    return Rendered(without_delimiters(str(html).replace(">\n<", "><")), tuple(headings))


def _renderer(view: str) -> ViewRenderer:
    module, _, function = RENDERERS[view].partition(":")
    found: ViewRenderer = getattr(import_module(f"{__name__}.{module}"), function)
    return found


def _nothing(view: View, words: Words) -> Markup:
    """Says that there is nothing, and what was looked for."""
    asked = []
    for name in FILTERS:
        value = getattr(view, name)
        if value and name not in ("limit", "sort", "lanes", "by"):
            label = words.get(f"view.filter.{name}", name)
            asked.append(f"{label} {', '.join(value) if isinstance(value, tuple) else words(f'card.{value}')}")
    sentence = words(f"view.nothing.{view.view}")
    if asked:
        sentence = f"{sentence} {words('view.looked_for', filters=' · '.join(asked))}"
    return element("p", sentence, cls="journey-view__nothing")
