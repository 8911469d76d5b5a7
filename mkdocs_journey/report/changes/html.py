"""Changes as one page that stands by itself: no script, no address outside, its style sheet within."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from mkdocs_journey.diff import Grade, Graded
from mkdocs_journey.diff.comparison import (
    Comparison,
    MapChanges,
    by_map,
)
from mkdocs_journey.drawing.sentences import grade_word, reason, sentence
from mkdocs_journey.drawing.totals import TITLE, between, summary_of
from mkdocs_journey.languages.words import Words
from mkdocs_journey.render.html.elements import Text, element, joined
from mkdocs_journey.report.curves import changed_curves
from mkdocs_journey.safe_text import UNSEEN

_STYLE = Markup("""
:root { color-scheme: light dark; --bad: light-dark(#b3261e, #ff9b91); --good: light-dark(#00695c, #63d3c1) }
body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }
h2 { margin: 2rem 0 .3rem; border-top: 1px solid; padding-top: .6rem; font-size: 1.2rem }
h3 { margin: .8rem 0 .2rem; font-size: 1rem }
ul { margin: 0; padding-inline-start: 1.2rem }
del { color: var(--bad) } ins { color: var(--good); text-decoration: none; font-weight: 600 }
.grade { font-weight: 700; color: var(--bad) }
.curve { font-family: monospace; font-size: 1.2rem }
small { opacity: .8 }
""")
_PAGE = Markup("""\
<!doctype html>
<html lang="{}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{}</title>
<style>{}</style>
</head>
<body>
{}</body>
</html>
""")
_TAGS = {"name": "b", "before": "del", "after": "ins"}


def write_html(comparison: Comparison, words: Words | None = None) -> str:
    """The page."""
    words = words or Words.load()
    title = _seen(words.said(TITLE))
    body: list[Text] = [
        element("h1", title),
        "\n",
        element("p", element("b", _seen(words.said(between(comparison, words))))),
        "\n",
    ]
    for one in by_map(comparison):
        body += _map(one, comparison, words)
    return str(_PAGE.format(words.language, title, _STYLE, joined(body)))


def _map(one: MapChanges, comparison: Comparison, words: Words) -> Iterator[Text]:
    yield from (element("h2", _seen(one.where.title)), "\n", element("p", _seen(summary_of(one.changes, words))), "\n")
    if curves := changed_curves(comparison, one.where):
        yield from (element("p", " → ".join(curves), cls="curve", aria_hidden="true"), "\n")
    for place, changes in one.places():
        if place:
            yield from (element("h3", _seen(place)), "\n")
        items = joined(joined((element("li", *_change(graded, words)), "\n")) for graded in changes)
        yield from (element("ul", "\n", items), "\n")


def _change(graded: Graded, words: Words) -> Iterator[Text]:
    if graded.grade is not Grade.NOTE:
        yield from (element("span", grade_word(graded, words), cls="grade"), ": ")
    for piece in sentence(graded, words):
        tag = _TAGS.get(piece.role)
        yield element(tag, _seen(piece.text)) if tag else _seen(piece.text)
    if graded.grade is not Grade.NOTE and (why := reason(graded, words)):
        yield from (" ", element("small", f"({why})"))


def _seen(text: str) -> str:
    return UNSEEN.sub("\ufffd", text)
