"""Slips: each takes a map as it was meant, and gives it with one slip of the hand, once for each place.

A new one is a function under ``@slip``: it takes the lines of a block and the index of one of them, and gives the
lines as they were typed, or None where the slip cannot happen on that line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Lines = tuple[str, ...]
Slip = Callable[[Lines, int], Lines | None]

SLIPS: dict[str, Slip] = {}
_FIELD = re.compile(r"^( *)(- )?([a-z_]+):( .+)?$")
_ITEM = re.compile(r"^( *)- (.+)$")


def slip(function: Slip) -> Slip:
    """Count a function among the slips, under its name."""
    SLIPS[function.__name__.replace("_", " ")] = function
    return function


def typed(lines: Lines) -> Iterator[tuple[str, int, Lines]]:
    """Every slip at every line: its name, the index of the line, and what was typed."""
    for name, function in SLIPS.items():
        for index in range(len(lines)):
            result = function(lines, index)
            if result is not None and result != lines:
                yield name, index, result


def _with(lines: Lines, index: int, *new: str) -> Lines:
    return (*lines[:index], *new, *lines[index + 1 :])


def _shifted(lines: Lines, index: int, by: int) -> Lines | None:
    line = lines[index]
    indent = len(line) - len(line.lstrip(" "))
    if not line.strip() or indent + by < 0:
        return None
    return _with(lines, index, " " * (indent + by) + line.lstrip(" "))


@slip
def one_space_too_few(lines: Lines, index: int) -> Lines | None:
    return _shifted(lines, index, -1)


@slip
def one_space_too_many(lines: Lines, index: int) -> Lines | None:
    return _shifted(lines, index, 1)


@slip
def two_spaces_too_few(lines: Lines, index: int) -> Lines | None:
    return _shifted(lines, index, -2)


@slip
def two_spaces_too_many(lines: Lines, index: int) -> Lines | None:
    return _shifted(lines, index, 2)


@slip
def at_the_margin(lines: Lines, index: int) -> Lines | None:
    return _with(lines, index, lines[index].lstrip(" ")) if lines[index].startswith(" ") else None


@slip
def tabs_of_four(lines: Lines, index: int) -> Lines | None:
    line = lines[index]
    indent = len(line) - len(line.lstrip(" "))
    return _with(lines, index, "\t" * (indent // 4) + " " * (indent % 4) + line.lstrip(" ")) if indent >= 4 else None


@slip
def no_break_spaces(lines: Lines, index: int) -> Lines | None:
    line = lines[index]
    indent = len(line) - len(line.lstrip(" "))
    return _with(lines, index, "\u00a0" * indent + line.lstrip(" ")) if indent else None


@slip
def no_dash(lines: Lines, index: int) -> Lines | None:
    match = _ITEM.match(lines[index])
    return _with(lines, index, f"{match[1]}  {match[2]}") if match else None


@slip
def no_dash_and_no_space(lines: Lines, index: int) -> Lines | None:
    match = _ITEM.match(lines[index])
    return _with(lines, index, f"{match[1]}{match[2]}") if match else None


@slip
def no_space_after_the_dash(lines: Lines, index: int) -> Lines | None:
    match = _ITEM.match(lines[index])
    return _with(lines, index, f"{match[1]}-{match[2]}") if match else None


@slip
def a_star_for_the_dash(lines: Lines, index: int) -> Lines | None:
    match = _ITEM.match(lines[index])
    return _with(lines, index, f"{match[1]}* {match[2]}") if match else None


@slip
def a_bullet_for_the_dash(lines: Lines, index: int) -> Lines | None:
    match = _ITEM.match(lines[index])
    return _with(lines, index, f"{match[1]}• {match[2]}") if match else None


@slip
def a_bullet_and_a_tab_for_the_dash(lines: Lines, index: int) -> Lines | None:
    match = _ITEM.match(lines[index])
    return _with(lines, index, f"{match[1]}•\t{match[2]}") if match else None


@slip
def a_number_for_the_dash(lines: Lines, index: int) -> Lines | None:
    match = _ITEM.match(lines[index])
    return _with(lines, index, f"{match[1]}1. {match[2]}") if match else None


@slip
def no_colon(lines: Lines, index: int) -> Lines | None:
    match = _FIELD.match(lines[index])
    return _with(lines, index, f"{match[1]}{match[2] or ''}{match[3]}{match[4] or ''}") if match else None


@slip
def an_equals_sign_for_the_colon(lines: Lines, index: int) -> Lines | None:
    match = _FIELD.match(lines[index])
    return _with(lines, index, f"{match[1]}{match[2] or ''}{match[3]} ={match[4] or ''}") if match else None


@slip
def a_wide_colon(lines: Lines, index: int) -> Lines | None:
    match = _FIELD.match(lines[index])
    return _with(lines, index, f"{match[1]}{match[2] or ''}{match[3]}：{(match[4] or '').strip()}") if match else None


@slip
def no_space_after_the_colon(lines: Lines, index: int) -> Lines | None:
    match = _FIELD.match(lines[index])
    return (
        _with(lines, index, f"{match[1]}{match[2] or ''}{match[3]}:{match[4].strip()}") if match and match[4] else None
    )


@slip
def a_bold_name(lines: Lines, index: int) -> Lines | None:
    match = _FIELD.match(lines[index])
    return _with(lines, index, f"{match[1]}{match[2] or ''}**{match[3]}:**{match[4] or ''}") if match else None


@slip
def a_capital(lines: Lines, index: int) -> Lines | None:
    match = _FIELD.match(lines[index])
    return _with(lines, index, f"{match[1]}{match[2] or ''}{match[3].title()}:{match[4] or ''}") if match else None


@slip
def two_letters_swapped(lines: Lines, index: int) -> Lines | None:
    match = _FIELD.match(lines[index])
    if not match or len(match[3]) < 5:
        return None
    name = match[3][:2] + match[3][3] + match[3][2] + match[3][4:]
    return _with(lines, index, f"{match[1]}{match[2] or ''}{name}:{match[4] or ''}")


@slip
def the_line_is_missing_that_names_a_list(lines: Lines, index: int) -> Lines | None:
    line = lines[index].strip()
    return _with(lines, index) if line in {"steps:", "phases:"} else None


@slip
def name_is_missing(lines: Lines, index: int) -> Lines | None:
    match = re.match(r"^( *- )(?:name|text): (.+)$", lines[index])
    return _with(lines, index, f"{match[1]}{match[2]}") if match else None


@slip
def a_colon_inside(lines: Lines, index: int) -> Lines | None:
    # The map as it was meant has the text in quotes.
    match = re.match(r"^( *(?:- )?(?:[a-z_]+: )?)'(.+: .+)'$", lines[index])
    return _with(lines, index, f"{match[1]}{match[2]}") if match else None


@slip
def a_text_goes_on_at_the_margin(lines: Lines, index: int) -> Lines | None:
    match = re.match(r"^( *- )(\w+(?: \w+)+) (\w+)$", lines[index])
    return _with(lines, index, f"{match[1]}{match[2]}", match[3]) if match else None


@slip
def a_heading_for_an_item_with_fields(lines: Lines, index: int) -> Lines | None:
    match = re.match(r"^( *)- name: (.+)$", lines[index])
    return _with(lines, index, f"{match[1]}### {match[2]}") if match else None


@slip
def the_name_as_a_key(lines: Lines, index: int) -> Lines | None:
    match = re.match(r"^( *)- name: (.+)$", lines[index])
    below = lines[index + 1] if index + 1 < len(lines) else ""
    deeper = bool(match) and len(below) - len(below.lstrip(" ")) > len(match[1])
    return _with(lines, index, f"{match[1]}- {match[2]}:") if match and deeper else None


@slip
def curly_quotes(lines: Lines, index: int) -> Lines | None:
    match = re.match(r"^( *(?:- )?[a-z_]+: )'(.+)'$", lines[index])
    return _with(lines, index, f"{match[1]}‘{match[2]}’") if match else None


@slip
def written_twice(lines: Lines, index: int) -> Lines | None:
    match = _FIELD.match(lines[index])
    return (*lines[: index + 1], lines[index], *lines[index + 1 :]) if match and not match[2] and match[4] else None
