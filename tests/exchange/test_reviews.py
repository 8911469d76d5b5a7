"""``reviews.ics``: a calendar of review dates, read back by another library than the one that writes it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
import vobject

from mkdocs_journey.exchange.reviews import ReviewWords, write_reviews_ics
from tests.exchange.handbooks import handbook

WORDS = ReviewWords("Reviews: Ours", lambda title: f"Review: {title}", lambda owner, day: f"{owner}\n{day}")
TODAY = date(2026, 11, 22)


def page(title: str, *fields: str) -> str:
    return "\n".join(["```journey", f"title: {title}", *fields, "phases: [A]", "```", ""])


PAGES = {
    "b.md": page("Second", "id: second", "reviewed: 2026-03-01", "review_every: 1mo", "owner: Success team"),
    "a.md": page("First", "id: first", "reviewed: 2026-01-31", "review_every: 1mo"),
    "never.md": page("Never", "reviewed: 2026-01-31"),
    "mia.md": "```persona\nname: Mia\ntier: anti\nreviewed: 2025-12-24\nreview_every: 1y\nowner: Sales\n```\n",
}


def events(content: bytes) -> list[Any]:
    (calendar,) = vobject.readComponents(content.decode("utf-8"))
    return calendar.contents.get("vevent", [])


def test_each_map_and_persona_has_an_event_on_the_day_of_its_next_review() -> None:
    found = events(write_reviews_ics(handbook(PAGES), WORDS, TODAY))
    assert [
        (event.uid.value, event.dtstart.value, event.dtend.value, event.summary.value, event.description.value)
        for event in found
    ] == [
        ("journey-first@handbook.example", date(2026, 2, 28), date(2026, 3, 1), "Review: First", "\n2026-01-31"),
        (
            "journey-second@handbook.example", date(2026, 4, 1), date(2026, 4, 2), "Review: Second",
            "Success team\n2026-03-01",
        ),
        ("persona-mia@handbook.example", date(2026, 12, 24), date(2026, 12, 25), "Review: Mia", "Sales\n2025-12-24"),
    ]  # fmt: skip
    assert [event.url.value for event in found] == [
        "https://handbook.example/a/#journey-first",
        "https://handbook.example/b/#journey-second",
        "https://handbook.example/mia/#persona-mia",
    ]


def test_the_day_of_the_build_is_the_only_trace_of_time() -> None:
    content = write_reviews_ics(handbook(PAGES), WORDS, TODAY)
    assert {event.dtstamp.value for event in events(content)} == {datetime(2026, 11, 22, tzinfo=UTC)}
    assert content == write_reviews_ics(handbook(dict(reversed(PAGES.items()))), WORDS, TODAY)


def test_a_site_without_an_address_has_a_calendar_without_addresses_and_with_names_of_its_own() -> None:
    found = events(write_reviews_ics(handbook(PAGES, url=""), WORDS, TODAY))
    assert [event.uid.value for event in found][:1] == ["journey-first@our-handbook"]
    assert [event for event in found if "url" in event.contents] == []


def test_the_end_of_the_calendar_is_no_trouble() -> None:
    pages = {"a.md": page("Late", "id: late", "reviewed: 9999-01-01", "review_every: 9999y")}
    (event,) = events(write_reviews_ics(handbook(pages), WORDS, TODAY))
    assert (event.dtstart.value, "dtend" in event.contents) == (date.max, False)


@pytest.mark.parametrize(
    "title",
    [
        r"Commas, semicolons; backslashes \, and \n",
        "BEGIN:VEVENT",
        "x\u2028END:VEVENT\u2029UID:x",
        "見直し" * 60,
        "e\u0301\U0001f468\u200d\U0001f469\u200d\U0001f467" * 20,
    ],
)
def test_a_text_arrives_as_it_was_written_and_is_never_more_than_a_text(title: str) -> None:
    pages = {"a.md": page(f"'{title}'", "id: a", "reviewed: 2026-01-31", "review_every: 1mo", f"owner: '{title}'")}
    content = write_reviews_ics(handbook(pages), WORDS, TODAY)
    (event,) = events(content)
    shown = title.replace("\u2028", " ").replace("\u2029", " ")
    assert event.summary.value == f"Review: {shown}"
    assert event.description.value == f"{shown}\n2026-01-31"
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
