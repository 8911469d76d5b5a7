"""Codes of findings about what a block or a page refers to."""

from __future__ import annotations

from mkdocs_journey.findings import Code, Severity
from mkdocs_journey.message import message

WARNING = Severity.WARNING

UNKNOWN_PERSONA = Code("JN201", WARNING, message("A persona that is not in the site"))
UNKNOWN_JOURNEY = Code("JN202", WARNING, message("A journey that is not in the site"))
UNKNOWN_PART = Code("JN203", WARNING, message("A phase, step, pain or opportunity that is not on the map"))
UNKNOWN_PAIN = Code("JN204", WARNING, message("An opportunity that fixes a pain that is not on the map"))
BROKEN_LINK = Code("JN205", WARNING, message("A link to a page that is not in the site"))
LINK_NOT_ALLOWED = Code("JN206", WARNING, message("A link that may not be followed"))
CIRCLE = Code("JN207", WARNING, message("A map that redesigns itself, or is its own parent, in a circle"))
PERSONA_WITHOUT_JOURNEY = Code("JN208", WARNING, message("A persona that no map is about"))
MISSING_ANCHOR = Code("JN209", WARNING, message("A link to a section that its page does not have"))
UNKNOWN_EVIDENCE = Code("JN210", WARNING, message("Evidence that the map does not list"))
UNKNOWN_OPPORTUNITY = Code("JN211", WARNING, message("A related opportunity that is on no map"))
EARLIER_TITLE = Code("JN212", WARNING, message("A title that changed while links still say the earlier one"))
UNKNOWN_FILTER = Code("JN213", WARNING, message("A view that asks for something that no map has"))
PATH_AS_TEXT = Code("JN214", Severity.INFO, message("Help content that names a page and does not link to it"))

OWN_PARTS = frozenset({UNKNOWN_PAIN, UNKNOWN_EVIDENCE})
"""About what a map names of itself."""

INVENTORY_UNREACHABLE = Code("JN220", WARNING, message("An inventory of another handbook that cannot be read"))
INVENTORY_UNUSABLE = Code("JN221", WARNING, message("An inventory of another handbook that is none"))

REFERENCE_CODES: tuple[Code, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Code))
"""All of them, in the order of their ids."""
