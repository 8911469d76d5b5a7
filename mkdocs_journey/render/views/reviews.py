"""Reviews as a table: what is overdue first, and whose turn it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.view import View
from mkdocs_journey.render.html.elements import element
from mkdocs_journey.render.html.texts import Text, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import Joined, Small, Strong, way_to
from mkdocs_journey.render.views.sections import Group, ViewSection, note, order, sections_html
from mkdocs_journey.render.views.table import CellContent, TableCell, TableColumn, TableRow
from mkdocs_journey.views.reviews import Reviewed, Reviews

if TYPE_CHECKING:
    from jinja2 import Environment


def draw(
    found: Reviews, view: View, surroundings: Surroundings, texts: Texts, environment: Environment
) -> Markup | None:
    """The table, and the way to the calendar; None where there is no map and no persona that is asked for."""
    words = surroundings.words
    if not found.rows and not found.fresh:
        return None
    calendar = _calendar(found, surroundings)
    if not found.rows:
        return note(words("reviews.all_fresh", number=found.fresh)) + calendar
    columns = [
        TableColumn(words("reviews.what"), sorted=order("title", view, "due")),
        TableColumn(words("reviews.owner"), sorted=order("owner", view, "due")),
        TableColumn(words("reviews.standing"), sorted=order("due", view, "due")),
        TableColumn(words("reviews.last")),
        TableColumn(words("reviews.walked")),
    ]
    rows = [TableRow(_cells(one, surroundings, texts)) for one in found.rows]
    fresh = words("reviews.fresh", number=found.fresh) if found.fresh else ""
    section = ViewSection([Group(words("reviews.label"), rows)], columns, found.total)
    html = sections_html([section], view, surroundings)
    return html + (note(fresh) if fresh else Markup()) + calendar


def _calendar(found: Reviews, surroundings: Surroundings) -> Markup:
    if not surroundings.calendar or not found.planned:
        return Markup()
    link = element("a", surroundings.words("reviews.subscribe"), href=surroundings.calendar)
    return note(surroundings.words("reviews.calendar", link=link))


def _cells(one: Reviewed, surroundings: Surroundings, texts: Texts) -> list[CellContent]:
    words, entry = surroundings.words, one.entry
    file = entry.document.block.file
    kind = "journey" if isinstance(entry, JourneyEntry) else "persona"
    name: Text = way_to(surroundings, f"{kind}:{entry.id}", texts(one.title, file), file)
    name = Joined((name, Small(words(f"reviews.{kind}"))), " ")
    return [
        TableCell(name, one.title),
        texts(one.owner, file) if one.owner else Strong(words("reviews.nobody"), hurts=True),
        TableCell(_standing(one, words), one.days),
        TableCell(words.date(one.reviewed), one.reviewed.isoformat()) if one.reviewed else None,
        _walked(one, words, texts, file),
    ]


def _standing(one: Reviewed, words: Words) -> Text:
    hurts = one.standing in ("overdue", "never")
    name = "up_to_date" if one.standing == "fresh" else one.standing
    said: Text = Strong(words(f"reviews.{name}"), hurts=hurts)
    if one.due is None:
        return said
    day = words("reviews.day", date=words.date(one.due), days=_distance(one.days, words))
    return Joined((said, Small(day)), " ")


def _distance(days: int, words: Words) -> str:
    if days == 0:
        return words("reviews.today")
    key = "days_over" if days < 0 else "days_left"
    return words(f"reviews.{key}_{'one' if abs(days) == 1 else 'other'}", number=abs(days))


def _walked(one: Reviewed, words: Words, texts: Texts, file: str) -> CellContent:
    if one.never_walked:
        return Strong(words("reviews.never_walked"), hurts=True)
    walk = one.walkthrough
    if walk is None:
        return None
    parts: list[Text] = [words.date(walk.date)] if walk.date else []
    if walk.result:
        parts.append(Small(texts(walk.result, file)))
    return Joined(parts, " ") if parts else words("reviews.walked_once")
