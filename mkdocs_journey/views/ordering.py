"""The order in which the rows of a view stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

RowType = TypeVar("RowType")


def ordered(rows: Iterable[RowType], sort: str | None, keys: Mapping[str, Callable[[RowType], Any]]) -> list[RowType]:
    """Rows by the column that ``sort`` names, or by the first of ``keys``; a ``-`` before its name turns them round.

    Rows of which that is not known (None) come last either way. Among equals the order stays.
    """
    name = (sort or next(iter(keys))).removeprefix("-")
    key = keys[name]
    keyed = [(key(row), row) for row in rows]
    known = [pair for pair in keyed if pair[0] is not None]
    known.sort(key=lambda pair: pair[0], reverse=bool(sort and sort.startswith("-")))
    return [row for _, row in known] + [row for value, row in keyed if value is None]
