"""The feelings of a table: on which scale their scores are, and which cells are none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mkdocs_journey.message import Message, message
from mkdocs_journey.model.emotions import read_emotion
from mkdocs_journey.model.score_patterns import UNIT
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.model.values import Scale, plain_signs, scale
from mkdocs_journey.pasted.pasted_map import left_out
from mkdocs_journey.quoting import shortened

_SCALES = ("1..5", "1..7", "1..10", "0..5", "0..10", "-3..3", "-5..5", "0..100")
"""Likeliest first."""
_SCORE = re.compile(r"([+-]?\d{1,3})(?![\d.,]*\d)(?:\s*/\s*(\d{1,3})(?!\d))?(?!\s*[%％])")


class TableFeeling(NamedTuple):
    """What a phase or a step says of how somebody feels."""

    place: int
    """Which phase or step of the table it is, from 0."""
    name: str
    """What that is called."""
    heading: str
    """Under or beside which it stands."""
    text: str


class Measured(NamedTuple):
    """What is known of the feelings of a table."""

    scale: str
    """To be declared; "" for ours."""
    texts: Mapping[tuple[int, str], str]
    """What to write, by place and heading, for each cell that can be read as a feeling."""
    assumed: tuple[Message, ...]
    left_out: tuple[str, ...]


def measure(cells: Sequence[TableFeeling], written: str) -> Measured | None:
    """Read the cells on the scale that is ``written``, else on the likeliest; None where most are nothing like a score.

    A cell that cannot be read so does not make the others lose their scores: it is left out, and told.
    """
    assumed: list[Message] = []
    declared = written
    if not written:
        declared = likely_scale([cell.text for cell in cells])
        if declared:
            low, high = declared.split("..")
            assumed.append(message("Its scores have no scale: {low} to {high} is a proposal.", low=low, high=high))
    on = scale(declared) if declared else Scale()
    texts: dict[tuple[int, str], str] = {}
    unread: list[str] = []
    for cell in cells:
        text = _readable(cell.text, on if isinstance(on, Scale) else Scale())
        if text:
            texts[cell.place, cell.heading] = text
            continue
        unread.append(left_out(cell.heading, cell.name, cell.text))
        assumed.append(
            message(
                "“{text}” is no score for {name}: write the one that you mean there.",
                text=shortened(cell.text),
                name=shortened(cell.name),
            )
        )
    if 2 * len(unread) > len(cells):
        return None
    return Measured(declared, texts, tuple(assumed), tuple(unread))


def _readable(text: str, on: Scale) -> str:
    """A text, or what its mend would write, if it can be read as a feeling; else ""."""
    try:
        read_emotion(text, on, {})
    except Trouble as trouble:
        return _readable(trouble.replacement, on) if trouble.replacement else ""
    return text


def written_scale(text: str) -> str:
    """The scale that stands behind a heading, as 1-5 or 1 to 5, in our form; empty where it is none."""
    try:
        return str(scale(text))
    except Trouble as trouble:
        return trouble.replacement or ""


def likely_scale(texts: Sequence[str]) -> str:
    """The likeliest scale of scores; "" where it is ours, or none that is known."""
    read = ((plain, _SCORE.match(plain)) for plain in map(plain_signs, texts))
    found = [match for plain, match in read if match is not None and not UNIT.match(plain[match.end() :].lstrip())]
    numbers = [int(match[1]) for match in found] + [int(match[2]) for match in found if match[2]]
    ours = Scale()
    if all(ours.low <= number <= ours.high for number in numbers):
        return ""
    fitting = (text for text in _SCALES if all(_is_on(number, text) for number in numbers))
    return next(fitting, "")


def _is_on(number: int, written: str) -> bool:
    low, high = map(int, written.split(".."))
    return low <= number <= high
