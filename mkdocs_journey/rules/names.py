"""Names that mean the same: one spelling for a channel, a team or a system in the whole site."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.findings import Finding
from mkdocs_journey.message import counted, message
from mkdocs_journey.model.checks import lanes_of
from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.lane_table import naming_fields
from mkdocs_journey.model.line_mend import mend
from mkdocs_journey.model.view import View
from mkdocs_journey.place import Span
from mkdocs_journey.rules import codes
from mkdocs_journey.rules.settings import Limits

_ACCENTS = re.compile("[\u0300-\u036f]")
_UNQUOTED = re.compile(r"\w(?:[\w ./+-]*\w)?")
"""What may stand in YAML without quotes, wherever a text may."""
_SAME = {
    "channel": message("Write {better} here too, so that both count as one channel."),
    "team": message("Write {better} here too, so that both count as one team."),
    "system": message("Write {better} here too, so that both count as one system."),
}
"""What to do, by the kind of the name."""


class Name(NamedTuple):
    """A name as it stands in a document."""

    kind: str
    """``channel``, ``team`` or ``system``."""
    text: str
    place: Path
    """Path of the step or phase; empty for the head of a map."""
    field: Path
    """The rest of the path."""


class Spelling(NamedTuple):
    """The standard spelling of a name."""

    kind: str
    text: str
    number: int
    """How often it stands in the site."""

    def same(self, name: Name) -> bool:
        """Whether a name is spelt so."""
        return _cased(self.kind, self.text) == _cased(name.kind, name.text)


def names_of(document: Document) -> Iterator[Name]:
    """Every name of a channel, a team or a system in a document, with its place."""
    model = document.model
    if isinstance(model, View):
        return
    if model.owner:
        yield Name("team", model.owner, (), ("owner",))
    if not isinstance(model, Journey):
        return
    for i, contributor in enumerate(model.contributors):
        if contributor.team:
            yield Name("team", contributor.team, (), ("contributors", i, "team"))
    for path, lanes in lanes_of(model):
        for lane, fields in naming_fields():
            for i, item in enumerate(getattr(lanes, lane)):
                for field, kind in fields:
                    if text := getattr(item, field):
                        yield Name(kind, text, path, (lane, i, field))


def spellings_of(document: Document) -> list[tuple[str, str]]:
    """Kind and text of the same names. Where all names of a site are in order, nobody needs their places."""
    model = document.model
    if isinstance(model, View):
        return []
    found = [("team", model.owner)] if model.owner else []
    if not isinstance(model, Journey):
        return found
    found += [("team", contributor.team) for contributor in model.contributors if contributor.team]
    naming = naming_fields()
    for phase in model.phases:
        for lanes in (phase, *phase.steps):
            values = lanes.__dict__
            for lane, fields in naming:
                # Most are empty, and this runs through the whole site at every rebuild.
                for item in values[lane]:
                    for field, kind in fields:
                        if text := getattr(item, field):
                            found.append((kind, text))
    return found


def near_names(atlas: Atlas, limits: Limits) -> Iterator[tuple[Document, Finding]]:
    """Every name that is not in its standard spelling, which is the most frequent one, or the first of several."""
    documents = [journey.document for journey in atlas.journeys.values()]
    documents += [persona.document for persona in atlas.personas.values()]
    counts = Counter(chain.from_iterable(map(spellings_of, documents)))
    standards = _standards(counts)
    if not standards:
        return
    first: dict[Spelling, Span] = {}
    others: list[tuple[Document, Name, Spelling]] = []
    for document in documents:
        for name in names_of(document):
            standard = standards.get((name.kind, name.text))
            if standard is not None and standard.same(name):
                first.setdefault(standard, document.place(*name.place, *name.field))
            elif standard is not None:
                others.append((document, name, standard))
    for document, name, standard in others:
        yield document, _finding(document, name, standard, first[standard])


def _standards(counts: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], Spelling]:
    """The standard spelling of each name that has several, by kind and by each of them."""
    alike: dict[tuple[str, str], dict[str, list[str]]] = {}
    for kind, text in counts:
        # The address of a link is no part of a name, and would be lost.
        if (key := bare(text)) and "](" not in text:
            alike.setdefault((kind, key), {}).setdefault(_cased(kind, text), []).append(text)
    found: dict[tuple[str, str], Spelling] = {}
    for (kind, _), spellings in alike.items():
        if len(spellings) > 1:
            numbers = {cased: sum(counts[kind, text] for text in texts) for cased, texts in spellings.items()}
            best = max(numbers, key=lambda cased: numbers[cased])
            standard = Spelling(kind, spellings[best][0], numbers[best])
            found |= {(kind, text): standard for texts in spellings.values() for text in texts}
    return found


def _cased(kind: str, text: str) -> str:
    """A name as it is compared. A channel is drawn as an icon, so its case is not seen; in a cell it begins large."""
    return text.casefold() if kind == "channel" else text


def bare(name: str) -> str:
    """A name without case, spaces, punctuation, accents and the ``s`` of a plural."""
    plain = name.casefold()
    if not plain.isascii():
        # Only accents of European scripts go: ガ and カ, or vowel signs, make another word.
        plain = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", plain)))
    letters = "".join(letter for letter in plain if unicodedata.category(letter)[0] not in "PZC")
    return letters[:-1] if len(letters) > 3 and letters[-1] == "s" and letters[-2] != "s" else letters


def _finding(document: Document, name: Name, standard: Spelling, first: Span) -> Finding:
    span = document.place(*name.place, *name.field)
    better = _fitting(standard.text, name) if name.kind == "channel" else standard.text
    as_written = span.line == span.end_line and span.end_column - span.column - len(name.text) in (0, 2)
    return Finding(
        codes.NEAR_NAMES,
        span,
        counted(
            standard.number,
            "“{name}” is called “{standard}” in another place of this site.",
            "“{name}” is called “{standard}” in {number} other places of this site.",
            name=name.text[:60],
            standard=standard.text[:60],
        ),
        mend(
            document.block,
            span,
            message(_SAME[name.kind], better=better[:60]),
            better if as_written and _UNQUOTED.fullmatch(better) else None,
        ),
        ((first, message("says “{text}”", text=standard.text[:60])),),
    )


def _fitting(better: str, name: Name) -> str:
    """A channel that begins large or small as the author's did; ``SMS`` stays as it is."""
    first = better[0].upper() if name.text[0].isupper() else better[0].lower()
    return first + better[1:] if better[1:].islower() else better
