"""How much of a page is front matter: what MkDocs takes for it (``mkdocs.utils.meta``), and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OPENING = re.compile(r"-{3}[ \t]*\Z")
_CLOSING = re.compile(r"(?:\.{3}|-{3})[ \t]*\Z")
_FIELD = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:")
_FURTHER = re.compile(r"[ ]{4}|\t")


def front_matter_length(lines: Sequence[str]) -> int:
    """Number of lines that the front matter of a page takes up, with both of its marks.

    ``lines`` come without line ends. Between two rules there has to be a mapping of YAML; what stands between them
    otherwise belongs to the page. A page without them may begin with fields, one a line.
    """
    if not lines:
        return 0
    if _OPENING.match(lines[0]):
        # A line at the least stands between the marks, and a line end behind the second one.
        end = next((index for index in range(2, len(lines) - 1) if _CLOSING.match(lines[index])), 0)
        if end:
            return end + 1 if _is_mapping("\n".join(lines[1:end]) + "\n") else 0
    return _fields(lines)


def _is_mapping(text: str) -> bool:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return isinstance(yaml.load(text, loader), dict)  # noqa: S506 - either of them is safe
    except Exception:
        # Whatever a page begins with, MkDocs shows it then.
        return False


def _fields(lines: Sequence[str]) -> int:
    """Lines of fields as MultiMarkdown writes them, and the blank one that ends them."""
    seen = False
    for index, line in enumerate(lines):
        if not line.strip():
            return index + 1
        if _FIELD.match(line):
            seen = True
        elif not (seen and _FURTHER.match(line)):
            return index
    return len(lines)
