"""Where something stands in a file."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a file. There are hundreds for each block, so it is as light as can be.

    Lines and columns count from 1, in characters, as an editor shows them; the end column is the
    first one behind the stretch.
    """

    file: str
    """Path as the host names it: with ``/``, relative to the documentation folder."""
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
