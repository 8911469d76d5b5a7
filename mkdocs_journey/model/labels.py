"""Which labels of a page stand for which field: who reads a word on a map may write it as a name of the field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from mkdocs_journey.languages.language import Language
from mkdocs_journey.model.journey import Journey, Phase
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.parts import (
    Content,
    Evidenced,
    Indicator,
    Opportunity,
    Pain,
    Scope,
    Source,
    Touchpoint,
    Walkthrough,
)
from mkdocs_journey.model.persona import Basis, Before, Empathy, Persona
from mkdocs_journey.model.shapes import Many, shapes_of
from mkdocs_journey.model.view import View

_SECTIONS: Mapping[type[BaseModel], str] = {
    Lanes: "lane",
    Journey: "fact",
    Persona: "persona.section",
    Before: "persona.before",
    Empathy: "persona.empathy",
    Basis: "persona.basis",
    View: "view.filter",
}
"""Part to the section in which each of its fields may have a label, by its own name."""

_THINGS = "change.thing"
"""The section with what one thing of a list is called."""

_LABELS: Mapping[type[BaseModel], Mapping[str, tuple[str, ...]]] = {
    Evidenced: {"evidence": ("lane.evidence",), "hypothesis": ("evidence.hypothesis",)},
    Lanes: {"owner": ("blueprint.owners",), "pains": ("backlog.pain",)},
    Phase: {"steps": ("map.step",)},
    Journey: {"owner": ("reviews.owner",), "phases": ("map.phase",), "reviewed": ("reviews.last", "status.reviewed")},
    Persona: {"owner": ("fact.owner", "reviews.owner"), "reviewed": ("persona.reviewed", "reviews.last")},
    Touchpoint: {
        "name": ("touchpoints.name",),
        "channel": ("touchpoints.channel",),
        "owner": ("touchpoints.owner",),
        "impact": ("touchpoints.impact", "touchpoint.impact"),
        "actual": ("touchpoints.actual", "touchpoint.actual"),
        "desired": ("touchpoints.desired", "touchpoint.desired"),
    },
    Pain: {
        "severity": ("lane_note.pains",),
        "frequency": ("pain.frequency",),
        "impact": ("pain.impact",),
        "owner": ("backlog.owner",),
        "status": ("backlog.status",),
    },
    Opportunity: {
        "fixes": ("matrix.fixes",),
        "impact": ("matrix.impact", "opportunity.impact"),
        "effort": ("matrix.effort", "opportunity.effort"),
        "owner": ("matrix.owner", "backlog.owner"),
        "status": ("backlog.status",),
    },
    Content: {"page": ("content.page",), "missing": ("content.missing",)},
    Source: {"date": ("ground.date",)},
    Indicator: {
        "name": ("indicators.name",),
        "baseline": ("indicators.baseline",),
        "target": ("indicators.target", "indicator.target"),
        "current": ("indicators.current",),
        "as_of": ("indicators.as_of",),
    },
    Walkthrough: {"date": ("walkthrough.date",), "by": ("walkthrough.by",)},
    Scope: {"from": ("scope.start",), "to": ("scope.end",)},
}
"""Part to its fields with further labels, by the keys of these labels."""


def label_keys(part: type[BaseModel], language: Language) -> Iterator[tuple[str, str, str]]:
    """Fields of a part, each with the section and the key of a label; some keys in a section are none of its fields."""
    things = language.section(_THINGS)
    for attribute, shape in shapes_of(part).items():
        thing = (isinstance(shape, Many) and shape.singular) or attribute
        if (key := thing.replace(" ", "_")) in things:
            yield attribute, _THINGS, key
    for base in part.__mro__:
        if section := _SECTIONS.get(base):
            yield from ((field, section, field) for field in language.section(section))
        for field, keys in _LABELS.get(base, {}).items():
            for section, _, key in (key.rpartition(".") for key in keys):
                yield field, section, key


def field_labels(part: type[BaseModel], language: Language) -> Iterator[tuple[str, str]]:
    """Fields of a part, each with a label that pages in a language show for it; a field may have several.

    Of a label with something to fill in, it is what stands before that: “effort” of “effort {rating}/5”; in a language
    that puts its words behind, what stands there: “時点” of “{date}時点”.
    """
    for field, section, key in label_keys(part, language):
        before, _, rest = language.section(section).get(key, "").partition("{")
        label = (before or rest.rpartition("}")[2]).strip(" \u00a0\u202f:：")
        if label:
            yield field, label
