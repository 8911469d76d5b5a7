"""Everything that can be found: one table of codes."""

from __future__ import annotations

from mkdocs_journey.findings import Code
from mkdocs_journey.model.codes import MODEL_CODES
from mkdocs_journey.references.codes import REFERENCE_CODES
from mkdocs_journey.rules.codes import METHOD_CODES
from mkdocs_journey.source.codes import SOURCE_CODES

CODES: dict[str, Code] = {
    code.id: code
    for code in sorted([*SOURCE_CODES, *MODEL_CODES, *REFERENCE_CODES, *METHOD_CODES], key=lambda code: code.id)
}
"""Every code by its id, those of removed rules included."""


def codes_of(beginning: str) -> tuple[Code, ...]:
    """All codes whose id begins so."""
    return tuple(code for id_, code in CODES.items() if id_.startswith(beginning)) if beginning else ()
