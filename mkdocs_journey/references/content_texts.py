"""Help content that is written as a text and looks like the path of a page: it is shown, and leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import Message, message
from mkdocs_journey.model.checks import lanes_of
from mkdocs_journey.model.document import Document
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.line_mend import mend
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_NAME, shortened
from mkdocs_journey.references import codes
from mkdocs_journey.references.addresses import site_path
from mkdocs_journey.references.targets import ReferenceTargets
from mkdocs_journey.source.mending import in_quotation_marks

_PATH = re.compile(r"\S.*\.(?:md|markdown|pdf|html?)(?:#.*)?$", re.IGNORECASE)
_LAST_WORD = re.compile(
    r"(?P<title>.*?)[\s:：(（<,-]*(?<![\w./-])(?P<path>[\w./%-]+\.(?:md|pdf|html?)(?:#[\w-]+)?)[)）>]?$"
)
_WEB = re.compile(
    r"(?:www\.[\w-]+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|app|co|eu|de|fr|es|it|nl|pt|fi|jp|cn))(?:/\S*)?$"
)
_SPECIAL = frozenset(",[]{}'\"")
_BEHIND_PAGE = message("If it is the path of a page, write it behind page:.")
_AS_A_LINK = message("Write it as a link.")


def check_content_texts(document: Document, journey: Journey, known: ReferenceTargets) -> Iterator[Finding]:
    """Every text among the help content that names a page and does not link to it."""
    for path, lanes in lanes_of(journey):
        for i, content in enumerate(lanes.content):
            text = content.text
            if text is None or content.page is not None or "](" in text:
                continue
            span = document.place(*path, "content", i)
            address = _address(text, document.block.file, known)
            if address is not None:
                field = f"page: {_quoted(address)}"
                yield Finding(codes.PATH_AS_TEXT, span, _leads_nowhere(text), _as_field(document, span, field))
            elif (match := _LAST_WORD.match(text)) and _is_there(match["path"], document.block.file, known):
                title = match["title"].strip() or match["path"]
                better = in_quotation_marks(f"[{title}]({match['path']})")
                link = mend(document.block, span, _AS_A_LINK, better)
                yield Finding(codes.PATH_AS_TEXT, span, _leads_nowhere(match["path"]), link)


def _leads_nowhere(path: str) -> Message:
    return message("“{path}” is shown as a text and leads nowhere.", path=shortened(path, LONGEST_NAME))


def _address(text: str, file: str, known: ReferenceTargets) -> str | None:
    """The address that a text is, as a whole; a path with a blank in it need not be there."""
    if _PATH.match(text) and (_is_there(text, file, known) or _looks_whole(text)):
        return text
    if _WEB.match(text):
        return f"https://{text}"
    without_end = f"{text}.md"
    return without_end if "/" in text and _is_there(without_end, file, known) else None


def _looks_whole(text: str) -> bool:
    return len(text.split()) <= 4 and not any(sign in text for sign in (", ", ": ", " / ", " (", "://"))


def _is_there(path: str, file: str, known: ReferenceTargets) -> bool:
    page = site_path(path, file)
    return page is not None and known.exists(page)


def _quoted(address: str) -> str:
    return (
        in_quotation_marks(address) if _SPECIAL.intersection(address) or " #" in address or ": " in address else address
    )


def _as_field(document: Document, span: Span, field: str) -> Mend:
    """The field as an item of the list, or in braces behind the name of the lane."""
    lines = document.block.between(span.line, span.line)
    before = lines[0].text[: span.column - lines[0].column].strip() if lines else ""
    return mend(document.block, span, _BEHIND_PAGE, field if before.endswith("-") else f"{{{field}}}")
