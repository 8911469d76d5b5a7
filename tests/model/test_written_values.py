"""Values as people write them: read where they can mean one thing only, else told, with the value to write.

A row is what stands behind the field, and what is read. Add rows freely.
"""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_journey.model.days import day
from mkdocs_journey.model.flags import flag
from mkdocs_journey.model.language_tags import language_tag
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.model.values import Period, period, rating, scale, whole_number
from mkdocs_journey.views.indicators import number_in
from tests.compiling import compile_pages, journey, report

READ_RATINGS = [
    ("4/5", 4), ("4 / 5", 4), ("４／５", 4), ("4 out of 5", 4), ("4 of 5", 4), ("4 von 5", 4), ("4 de 5", 4),
    ("5段階中4", 4), ("★★★★☆", 4), ("⭐⭐⭐⭐", 4), ("4 (high)", 4), ("high (4)", 4), ("Very-High", 5),
]  # fmt: skip

TOLD_RATINGS = [
    # what is written, what is offered; nothing where that would be a guess
    ("8/10", "4"), ("7/10", "4"), ("40 %", "2"), ("40%", "2"), ("75 percent", "4"), ("3-4", "4"), ("3 to 4", "4"),
    ("3.5", "4"), ("3,5", "4"), ("4.0", "4"), ("~4", "4"), ("level 4", "4"), ("4点", "4"), ("H", "4"), ("M", "3"),
    ("XL", "5"), ("L", None), ("0/5", None), ("6/5", None), ("110 %", None), ("1-5", None), ("7", None),
    ("4 (low)", None), ("urgent", None),
]  # fmt: skip

READ_INTERVALS = [
    ("quarterly", "3mo"), ("Every quarter", "3mo"), ("every 3 months", "3mo"), ("every three months", "3mo"),
    ("half a year", "6mo"), ("1/2 year", "6mo"), ("1.5 years", "18mo"), ("a year", "1y"), ("6 month(s)", "6mo"),
    ("alle 6 Wochen", "6w"), ("halbjährlich", "6mo"), ("cada 6 meses", "6mo"), ("kolmen kuukauden välein", "3mo"),
    ("3ヶ月ごと", "3mo"), ("四半期ごと", "3mo"), ("每3个月", "3mo"), ("半年", "6mo"), ("every other week", "2w"),
]  # fmt: skip

TOLD_INTERVALS = [
    ("3-6 months", "3mo"), ("2x per year", "6mo"), ("4 times a year", "3mo"), ("2 mal im Jahr", "6mo"),
    ("about 6 months", "6mo"), ("90", None), ("3m", None), ("soon", None),
]  # fmt: skip

