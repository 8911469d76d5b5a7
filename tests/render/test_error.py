"""The error box: every mistake at its place, with the mend, and nothing in it alive."""

from __future__ import annotations

import pytest

from mkdocs_journey.findings import Code, Finding, Mend, Severity
from mkdocs_journey.languages.words import Words
from mkdocs_journey.place import Span
from mkdocs_journey.render.error import MOST_CHARACTERS, MOST_FINDINGS, render_error
from mkdocs_journey.source.text import Block, Line
from tests.render.rendering import ENVIRONMENT, compiled, parse, text_of

WRONG = Code("JN110", Severity.ERROR, "Wrong")
HINT = Code("JN112", Severity.INFO, "Hint")


def block(*texts, first=10, column=1, kind="journey"):
    lines = tuple(Line(text, first + i, column) for i, text in enumerate(texts))
    return Block(kind, "maps/a.md", lines, Span("maps/a.md", first - 1, 1, first - 1, 10))


def finding(line, column, end, message="It is wrong.", code=WRONG, file="maps/a.md", **more):
    return Finding(code, Span(file, line, column, line, end), message, **more)


def box(source, *findings, kind="journey", language="en"):
    html = render_error(kind, source, findings, Words.load(language), ENVIRONMENT)
    return html, parse(html)


STEPS = block("title: T", "phases:", "  - name: Try", "    emotion: 3", "    actions: x", "  - name: Buy")


def test_a_mistake_is_shown_in_its_place_with_its_mend():
    mend = Mend("Write +2.", ("    emotion: +2",), 13, 13)
    _, body = box(STEPS, finding(13, 14, 15, "The score 3 is off the scale.", mend=mend))
    assert body.div["role"] == "note"
    assert text_of(body.select_one(".journey-error__title")) == "This journey map could not be drawn"
    assert text_of(body.select_one(".journey-error__place")) == "maps/a.md , line 13"
    assert text_of(body.select_one(".journey-error__message")) == "The score 3 is off the scale. JN110"
    excerpt, mended = body.select("pre")
    assert excerpt.get_text().splitlines() == [
        "11 phases:",
        "12   - name: Try",
        "13     emotion: 3",
        "14     actions: x",
    ]
    assert [mark.get_text() for mark in excerpt.select("mark")] == ["3"]
    assert text_of(body.select_one(".journey-error__mend")) == "Write +2. Line 13, mended:"
    assert mended.code.get_text() == "    emotion: +2\n"


def test_lines_of_which_only_the_author_knows_which_are_meant_stand_below_one_another():
    choices = (
        Mend("", ("    emotion: +2",), 13, 13, meaning="as emotion of the phase Try"),
        Mend("", ("    emotion: 3", "    actions: x"), 13, 14),
    )
    _, body = box(STEPS, finding(13, 14, 15, mend=Mend("It can be meant in more than one way.", choices=choices)))
    assert [text_of(label) for label in body.select(".journey-error__mend")] == [
        "It can be meant in more than one way. Line 13, mended, as emotion of the phase Try:",
        "Or: Lines 13 to 14, mended:",
    ]
    assert [pre.code.get_text() for pre in body.select("pre")[1:]] == [
        "    emotion: +2\n",
        "    emotion: 3\n    actions: x\n",
    ]


@pytest.mark.parametrize(
    ("kind", "title"),
    [("persona", "This persona could not be drawn"), ("journeys", "This view could not be drawn")],
)
def test_the_title_names_what_is_missing(kind, title):
    _, body = box(STEPS, finding(13, 14, 15), kind=kind)
    assert text_of(body.select_one(".journey-error__title")) == title


def test_mistakes_of_one_line_share_an_excerpt_and_stand_in_order():
    _, body = box(STEPS, finding(13, 14, 15, "B."), finding(10, 1, 6, "A."), finding(13, 5, 12, "C."))
    places = body.select(".journey-error__places > li")
    assert [text_of(place.select_one(".journey-error__place")) for place in places] == [
        "maps/a.md , line 10", "maps/a.md , line 13",
    ]  # fmt: skip
    assert len(body.select("pre")) == 2
    assert [mark.get_text() for mark in places[1].select("mark")] == ["emotion", "3"]
    assert [text_of(p) for p in places[1].select(".journey-error__message")] == ["C. JN110", "B. JN110"]


def test_marks_that_overlap_are_one():
    _, body = box(STEPS, finding(13, 5, 12), finding(13, 8, 15))
    assert [mark.get_text() for mark in body.select("mark")] == ["emotion: 3"]


def test_only_so_many_are_shown_and_the_others_counted():
    _, body = box(STEPS, *[finding(13, 5, 12, f"Number {i}.") for i in range(MOST_FINDINGS + 3)])
    assert len(body.select(".journey-error__message")) == MOST_FINDINGS
    assert text_of(body.select_one(".journey-error__more")) == "Further mistakes: 3"


