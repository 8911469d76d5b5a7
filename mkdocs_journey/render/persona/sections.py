"""The sections of a persona's page: what the author wrote, in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct
from pydantic import BaseModel

from mkdocs_journey.drawing.sources import SourceLabels, source_name
from mkdocs_journey.drawing.surroundings import Link, Links
from mkdocs_journey.drawing.texts import WrittenText, WrittenTexts
from mkdocs_journey.languages.words import Words, without_quotation_marks
from mkdocs_journey.model.parts import Item, Source
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.model.values import rating, slug
from mkdocs_journey.render.html.texts import Inline, Texts

BANDS = (
    ("bio", "context"),
    ("goals", "frustrations", "needs", "motivations", "behaviours", "attitude", "values", "personality", "jobs"),
    ("likes", "dislikes", "indifferent"),
    ("before",),
    ("empathy",),
    ("sections",),
    ("basis",),
    ("notes",),
)
"""Fields that stand together, side by side where there is room."""
RAIL = ("demographics", "channels", "tech_level", "tools", "accessibility", "evidence")
"""Fields that stand below the portrait."""

_WIDTH, _RAIL_WIDTH = 90, 22
"""Characters of a line in a full band, and in the rail."""
_OVERHANG = 4
"""Lines by which a rail may be longer than the bands beside it."""
_PROSE = frozenset({"bio", "context", "notes"})
_QUOTED = frozenset({"says", "thinks"})
_PERCENT = re.compile(r"\s*(\d{1,3}(?:[.,]\d+)?)\s*[%％]\s*")


class ShownBasis(Struct, frozen=True):
    """What a statement rests on."""

    texts: tuple[str | Inline, ...]
    hypothesis: bool
    explanation: str
    """What the sources are, in full."""


class ShownStatement(Struct, frozen=True):
    """A text, and what it rests on."""

    text: Inline
    mark: ShownBasis | None
    quoted: bool = False
    """Whether it is in the persona's own words."""


class NamedValue(Struct, frozen=True):
    """A name with a value."""

    name: Inline
    value: Inline | None
    percent: float | None = None
    """0 to 100, drawn as a bar."""


class SectionPart(Struct, frozen=True):
    """A part of a section with a title of its own."""

    title: str
    statements: tuple[ShownStatement, ...]


class ShownSource(Struct, frozen=True):
    """A line of the list of evidence."""

    name: str
    """Kind, number and month."""
    text: Inline | None
    outcome: Inline | None
    link: Link | None