DAYS = [
    # what is written, the language of the map, the day; two of them where nobody can know
    ("13/11/2026", "en", "2026-11-13"), ("11/13/2026", "en", "2026-11-13"), ("13-11-2026", "en", "2026-11-13"),
    ("11/12/2026", "de", "2026-12-11"), ("11/12/2026", "en-US", "2026-11-12"), ("11/12/2026", "en-GB", "2026-12-11"),
    ("11/11/2026", "en", "2026-11-11"), ("3 November 2026", "en", "2026-11-03"), ("Nov 3rd, 2026", "en", "2026-11-03"),
    ("November 3, 2026", "de", "2026-11-03"), ("3. November 2026", "de", "2026-11-03"), ("3-Nov-2026", "en", "2026-11-03"),
    ("Fri 13 Nov 2026", "en", "2026-11-13"), ("3 de noviembre de 2026", "es", "2026-11-03"),
    ("3. marraskuuta 2026", "fi", "2026-11-03"), ("2026年11月3日（火）", "ja", "2026-11-03"),
    ("2026年11月3号", "zh", "2026-11-03"), ("令和8年11月3日", "ja", "2026-11-03"), ("１３／１１／２０２６", "ja", "2026-11-13"),
    ("٢١ نوفمبر ٢٠٢٥", "ar", "2025-11-21"), ("٢١ نوفمبر ٢٠٢٥", "en", "2025-11-21"), ("٢١/١١/٢٠٢٥", "ar", "2025-11-21"),
    ("٠٥/١١/٢٠٢٥", "ar", "2025-11-05"), ("٢١\u200f/١١\u200f/٢٠٢٥", "ar", "2025-11-21"),
    ("الجمعة، ٢١ نوفمبر ٢٠٢٥ م", "ar", "2025-11-21"), ("21 تشرين الثاني 2025", "ar-SY", "2025-11-21"),
    ("21 كانون الأول 2025", "en", "2025-12-21"), ("١ اغسطس ٢٠٢٥", "ar", "2025-08-01"), ("21 نونبر 2025", "ar-MA", "2025-11-21"),
    ("۲۱ نوامبر ۲۰۲۵", "fa", "2025-11-21"), ("۲۰۲۵/۱۱/۲۱", "fa", "2025-11-21"), ("२१ नवंबर २०२५", "hi", "2025-11-21"),
    ("२०२५-११-२१", "hi", "2025-11-21"), ("２０２５－１１－２１", "ja", "2025-11-21"), ("2025년 11월 21일", "ko", "2025-11-21"),
    ("21 ноября 2025 г.", "ru", "2025-11-21"), ("21 Νοεμβρίου 2025", "el", "2025-11-21"),
    ("21 בנובמבר 2025", "he", "2025-11-21"), ("21 listopada 2025", "pl", "2025-11-21"), ("21 Kasım 2025", "tr", "2025-11-21"),
    ("2026-11-13 10:00", "en", "2026-11-13"), ("20261113", "en", "2026-11-13"), ("2026.11.3", "en", "2026-11-03"),
]  # fmt: skip

TOLD_DAYS = [
    ("13.11.26", "2026-11-13", "“13.11.26” has no whole year. Write 2026-11-13."),
    ("11/12/2026", None, "“11/12/2026” is one day here and another there. It can be 2026-12-11 or 2026-11-12: write the one that you mean."),
    ("2026-11", None, "“2026-11” names no day. Write year-month-day, with the day that is meant."),
    ("November 2026", None, "“November 2026” names no day. Write year-month-day, with the day that is meant."),
    ("21 พฤศจิกายน 2568", None, "“21 พฤศจิกายน 2568” is no date. Write year-month-day, such as 2026-11-21."),
    ("۳۰ آبان ۱۴۰۴", None, "“۳۰ آبان ۱۴۰۴” is no date. Write year-month-day, such as 2026-11-21."),
    ("3 November", None, "“3 November” is no date. Write year-month-day, such as 2026-11-21."),
    ("31/02/2026", None, "There is no day 31/02/2026 in the calendar. Write year-month-day; that month ends on 2026-02-28."),
]  # fmt: skip

OFFERED = [
    (whole_number, "14 interviews", "14"), (whole_number, "about 300", "300"), (whole_number, "1.204", "1204"),
    (whole_number, "14人", "14"), (whole_number, "9 of 14", None), (whole_number, "12-15", None),
    (whole_number, "12,5", None), (whole_number, "40 %", None), (scale, "1 to 5", "1..5"),
    (scale, "from -2 to +2", "-2..+2"), (scale, "1から5", "1..5"), (scale, "5", None), (flag, "Yes.", "true"),
    (flag, "✅", "true"), (flag, "✗", "false"), (flag, "maybe", None), (language_tag, "German", "de"),
    (language_tag, "Deutsch", "de"), (language_tag, "日本語", "ja"), (language_tag, "jp", "ja"),
    (language_tag, "English (UK)", "en"), (language_tag, "français", "fr"), (language_tag, "as usual", None),
]  # fmt: skip


def offered(read, written):
    with pytest.raises(Trouble) as told:
        read(written)
    return told.value.replacement


@pytest.mark.parametrize(("written", "value"), READ_RATINGS)
def test_a_rating_is_read(written, value):
    assert rating(written) == value


