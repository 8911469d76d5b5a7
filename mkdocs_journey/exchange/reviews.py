"""``reviews.ics``: a calendar of the days on which maps and personas are to be reviewed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from msgspec import Struct

from mkdocs_journey.exchange.handbook import Handbook
from mkdocs_journey.exchange.texts import printable
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.values import slug
from mkdocs_journey.quoting import without_markup

PRODUCT = "-//mkdocs-journey//reviews//EN"


class ReviewWords(Struct, frozen=True):
    """The words of the calendar, in the language of the site."""

    calendar: str
    """Its name."""
    review: Callable[[str], str]
    """What is to be done, for the title of a map or the name of a persona."""
    details: Callable[[str, date], str]
    """Who answers for it, or "" for nobody, and the day of the last review, in a line or two."""


class ReviewDay(Struct, frozen=True):
    """A day on which a map or a persona is to be reviewed."""

    anchor: str
    """Of the map or the persona: unique in the site."""
    title: str
    url: str
    owner: str
    reviewed: date
    """The day of the last review."""
    due: date


def review_days(handbook: Handbook) -> list[ReviewDay]:
    """All such days, the first one first."""
    maps = (_day(handbook, entry.page, entry.anchor, entry.title, entry.journey) for entry in handbook.journeys())
    people = (_day(handbook, entry.page, entry.anchor, entry.name, entry.persona) for entry in handbook.personas())
    return sorted(filter(None, (*maps, *people)), key=lambda day: (day.due, day.anchor))


def _day(handbook: Handbook, page: str, anchor: str, title: str, model: Journey | Persona) -> ReviewDay | None:
    if model.reviewed is None or model.review_every is None:
        return None
    due = model.review_every.after(model.reviewed)
    url = handbook.address(page, anchor)
    return ReviewDay(
        anchor, without_markup(title) or title, url, without_markup(model.owner or ""), model.reviewed, due
    )


def write_reviews_ics(handbook: Handbook, words: ReviewWords, today: date) -> bytes:
    """The calendar. Its only trace of the time is ``today``, the day of the build."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", printable(words.calendar))
    site = urlsplit(handbook.url).hostname or slug(handbook.name) or "handbook"
    for day in review_days(handbook):
        event = Event()
        event.add("uid", f"{day.anchor}@{site}")
        event.add("dtstamp", datetime.combine(today, time(), UTC))
        event.add("dtstart", day.due)
        if day.due < date.max:
            event.add("dtend", day.due + timedelta(days=1))
        event.add("summary", printable(words.review(day.title)))
        event.add("description", printable(words.details(day.owner, day.reviewed)))
        # The form asks for a whole address.
        if handbook.url:
            event.add("url", day.url)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
