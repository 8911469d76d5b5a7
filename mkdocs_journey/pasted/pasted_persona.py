"""A persona in two columns, names and texts, and the lines of a block that say the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mkdocs_journey.message import Message, message
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.names import field_name, plain_name, shapes_by_name
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.shapes import Fields, Free, Many
from mkdocs_journey.pasted.cells import Cells, Row
from mkdocs_journey.pasted.fitting import fitting
from mkdocs_journey.pasted.pasted_map import SaidInLanguage, one_line
from mkdocs_journey.pasted.texts import texts_of
from mkdocs_journey.source.mending import in_quotation_marks

_LONGEST_FACT = 40
"""Longer texts are sections of their own."""
_FEWEST_FIELDS = 2
_COLUMNS = 2


class PastedPersona(NamedTuple):
    """A persona from elsewhere."""

    form: Message
    """The sentence that says what it looks like."""
    fields: Mapping[str, tuple[str, ...]]
    """By standard names."""
    facts: Mapping[str, str]
    """What has no field of its own, in a few words."""
    sections: Mapping[str, tuple[str, ...]]
    """What has none, in more words."""
    assumed: tuple[Message, ...] = ()
    left_out: tuple[str, ...] = ()
    """What was written and has no place in a persona."""

    def lines(self, said: SaidInLanguage = str) -> tuple[str, ...]:
        """The persona as the lines of a block."""
        return tuple(self._lines(said))

    def _lines(self, said: SaidInLanguage) -> Iterator[str]:
        for name, shape in shapes_by_name(Persona).items():
            if name == "demographics" and self.facts:
                yield "demographics:"
                yield from (f"  {_name(fact)}: {one_line(text)}" for fact, text in self.facts.items())
            texts = self.fields.get(name, ())
            if texts and (len(texts) > 1 or isinstance(shape, Free)):
                yield f"{name}:"
                yield from (f"  - {one_line(text)}" for text in texts)
            elif texts:
                yield f"{name}: {one_line(texts[0])}"
        if self.sections:
            yield "sections:"
        for title, texts in self.sections.items():
            yield f"  {_name(title)}:"
            yield from (f"    - {one_line(text)}" for text in texts)
        yield from (f"# {said(text)}" for text in self.left_out)


def _name(text: str) -> str:
    """A name that is the author's own, as the name of a field of YAML."""
    return one_line(text) if ":" not in text and "#" not in text else in_quotation_marks(text)


def read_persona(cells: Cells) -> PastedPersona | None:
    """The persona that a table of names and texts shows; None where it names no fields of one."""
    rows: Sequence[Row] = cells.rows
    if len(rows) == _COLUMNS and len(rows[0]) > _COLUMNS:
        rows = list(zip(*rows, strict=True))
    if len(rows[0]) != _COLUMNS or sum(_field(row[0]) is not None for row in rows) < _FEWEST_FIELDS:
        return None
    fields: dict[str, list[str]] = {}
    facts: dict[str, str] = {}
    sections: dict[str, list[str]] = {}
    left_out: list[str] = []
    last: list[str] | None = None
    for number, (written, text) in enumerate(rows):
        heading = written.strip("*_ :")
        if not heading:
            (last if last is not None else left_out).extend(texts_of(text))
            continue
        name = _field(heading)
        if name is None and not number and not text:
            name, text = "name", heading
        elif name is None and not number and _is_head(heading, text, rows):
            left_out.append(f"{heading}: {text}")
            continue
        last = _place(name, heading, text, fields, sections)
        if last is None and text:
            if heading in facts:
                return None
            facts[heading] = text
    if "name" not in fields:
        return None
    written_fields = {name: tuple(texts) for name, texts in fields.items() if texts}
    own = {title: tuple(texts) for title, texts in sections.items() if texts}
    assumed = (message("What no field of a persona holds stands under names of your own."),) if facts or own else ()
    return PastedPersona(cells.form, written_fields, facts, own, assumed, tuple(left_out))


def _field(heading: str) -> str | None:
    """The field of a persona that a heading names; *Persona: Ana* is the name."""
    bare = heading.strip("*_ :")
    name = field_name(Persona, bare)
    if name is None and field_name(Journey, bare) == "persona":
        return "name"
    return None if name in ("sections", "demographics") else name


def _is_head(heading: str, text: str, rows: Sequence[Row]) -> bool:
    """Whether a first row says what the two columns are, *Field* and *Value*: single words, and a name comes below."""
    named = any(_field(row[0]) == "name" for row in rows[1:])
    return named and not any(" " in word or not word.isalpha() for word in (heading, text))


def _place(
    name: str | None, heading: str, text: str, fields: dict[str, list[str]], sections: dict[str, list[str]]
) -> list[str] | None:
    """Write a text where it belongs; the list that it stands in, or None for a fact in a few words."""
    shape = shapes_by_name(Persona).get(name or "")
    texts = list(texts_of(text))
    if name is not None and isinstance(shape, Many | Free):
        fields.setdefault(name, []).extend(texts)
        return fields[name]
    if name is not None and not isinstance(shape, Fields) and name not in fields:
        held = fitting(Persona, name, " ".join(texts)) if texts else ""
        if held:
            fields[name] = [held]
            return fields[name]
    if len(texts) == 1 and len(text) <= _LONGEST_FACT and plain_name(heading) not in sections:
        return None
    sections.setdefault(heading, []).extend(texts)
    return sections[heading]
