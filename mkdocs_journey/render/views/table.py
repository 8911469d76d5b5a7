"""Tables of views: on a wide screen a table that may be sorted, on a phone one row below the other with its terms."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from mkdocs_journey.render.html.elements import element, joined
from mkdocs_journey.render.html.texts import Text

_EMPTY = "–"


class TableColumn(Struct, frozen=True):
    """A column of a table."""

    label: str
    number: bool = False
    """Whether it holds numbers, which stand at the end of their cells."""
    sorted: str = ""
    """``ascending`` or ``descending`` where the rows are in the order of this column."""


class TableCell(Struct, frozen=True):
    """A cell whose rows are sorted by something else than the words in it."""

    content: Text | None
    value: float | str = ""
    """What it is sorted by."""


CellContent = TableCell | Text | None
"""What stands in a cell; nothing for a dash."""


class TableRow(Struct, frozen=True):
    """A row."""

    cells: Sequence[CellContent]
    follows: bool = False
    """Whether it belongs with the row above it."""


def table_html(
    label: str, columns: Sequence[TableColumn], rows: Sequence[TableRow], head: int = 0, *, even: bool = False
) -> Markup:
    """A table that scrolls by itself where it is too wide, under a name for screen readers.

    The cells in column ``head`` name their rows; with ``even``, all columns are equally wide. All texts must have been
    collected: showing one converts those of its file.
    """
    names = [
        element("th", one.label, scope="col", cls="is-number" if one.number else None, aria_sort=one.sorted or None)
        for one in columns
    ]
    lines = []
    for row in rows:
        cells = [_cell(cell, columns[index], index == head) for index, cell in enumerate(row.cells)]
        lines.append(element("tr", joined(cells, " "), " ", cls="follows" if row.follows else None))
    table = element(
        "table",
        element("thead", element("tr", joined(names, " "), " ")),
        element("tbody", joined(lines)),
        cls=("journey-table", "is-even" if even else ""),
    )
    return element("div", table, cls="journey-wide", role="region", aria_label=label, tabindex=0)


def _cell(cell: CellContent, column: TableColumn, head: bool) -> Markup:
    value: float | str | None = None
    if isinstance(cell, TableCell):
        value, cell = cell.value if cell.value != "" else None, cell.content
    is_empty = cell is None or cell == ""
    return element(
        "th" if head else "td",
        _EMPTY if cell is None or is_empty else cell,
        scope="row" if head else None,
        cls=("is-number" if column.number else "", "is-empty" if is_empty else ""),
        data_value=value,
        data_label=column.label,
    )
