"""Whether everything that a block refers to is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel

from mkdocs_journey.atlas import Atlas, JourneyEntry, find_target
from mkdocs_journey.findings import Code, Finding, Mend, Severity
from mkdocs_journey.model.checks import lanes_of
from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.names import PARTS
from mkdocs_journey.model.reading import mend
from mkdocs_journey.model.values import closest
from mkdocs_journey.place import Span

UNKNOWN_PERSONA = Code("JN201", Severity.WARNING, "A persona that is not in the site")
UNKNOWN_JOURNEY = Code("JN202", Severity.WARNING, "A journey that is not in the site")
UNKNOWN_PART = Code("JN203", Severity.WARNING, "A phase, step, pain or opportunity that is not on the map")
UNKNOWN_PAIN = Code("JN204", Severity.WARNING, "An opportunity that fixes a pain that is not on the map")
BROKEN_LINK = Code("JN205", Severity.WARNING, "A link to a page that is not in the site")
LINK_NOT_ALLOWED = Code("JN206", Severity.WARNING, "A link that may not be followed")
FUTURE_WITHOUT_MAP = Code("JN207", Severity.WARNING, "A map that redesigns itself or goes round in a circle")

REFERENCE_CODES: tuple[Code, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Code))
"""All of them, in the order of their ids."""

SCHEMES = frozenset({"http", "https", "mailto"})
"""Addresses outside the site that a link may have."""
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_ADDRESSES = frozenset({"page", "link", "portrait"})
_ALIASES = {
    attribute: info.alias for part in PARTS for attribute, info in part.model_fields.items() if info.alias is not None
}


@dataclass(frozen=True, slots=True)
class Reference:
    """One address as an author wrote it."""

    address: str
    path: Path


def check_references(document: Document, atlas: Atlas, exists: Callable[[str], bool]) -> list[Finding]:
    """Findings about what a document refers to.

    ``exists`` tells whether a path, relative to the documentation folder, is a file of the site.
    """
    found: list[Finding] = []
    if isinstance(document.model, Journey):
        found += _journeys(document, document.model, atlas)
        found += _personas(document, document.model, atlas)
        found += _fixes(document, document.model, atlas)
    for reference in addresses(document):
        found += check_address(document, reference, atlas, exists)
    return found


def addresses(document: Document) -> list[Reference]:
    """Every address in a document: links in texts, and fields that hold one."""
    found: list[Reference] = []
    _gather(document.model, (), found)
    return found


def _gather(value: Any, path: Path, found: list[Reference]) -> None:
    if isinstance(value, str):
        if "](" in value:
            found.extend(Reference(match[1], path) for match in _LINK.finditer(value))
        elif path[-1] in _ADDRESSES:
            found.append(Reference(value, path))
    elif isinstance(value, BaseModel):
        for name, inner in value.__dict__.items():
            # Most fields of most parts are empty, and most texts have no link: those need no path.
            if inner and (type(inner) is not str or "](" in inner or name in _ADDRESSES):
                _gather(inner, (*path, _ALIASES.get(name, name)), found)
    elif isinstance(value, tuple):
        for i, one in enumerate(value):
            _gather(one, (*path, i), found)
    elif isinstance(value, dict):
        for key, one in value.items():
            _gather(one, (*path, key), found)


def site_path(address: str, file: str) -> str | None:
    """Path in the documentation folder that a relative address means; None where it leads out of it."""
    path = unquote(urlsplit(address).path)
    joined = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(file), path)
    normal = posixpath.normpath(joined) if path else file
    return None if normal.startswith("..") or normal == "." else normal


def scheme_of(address: str) -> str:
    """The scheme of an address in small letters, spaces and control characters aside; "" for a path."""
    plain = "".join(c for c in address if c.isprintable() and not c.isspace()).casefold()
    match = re.match(r"([a-z][a-z0-9+.-]*):", plain)
    return match[1] if match else ""


def check_address(
    document: Document, reference: Reference, atlas: Atlas, exists: Callable[[str], bool]
) -> Iterator[Finding]:
    """At most one finding about an address."""
    address = reference.address
    scheme = scheme_of(address)
    if scheme in SCHEMES:
        return
    if scheme in ("journey", "persona"):
        yield from _internal(document, reference, atlas)
    elif scheme or address.startswith("//"):
        span = _place(document, reference)
        yield Finding(
            LINK_NOT_ALLOWED,
            span,
            f"A link may not begin with “{scheme or '//'}”.",
            Mend("Use http, https, mailto or a page of this site."),
        )
    elif not address.startswith("#"):
        path = site_path(address, document.block.file)
        if path is None or not exists(path):
            span = _place(document, reference)
            where = f"from {document.block.file}"
            yield Finding(
                BROKEN_LINK,
                span,
                f"There is no page “{address[:80]}” {where}.",
                Mend("Paths start at the file in which they are written."),
            )


def _internal(document: Document, reference: Reference, atlas: Atlas) -> Iterator[Finding]:
    if find_target(atlas, reference.address) is None:
        yield from unknown_target(reference.address, _place(document, reference), atlas)


def unknown_target(address: str, span: Span, atlas: Atlas) -> Iterator[Finding]:
    """The finding about a ``journey:`` or ``persona:`` address that leads nowhere."""
    kind, _, rest = address.partition(":")
    name, _, part = unquote(rest).partition("#")
    if name in atlas.broken:
        return
    known = atlas.journey(name) if kind == "journey" else None
    if known is not None:
        steps: dict[str, str] = {}
        for name_of_part, (anchor, _) in known.parts.items():
            if name_of_part.endswith(f"/{part}"):
                steps.setdefault(anchor, name_of_part)
        if steps:
            advice = Mend(f"Write {' or '.join(steps.values())}.")
            yield Finding(
                UNKNOWN_PART, span, f"More than one phase of the journey {known.id} has a step “{part[:80]}”.", advice
            )
        else:
            yield Finding(
                UNKNOWN_PART,
                span,
                f"“{part[:80]}” is no phase or step of the journey {known.id}.",
                _near(part, list(known.parts)),
            )
    elif kind == "journey":
        yield Finding(UNKNOWN_JOURNEY, span, f"There is no journey “{name[:80]}”.", _near(name, list(atlas.journeys)))
    else:
        yield Finding(UNKNOWN_PERSONA, span, f"There is no persona “{name[:80]}”.", _near(name, list(atlas.personas)))


def _near(name: str, choices: list[str]) -> Mend:
    near = closest(name, choices)
    return Mend(f"Did you mean {near}?" if near else "")


def _place(document: Document, reference: Reference) -> Span:
    """The address itself where it stands on one line, else the text that holds it."""
    span = document.place(*reference.path)
    for line in document.block.lines:
        if span.line <= line.number <= span.end_line:
            start = max(0, span.column - line.column) if line.number == span.line else 0
            at = line.text.find(reference.address, start)
            if at >= 0:
                column = line.column + at
                return Span(span.file, line.number, column, line.number, column + len(reference.address))
    return span


def _journeys(document: Document, journey: Journey, atlas: Atlas) -> Iterator[Finding]:
    named: list[tuple[Path, str | None]] = [(("redesigns",), journey.redesigns), (("parent",), journey.parent)]
    named += [(("phases", p, "detailed_by"), phase.detailed_by) for p, phase in enumerate(journey.phases)]
    for path, name in named:
        if not name or name in atlas.broken:
            continue
        span = document.place(*path)
        target = atlas.journey(name)
        if target is None:
            choices = [*atlas.journeys, *(other.title for other in atlas.journeys.values())]
            near = closest(name, choices)
            yield Finding(
                UNKNOWN_JOURNEY,
                span,
                f"There is no journey “{name[:80]}”.",
                mend(document.block, span, f"Did you mean {near}?" if near else "", near),
            )
        elif path[0] in ("redesigns", "parent") and _in_circle(target, document, str(path[0]), atlas):
            yield Finding(
                FUTURE_WITHOUT_MAP,
                span,
                f"{path[-1]} leads back to this journey itself.",
                Mend("Name another journey."),
            )


def _in_circle(target: JourneyEntry, document: Document, field: str, atlas: Atlas) -> bool:
    """Whether following a field from a journey on leads to the document itself."""
    seen: set[str] = set()
    at: JourneyEntry | None = target
    while at is not None and at.id not in seen:
        if at.document is document:
            return True
        seen.add(at.id)
        name = getattr(at.journey, field)
        at = atlas.journey(name) if name else None
    return False


def _personas(document: Document, journey: Journey, atlas: Atlas) -> Iterator[Finding]:
    named: list[tuple[Path, str | None]] = [(("persona", i), name) for i, name in enumerate(journey.persona)]
    named += [(("walkthroughs", i, "persona"), walk.persona) for i, walk in enumerate(journey.walkthroughs)]
    for path, name in named:
        if not name or name in atlas.broken or atlas.persona(name) is not None:
            continue
        span = document.place(*path)
        near = closest(name, [*atlas.personas, *(other.name for other in atlas.personas.values())])
        advice = f"Did you mean {near}?" if near else "Add a persona block with this name to any page."
        yield Finding(
            UNKNOWN_PERSONA, span, f"There is no persona “{name[:80]}”.", mend(document.block, span, advice, near)
        )


def _fixes(document: Document, journey: Journey, atlas: Atlas) -> Iterator[Finding]:
    """``fixes`` names pains of this map, or of the map that it redesigns, by id or text."""
    pains = pains_of(journey)
    redesigned = atlas.journey(journey.redesigns) if journey.redesigns else None
    if redesigned is not None:
        pains |= pains_of(redesigned.journey)
    for path, lanes in lanes_of(journey):
        for i, opportunity in enumerate(lanes.opportunities):
            for j, name in enumerate(opportunity.fixes):
                if name in pains or (redesigned is None and journey.redesigns in atlas.broken):
                    continue
                span = document.place(*path, "opportunities", i, "fixes", j)
                near = closest(name, list(pains))
                yield Finding(
                    UNKNOWN_PAIN,
                    span,
                    f"There is no pain “{name[:80]}” on this map.",
                    Mend(f"Did you mean {near}?" if near else "Give the pain this id, or name one that is there."),
                )


def pains_of(journey: Journey) -> set[str]:
    """Ids and texts of all pains of a journey."""
    return {name for _, lanes in lanes_of(journey) for pain in lanes.pains for name in (pain.id, pain.text) if name}
