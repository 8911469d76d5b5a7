"""A map from elsewhere, and the lines of a block that say the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from pydantic import BaseModel

from mkdocs_journey.message import Message, message
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.names import field_names, plain_name, shapes_by_name, standard_names
from mkdocs_journey.model.shapes import Many, main_field
from mkdocs_journey.model.values import slug
from mkdocs_journey.repair.typed_lines import safe
from mkdocs_journey.source.mending import in_quotation_marks


class PastedItem(NamedTuple):
    """A text with fields of its own."""

    text: str
    fields: Mapping[str, str]

    def __str__(self) -> str:
        return self.text


PastedText: TypeAlias = str | PastedItem
SaidInLanguage: TypeAlias = "Callable[[str], str]"
"""How a message of ours is said in the language of the site; texts of authors stay."""
PastedFields: TypeAlias = Mapping[str, tuple[PastedText, ...]]
"""What is written under each field, by its standard name, or by that of a lane of this map."""


def with_field(item: PastedText, name: str, value: str) -> PastedItem:
    """A text with one more field."""
    return PastedItem(str(item), {**(item.fields if isinstance(item, PastedItem) else {}), name: value})


PHASE_WITHOUT_NAME, STEP_WITHOUT_NAME = message("Phase 1"), message("Step")
"""What those are called in a map that have no name."""
_OPENING = ("'", '"', "[", "{", "|", ">")
"""What would not be read letter by letter at the start of a value."""


def left_out(field: str, place: str, text: str) -> Message:
    """What is said of a text that has no place in a map."""
    return message("{field} ({place}): {text}", field=field, place=place, text=text)


class PastedStep(NamedTuple):
    """A step, as far as it was written elsewhere."""

    name: str
    fields: PastedFields


class PastedPhase(NamedTuple):
    """A phase, as far as it was written elsewhere."""

    name: str
    fields: PastedFields
    steps: tuple[PastedStep, ...]


class PastedMap(NamedTuple):
    """A map from elsewhere."""

    form: Message
    """The sentence that says what it looks like."""
    fields: PastedFields
    """Of the whole map, its title among them."""
    lanes: Mapping[str, str]
    """Lanes that only this map has: their names, with what they were called."""
    phases: tuple[PastedPhase, ...]
    assumed: tuple[Message, ...] = ()
    """What was not written and is proposed, a sentence each."""
    left_out: tuple[str, ...] = ()
    """What was written and has no place in a map, as comments say it."""

    above: tuple[str, ...] = ()
    """Lines of ours that stood above it, as typed."""

    def lines(self, said: SaidInLanguage = str) -> tuple[str, ...]:
        """The map as the lines of a block; what has no place stands in comments below it."""
        names = [said(phase.name) for phase in self.phases]
        return (
            *self.above,
            *_field_lines(Journey, self.fields, "", said),
            *(
                ("lanes:", *(f"  {name}: {one_line(label)}" for name, label in self.lanes.items()))
                if self.lanes
                else ()
            ),
            "phases:",
            *(
                line
                for phase, name, id_ in zip(self.phases, names, _ids(names), strict=True)
                for line in _phase_lines(phase, name, id_, said)
            ),
            *(f"# {said(text)}" for text in self.left_out),
        )


def _ids(names: Iterable[str]) -> list[str]:
    """An id for each name that needs one: what stands beside it has the same, or it has neither letter nor digit."""
    taken: set[str] = set()
    found = []
    for name in names:
        own = slug(name)
        id_ = own
        number = 1
        while not id_ or id_ in taken:
            number += 1
            id_ = f"{own or 'part'}-{number}"
        taken.add(id_)
        found.append("" if id_ == own else id_)
    return found


def _phase_lines(phase: PastedPhase, name: str, id_: str, said: SaidInLanguage) -> Iterator[str]:
    yield from _named_lines(name, id_, "  ")
    yield from _field_lines(Phase, phase.fields, "    ", said)
    if phase.steps:
        yield "    steps:"
    names = [said(step.name) for step in phase.steps]
    for step, step_name, step_id in zip(phase.steps, names, _ids(names), strict=True):
        yield from _named_lines(step_name, step_id, "      ")
        yield from _field_lines(Step, step.fields, "        ", said)


def _named_lines(name: str, id_: str, indentation: str) -> Iterator[str]:
    yield f"{indentation}- name: {one_line(name)}"
    if id_:
        yield f"{indentation}  id: {id_}"


def _field_lines(part: type[BaseModel], fields: PastedFields, indentation: str, said: SaidInLanguage) -> Iterator[str]:
    """Fields in the order in which maps are written; lanes of the map's own come last."""
    order = [*(name for name in standard_names(part) if name in fields)]
    for name in [*order, *(name for name in fields if name not in order)]:
        texts = tuple(said(text) if isinstance(text, str) else text for text in fields[name])
        shape = shapes_by_name(part).get(name)
        if shape is not None and not isinstance(shape, Many):
            yield f"{indentation}{name}: {one_line(' / '.join(map(str, texts)))}"
        elif len(texts) == 1 and isinstance(texts[0], str):
            yield f"{indentation}{name}: {one_line(texts[0])}"
        else:
            yield f"{indentation}{name}:"
            for text in texts:
                yield from _item_lines(
                    text, main_field(shape.item) if shape and shape.item else "text", f"{indentation}  "
                )


def _item_lines(item: PastedText, main: str, indentation: str) -> Iterator[str]:
    if isinstance(item, str):
        yield f"{indentation}- {one_line(item)}"
        return
    yield f"{indentation}- {main}: {one_line(item.text)}"
    yield from (f"{indentation}  {name}: {one_line(value)}" for name, value in item.fields.items())


def one_line(text: str) -> str:
    """A text on one line, letter by letter; in quotation marks where it needs them."""
    line = " ".join(text.split())
    return in_quotation_marks(line) if line[:1] in _OPENING else safe(line)


def lane_name(label: str, taken: Iterable[str]) -> str:
    """A field name for a lane of the map's own, that no other field has."""
    name = re.sub(r"\W+", "_", plain_name(label)).strip("_") or "lane"
    used = {*taken, *field_names(Phase), *field_names(Step), *field_names(Journey)}
    while name in used:
        name += "_lane"
    return name
