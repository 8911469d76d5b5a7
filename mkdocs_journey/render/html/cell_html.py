"""The HTML of lane names, headings, cells and items: written here and not in a template, since a map has hundreds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape

from markupsafe import Markup

from mkdocs_journey.languages.words import Words
from mkdocs_journey.render.html.elements import as_html
from mkdocs_journey.render.html.sanitizer import without_links
from mkdocs_journey.render.html.texts import Inline, Text
from mkdocs_journey.render.map.emotion_lane import EmotionCell
from mkdocs_journey.render.map.grid import PhaseView, StepView
from mkdocs_journey.render.map.items import Cell, ItemView, Mark, Row
from mkdocs_journey.render.map.sources import EvidenceMark


def names_html(rows: Iterable[Row], ticks: Sequence[str]) -> Markup:
    """The names of the lanes, at the side of the map. ``ticks`` are the values of the axis of the emotion lane."""
    html = []
    for row in rows:
        name = ""
        above = f"<small>{escape(row.line)}</small>" if row.line else ""
        if row.voice == "emotion":
            name, above = ' class="journey-lane--emotion"', "<small>" + "\n".join(ticks) + "</small>"
        if row.blueprint:
            name = ' class="journey-blueprint"'
        border = f"--border:{row.style}" if row.line else ""
        below = f"<small>{escape(row.note)}</small>" if row.note else ""
        html.append(f'<b{name} style="--row:{row.row};{border}">{above}{escape(row.label)}{below}</b>')
    return Markup("".join(html))  # noqa: S704 - everything is escaped


def cells_html(cells: Sequence[Cell], words: Words) -> Markup:
    """The cells of a step or a phase as a list of terms and values.

    Words of neighbours must not run together in a search index. The space that keeps them apart stands inside the
    elements: between them it would be a text of its own, and a search that reads the page pays for each.
    """
    if not cells:
        return Markup()
    html = ["<dl>"]
    for cell in cells:
        row = f"--row:{cell.row};"
        mark = f"is-{cell.mark.kind}" if cell.mark else ""
        names = " ".join(filter(None, (f"journey-lane--{cell.voice}" if cell.voice else "", mark)))
        voice = f' class="{names}"' if names else ""
        html.append(f'<dt style="{row}">{_escaped(cell.label)} </dt>')
        if cell.emotion:
            name = f"journey-lane--emotion{cell.emotion.name}"
            html.append(f'<dd class="{name}" style="{row}{cell.emotion.style}">')
            html.append(_emotion(cell.emotion, words))
        else:
            html.append(f'<dd{voice} style="{row}">{flag_html(cell.mark)}')
            html.append(items_html(cell.items, words))
        html.append(" </dd>")
    html.append("</dl>\n")
    return Markup("".join(html))  # noqa: S704 - everything is escaped or Markup


def flag_html(mark: Mark | None) -> str:
    """The word for what happened to a cell, a step or a phase since an older version."""
    return f'<b class="journey-flag">{as_html(mark.flag)}</b> ' if mark else ""


def items_html(items: Sequence[ItemView | Inline], words: Words) -> Markup:
    """The items of a cell: one alone, or a list."""
    if len(items) == 1:
        return Markup(_alone(items[0], words))  # noqa: S704 - escaped
    html = ["<ul>"]
    for item in items:
        if isinstance(item, Inline):
            html.append(f"<li>{item.found[item.text]} </li>")
        else:
            html.append(f"<li{_attributes(item)}>{_item(item, words)} </li>")
    html.append("</ul>")
    return Markup("".join(html))  # noqa: S704 - everything is escaped or Markup


def heading_html(view: PhaseView | StepView, level: int, earlier: Mapping[str, Sequence[str]]) -> Markup:
    """The heading of a phase or a step, which links can lead to; ``earlier`` are anchors that it had before."""
    kind = "phase" if isinstance(view, PhaseView) else "step"
    name = f"journey-{kind}__title is-hypothesis" if view.hypothesis else f"journey-{kind}__title"
    place = f'id="{escape(view.entry.anchor)}" data-no="{view.entry.number}"'
    mark = f" {flag_html(view.mark).strip()}" if view.mark else ""
    inside = f"{targets_html(earlier.get(view.entry.anchor, ()))}{as_html(view.name)}{mark}"
    return Markup(f'<h{level} class="{name}" {place}>{inside}</h{level}>')  # noqa: S704 - escaped


def targets_html(anchors: Iterable[str]) -> Markup:
    """Empty elements to which old links lead."""
    return Markup("".join(f'<span id="{escape(anchor)}"></span>' for anchor in anchors))  # noqa: S704 - escaped


@lru_cache(maxsize=1024)
def _escaped(label: str) -> str:
    # The name of a lane stands before each of its cells.
    return escape(label)


def _alone(item: ItemView | Inline, words: Words) -> str:
    if isinstance(item, Inline):
        return item.found[item.text]
    attributes = _attributes(item)
    inner = _item(item, words)
    return f"<p{attributes}>{inner}</p>" if attributes else inner


def _attributes(item: ItemView) -> str:
    found = f' class="{item.name}"' if item.name else ""
    if item.id and not item.label:
        found += f' id="{escape(item.id)}"'
    return f'{found} title="{escape(item.title)}"' if item.title else found


def _item(item: ItemView, words: Words) -> str:
    text = without_links(item.text) if item.address else as_html(item.text)
    if item.folded:
        inside = "".join(f"<li>{_item(one, words)} </li>" for one in item.folded)
        return f'<details class="journey-more"><summary>{text} </summary><ul>{inside}</ul></details>'
    if item.struck:
        text = f"<s>{text}</s>"
    if item.address:
        text = f'<a href="{escape(item.address)}">{text}</a>'
    # Joined by f-strings only: "+" with Markup would escape the other side.
    html = f"{_label(item)}{text}" if item.label or item.severity else f"{text}"
    if item.notes:
        html += f' <small class="journey-note">{dotted(item.notes)}</small>'
    for link in item.links:
        html += f' <a class="journey-help" href="{escape(link.address)}">{as_html(link.title)}</a>'
    return f"{html}{evidence_html(item.evidence, words)}" if item.evidence else html


def _label(item: ItemView) -> str:
    place = f' id="{escape(item.id)}"' if item.id else ""
    if not item.severity:
        return f"<b{place}>{escape(item.label)}</b> "
    name = f"{item.label} {item.rating}".strip()
    return f'<b class="journey-sev" style="--sev:{item.severity}"{place}>{escape(name)}</b> '


def _emotion(cell: EmotionCell, words: Words) -> str:
    points = (
        f'<b class="{point.name}" style="--y:{point.y}">{escape(point.shown)}'
        + (f" <span>{escape(point.read)}</span></b>" if point.read else "</b>")
        for point in cell.points
    )
    note = f'<small class="journey-was">{as_html(cell.note)}</small> ' if cell.note else ""
    return f"{note}{' '.join(points)}{evidence_html(cell.evidence, words)}"


def evidence_html(mark: EvidenceMark | None, words: Words) -> Markup:
    """The mark below a statement, with a space before it."""
    if mark is None:
        return Markup()
    parts = [words("evidence.hypothesis"), *mark.texts] if mark.hypothesis else mark.texts
    name = "journey-ev journey-ev--hyp" if mark.hypothesis else "journey-ev"
    title = f' title="{escape(mark.explanation)}"' if mark.explanation else ""
    return Markup(f' <small class="{name}"{title}>{dotted(parts)}</small>')  # noqa: S704


def dotted(texts: Iterable[Text]) -> str:
    """Texts in one line, as HTML."""
    return " · ".join([as_html(text) for text in texts])
