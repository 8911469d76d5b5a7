"""Every word that somebody asks for is there, and every word that is there is asked for: no key can be misspelt."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import mkdocs_journey
from mkdocs_journey.diff.change import ChangeKind
from mkdocs_journey.diff.comparison import _SORTS, GRAVEST_FIRST
from mkdocs_journey.diff.policy import Reason
from mkdocs_journey.drawing.channels import _keys
from mkdocs_journey.findings import Severity
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.journey import Journey, Phase
from mkdocs_journey.model.lane import BlueprintLine, WalkPart
from mkdocs_journey.model.lane_table import lane_table, lanes_that
from mkdocs_journey.model.parts import Content, Opportunity, Pain, Touchpoint
from mkdocs_journey.model.parts import Source as Evidence
from mkdocs_journey.model.persona import Basis, Before, Empathy, Persona
from mkdocs_journey.model.singular import singular
from mkdocs_journey.model.view import FILTERS
from mkdocs_journey.model.views import VIEWS
from mkdocs_journey.views.backlog import SETTLED
from mkdocs_journey.views.personas import COMPARED
from mkdocs_journey.views.systems import BLUEPRINT
from tests.render.asked_words import Asked, Source, asked_words

PACKAGE = Path(mkdocs_journey.__file__).parent
ENGLISH = Words.load().entries
OTHER_WORDS = {
    "rules/": "company words are no words that a reader sees",
    "render/html/texts.py": "a phrase of others",
    "drawing/texts.py": "likewise",
}
"""Files in which ``words`` are others, and why."""


def choices(part, field):
    schema = part.model_json_schema()["properties"][field]
    options = [schema, *schema.get("anyOf", [])]
    return tuple(next(option["enum"] for option in options if "enum" in option))


STATES = choices(Journey, "state")
LANES = tuple(lane_table())
CHANNELS = tuple(sorted(set(_keys().values())))
RATINGS = tuple("12345")
PARTS = {"before": Before, "empathy": Empathy, "basis": Basis}
"""Sections of a persona that have fields of their own."""
FROM_AFAR = {
    "blueprint.{view.view}": ("systems", "processes"),
    "card.{card.freshness}": ("fresh", "due", "overdue"),
    "card.{entry.journey.state}": STATES,
    "card.{freshness}": ("due", "overdue"),
    "card.{getattr(view, name)}": STATES,
    "card.{journey.state}": STATES,
    "change.by.{change.guess}": ("text", "content", "place"),
    "change.count.{counts_of(changes)}_one": _SORTS,
    "change.count.{counts_of(changes)}_other": _SORTS,
    "change.emotion_{change.kind}": (ChangeKind.ADDED, ChangeKind.REMOVED),
    "change.field.{change.field}": ("goal_status", "moment_of_truth", "portrait_alt", "tech_level"),
    "change.grade.{GRAVEST_FIRST[:2]}": GRAVEST_FIRST[:2],
    "change.grade.{graded.grade}": GRAVEST_FIRST[:2],
    "change.reason.{graded.reason}": tuple(Reason),
    "change.thing.{change.thing.replace(' ', '_')}": (
        *("journey", "persona", "phase", "step", "goal", "promise", "owner"),
        *(
            singular(lane).replace(" ", "_")
            for lane in (
                *("actions", "touchpoints", "thoughts", "questions", "needs", "pains", "gains", "opportunities"),
                *("content", "indicators", "systems", "processes", "metrics", "insights", "evidence", "walkthroughs"),
            )
        ),
    ),
    "change.{change.field}": ("score", "feeling"),
    "change.{str(change.kind)}": (ChangeKind.ADDED, ChangeKind.REMOVED),
    "channel.{channel_key(channel)}": CHANNELS,
    "channel.{channel_key(touchpoint.channel or touchpoint.name)}": CHANNELS,
    "content.{content.kind or 'page'}": (*choices(Content, "kind"), "page"),
    "content.{found.kinds}": (*choices(Content, "kind"), "page", "missing"),
    "curve.{other.name}": ("today", "was"),
    "error.{finding.severity}": (Severity.WARNING, Severity.INFO),
    "error.{kind}": ("journey", "persona", "journeys"),
    "evidence.{source.kind}": choices(Evidence, "kind"),
    "lane.{BLUEPRINT}": BLUEPRINT,
    "lane.{change.lane}": LANES,
    "lane.{first[0]}": ("owner", "systems", "processes"),
    "lane.{first}": ("owner", "systems", "processes"),
    "lane.{sorted(filled, key=lanes.positions.__getitem__)}": LANES,
    "lane.{view.view}": ("systems", "processes"),
    "lane_note.{sorted(filled, key=lanes.positions.__getitem__)}": ("touchpoints", "thoughts", "pains"),
    "line.{blueprint_line(lane.name, drawn)}": tuple(BlueprintLine),
    "map.{journey.state}": STATES,
    "opportunity.{opportunity.status}": choices(Opportunity, "status"),
    "opportunity.{placed.opportunity.status or 'idea'}": choices(Opportunity, "status"),
    "opportunity.{row.status}": choices(Opportunity, "status"),
    "pain.{pain.kind}": choices(Pain, "kind"),
    "pain.{pain.settled}": tuple(sorted(SETTLED)),
    "pain.{pain.status}": choices(Pain, "status"),
    "pain.{row.status}": choices(Pain, "status"),
    "period.{values[name]}": choices(Phase, "period"),
    "persona.section.{field.name}": COMPARED,
    "persona.source.{kind}": choices(Evidence, "kind"),
    "persona.{persona.tier}": choices(Persona, "tier"),
    "rating.{pain.severity}": RATINGS,
    "rating.{self.rating}": RATINGS,
    "review.{change.kind}": (ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED),
    "reviews.{one.standing}": ("due", "overdue", "never", "unplanned"),
    "status.{journey.status}": choices(Journey, "status"),
    "status.{persona.status}": choices(Persona, "status"),
    "touchpoint.{row.modes}": choices(Touchpoint, "mode"),
    "touchpoint.{touchpoint.mode}": choices(Touchpoint, "mode"),
    "walkthrough.{lanes_that(lambda lane: lane.walk is part)}": lanes_that(lambda lane: lane.walk is WalkPart.PROMISE),
    "view.filter.{FILTERS}": tuple(name for name in FILTERS if name not in ("limit", "sort", "lanes", "by")),
    "view.nothing.{view.view}": tuple(VIEWS),
    **{
        f"persona.{name}.{{info.alias or field}}": tuple(
            info.alias or field for field, info in PARTS[name].model_fields.items()
        )
        if name in PARTS
        else ()
        for name in Persona.model_fields
    },
}
"""Of keys whose names come from the model or from another module: which names those are."""
NEVER_SHOWN = {
    "persona.section.sections": "sections of an author's own bear titles of their own",
}
KEPT = {
    "persona.section.company": "stands in the head of a persona without a title",
    "persona.section.role": "stands in the head of a persona without a title",
}
"""Words that nobody asks for, and why they are there."""


def keys(asked: Iterable[Asked]) -> set[str]:
    """The keys themselves; one whose names are not known stays as it is written."""
    found = set()
    for one in asked:
        start, brace, _ = one.key.partition("{")
        rest = one.key.rpartition("}")[2]
        names = FROM_AFAR.get(one.key) if brace else None
        found |= {one.key} if names is None else {f"{start}{name}{rest}" for name in names}
    return found


def faults(asked: Iterable[Asked]) -> tuple[list[str], list[str]]:
    """Keys that are asked for and are not there, and those that are there for nobody."""
    found = keys(asked) - set(NEVER_SHOWN)
    return sorted(found - set(ENGLISH)), sorted(set(ENGLISH) - found - set(KEPT))


ASKED = asked_words(PACKAGE, OTHER_WORDS)


def test_every_word_that_is_asked_for_is_there_and_every_word_that_is_there_is_asked_for():
    assert faults(ASKED) == ([], [])


def test_no_row_above_is_out_of_date():
    written = {one.key for one in ASKED}
    assert [key for key in FROM_AFAR if key not in written and not key.endswith("{info.alias or field}")] == []
    assert set(NEVER_SHOWN) <= written
    assert set(KEPT) <= set(ENGLISH)


def pieces() -> Iterator[tuple[str, ast.Module, ast.Constant]]:
    """Every text that may be a part of a key, of the files that ask for words."""
    for name in sorted({one.place.partition(":")[0] for one in ASKED if ".py:" in one.place}):
        module = ast.parse((PACKAGE / name).read_text("utf-8"))
        for node in ast.walk(module):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value:
                yield name, module, node


def test_a_key_that_is_misspelt_anywhere_is_found():
    tried = 0
    for name, module, node in random.Random(11).sample(list(pieces()), 60):
        before = set(Source(name, module).asked())
        node.value += "x"
        after = set(Source(name, module).asked())
        if before != after:
            tried += 1
            elsewhere = [one for one in ASKED if not one.place.startswith(f"{name}:")]
            assert faults([*elsewhere, *after])[0] != [], (name, node.lineno, node.value)
        node.value = node.value[:-1]
    assert tried > 12
