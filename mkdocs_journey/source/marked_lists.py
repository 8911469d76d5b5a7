"""Several things in one text, with a sign or a number before each: ``• Dear • Slow``, ``1. Asks 2. Waits``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from mkdocs_journey.languages.patterns import one_of_words

_SIGNS = "•‣◦●○■□▪▫◆◇▶►▸➤➜✓✔☑⁃∙·・*※"
_DASHES = "-–—"
_SPACELESS = r"[\u3000-\u9fff\uff01-\uff65]"
"""Scripts that put no space before a mark, and their marks."""
_BETWEEN = re.compile(rf"\s+[{_SIGNS.replace('*', '').replace('·', '').replace('・', '')}]\s+")
_NUMBERED = (
    [str(number) for number in range(1, 31)],
    list("abcdefghijkl"),
    list("ABCDEFGHIJKL"),
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"],
    list("一二三四五六七八九十"),
)
_CIRCLED = ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽", "❶❷❸❹❺❻❼❽❾❿")
_OPENS = "".join(one[0] for one in _CIRCLED) + "(（"
_FIRST = "1iaA一"
"""The first of the numbers and letters that count."""
_WITHIN = re.compile(rf"\s[{_SIGNS}]\s")
_MAY_BE = re.compile(rf"\A\s*(?:[{_DASHES}{_SIGNS}{_OPENS}]|[{_FIRST}][.)）．、:：])|\n|{_WITHIN.pattern}")
MARK_STARTS = frozenset(_DASHES + _SIGNS + _OPENS + _FIRST + " \t\u3000")
"""With what a text of one line begins that may be a list by the sign or number before each thing."""
_ENDS = " \t\n\u3000;,，；、"
_LIKE_A_LETTER = re.compile(r"[^\W_]|[\"'“‘«„¿¡(（「『\[]")
MOST_PIECES, LONGEST = 30, 2_000
"""Of a text that is looked at: in a longer one, nobody meant a list."""


def may_mark_within(text: str) -> bool:
    """Whether a closer look at the texts of a block can find a list by signs between the words of one of them."""
    return _WITHIN.search(text) is not None


def may_be_marked(text: str) -> bool:
    """Whether a closer look at a text can find that it is a list: most have no sign of one."""
    return _MAY_BE.search(text) is not None


def marked(text: str) -> tuple[str, ...]:
    """The things of which a text is a list, by the sign or the number before each; nothing where it is none."""
    # Most texts have no mark at their beginning, and none within.
    if _MAY_BE.search(text) is None:
        return ()
    stripped = text.strip()
    if not stripped or len(stripped) > LONGEST:
        return ()
    found = _lines(stripped) or _signed(stripped) or _numbered(stripped) or _between(stripped)
    return found if len(found) <= MOST_PIECES else ()


def _lines(text: str) -> tuple[str, ...]:
    """The lines of a text that all begin with a sign or with a number; what stands without goes on above."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        return ()
    pieces: list[str] = []
    for line in lines:
        match = _marker().match(line)
        if match is not None:
            pieces.append(line[match.end() :])
        elif pieces:
            pieces[-1] += f" {line}"
        else:
            return ()
    return _checked(pieces)


@cache
def _marker() -> re.Pattern[str]:
    circled = "".join(_CIRCLED)
    return re.compile(
        rf"(?:[{_SIGNS}]|[{_DASHES}](?!\d))\s*|[{circled}]\s*|[(（]?(?:\d{{1,2}}|[a-zA-Z]|[ivx]{{1,4}})[.)）．、](?!\d)\s*"
    )


def _signed(text: str) -> tuple[str, ...]:
    """The pieces of a text that begins with a sign which stands before other words of it as well."""
    sign, tight = text[0], not text[1:2].isspace()
    if sign in _DASHES:
        # A dash before a number is a minus sign.
        mark = rf"(?:^|\s){sign}(?=[^\W\d])" if tight else rf"(?:^|\s){sign}\s+(?!\d+(?:\W|$)(?!\s*[^\W\d]))"
    elif sign == "*":
        # What stands between stars is in italics.
        mark = r"(?:^|\s)\*\s+"
    elif sign in _SIGNS:
        mark = rf"(?:^|\s|(?<={_SPACELESS})){re.escape(sign)}\s*"
    else:
        return ()
    pieces = re.split(mark, text)
    return _checked(pieces[1:]) if not pieces[0] else ()


def _between(text: str) -> tuple[str, ...]:
    """The pieces of a text with signs between them; one sign alone may stand for a pause."""
    pieces = _BETWEEN.split(text)
    return _checked(pieces) if len(pieces) > 2 else ()


def _numbered(text: str) -> tuple[str, ...]:
    """The pieces of a text that begins with the first number or letter, followed by the second, the third…"""
    for circled in _CIRCLED:
        if text[0] == circled[0]:
            return _checked(_at(text, circled))
    start = text.lstrip("(（")
    for numbers in _NUMBERED:
        sign = start[len(numbers[0]) : len(numbers[0]) + 1]
        if not start.startswith(numbers[0]) or sign not in ".)）．、:：" or not sign:
            continue
        if sign == "." and numbers[0] == "A":
            # These may be first names.
            continue
        pieces = _at(
            text, [_number(number, sign, open_=start is not text and len(start) < len(text)) for number in numbers]
        )
        if sign == "." and any(_goes_on().search(piece) for piece in pieces[:-1]):
            # In some languages 2. is the second: 1. und 2. Klasse, in der 2. Woche.
            return ()
        return _checked(pieces)
    return ()


def _number(number: str, sign: str, *, open_: bool) -> str:
    before = "[(（]" if open_ else ""
    return rf"(?:^|(?<=\s)|(?<={_SPACELESS})|(?<=[;,])){before}{number}{re.escape(sign)}(?![\d.])\s*"


def _at(text: str, marks: Iterable[str]) -> list[str]:
    """What stands behind each of some marks that follow each other in a text, from its beginning."""
    places: list[tuple[int, int]] = []
    position = 0
    for mark in marks:
        match = re.compile(mark).search(text, position)
        if match is None:
            break
        places.append(match.span())
        position = match.end()
    if not places:
        return []
    ends = [*(start for start, _ in places[1:]), len(text)]
    return [text[behind:end] for (_, behind), end in zip(places, ends, strict=True)]


def _checked(pieces: Iterable[str]) -> tuple[str, ...]:
    """The pieces without what stands between them; nothing where one of them cannot be a thing of a list."""
    kept = [piece.strip(_ENDS) for piece in pieces]
    kept = [_joins().sub("", piece).strip(_ENDS) for piece in kept[:-1]] + kept[-1:]
    if len(kept) < 2 or not all(piece and _LIKE_A_LETTER.match(piece) for piece in kept):
        return ()
    return () if _open(kept) else tuple(kept)


def _open(pieces: Iterable[str]) -> bool:
    """Whether brackets go on from one piece to another."""
    return any(piece.count("(") != piece.count(")") or piece.count("`") % 2 for piece in pieces)


@cache
def _joins() -> re.Pattern[str]:
    """The word *and* at the end of a piece."""
    return re.compile(rf"(?:^|\s|[,，、]\s*){one_of_words('listing', 'and')}\s*$", re.IGNORECASE)


@cache
def _goes_on() -> re.Pattern[str]:
    """Words at the end of a piece behind which a sentence goes on."""
    words = "|".join(
        (one_of_words("listing", "and"), one_of_words("listing", "goes_on"), one_of_words("counting", "to"))
    )
    return re.compile(rf"(?:^|\W)(?:{words})\s*$")
