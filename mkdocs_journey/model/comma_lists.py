"""Several things in one text, with commas or semicolons between: ``touchpoints: E-mail, DocuSign, phone``.

A comma may also belong to the text. In a list of names hardly any does; in other lists only short words in a row, all
of them written alike, look like a list.
"""

from __future__ import annotations

import re
from functools import cache

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.languages.patterns import one_of_words
from mkdocs_journey.message import message
from mkdocs_journey.model import codes
from mkdocs_journey.model.lane_table import lanes_that
from mkdocs_journey.model.parts import Content, is_bare_address
from mkdocs_journey.model.shapes import Free, Many, Shape
from mkdocs_journey.place import Span
from mkdocs_journey.source.mending import in_quotation_marks
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.tree import Pair, Scalar, Sequence
from mkdocs_journey.source.values import value_trouble

_SEPARATOR = re.compile("[,;，；、|]")
_SPLIT = (re.compile(r"\s*[;；]\s*"), re.compile(r"\s+\|\s+"), re.compile(r"\s*[、，]\s*"), re.compile(r",\s+"))
LIKE_SEVERAL = message("This is shown as one text; the signs or numbers in it make it look like {number}.")
_LIKE_SEVERAL_BY_COMMAS = message("This is shown as one text; the commas make it look like {number}.")
EACH_ON_ITS_LINE = message("Write each on a line of its own, or put the text in quotes if it is one.")
_LONGEST_NAME, _MOST_WORDS_OF_A_NAME = 40, 5
_LONGEST_TEXT, _MOST_WORDS_OF_A_TEXT = 60, 3


def comma_list(block: Block, entry: Pair, shape: Many | Free, name: str) -> tuple[Finding, ...]:
    """A text by itself that looks like a list; what stands in quotes is meant as one text.

    ``shape`` is that of the field, ``name`` its standard name.
    """
    node = entry.value
    alone = node.items[0] if isinstance(node, Sequence) and len(node.items) == 1 else node
    if not isinstance(alone, Scalar) or alone.style or not (pieces := listed(alone.value, shape, name)):
        return ()
    signs = any(pattern.search(alone.value) for pattern in _SPLIT[:2])
    said = message(LIKE_SEVERAL if signs else _LIKE_SEVERAL_BY_COMMAS, number=len(pieces))
    return (Finding(codes.COMMA_LIST, alone.span, said, mend_to_list(block, entry, alone.span, pieces)),)


def listed(text: str, shape: Shape, name: str) -> tuple[str, ...]:
    """The things that a text looks like a list of; nothing where it does not.

    ``shape`` is that of its field, ``name`` the standard name.
    """
    if _SEPARATOR.search(text) is None or "](" in text or text[-1] in ".?!。？！":
        return ()
    for pattern in _SPLIT:
        pieces = pattern.split(text.strip().rstrip(",;，；、"))
        if len(pieces) > 1:
            pieces = _with_last(pieces)
            return tuple(pieces) if _is_list(pieces, shape, name, semicolon=pattern is _SPLIT[0]) else ()
    return ()


def mend_to_list(block: Block, entry: Pair, text: Span, pieces: tuple[str, ...]) -> Mend:
    """The text at a place, which is all that a field holds, as a list; without lines where they cannot be written so."""
    advice = EACH_ON_ITS_LINE
    lines = block.between(text.line, text.end_line)
    if len(lines) != 1 or lines[0].text[text.end_column - lines[0].column :].strip():
        return Mend(advice)
    (line,) = lines
    before = line.text[: text.column - line.column]
    column = entry.key.span.column - line.column
    head: tuple[str, ...] = ()
    if isinstance(entry.value, Sequence):
        indent = before.partition("-")[0]
        whole = before.strip() == "-"
    else:
        indent, head = " " * (column + 2), (line.prefix + before.rstrip(),)
        whole = entry.key.span.line == text.line and before[column:].rstrip() == f"{entry.name}:"
    mended = (*head, *(f"{line.prefix}{indent}- {safe_piece(piece)}" for piece in pieces))
    return Mend(advice, mended, text.line, text.line) if whole else Mend(advice)


def safe_piece(piece: str) -> str:
    """A piece as an item, in quotation marks where YAML needs them."""
    trouble = value_trouble(piece)
    return in_quotation_marks(piece) if piece[0] in "'\"[{" or (trouble is not None and trouble.quotes) else piece


def _with_last(pieces: list[str]) -> list[str]:
    """The pieces without the *and* before the last, which may have stood in place of a comma."""
    *most, last = pieces
    leads, joins = _and()
    bare = leads.sub("", last, count=1) if leads.match(last) else last
    both = joins.match(bare) if bare == last and all(" " not in piece for piece in most) else None
    return [*most, *(both.groups() if both else (bare,))]


def _is_list(pieces: list[str], shape: Shape, name: str, *, semicolon: bool) -> bool:
    if any(not piece or piece.count("(") != piece.count(")") or not piece[0].isalnum() for piece in pieces):
        return False
    if isinstance(shape, Many) and shape.item is Content:
        return all(map(is_bare_address, pieces))
    if any(piece[0].isdigit() or _goes_on().match(piece) for piece in pieces[1:]):
        return False
    if _holds_names(shape):
        short = all(_is_short(piece, _LONGEST_NAME, _MOST_WORDS_OF_A_NAME) for piece in pieces)
        single = all(" " not in piece for piece in pieces)
        return short and (len(pieces) > 2 or semicolon or single or _alike(pieces))
    short = all(_is_short(piece, _LONGEST_TEXT, _MOST_WORDS_OF_A_TEXT) for piece in pieces)
    is_prose = not isinstance(shape, Many) or shape.item is None or shape.one_value or name in _spoken()
    return short and not is_prose and (semicolon or (len(pieces) > 2 and _alike(pieces)))


@cache
def _and() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The word *and* before something, and between two single words."""
    words = one_of_words("listing", "and")
    return re.compile(rf"{words}\s+", re.IGNORECASE), re.compile(rf"(\S+)\s+{words}\s+(\S+)$", re.IGNORECASE)


@cache
def _goes_on() -> re.Pattern[str]:
    """Words with which a sentence goes on behind a comma."""
    return re.compile(one_of_words("listing", "goes_on"), re.IGNORECASE)


@cache
def _spoken() -> frozenset[str]:
    """Lanes whose texts are sentences."""
    return frozenset(lanes_that(lambda lane: lane.spoken))


def _holds_names(shape: Shape) -> bool:
    if isinstance(shape, Free):
        return shape.names_only
    return isinstance(shape, Many) and shape.names


def _is_short(piece: str, longest: int, most_words: int) -> bool:
    return len(piece) <= longest and len(piece.split()) <= most_words


def _alike(pieces: list[str]) -> bool:
    """Whether all begin with a capital, or none; scripts without capitals have none."""
    return len({piece[0].isupper() for piece in pieces}) == 1