class PersonaSection(Struct, frozen=True):
    """A section with a heading. Only one of its parts is filled."""

    id: str
    title: str | Inline
    statements: tuple[ShownStatement, ...] = ()
    prose: bool = False
    facts: tuple[NamedValue, ...] = ()
    cells: tuple[SectionPart, ...] = ()
    sources: tuple[ShownSource, ...] = ()
    rating: int | None = None
    """1 to 5."""

    @property
    def plain_title(self) -> str:
        """The title without markup."""
        return self.title if isinstance(self.title, str) else self.title.plain

    def lines(self, width: int) -> int:
        """About how many lines the section takes in a column of so many characters, its heading included."""
        texts = [statement.text.text for statement in self.statements]
        texts += [fact.name.text + (fact.value.text if fact.value else "") for fact in self.facts]
        texts += [source.name + (source.text.text if source.text else "") for source in self.sources]
        texts += [text for cell in self.cells for text in (cell.title, *(one.text.text for one in cell.statements))]
        # Characters of Chinese, Japanese and Korean are twice as wide.
        sizes = (len(text) if text.isascii() else len(text.encode("gb18030", "replace")) for text in texts)
        return 3 + sum(1 + size // width for size in sizes)


class Band(Struct, frozen=True):
    """Sections that stand side by side."""

    sections: tuple[PersonaSection, ...]

    def lines(self) -> int:
        """About how many lines the band takes beside a rail."""
        row = across(len(self.sections))
        rows = [self.sections[start : start + row] for start in range(0, len(self.sections), row)]
        return sum(max(section.lines(_WIDTH // len(together)) for section in together) for together in rows)


def across(number: int) -> int:
    """How many of a number of parts stand in a row where there is room, so that none is left alone."""
    return 2 if number in (2, 4) else min(number, 3)


def balanced(
    bands: Sequence[Band], rail: Sequence[PersonaSection]
) -> tuple[tuple[Band, ...], tuple[PersonaSection, ...]]:
    """The same sections, so that a rail does not hang far below the bands: its last ones become a band."""
    kept, moved = list(rail), list[PersonaSection]()
    height = sum(band.lines() for band in bands)
    while kept and sum(section.lines(_RAIL_WIDTH) for section in kept) > height + _OVERHANG:
        moved.insert(0, kept.pop())
        height = sum(band.lines() for band in (*bands, Band(tuple(moved))))
    return (*bands, Band(tuple(moved))) if moved else tuple(bands), tuple(kept)


class PersonaSections:
    """Makes sections of a persona's fields; fields that say nothing make none."""

    def __init__(self, persona: Persona, anchor: str, words: Words, texts: Texts, links: Links) -> None:
        self._persona = persona
        self._anchor = anchor
        self._words = words
        self._texts = texts
        self._links = links
        self._sources = SourceLabels.of(persona.evidence, words)
        self._ids: set[str] = set()

    def rail(self) -> tuple[PersonaSection, ...]:
        """The sections below the portrait."""
        return tuple(section for name in RAIL for section in self._field(name))

    def bands(self) -> tuple[Band, ...]:
        """All other sections."""
        found = (tuple(section for name in band for section in self._field(name)) for band in BANDS)
        return tuple(Band(sections) for sections in found if sections)

    def new_id(self, name: str) -> str:
        """An id for a heading of this page, unlike all before."""
        base = candidate = f"{self._anchor}--{name}"
        number = 1
        while candidate in self._ids:
            number += 1
            candidate = f"{base}-{number}"
        self._ids.add(candidate)
        return candidate

    def _field(self, name: str) -> Sequence[PersonaSection]:
        value = getattr(self._persona, name)
        if not value:
            return ()
        if name == "sections":
            return [self._own(title, items) for title, items in value.items() if items]
        title = self._words(f"persona.section.{name}")
        if isinstance(value, BaseModel):
            cells = self._cells(name, value)
            return (PersonaSection(self.new_id(name), title, cells=cells),) if cells else ()
        section_id = self.new_id(name.replace("_", "-"))
        if name == "evidence":
            return (PersonaSection(section_id, title, sources=tuple(self._source(source) for source in value)),)
        if name == "tech_level":
            return (self._technology(section_id, title, value),)
        if isinstance(value, Mapping):
            return (PersonaSection(section_id, title, facts=self._facts(value, bars=name == "channels")),)
        return (PersonaSection(section_id, title, statements=self._statements(value), prose=name in _PROSE),)

    def _own(self, title: str, items: Sequence[Item]) -> PersonaSection:
        return PersonaSection(
            self.new_id(slug(title) or "section"), self._texts(title), statements=self._statements(items)
        )

    def _statements(self, items: Sequence[Item], quoted: bool = False) -> tuple[ShownStatement, ...]:
        return tuple(
            ShownStatement(
                self._texts(without_quotation_marks(item.text) if quoted else item.text),
                self._mark(item),
                quoted,
            )
            for item in items
        )

    def _mark(self, item: Item) -> ShownBasis | None:
        mark = self._sources.mark(item, WrittenTexts(self._texts.file))
        if mark is None:
            return None
        texts = (self._texts(text.text) if isinstance(text, WrittenText) else text for text in mark.texts)
        return ShownBasis(tuple(texts), mark.hypothesis, mark.explanation)

    def _cells(self, name: str, part: BaseModel) -> tuple[SectionPart, ...]:
        return tuple(
            SectionPart(self._words(f"persona.{name}.{info.alias or field}"), self._statements(items, field in _QUOTED))
            for field, info in type(part).model_fields.items()
            if (items := getattr(part, field))
        )

    def _facts(self, values: Mapping[str, str], bars: bool) -> tuple[NamedValue, ...]:
        return tuple(
            NamedValue(self._texts(name), self._texts(value) if value else None, _percent(value) if bars else None)
            for name, value in values.items()
        )

    def _source(self, source: Source) -> ShownSource:
        name = source_name(source, self._words)
        text = self._texts(source.text) if source.text and source.text != name else None
        outcome = self._texts(source.outcome) if source.outcome else None
        link = self._links(source.link, self._texts.file) if source.link else None
        return ShownSource(name, text, outcome, link)

    def _technology(self, section_id: str, title: str, written: str) -> PersonaSection:
        try:
            level = rating(written)
        except Trouble:
            return PersonaSection(section_id, title, statements=(ShownStatement(self._texts(written), None),))
        return PersonaSection(section_id, title, rating=int(str(level)))


def _percent(value: str) -> float | None:
    match = _PERCENT.fullmatch(value)
    number = float(match[1].replace(",", ".")) if match else None
    return number if number is not None and number <= 100 else None