def test_a_hint_is_called_one():
    _, body = box(STEPS, finding(13, 14, 15, "No sign.", code=HINT))
    assert text_of(body.select_one(".journey-error__message")) == "Hint: No sign. JN112"


def test_columns_count_from_where_the_fence_is_indented():
    source = block("emotion: 3", column=5)
    _, body = box(source, finding(10, 14, 15))
    assert [mark.get_text() for mark in body.select("mark")] == ["3"]


def test_a_place_outside_the_block_has_no_excerpt():
    _, body = box(STEPS, finding(3, 1, 2), finding(13, 1, 2, file="data/b.yml"))
    assert body.select("pre") == []
    assert [text_of(p) for p in body.select(".journey-error__place")] == ["data/b.yml , line 13", "maps/a.md , line 3"]


@pytest.mark.parametrize("at", [0, 30, 79, 80, 150, 295])
def test_long_lines_are_cut_around_the_mistake(at):
    text = "x" * at + "WRONG" + "y" * (295 - at)
    _, body = box(block(text), finding(10, at + 1, at + 6))
    shown = body.select_one("pre span").get_text().rstrip("\n").removeprefix("10 ")
    assert len(shown) <= MOST_CHARACTERS
    assert [mark.get_text() for mark in body.select("mark")] == ["WRONG"]


def test_something_missing_is_marked_too():
    _, body = box(block("title:"), finding(10, 7, 7))
    assert [mark.get_text() for mark in body.select("mark")] == ["\xa0"]


def test_a_mistake_over_several_lines_is_marked_in_each():
    span = Span("maps/a.md", 12, 5, 13, 13)
    _, body = box(STEPS, Finding(WRONG, span, "Wrong."))
    assert [mark.get_text() for mark in body.select("mark")] == ["name: Try", "emotion:"]


def test_lines_to_insert_say_where():
    mend = Mend("Add an id.", ("id: first-login",), 11, 10)
    _, body = box(STEPS, finding(10, 1, 6, mend=mend))
    assert text_of(body.select_one(".journey-error__mend")) == "Add an id. To insert before line 11:"


def test_places_that_matter_are_named():
    related = ((Span("b.md", 4, 1, 4, 9), "the first one"),)
    _, body = box(STEPS, finding(10, 1, 6, related=related))
    assert text_of(body.select_one(".journey-error__related")) == "See also b.md:4 (the first one)"


def test_code_in_a_message_is_code():
    _, body = box(STEPS, finding(10, 1, 6, "Write `title: <b>`."))
    assert body.select_one(".journey-error__message code").get_text() == "title: <b>"


def test_characters_that_cannot_be_seen_are_shown():
    _, body = box(block("a\u202eb\x1bc\u200bd\xa0e"), finding(10, 1, 2, "x\u202ey."))
    assert "a\ufffdb\ufffdc\ufffdd\xa0e" in body.get_text()
    assert "x\ufffdy." in body.get_text()


NAUGHTY = "<script>alert(1)</script><img src=x onerror=alert(1)>\"' &lt; {{ x }} {% y %} {# z #} `<svg onload=a>`"


def test_nothing_in_it_comes_alive():
    span = Span(NAUGHTY, 10, 3, 10, 30)
    findings = [
        finding(10, 3, 30, NAUGHTY, mend=Mend(NAUGHTY, (NAUGHTY,), 10, 10), related=((span, NAUGHTY),)),
        Finding(WRONG, span, NAUGHTY),
    ]
    html, body = box(block(NAUGHTY), *findings)
    assert {tag.name for tag in body.find_all(True)} <= {
        "div", "p", "ol", "li", "pre", "code", "span", "i", "b", "small", "mark",
    }  # fmt: skip
    assert all(
        set(tag.attrs) <= {"class", "role", "data-search-exclude", "dir", "tabindex"} for tag in body.find_all(True)
    )
    assert not any(delimiter in html for delimiter in ("{{", "{%", "{#"))
    assert body.select("pre")[-1].get_text() == NAUGHTY + "\n"


def test_it_speaks_the_language_of_the_site():
    _, body = box(STEPS, finding(13, 14, 15), language="ja")
    assert text_of(body.select_one(".journey-error__title")) == "このジャーニーマップは表示できません"


def test_a_compiled_block_has_everything_that_the_box_needs():
    site = compiled({"a.md": "- item\n\n  ```journey\n  title: T\n  phases:\n    - name: A\n      emotion: 9\n  ```\n"})
    (bad,) = site.blocks["a.md"]
    _, body = box(bad.source, *bad.findings, kind=bad.fence.kind)
    assert [mark.get_text() for mark in body.select("mark")] == ["9"]
