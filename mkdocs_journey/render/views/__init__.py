"""A view as HTML: what it gathered as a table, cards or a picture, or a sentence that says that there is nothing.

A module for each row of the table of views has a function ``draw(figures, view, surroundings, texts, environment)``.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from mkdocs_journey.atlas import ViewEntry
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.values import slug
from mkdocs_journey.model.view import FILTERS, View
from mkdocs_journey.model.views import VIEWS
from mkdocs_journey.render.html.elements import element, without_delimiters
from mkdocs_journey.render.html.rendered import Heading, Rendered
from mkdocs_journey.render.html.texts import Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.views import figures_of

if TYPE_CHECKING:
    from jinja2 import Environment

ViewRenderer = Callable[[Any, View, Surroundings, Texts, "Environment"], Markup | None]
"""Draws the figures of a view; None where there is nothing to show."""


class ViewWithoutWordsError(Exception):
    """A view was added without its English words."""


def require_words() -> None:
    """Raises ViewWithoutWordsError where a view has nothing to say in English, rather than half-way in a build."""
    english = Words.load().entries
    missing = [key for view in VIEWS if (key := f"view.nothing.{view}") not in english]
    if missing:
        raise ViewWithoutWordsError(f"English has no words for {', '.join(missing)}.")


require_words()


def render_view(entry: ViewEntry, surroundings: Surroundings, environment: Environment) -> Rendered:
    """A view with its title, if its author gave it one."""
    view, words = entry.view, surroundings.words
    texts = Texts(surroundings.inline, entry.document.block.file)
    title = texts(view.title) if view.title else None
    figures = figures_of(view, surroundings.site, surroundings.today)
    body = None if figures is None else _drawing(view.view)(figures, view, surroundings, texts, environment)
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


def _drawing(view: str) -> ViewRenderer:
    # Charts need a library that other pages do without.
    drawing: ViewRenderer = import_module(f"{__name__}.{VIEWS[view].module_name}").draw
    return drawing


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
