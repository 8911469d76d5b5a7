"""What to say of a field that does not belong where it stands."""

from __future__ import annotations

from pydantic import BaseModel

from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.names import field_name, near_name, standard_names
from mkdocs_journey.model.parts import Evidenced, Indicator, Opportunity, Pain, Source, Touchpoint
from mkdocs_journey.model.persona import Persona


def part_name(part: type[BaseModel]) -> str:
    """What a part is called in a message."""
    names = {
        "Source": "piece of evidence",
        "Content": "content link",
        "Item": "text",
        "Before": "before",
        "Empathy": "empathy map",
    }
    return names.get(part.__name__, part.__name__.lower())


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


def way_out(name: str, part: type[BaseModel]) -> str:
    """What to do with a field that means nothing here."""
    if issubclass(part, Lanes):
        return f"To add a lane of this name, write lanes: {{{name}: …}} at the top of the map."
    if part is Persona:
        return "Put it under demographics, or under sections with a title of your own."
    return f"It can have: {', '.join(standard_names(part))}."


def with_article(noun: str) -> str:
    """The noun behind *a* or *an*."""
    return f"an {noun}" if noun[0] in "aeio" else f"a {noun}"
