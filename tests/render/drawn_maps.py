"""Maps as they are drawn on a page of their own, and what their cells say."""

from __future__ import annotations

from textwrap import dedent, indent

from mkdocs_journey.render.map.journey_map import render_map
from tests.render.rendering import ENVIRONMENT, compiled, parse, surroundings, text_of


def page(*blocks):
    fences = (f"```{kind}\n{dedent(text).strip()}\n```" for kind, text in blocks)
    return "# Page\n\n" + "\n\n".join(fences)


def render(*blocks, journey=0, **place):
    """The map of one of the journeys on a page, and its headings."""
    site = compiled({"page.md": page(*(block if isinstance(block, tuple) else ("journey", block) for block in blocks))})
    entry = list(site.atlas.journeys.values())[journey]
    return render_map(entry, surroundings(site, **place), ENVIRONMENT)


def steps(text, **fields):
    """A journey of one phase with the given steps."""
    head = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"title: T\n{head}phases:\n  - name: P\n    steps:\n{indent(dedent(text).strip(), '      ')}"


def drawn(*blocks, **options):
    return parse(render(*blocks, **options).html)


def cells(body):
    """Every term with its values, in the order of the story."""
    return [(text_of(term), text_of(term.find_next_sibling("dd"))) for term in body.select(".journey-grid dt")]


def values(body, lane):
    return [value for term, value in cells(body) if term == lane]
