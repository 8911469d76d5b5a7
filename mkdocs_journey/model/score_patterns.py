"""How scores are written, and what looks like one. Rare forms are texts: a pattern is made of them once it is needed."""

from __future__ import annotations

import re
from functools import cache

from mkdocs_journey.languages.patterns import words_for

_CJK = r"[\u3040-\u30ff\u3400-\u9fff]"


def _score_first(letter: str) -> str:
    """``letter`` is the pattern of one that is written without spaces."""
    return (
        # In brackets or not; behind it a space, or a mark and a space, or letters that are written without spaces.
        rf"(?s)^(?!\d+{letter})[(（\[［]?([+-]?)(\d+)(?:\s*/\s*(\d+))?[)）\]］]?"
        rf"(?:[:：;；,，、=](?!\d)|[.!。！]?(?=\s*$)|(?=\s)|(?<=[)）\]］\d])(?={letter}))"
        r"\s*(?:[-–—](?:\s+|$))?(.*)$"
    )


SCORE_FIRST = _score_first(_CJK)
"""Groups: sign, digits, maximum, words."""
SCORE_FIRST_IN_ASCII = re.compile(_score_first("(?!)"))
"""The same for a text in which there are no such letters, whose many ranges make a pattern dear."""
AS_USUAL = re.compile(r"[+-]?\d+(?:\s*/\s*\d+)?\s*")
"""A score as it is written mostly, up to its words."""
DECIMAL = re.compile(r"^[+-]?\d+[.,]\d+")
UNIT = re.compile(
    r"^(?:hours?|hrs?|minutes?|mins?|seconds?|secs?|days?|weeks?|months?|years?|times?|x|h|d|calls?|mails?|e-?mails?|"
    r"tickets?|people|steps?|clicks?|%|percent|Stunden?|Tage?|Minuten?|horas?|días?|minutos?|tuntia?|päivää|"
    r"時間|分|日|回|小时|分钟|天|次)(?:\s|$)",
    re.IGNORECASE,
)
"""Behind a number that counts something."""

SCORE_LAST = (
    rf"(?s)^(.*?)(?:(\s*[:：=→]\s*|\s*[,，、;；]\s*|\s+|(?<={_CJK})|(?=\+))([+-]?)(\d+)(?:\s*/\s*(\d+))?"
    r"|\s*[(（\[［【]\s*([+-]?)(\d+)(?:\s*/\s*(\d+))?\s*[)）\]］】])[.!。！]?$"
)
"""Groups: words; what is between, sign, digits, maximum; or sign, digits, maximum in brackets."""
SIGN_IN_WORDS = r"(?i)^(?:(minus|moins|menos|meno|miinus|マイナス|负|負)|plus|más|mais|più|プラス)\s*(?=\d)"
"""The group is there for a minus."""


@cache
def out_of() -> re.Pattern[str]:
    """A part of a whole in the words of any language: ``4 out of 5``. Groups: digits, maximum."""
    between = {one.partition("{part}")[2].partition("{whole}")[0].strip() for one in words_for("share", "of")}
    words = "|".join(sorted((re.escape(word) for word in between if word), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?i)^(\d+)\s*[(（]?(?:{words})\s*(\d+)[)）]?(?=\s|$)")


@cache
def counts() -> re.Pattern[str]:
    """Words behind a number that say what it counts, and that it is no score of a map: ``stars``, ``points``."""
    after = {one.removeprefix("{part}").strip() for one in words_for("share", "alone") if one.startswith("{part}")}
    words = "|".join(sorted(map(re.escape, filter(None, after)), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?i)^(?:{words or '(?!)'})(?:\s|$)")


TO = (
    r"(?:\s*(?:-+>?|–|—|→|⇒|\.\.+|…|〜|～|~|から|至|到|&|/(?=\s*[+-]))\s*"
    r"|\s*[,;]?\s+(?:to|or|and|bis|oder|und|a|al|o|e|y|à|ou|et|au|tot|of|en|tai|ja|hasta|até|then|dann)\s+|,?\s+(?=[+-]))"
)
"""What is between the two ends of a range, or between one score and another."""
RANGE = rf"(?i)([+-]?\d+){TO}([+-]?\d+)(?=$|[\s,;.)])"
"""Groups: both ends."""
SIGNED = r"(?:^|(?<=[\s(（,;→]))[+-]\d+(?=$|[\s)）,;.])"
MEASURE = r"(?i)(?<![^\W_])(?:[ert]?NPS|CSAT|CES|SUS|UMUX(?:-LITE)?|SEQ|NASA-TLX)(?![^\W_])"
"""What is measured of something else than this feeling: recommendation, satisfaction, effort, usability, load."""
