"""Makes the items of a map's cells: one way for each kind of thing that stands in a lane."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from pydantic import BaseModel

from mkdocs_journey.atlas import JourneyEntry, PhaseEntry, StepEntry
from mkdocs_journey.drawing.channels import channel_key
from mkdocs_journey.drawing.items import CellItems, ItemView, ShownLink
from mkdocs_journey.drawing.lanes import is_quoted
from mkdocs_journey.drawing.pains import PainLabels, PainMark
from mkdocs_journey.drawing.sources import SourceLabels
from mkdocs_journey.drawing.surroundings import Standpoint
from mkdocs_journey.drawing.texts import DrawnText, Linked, Listed, Quoted, Worded, WrittenText, WrittenTexts, worded
from mkdocs_journey.languages.words import Words, without_quotation_marks
from mkdocs_journey.model.addresses import ADDRESSES
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.lane_table import lane_row
from mkdocs_journey.model.names import standard_names
from mkdocs_journey.model.parts import Action, Content, Evidenced, Item, Opportunity, Pain, Touchpoint

if TYPE_CHECKING:
    from mkdocs_journey.diff.review import JourneyReview


class CellMaker(Struct, frozen=True):
    """Makes the items of one map's cells."""

    entry: JourneyEntry
    surroundings: Standpoint
    words: Words
    texts: WrittenTexts
    sources: SourceLabels
    pains: PainLabels
    todays_pains: PainLabels | None = None
    """Of the map that this one redesigns."""
    whole: bool = True
    """False for a copy of a part: it has no ids, and its links lead to the map itself."""
    review: JourneyReview | None = None
    """What changed since an older version, in a build that shows it."""

    def items(self, lane: str, values: Sequence[Any], column: Column) -> CellItems:
        """The items of a lane that holds a list, for a step or a phase; ``values`` are what the model has for it."""
        if is_quoted(lane):
            return tuple([self.thought(value) for value in values])
        row = lane_row(lane)
        item = row.item if row is not None else Item
        if made := _MADE.get(item):
            return tuple(made(self, values, column))
        if item is None:
            return tuple([self.texts(text) for text in values])
        return tuple([self.plain(value) if item is Item else self.part(value) for value in values])

    def plain(self, item: Item) -> ItemView | WrittenText:
        """A text, with its evidence. Most texts have none, and need no more than themselves."""
        text = self.texts(item.text)
        if not item.hypothesis and not item.evidence:
            return text
        return ItemView(text, item.hypothesis, evidence=self.sources.mark(item, self.texts))

    def part(self, part: Evidenced) -> ItemView:
        """A thing that nobody draws in a way of its own: what it is called, and its other fields as they stand."""
        (_, main), *others = _own_fields(type(part))
        notes: list[DrawnText] = []
        for name, attribute in others:
            value = getattr(part, attribute)
            label = name[:1].upper() + name[1:].replace("_", " ")
            for one in value if isinstance(value, tuple) else (value,):
                if one is True:
                    notes.append(label)
                elif name not in ADDRESSES and one is not False and one not in (None, ""):
                    notes.append(Worded((f"{label}: ", self.texts(str(one)))))
        return ItemView(
            self.texts(getattr(part, main) or ""),
            part.hypothesis,
            notes=tuple(notes),
            links=self._links(getattr(part, attribute) for name, attribute in others if name in ADDRESSES),
            evidence=self.sources.mark(part, self.texts),
        )

    def action(self, action: Action) -> ItemView | WrittenText:
        """Something that the customer does, or that only some do."""
        if not action.possible:
            return self.plain(action)
        text, notes = self.texts(action.text), (self.words("action.possible"),)
        return ItemView(text, action.hypothesis, notes=notes, evidence=self.sources.mark(action, self.texts))

    def thought(self, item: Item) -> ItemView:
        """Somebody's words, with their evidence."""
        return ItemView(self.quoted(item.text), item.hypothesis, evidence=self.sources.mark(item, self.texts))

    def quoted(self, text: str, file: str = "") -> Quoted:
        """Somebody's words, in the quotation marks of the journey's language; ``file`` where it is not the map's."""
        return Quoted(self.texts(without_quotation_marks(text), file), self.words.quotation_marks)

    def touchpoint(self, touchpoint: Touchpoint) -> ItemView:
        """A touchpoint behind the icon of its channel. A channel that has no icon is named."""
        words = self.words
        key = channel_key(touchpoint.channel or touchpoint.name)
        known = touchpoint.channel and key
        actual, desired = touchpoint.actual or "", touchpoint.desired or ""
        change = "actual_desired" if actual and desired else "actual" if actual else "desired" if desired else ""
        notes: list[DrawnText] = []
        if touchpoint.channel and not key:
            notes.append(self.texts(touchpoint.channel))
        if touchpoint.mode:
            notes.append(words(f"touchpoint.{touchpoint.mode}"))
        if touchpoint.impact:
            notes.append(words("touchpoint.impact", rating=touchpoint.impact))
        if change:
            notes.append(
                worded(words, f"touchpoint.{change}", {"actual": self.texts(actual), "desired": self.texts(desired)})
            )
        if touchpoint.owner:
            notes.append(self.texts(touchpoint.owner))
        return ItemView(
            self.texts(touchpoint.name),
            touchpoint.hypothesis,
            key or "other",
            words(f"channel.{key}") if known else "",
            notes=tuple(notes),
            links=self._links((touchpoint.page,)),
            evidence=self.sources.mark(touchpoint, self.texts),
        )

    def pain(self, mark: PainMark) -> ItemView:
        """A pain point behind its severity."""
        pain, words = mark.pain, self.words
        notes: list[DrawnText] = [
            words(f"pain.{word}") for word in (pain.kind, pain.status) if word and word != "resolved"
        ]
        if pain.frequency:
            notes.append(words("pain.frequency", rating=pain.frequency))
        if pain.impact:
            notes.append(words("pain.impact", rating=pain.impact))
        if pain.owner:
            notes.append(self.texts(pain.owner))
        resolved = pain.status == "resolved"
        if resolved:
            notes.insert(0, words("pain.resolved"))
        return ItemView(
            self.texts(pain.text),
            pain.hypothesis,
            id=mark.anchor if self.whole else "",
            label=mark.label,
            severity=0 if resolved else pain.severity or 0,
            rating=words(f"rating.{pain.severity}") if pain.severity else "",
            notes=tuple(notes),
            evidence=self.sources.mark(pain, self.texts),
            resolved=resolved,
        )

    def resolved_pain(self, mark: PainMark, todays: JourneyEntry) -> ItemView:
        """A pain point of today that the plan resolves."""
        link = self.surroundings.links(f"journey:{todays.id}#{mark.pain.id}", self.texts.file) if mark.pain.id else None
        return ItemView(
            self.texts(mark.pain.text, todays.document.block.file),
            address=link.address if link else "",
            notes=(self.words("pain.resolved"),),
            resolved=True,
        )

    def opportunity(self, opportunity: Opportunity, column: Column, *, alone: bool) -> ItemView:
        """An opportunity, with the pains that it names.

        Where it names none, is ``alone`` in its cell, and one pain alone stands beside it, it can only be about that.
        """
        words = self.words
        notes: list[DrawnText] = []
        beside = self.pains.by_column.get(column, ())
        if opportunity.fixes:
            fixed = tuple(self._fixed(name) for name in opportunity.fixes)
            notes.append(worded(words, "opportunity.fixes", {"pains": Listed(fixed)}))
        elif alone and len(beside) == 1 and beside[0].label and beside[0].pain.status != "resolved":
            notes.append(worded(words, "opportunity.beside", {"pains": Listed((self._painlink(beside[0]),))}))
        if opportunity.status:
            notes.append(words(f"opportunity.{opportunity.status}"))
        if opportunity.impact:
            notes.append(words("opportunity.impact", rating=opportunity.impact))
        if opportunity.effort:
            notes.append(words("opportunity.effort", rating=opportunity.effort))
        if opportunity.owner:
            notes.append(self.texts(opportunity.owner))
        if opportunity.related:
            others = tuple(self._related(name) for name in opportunity.related)
            notes.append(worded(words, "opportunity.related", {"others": Listed(others)}))
        link = self.surroundings.links(opportunity.link, self.texts.file) if opportunity.link else None
        title = link.title if link and link.title != opportunity.link else words("opportunity.link")
        return ItemView(
            self.texts(opportunity.text),
            opportunity.hypothesis,
            id=f"{self.entry.anchor}--{opportunity.id}" if opportunity.id and self.whole else "",
            notes=tuple(notes),
            links=(ShownLink(link.address, title),) if link else (),
            evidence=self.sources.mark(opportunity, self.texts),
        )

    def _fixed(self, name: str) -> DrawnText:
        own = self.pains.by_name.get(name)
        if own is not None:
            return self._painlink(own) if own.label else self.texts(own.pain.text)
        todays = self.todays_pains.by_name.get(name) if self.todays_pains else None
        return f"{todays.label} ({self.words('curve.today')})" if todays and todays.label else self.texts(name)

    def _related(self, name: str) -> DrawnText:
        anchor, title = self.entry.parts.get(name, ("", ""))
        return Linked(self._address(anchor, name), self.texts(title)) if anchor else self.texts(name)

    def _painlink(self, mark: PainMark) -> DrawnText:
        if not mark.anchor:
            return mark.label
        return Linked(self._address(mark.anchor, mark.pain.id or ""), mark.label)

    def _address(self, anchor: str, part: str) -> str:
        """The way to a part of this map."""
        return (not self.whole and self.address(part)) or f"#{anchor}"

    def address(self, part: str) -> str:
        """Where a part of this map is, as a link in its file would name it; "" where it leads nowhere."""
        link = self.surroundings.links(f"journey:{self.entry.id}#{part}", self.texts.file)
        return link.address if link else ""

    def content(self, content: Content) -> ItemView | None:
        """A page that serves the step, or the gap where one is missing."""
        words = self.words
        evidence = self.sources.mark(content, self.texts)
        if content.missing:
            return ItemView(
                self.texts(content.missing),
                icon="missing",
                label=words("content.missing"),
                evidence=evidence,
            )
        kind = content.kind or "page"
        link = self.surroundings.links(content.page, self.texts.file) if content.page else None
        text: DrawnText = self.texts(content.text) if content.text else link.title if link else content.page or ""
        if not text:
            return None
        return ItemView(
            text,
            content.hypothesis,
            kind,
            words(f"content.{kind}"),
            address=link.address if link and not (content.text and "](" in content.text) else "",
            evidence=evidence,
        )

    def _links(self, addresses: Iterable[str | None]) -> tuple[ShownLink, ...]:
        found = [self.surroundings.links(address, self.texts.file) for address in addresses if address]
        return tuple(ShownLink(link.address, link.title) for link in found if link)

    def journey_link(self, reference: str) -> DrawnText:
        """Another journey by id or title, linked where it is known."""
        atlas = self.surroundings.atlas
        entry, foreign = atlas.journey(reference), atlas.foreign_journey(reference)
        if foreign is not None:
            link = self.surroundings.links(f"journey:{foreign.reference}", self.texts.file)
            return Linked(link.address, foreign.title) if link else foreign.title
        if entry is None:
            return self.texts(reference)
        link = self.surroundings.links(f"journey:{entry.id}", self.texts.file)
        title = self.texts(entry.title, entry.document.block.file)
        return Linked(link.address, title) if link else title

    def own(self, place: PhaseEntry | StepEntry) -> CellItems:
        """The evidence of a step or a phase as a whole."""
        part = place.step if isinstance(place, StepEntry) else place.phase
        mark = self.sources.mark(part, self.texts)
        return (ItemView("", evidence=mark),) if mark else ()


@cache
def _own_fields(part: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Fields that a class does not share with all others, and the attributes that hold them; its name comes first."""
    return tuple((name, held) for name, held in standard_names(part).items() if held not in Evidenced.model_fields)


_Make = Callable[[CellMaker, Sequence[Any], Column], Sequence[ItemView | WrittenText]]
_MADE: Mapping[type[BaseModel] | None, _Make] = {
    # A pain point is known by its label, which the whole map gives it.
    Pain: lambda maker, values, column: [maker.pain(mark) for mark in maker.pains.by_column.get(column, ())],
    Opportunity: lambda maker, values, column: [
        maker.opportunity(value, column, alone=len(values) == 1) for value in values
    ],
    Touchpoint: lambda maker, values, column: [maker.touchpoint(value) for value in values],
    Content: lambda maker, values, column: [view for value in values if (view := maker.content(value))],
    Action: lambda maker, values, column: [maker.action(value) for value in values],
}
"""How items with fields of their own are made, by their class; others are shown as they are declared."""
