"""Lists in brackets and fields in braces: where they end, and the traps inside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set

from msgspec import Struct

from mkdocs_journey.findings import Code
from mkdocs_journey.message import Message, counted, message
from mkdocs_journey.source import codes
from mkdocs_journey.source.mending import Edit, in_quotation_marks, quoted_end

CLOSING = {"[": "]", "{": "}"}
_DEEPEST = 64
_MARK = re.compile(r"([\[\]{},:])\s*(['\"]?)")
_RESERVED = "*&!|>%@`"
_LONGEST_NAME = 80
_NAME_BEFORE = re.compile(r"(\w[^,:{}\[\]]*+):$")
NO_SPACE = message("A space is missing after the colon.")
SPACE_ADVICE = message("Put one there.")


class Collection(Struct, frozen=True):
    """One pair of brackets or braces; indexes are those of the text in which it stands."""

    opening: str
    start: int
    end: int
    """Index behind the closing bracket."""
    pieces: tuple[tuple[int, int], ...]
    """Start and end of what stands between the commas, without white space."""


class FlowTrouble(Struct, frozen=True):
    """A trap between brackets."""

    code: Code
    start: int
    end: int
    message: Message
    advice: Message
    edits: tuple[Edit, ...] = ()
    certain: bool = True


def read_collections(text: str, start: int) -> list[Collection] | None:
    """The bracket that opens at ``start`` and all inside of it, inner ones first; ``None`` if one is not closed."""
    found: list[Collection] = []
    open_ones: list[tuple[str, int, list[tuple[int, int]], int]] = []
    position = start
    while match := _MARK.search(text, position):
        mark, index, position = match[1], match.start(), match.end()
        if mark in "[{":
            if len(open_ones) > _DEEPEST:
                return None
            open_ones.append((mark, index, [], index + 1))
        elif mark != ":":
            opening, begin, pieces, piece = open_ones.pop()
            _add_piece(text, pieces, piece, index)
            if mark == ",":
                open_ones.append((opening, begin, pieces, index + 1))
            else:
                if CLOSING[opening] != mark:
                    return None
                found.append(Collection(opening, begin, index + 1, tuple(pieces)))
                if not open_ones:
                    return found
                continue
        if match[2]:
            position = quoted_end(text, match.start(2))
            if position < 0:
                return None
    return None


def _add_piece(text: str, pieces: list[tuple[int, int]], start: int, end: int) -> None:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        begin = start + len(piece) - len(piece.lstrip())
        pieces.append((begin, begin + len(bare)))


def flow_troubles(
    text: str, collections: list[Collection], is_name: Callable[[str], bool], lists: Set[str], above: str
) -> Iterator[FlowTrouble]:
    """The traps inside collections that stand on one line.

    ``lists`` are names of fields whose lists can only be meant as lists; ``above`` is the line with the name of the
    field whose text this is, where that is another line.
    """
    nested = {collection.start for collection in collections}
    for collection in collections:
        if collection.opening == "[":
            yield from _in_brackets(text, collection, nested, lists, above)
        else:
            yield from _in_braces(text, collection, nested, is_name)


def _in_brackets(
    text: str, collection: Collection, nested: set[int], lists: Set[str], above: str
) -> Iterator[FlowTrouble]:
    words = [(start, end) for start, end in collection.pieces if start not in nested and text[start] not in "'\""]
    for start, end in words:
        yield from _full_width_commas(text, start, end)
        yield from _reserved(text, start, end)
    several = len(collection.pieces) > 1 and any(
        " " in text[start:end] and ": " not in text[start:end] for start, end in words
    )
    if (
        several
        and _reads_on([text[start:end] for start, end in collection.pieces])
        and _name_before(text, collection.start, above) not in lists
    ):
        number = len(collection.pieces)
        yield FlowTrouble(
            codes.COMMAS_MAKE_TEXTS,
            collection.start,
            collection.end,
            counted(number, "The commas make {number} text of this.", "The commas make {number} texts of this."),
            message("If it is one text, put it in quotes."),
        )


def _reads_on(pieces: list[str]) -> bool:
    """Whether the first piece begins like a sentence and another one does not, as what follows a comma in a text."""
    return pieces[0][0].isupper() and any(piece[0].islower() for piece in pieces[1:])


def _in_braces(
    text: str, collection: Collection, nested: set[int], is_name: Callable[[str], bool]
) -> Iterator[FlowTrouble]:
    values: list[tuple[int, int, bool]] = []
    for start, end in collection.pieces:
        piece = text[start:end]
        behind = quoted_end(piece, 0) if piece[0] in "'\"" else 0
        colon = piece.find(":", behind) if behind > 0 else _colon(piece)
        if colon >= 0:
            value = piece[colon + 1 :]
            values.append((end - len(value.lstrip()), end, False))
            continue
        word, mark, _ = piece.partition(":")
        if mark and is_name(word):
            edit = Edit(start + len(word) + 1, 0, " ")
            yield FlowTrouble(codes.NO_SPACE_AFTER_COLON, start, end, NO_SPACE, SPACE_ADVICE, (edit,))
            values.append((end, end, False))
        elif values and behind == 0 and start not in nested:
            # No field begins here: the piece belongs to the text before the comma.
            begin, _, _ = values[-1]
            if begin < start and text[begin] not in "'\"[{,":
                values[-1] = (begin, end, True)
    for start, end, joined in values:
        if joined:
            edit = Edit(start, end - start, in_quotation_marks(text[start:end]))
            yield FlowTrouble(
                codes.COMMA_IN_BRACES,
                start,
                end,
                message("Inside braces a comma ends the text."),
                message("Put the whole text in quotes."),
                (edit,),
                certain=False,
            )
        elif start < end:
            yield from _value(text, start, end, nested)


def _value(text: str, start: int, end: int, nested: set[int]) -> Iterator[FlowTrouble]:
    if start in nested or text[start] in "'\"":
        return
    value = text[start:end]
    if ": " in value or value.endswith(":"):
        yield FlowTrouble(
            codes.COLON_INSIDE,
            start,
            end,
            message("This text contains a colon, which starts a new field."),
            message("Put it in quotes."),
            (Edit(start, len(value), in_quotation_marks(value)),),
        )
    elif value[0] in _RESERVED:
        yield from _reserved(text, start, end)
    else:
        yield from _full_width_commas(text, start, end)


def _reserved(text: str, start: int, end: int) -> Iterator[FlowTrouble]:
    value = text[start:end]
    if value[0] in _RESERVED:
        yield FlowTrouble(
            codes.RESERVED_START,
            start,
            end,
            message("A text cannot start with {sign} unless it stands in quotes.", sign=value[0]),
            message("Put it in quotes."),
            (Edit(start, len(value), in_quotation_marks(value)),),
        )


def _full_width_commas(text: str, start: int, end: int) -> Iterator[FlowTrouble]:
    places = [index for index in range(start, end) if text[index] == "，"]
    if places:
        # Nobody writes dozens of them; more would only be slow.
        edits = tuple(Edit(place, 1, "," if text[place + 1 : place + 2] == " " else ", ") for place in places[:50])
        yield FlowTrouble(
            codes.FULL_WIDTH_COMMA,
            places[0],
            places[0] + 1,
            message("This comma is a full-width one, which does not separate texts."),
            message("Write a plain comma and a space."),
            edits,
            certain=False,
        )


def _colon(piece: str) -> int:
    """Index of the colon that ends a field name, or -1."""
    colon = piece.find(": ")
    return len(piece) - 1 if colon < 0 and piece.endswith(":") else colon


def _name_before(text: str, start: int, above: str) -> str:
    """The name of the field whose list opens at ``start``; empty where it belongs to none."""
    before = text[max(0, start - _LONGEST_NAME) : start].rstrip()
    match = _NAME_BEFORE.search(before or above[-_LONGEST_NAME:].rstrip())
    return field_key(match[1]) if match else ""


def field_key(word: str) -> str:
    """A field name in the form in which names are compared: lower case, underscores."""
    return word.strip().casefold().replace(" ", "_").replace("-", "_")
