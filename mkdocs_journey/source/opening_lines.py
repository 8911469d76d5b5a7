"""What people write on the line that opens a block besides its kind: a title, a field, a remark. It belongs inside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_journey.source.fence_lines import KINDS
from mkdocs_journey.source.mending import in_quotation_marks
from mkdocs_journey.source.values import value_trouble

_BEGINNING = re.compile(r"[ \t]*(?:\{[ \t]*)?\.?")
_TOKEN = re.compile(r"([^\W\d_]+)([ \t_-]*)")
_BEFORE = frozenset({"yaml", "yml", "customer", "user", "client", "buyer", "guest", "mkdocs", "ux", "cx"})
"""Words that people put before the kind."""
_JOINED = {
    "journeymap": "journey",
    "journeysmap": "journey",
    "customerjourney": "journey",
    "userjourney": "journey",
    "userpersona": "persona",
}
_MAP = re.compile(r"[-_ \t]*(?:maps?|mapping)?(?![\w-])[ \t]*[:：–-]*[ \t]*", re.IGNORECASE)
_ONE_MAP = re.compile(r"[-_]?maps?(?![\w-])", re.IGNORECASE)
"""Behind ``journeys``, without a space: nobody calls a view so, and many a map."""
_OPTION = re.compile(r"""([a-zA-Z_][\w-]*)=(?:"([^"]*)"|'([^']*)'|(\S+))""")
_FIELD = re.compile(r"([^\W\d_][\w -]{0,40}?)[ \t]*[:：][ \t]*(\S.*)$")
_NEXT_FIELD = re.compile(r"[ \t]*[,;][ \t]*(?=[^\W\d_][\w -]{0,40}?[ \t]*[:：][ \t])")
_ID = re.compile(r"#([a-z0-9-]+)$")
_FOR_CODE = frozenset({"hl_lines", "linenums", "title_mode", "class", "id"})
_NOT_MEANT = frozenset({"person", "persons"})
_MAIN_FIELD = {"journey": "title", "persona": "name", "journeys": "view"}


class Opening(NamedTuple):
    """An opening line that names a kind of ours, or nearly."""

    kind: str
    word: str
    """What was written for it."""
    rest: str
    """What follows."""


def read_opening(info: str) -> Opening | None:
    """What stands behind the marks of a fence, if it is meant for us."""
    beginning = _BEGINNING.match(info)
    assert beginning is not None
    start = position = beginning.end()
    while (token := _TOKEN.match(info, position)) is not None:
        word = token[1].casefold()
        kind = _JOINED.get(word) or near_kind(word)
        if kind == "journeys" and (joined := _ONE_MAP.match(info, token.end(1))) is not None:
            return Opening("journey", info[start : joined.end()], info[joined.end() :])
        if kind:
            return Opening(kind, info[start : token.end(1)], info[token.end(1) :])
        if word not in _BEFORE:
            return None
        position = token.end()
    return None


def near_kind(word: str) -> str:
    """The kind that a word is, or would be but for case or one letter; empty where it is neither."""
    folded = word.casefold()
    if folded in KINDS:
        return folded
    if folded in _NOT_MEANT or not 5 <= len(folded) <= 9:
        return ""
    return next((kind for kind in sorted(KINDS) if _one_letter_apart(folded, kind)), "")


def _one_letter_apart(word: str, kind: str) -> bool:
    """Whether one letter was changed, left out or added, or two neighbours changed places."""
    start = 0
    while start < min(len(word), len(kind)) and word[start] == kind[start]:
        start += 1
    one, other = word[start:], kind[start:]
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:] and len(one) > 1
    return one[1:] == other[1:] or one[1:] == other or one == other[1:] or swapped


def lines_for(opening: Opening, body: Sequence[str]) -> tuple[list[str], bool]:
    """The lines that say inside the block what the opening line says, and whether nothing of it is doubtful.

    ``body`` are the lines of the block. What says the same there already is left away; where a field has another
    value there, the one of the opening line becomes a comment.
    """
    written = {match[1].casefold(): match[2].strip("'\" ") for line in body if (match := _FIELD.match(line))}
    lines: list[str] = []
    certain = True
    for name, value in _fields(opening):
        if not name:
            lines.append(f"# {value}")
        elif name.casefold() not in written:
            lines.append(f"{name}: {_safe(value)}")
        elif written[name.casefold()] != value.strip("'\" "):
            certain = False
            lines.append(f"# {name}: {value}")
    return lines, certain


def _fields(opening: Opening) -> list[tuple[str, str]]:
    """Fields with their values; a remark has no name."""
    rest = opening.rest.strip()
    braces = rest.startswith("{") or rest.endswith("}")
    if braces:
        rest = rest.strip("{} \t").removeprefix(f".{opening.kind}").strip()
    if not braces and rest.startswith("#"):
        return [("", remark)] if (remark := rest.lstrip("# \t")) else []
    match = _MAP.match(rest) if opening.kind != "journeys" else None
    rest = rest[match.end() :].strip() if match else rest.lstrip("-_:： \t")
    if not rest:
        return []
    if options := _OPTION.findall(rest):
        return [(name, one or two or three) for name, one, two, three in options if name not in _FOR_CODE]
    if braces:
        found = _ID.match(rest)
        return [("id", found[1])] if found else []
    if _FIELD.match(rest):
        pairs = (_FIELD.match(piece) for piece in _NEXT_FIELD.split(rest))
        return [(pair[1], pair[2].strip()) for pair in pairs if pair]
    several = opening.kind == "journeys" and " " in rest
    return [("title" if several else _MAIN_FIELD[opening.kind], rest.strip("\"'“”„"))]


def _safe(value: str) -> str:
    if value[:1] in "'\"":
        return value
    trouble = value_trouble(value)
    return in_quotation_marks(value) if value[:1] in "[{" or (trouble is not None and trouble.quotes) else value
