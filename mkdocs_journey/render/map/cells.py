"""The HTML of lane names, cells and items: written here and not in a template, since a map has hundreds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from markupsafe import Markup

from mkdocs_journey.drawing import texts as drawn
from mkdocs_journey.drawing.items import CellItems, ItemView, MapRow, Mark
from mkdocs_journey.drawing.sources import EvidenceMark
from mkdocs_journey.drawing.texts import WrittenText
from mkdocs_journey.languages.words import Words
from mkdocs_journey.render.html.elements import Text, element, frame, joined
from mkdocs_journey.render.html.sanitizer import without_links
from mkdocs_journey.render.html.written import TextsAsHtml

NOTHING, SPACE = Markup(), Markup(" ")
_ITEM, _LIST, _NOTES = frame("li"), frame("ul"), frame("small", cls="journey-note")


def names_html(rows: Sequence[MapRow], ticks: Sequence[str], no_score: str = "") -> Markup:
    """The names of the lanes, at the side of the map.

    ``ticks`` are the values of the axis of the emotion lane, ``no_score`` names its row of feelings without a score.
    """
    axis = "\n".join(ticks)
    felt = [(axis, no_score) if row.voice == "emotion" else ("", "") for row in rows]
    return joined([_name_html(row, *names) for row, names in zip(rows, felt, strict=True)])


# Maps of a site mostly have the same lanes.
@lru_cache(maxsize=256)
def _name_html(row: MapRow, axis: str, no_score: str) -> Markup:
    above = element("small", axis or row.line) if axis or row.line else NOTHING
    name = "journey-blueprint" if row.blueprint else "journey-lane--emotion" if axis else None
    border = f"--border:{row.style}" if row.line else ""
    below = element("small", row.note) if row.note else element("i", no_score) if axis and no_score else NOTHING
    return element("b", above, row.label, below, cls=name, style=f"--row:{row.row};{border}")


def flag_html(mark: Mark | None, html: TextsAsHtml) -> Markup:
    """The word for what happened to a cell, a step or a phase since an older version."""
    return element("b", html(mark.flag), cls="journey-flag") if mark else NOTHING


def items_html(items: CellItems, words: Words, html: TextsAsHtml) -> Markup:
    """The items of a cell: one alone, or a list."""
    if len(items) == 1:
        return _alone(items[0], words, html)
    parts: list[Text] = []
    for item in items:
        if isinstance(item, WrittenText):
            parts += _ITEM.around(html.written(item), SPACE)
        else:
            inside, title = _inside(item, words, html), item.icon_meaning or None
            parts.append(element("li", inside, SPACE, cls=_classes(item), id=_id(item), title=title))
    return _LIST(*parts)


def _alone(item: ItemView | WrittenText, words: Words, html: TextsAsHtml) -> Markup:
    if isinstance(item, WrittenText):
        return html.written(item)
    inside, classes, id_ = _inside(item, words, html), _classes(item), _id(item)
    if not classes and not id_ and not item.icon_meaning:
        return inside
    return element("p", inside, cls=classes, id=id_, title=item.icon_meaning or None)


def _classes(item: ItemView) -> str | None:
    """What sets an item off."""
    guess = (
        "journey-resolved" if item.resolved else "journey-hyp" if item.hypothesis else "is-gone" if item.gone else ""
    )
    icon = f"journey-ch journey-ch--{item.icon}" if item.icon else ""
    return f"{icon} {guess}" if icon and guess else icon or guess or None


def _id(item: ItemView) -> str | None:
    # The label has it, where there is one.
    return item.id if item.id and not item.label else None


def _inside(item: ItemView, words: Words, html: TextsAsHtml) -> Markup:
    text = html(item.text)
    if item.folded:
        inside = [element("li", _inside(one, words, html), " ") for one in item.folded]
        return element("details", element("summary", text, " "), _LIST(*inside), cls="journey-more")
    if item.resolved:
        text = element("s", text)
    if item.address:
        text = element("a", without_links(text), href=item.address)
    parts = [_label(item), SPACE, text] if item.label or item.severity else [text]
    if item.notes:
        parts += [SPACE, _NOTES(dotted(item.notes, html))]
    for link in item.links:
        parts += [SPACE, element("a", link.title, cls="journey-help", href=link.address)]
    if item.evidence:
        parts.append(evidence_html(item.evidence, words, html))
    return joined(parts)


def _label(item: ItemView) -> Markup:
    if not item.severity:
        return element("b", item.label, id=item.id or None)
    name = f"{item.label} {item.rating}".strip()
    return element("b", name, cls="journey-sev", style=f"--sev:{item.severity}", id=item.id or None)


def evidence_html(mark: EvidenceMark | None, words: Words, html: TextsAsHtml) -> Markup:
    """The mark below a statement, with a space before it."""
    if mark is None:
        return NOTHING
    parts = (words("evidence.hypothesis"), *mark.texts) if mark.hypothesis else mark.texts
    plain = tuple(part for part in parts if isinstance(part, str))
    if len(plain) == len(parts):
        return _known_evidence(plain, mark.hypothesis, mark.explanation)
    return _evidence(map(html, parts), mark.hypothesis, mark.explanation)


def _evidence(parts: Iterable[Text], hypothesis: bool, explanation: str) -> Markup:
    name = "journey-ev journey-ev--hyp" if hypothesis else "journey-ev"
    return joined((SPACE, element("small", joined(parts, " · "), cls=name, title=explanation or None)))


# Many statements rest on few sources.
@lru_cache(maxsize=1024)
def _known_evidence(parts: tuple[str, ...], hypothesis: bool, explanation: str) -> Markup:
    return _evidence(parts, hypothesis, explanation)


def dotted(texts: Iterable[drawn.DrawnText], html: TextsAsHtml) -> Markup:
    """Texts in one line."""
    return joined(map(html, texts), " · ")
