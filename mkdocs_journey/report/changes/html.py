"""Changes as one page that stands by itself: no script, no address outside, its style sheet within."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from mkdocs_journey.diff import Grade, Graded
from mkdocs_journey.diff.comparison import (
    Comparison,
    MapChanges,
    by_map,
)
from mkdocs_journey.render.changes.sentences import reason, sentence
from mkdocs_journey.render.changes.totals import summary_of, total_of
from mkdocs_journey.report.curves import changed_curves
from mkdocs_journey.safe_text import UNSEEN

_STYLE = """
:root { color-scheme: light dark; --bad: light-dark(#b3261e, #ff9b91); --good: light-dark(#00695c, #63d3c1) }
body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }
h2 { margin: 2rem 0 .3rem; border-top: 1px solid; padding-top: .6rem; font-size: 1.2rem }
h3 { margin: .8rem 0 .2rem; font-size: 1rem }
ul { margin: 0; padding-inline-start: 1.2rem }
del { color: var(--bad) } ins { color: var(--good); text-decoration: none; font-weight: 600 }
.grade { font-weight: 700; color: var(--bad) }
.curve { font-family: monospace; font-size: 1.2rem }
small { opacity: .8 }
"""
_TAGS = {"name": "b", "before": "del", "after": "ins"}


def write_html(comparison: Comparison) -> str:
    """The page."""
    title = "What changed in the customer's experience"
    body = "".join("".join(_map(one, comparison)) for one in by_map(comparison))
    between = "from {} to {}".format(*map(_text, comparison.between))
    head = f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>{title}</title>'
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n{head}\n<style>{_STYLE}</style>\n</head>\n<body>\n'
        f"<h1>{title}</h1>\n<p><b>{total_of(comparison)}</b> {between}.</p>\n{body}</body>\n</html>\n"
    )


def _map(one: MapChanges, comparison: Comparison) -> Iterator[str]:
    yield f"<h2>{_text(one.where.title)}</h2>\n<p>{_text(summary_of(one.changes))}</p>\n"
    if curves := changed_curves(comparison, one.where):
        yield f'<p class="curve" aria-hidden="true">{curves[0]} → {curves[1]}</p>\n'
    for place, changes in one.places():
        if place:
            yield f"<h3>{_text(place)}</h3>\n"
        yield "<ul>\n" + "".join(f"<li>{_change(graded)}</li>\n" for graded in changes) + "</ul>\n"


def _change(graded: Graded) -> str:
    html = ""
    for piece in sentence(graded):
        tag = _TAGS.get(piece.role)
        html += f"<{tag}>{_text(piece.text)}</{tag}>" if tag else _text(piece.text)
    if graded.grade is Grade.NOTE:
        return html
    because = f" <small>({why})</small>" if (why := reason(graded)) else ""
    return f'<span class="grade">{graded.grade}</span>: {html}{because}'


def _text(text: str) -> str:
    return escape(UNSEEN.sub("\ufffd", text))