@pytest.mark.parametrize(("written", "better"), TOLD_RATINGS)
def test_a_rating_on_another_scale_is_told_with_the_one_to_write(written, better):
    assert offered(rating, written) == better


@pytest.mark.parametrize(("written", "standard"), READ_INTERVALS)
def test_an_interval_is_read(written, standard):
    assert period(written) == period(standard)
    assert isinstance(period(standard), Period)


@pytest.mark.parametrize(("written", "better"), TOLD_INTERVALS)
def test_an_interval_that_is_not_certain_is_told(written, better):
    assert offered(period, written) == better


@pytest.mark.parametrize(("written", "language", "meant"), DAYS)
def test_a_day_is_read_that_can_be_one_day_only(written, language, meant):
    assert day(written, language) == date.fromisoformat(meant)


@pytest.mark.parametrize(("written", "better", "says"), TOLD_DAYS)
def test_a_day_that_nobody_can_know_is_told(written, better, says):
    with pytest.raises(Trouble) as told:
        day(written)
    assert (told.value.replacement, f"{told.value.message} {told.value.advice}") == (better, says)


@pytest.mark.parametrize(("read", "written", "better"), OFFERED)
def test_what_stands_beside_the_value_is_told_with_the_value_alone(read, written, better):
    assert offered(read, written) == better


def test_days_are_read_in_the_language_of_the_map():
    fields = "title: T\nreviewed: 11/12/2026\nphases: [A]\n"
    german = compile_pages({"map.md": journey(f"lang: de\n{fields}")})
    assert report(german) == []
    assert [entry.journey.reviewed for entry in german.atlas.journeys.values()] == [date(2026, 12, 11)]
    assert report(compile_pages({"map.md": journey(fields)})) == [
        "map.md:3:11 JN108 “11/12/2026” is one day here and another there. It can be 2026-12-11 or 2026-11-12: write the one that you mean."
    ]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("38 days", 38),
        ("~ 40 %", 40),
        ("> 90 %", 90),
        ("€ 1,200", 1200),
        ("about 3,5", 3.5),
        ("4/5", None),
        ("3-4", None),
    ],
)
def test_the_number_of_an_indicator_may_have_a_sign_before_it(written, number):
    assert number_in(written) == number


@pytest.mark.parametrize(("language", "word", "line"), [
    ("en", "often", "4"), ("en", "rarely", "2"), ("en", "never", "1"), ("de", "selten", "2"), ("de", "sehr oft", "5"),
    ("es", "a menudo", "4"), ("es", "a veces", "3"), ("fr", "souvent", "4"), ("it", "di rado", "2"), ("nl", "vaak", "4"),
    ("pt", "às vezes", "3"), ("fi", "harvoin", "2"), ("ja", "ときどき", "3"), ("zh", "经常", "4"),
])  # fmt: skip
def test_a_word_for_how_often_comes_with_the_rating_that_it_proposes(language: str, word: str, line: str) -> None:
    pain = f"      - text: P\n        frequency: {word}\n"
    page = journey(f"title: T\nlang: {language}\nphases:\n  - name: A\n    pains:\n{pain}")
    (finding,) = compile_pages({"map.md": page}).findings
    assert (finding.code.id, finding.mend.lines) == ("JN107", (f"        frequency: {line}",))


@pytest.mark.parametrize(("language", "month"), [
    ("en", "March 2026"), ("es", "marzo de 2026"), ("de", "März 2026"), ("ja", "2026年3月"), ("en", "03/2026"),
    ("fr", "mars 2026"), ("en", "2026-03"),
])  # fmt: skip
def test_a_month_comes_with_its_first_and_its_last_day_to_choose_from(language: str, month: str) -> None:
    page = journey(f"title: T\nlang: {language}\nreviewed: {month}\nphases: [A]\n")
    (finding,) = compile_pages({"map.md": page}).findings
    assert [choice.lines for choice in finding.mend.choices] == [("reviewed: 2026-03-01",), ("reviewed: 2026-03-31",)]
