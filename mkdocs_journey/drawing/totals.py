"""How many changes there are of which sort, in words."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journey.diff import Grade, Graded
from mkdocs_journey.diff.comparison import GRAVEST_FIRST, Comparison, counts_of
from mkdocs_journey.languages.words import Words
from mkdocs_journey.message import Message, message

TITLE = message("What changed in the customer's experience")
"""What stands above all changes of a site."""


def summary_of(changes: Iterable[Graded], words: Words | None = None) -> str:
    """One line: what happened to emotions, pain points and steps, and how many other changes there are."""
    words = words or Words.load()
    found = counts_of(changes)
    if [key for key, _ in found] == ["other"]:
        return _counted(words, "change", found[0][1])
    return words("text.comma").join(_counted(words, key, number) for key, number in found)


def total_of(comparison: Comparison, words: Words | None = None) -> str:
    """How many changes of each grade: ``1 breaking, 2 risky, 5 other changes``; ``No changes`` if there are none."""
    words = words or Words.load()
    if not comparison.changes:
        return words("change.none")
    found = {grade: comparison.count(grade) for grade in GRAVEST_FIRST}
    parts = [f"{found[grade]} {words(f'change.grade.{grade}')}" for grade in GRAVEST_FIRST[:2] if found[grade]]
    if notes := found[Grade.NOTE]:
        parts.append(_counted(words, "other" if parts else "change", notes))
    return words("text.comma").join(parts)


def between(comparison: Comparison, words: Words) -> Message:
    """How much changed from which version to which one."""
    before, after = comparison.between
    return message("{total} from {before} to {after}.", total=total_of(comparison, words), before=before, after=after)


def _counted(words: Words, key: str, number: int) -> str:
    return words(f"change.count.{key}_{'one' if number == 1 else 'other'}", number=str(number))
