"""Tables of views: on a wide screen a table that may be sorted, on a phone one row below the other with its terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from mkdocs_journey.render.html.cell_html import as_html
from mkdocs_journey.render.html.texts import Text

_EMPTY = Markup("–")


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table."""

    label: str
    number: bool = False
    """Whether it holds numbers, which stand at the end of their cells."""
    sorted: str = ""
    """``ascending`` or ``descending`` where the rows are in the order of this column."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell whose rows are sorted by something else than the words in it."""

    content: Text | None
    value: float | str = ""
    """What it is sorted by."""


CellContent = TableCell | Text | None
"""What stands in a cell; nothing for a dash."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row."""

    cells: Sequence[CellContent]
    follows: bool = False
    """Whether it belongs with the row above it."""


def table_html(
    label: str, columns: Sequence[TableColumn], rows: Sequence[TableRow], head: int = 0, *, even: bool = False
) -> Markup:
    """A table that scrolls by itself where it is too wide, under a name for screen readers.

    The cells in column ``head`` name their rows; with ``even``, all columns are equally wide. All texts must have been
    converted.
    """
    names = []
    for column in columns:
        number = ' class="is-number"' if column.number else ""
        order = f' aria-sort="{column.sorted}"' if column.sorted else ""
        names.append(f'<th scope="col"{number}{order}>{escape(column.label)}</th>')
    lines = []
    for row in rows:
        cells = [_cell(cell, columns[index], index == head) for index, cell in enumerate(row.cells)]
        name = ' class="follows"' if row.follows else ""
        lines.append(f"<tr{name}>{' '.join(cells)} </tr>")
    return Markup(  # noqa: S704 - everything is escaped or Markup
        f'<div class="journey-wide" role="region" aria-label="{escape(label)}" tabindex="0">'
        f'<table class="journey-table{" is-even" * even}"><thead><tr>{" ".join(names)} </tr></thead>'
        f"<tbody>{''.join(lines)}</tbody></table></div>"
    )


def _cell(cell: CellContent, column: TableColumn, head: bool) -> str:
    tag = 'th scope="row"' if head else "td"
    value = ""
    if isinstance(cell, TableCell):
        value = f' data-value="{escape(cell.value)}"' if cell.value != "" else ""
        cell = cell.content
    is_empty = cell is None or cell == ""
    inner = _EMPTY if cell is None or is_empty else as_html(cell)
    names = ["is-number"] * column.number + ["is-empty"] * is_empty
    name = f' class="{" ".join(names)}"' if names else ""
    return f'<{tag}{name}{value} data-label="{escape(column.label)}">{inner}</{tag[:2]}>'
