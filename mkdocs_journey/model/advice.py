"""What to say of a field that does not belong where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from mkdocs_journey.languages.language import FALLBACK, known_language, languages
from mkdocs_journey.message import Message, message
from mkdocs_journey.model.emotions import Emotion
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.labels import field_labels
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.names import field_name, near_name, standard_names
from mkdocs_journey.model.parts import (
    Action,
    Content,
    Contributor,
    Evidenced,
    Indicator,
    Item,
    Opportunity,
    Pain,
    Scope,
    Source,
    Touchpoint,
    Walkthrough,
)
from mkdocs_journey.model.persona import Basis, Before, Empathy, Persona
from mkdocs_journey.model.view import View

_NAMES: dict[type[BaseModel], tuple[Message, Message]] = {
    Journey: (message("journey"), message("a journey")),
    Phase: (message("phase"), message("a phase")),
    Step: (message("step"), message("a step")),
    Item: (message("text"), message("a text")),
    Action: (message("action"), message("an action")),
    Emotion: (message("emotion"), message("an emotion")),
    Touchpoint: (message("touchpoint"), message("a touchpoint")),
    Pain: (message("pain"), message("a pain")),
    Opportunity: (message("opportunity"), message("an opportunity")),
    Content: (message("content link"), message("a content link")),
    Source: (message("piece of evidence"), message("a piece of evidence")),
    Indicator: (message("indicator"), message("an indicator")),
    Contributor: (message("contributor"), message("a contributor")),
    Walkthrough: (message("walkthrough"), message("a walkthrough")),
    Scope: (message("scope"), message("a scope")),
    Persona: (message("persona"), message("a persona")),
    Before: (message("before"), message("a before")),
    Empathy: (message("empathy map"), message("an empathy map")),
    Basis: (message("basis"), message("a basis")),
    View: (message("view"), message("a view")),
}
"""What a part is called, and what one of them is called where it is not told which."""
NEW_LANE = message("To add a lane of this name, write {line} at the top of the map.")
ELSEWHERE = message("It is a field of {part}; look at the indentation.")
_OTHER = (message("entry"), message("an entry"))
"""What is said of a part of which only a lane holds items."""


def part_name(part: type[BaseModel]) -> Message:
    """What a part is called in a message."""
    return _NAMES.get(part, _OTHER)[0]


def one_part(part: type[BaseModel]) -> Message:
    """What one of such parts is called in a message: ``a phase``."""
    return _NAMES.get(part, _OTHER)[1]


def is_misspelt(written: str, name: str, part: type[BaseModel]) -> bool:
    """Whether an unknown field is a misspelt ``name``."""
    return field_name(part, written) is None and near_name(part, written) == name


def home_of(name: str, part: type[BaseModel]) -> type[BaseModel] | None:
    """The part to which a field belongs that stands in the wrong one."""
    if part in (Journey, Phase, Step):
        homes: tuple[type[BaseModel], ...] = (Phase, Step, Journey, Pain, Opportunity, Touchpoint, Source, Indicator)
    else:
        homes = (Step, Journey) if issubclass(part, Evidenced) else ()
    return next((home for home in homes if home is not part and name in standard_names(home)), None)


def way_out(name: str, part: type[BaseModel], language: str = FALLBACK) -> Message:
    """What to do with a field that means nothing here; ``language`` is that of its map."""
    if issubclass(part, Lanes):
        return message(NEW_LANE, line=f"lanes: {{{name}: …}}")
    if part is Persona:
        return message("Put it under demographics, or under sections with a title of your own.")
    return message("It can have: {names}.", names=", ".join(_names_in(part, language)))


def _names_in(part: type[BaseModel], language: str) -> Iterator[str]:
    """What each field of a part is called: as pages in a language show it where that is read as its name."""
    tag = known_language(language)
    shown: dict[str, str] = {}
    for name, label in field_labels(part, languages()[tag]) if tag != FALLBACK else ():
        if name not in shown and field_name(part, label, tag) == name and ":" not in label:
            shown[name] = label
    yield from (shown.get(name, name) for name in standard_names(part))
