"""Addresses in a block: links in its texts, and fields that hold one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from msgspec.structs import replace

from mkdocs_journey.atlas import Atlas, find_target
from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import Message, any_of, message
from mkdocs_journey.model.addresses import Reference
from mkdocs_journey.model.document import Document
from mkdocs_journey.model.values import closest
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_NAME, shortened
from mkdocs_journey.references import codes
from mkdocs_journey.references.right_address import right_address
from mkdocs_journey.references.targets import ReferenceTargets
from mkdocs_journey.source.links import plain_address

SCHEMES = frozenset({"http", "https", "mailto"})
"""Addresses outside the site that a link may have."""
NAME_A_JOURNEY = message("Name a journey of this site by its id or its title.")
ADD_A_PERSONA = message("Add a persona block with this name to any page.")


def split_address(address: str) -> tuple[str, str, str]:
    """Path, query and fragment of an address inside the site, whatever stands in it."""
    rest, _, fragment = address.partition("#")
    path, _, query = rest.partition("?")
    return path, query, fragment


# Maps link to the same few pages again and again.
@lru_cache(maxsize=4096)
def site_path(address: str, file: str) -> str | None:
    """Path in the documentation folder that a relative address means; None where it leads out of it."""
    path = unquote(split_address(address)[0])
    joined = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(file), path)
    normal = posixpath.normpath(joined) if path else file
    return None if normal.startswith("..") or normal == "." else normal


def scheme_of(address: str) -> str:
    """The scheme of an address in small letters, spaces and control characters aside; "" for a path."""
    scheme, colon, _ = address.partition(":")
    if colon and scheme in ("journey", "persona"):
        return scheme
    return _hidden_scheme(address) if colon else ""


@lru_cache(maxsize=4096)
def _hidden_scheme(address: str) -> str:
    plain = "".join(c for c in address if c.isprintable() and not c.isspace()).casefold()
    match = re.match(r"([a-z][a-z0-9+.-]*):", plain)
    return match[1] if match else ""


def check_address(document: Document, reference: Reference, known: ReferenceTargets) -> Iterator[Finding]:
    """At most one finding about an address."""
    address = reference.address
    # Browsers read j&#97;vascript: as well.
    scheme = scheme_of(plain_address(unescape(address) if "&" in address else address))
    if scheme in SCHEMES:
        return
    if scheme in ("journey", "persona"):
        yield from _internal(document, reference, known.atlas)
    elif scheme or address.startswith("//"):
        span = _place(document, reference)
        yield Finding(
            codes.LINK_NOT_ALLOWED,
            span,
            message("A link may not begin with “{start}”.", start=f"{scheme}:" if scheme else "//"),
            Mend(message("Use http, https, mailto or a page of this site.")),
        )
    else:
        yield from _page(document, reference, known)


def _page(document: Document, reference: Reference, known: ReferenceTargets) -> Iterator[Finding]:
    address = reference.address
    path = document.block.file if address.startswith("#") else site_path(address, document.block.file)
    if path is None or not known.exists(path):
        yield Finding(
            codes.BROKEN_LINK,
            _place(document, reference),
            _nowhere(address, path, reference),
            Mend(message("Paths start at the file in which they are written.")),
        )
        return
    anchor = unquote(split_address(address)[2])
    if anchor and not known.has_anchor(path, anchor):
        near = known.near_anchor(path, anchor)
        advice = message(
            "Open the page, click the heading and copy what stands behind #, or link to the page as a whole."
        )
        yield Finding(
            codes.MISSING_ANCHOR,
            _place(document, reference),
            message("The page {path} has no section “{anchor}”.", path=path, anchor=shortened(anchor, LONGEST_NAME)),
            Mend(message("Did you mean #{better}?", better=near) if near else advice),
        )


def _nowhere(address: str, path: str | None, reference: Reference) -> Message:
    is_image = reference.path[-1] == "portrait"
    if path == split_address(address)[0]:
        shown = shortened(address if "&#" in address else path)
        if is_image:
            return message("There is no image “{path}” in this site.", path=shown)
        return message("There is no page “{path}” in this site.", path=shown)
    written = shortened(address)
    if path is None:
        if is_image:
            return message(
                "“{address}” leads out of the docs folder, and there is no such image in this site.", address=written
            )
        return message(
            "“{address}” leads out of the docs folder, and there is no such page in this site.", address=written
        )
    there = shortened(path)
    if is_image:
        return message(
            "“{address}” leads to {path}, and there is no such image in this site.", address=written, path=there
        )
    return message("“{address}” leads to {path}, and there is no such page in this site.", address=written, path=there)


def _internal(document: Document, reference: Reference, atlas: Atlas) -> Iterator[Finding]:
    if find_target(atlas, reference.address) is None:
        span = _place(document, reference)
        lines = document.block.between(span.line, span.line)
        line = lines[0].prefix + lines[0].text if lines else ""
        yield from unknown_target(reference.address, span, atlas, line)


def unknown_target(address: str, span: Span, atlas: Atlas, line: str = "") -> Iterator[Finding]:
    """The finding about a ``journey:`` or ``persona:`` address that leads nowhere; ``line`` is the one it stands in."""
    better = right_address(address, atlas)
    for finding in _unknown_target(address, span, atlas, better):
        written = line[span.column - 1 : span.end_column - 1]
        if better is not None and written == address:
            mended = f"{line[: span.column - 1]}{better}{line[span.end_column - 1 :]}"
            finding = replace(finding, mend=Mend(finding.mend.advice, (mended,), span.line, span.line))
        yield finding


def _unknown_target(address: str, span: Span, atlas: Atlas, better: str | None) -> Iterator[Finding]:
    plain = plain_address(address)
    kind, _, rest = plain.partition(":")
    name, _, part = unquote(rest).partition("#")
    if atlas.is_unreadable(name):
        return
    if better is not None and plain != address and find_target(atlas, plain) is not None:
        code = codes.UNKNOWN_JOURNEY if kind == "journey" else codes.UNKNOWN_PERSONA
        told = message(
            "“{address}” leads nowhere: such a link begins with {kind}: and goes on right behind it.",
            address=shortened(address),
            kind=kind,
        )
        yield Finding(code, span, told, Mend(message("Write {address}.", address=better)))
        return
    journey = atlas.journey(name) if kind == "journey" else None
    foreign = atlas.foreign_journey(name) if kind == "journey" else None
    if journey is not None:
        yield unknown_part(part, span, journey.id, journey.parts, [phase.slug for phase in journey.phases])
    elif foreign is not None:
        yield unknown_part(part, span, name, foreign.parts, foreign.phases)
    else:
        known = better.removeprefix(f"{kind}:").partition("#")[0] if better else ""
        if kind == "journey":
            code, told, otherwise, own = codes.UNKNOWN_JOURNEY, no_journey(name), NAME_A_JOURNEY, list(atlas.journeys)
        else:
            code, told, otherwise, own = codes.UNKNOWN_PERSONA, no_persona(name), ADD_A_PERSONA, list(atlas.personas)
        choices = [*own, *atlas.foreign.references("journey" if kind == "journey" else "persona")]
        advice = did_you_mean(known, otherwise) if known else _near(name, choices, otherwise)
        yield Finding(code, span, told, Mend(advice))


def no_journey(name: str) -> Message:
    """What is said of a journey that nobody knows."""
    return message("There is no journey “{name}”.", name=shortened(name))


def no_persona(name: str) -> Message:
    """What is said of a persona that nobody knows."""
    return message("There is no persona “{name}”.", name=shortened(name))


def did_you_mean(near: str | None, otherwise: Message) -> Message:
    """The advice that names what is like a name that nobody knows; another one where nothing is."""
    return message("Did you mean {better}?", better=near) if near else otherwise


def unknown_part(
    part: str, span: Span, journey: str, parts: Mapping[str, tuple[str, str]], phases: Sequence[str]
) -> Finding:
    """The finding about a part that a journey does not have."""
    steps: dict[str, str] = {}
    for name, (anchor, _) in parts.items():
        if name.endswith(f"/{part}"):
            steps.setdefault(anchor, name)
    if steps:
        told = message(
            "More than one phase of the journey {journey} has a step “{step}”.", journey=journey, step=shortened(part)
        )
        which = message("Write {addresses}.", addresses=any_of(steps.values()))
        return Finding(codes.UNKNOWN_PART, span, told, Mend(which))
    told = message(
        "“{name}” is no phase, step, pain point or opportunity of the journey {journey}.",
        name=shortened(part),
        journey=journey,
    )
    known = message("Its phases are {phases}.", phases=", ".join(phases[:8]))
    return Finding(codes.UNKNOWN_PART, span, told, Mend(_near(part, [name for name in parts if name], known)))


def _near(name: str, choices: list[str], otherwise: Message) -> Message:
    return did_you_mean(closest(name, choices), otherwise)


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
