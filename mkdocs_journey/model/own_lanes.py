"""Lanes that a map adds: what its author declares under ``lanes`` wins over what a name means elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.languages.language import FALLBACK
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.lane_table import lane_row
from mkdocs_journey.model.names import field_name, is_common_word, plain_name
from mkdocs_journey.model.values import slug
from mkdocs_journey.source.tree import Mapping, Node, Sequence


def declared_lanes(tree: Mapping) -> frozenset[str]:
    """The names under ``lanes`` of a journey, in their plain form."""
    each = (
        one
        for lanes in _inside(tree, Journey, "lanes")
        for one in (lanes.items if isinstance(lanes, Sequence) else (lanes,))
    )
    return frozenset(name for one in each for name in _names(one))


def own_lanes(tree: Mapping, declared: frozenset[str], language: str = FALLBACK) -> frozenset[str]:
    """Those of the ``declared`` names under ``lanes`` of a journey, in their plain form, that are lanes of its own.

    A name that no lane has is one. So is another name of a lane that this map has as well under its own name, of a
    lane that does not exist where the name is written, and of a field that is no lane: ``ideas`` beside
    ``opportunities``, ``scope`` in a step; or but a common word for one, which no page shows. ``language`` is that of
    the map.
    """
    if not declared:
        return frozenset()
    found = {name for name in declared if slug(name) and (not _meant(name, language) or _is_common(name))}
    doubtful = {
        name: meant for name in declared if (meant := _meant(name, language)) and (meant != name or lane_row(name))
    }
    if doubtful:
        phases = list(_items(tree, Journey, "phases"))
        steps = [step for phase in phases for step in _items(phase, Phase, "steps")]
        at_phases = {name for phase in phases for name in _names(phase)}
        at_steps = {name for step in steps for name in _names(step)}
        for name, meant in doubtful.items():
            others = {*declared, *at_phases, *at_steps} - {name}
            beside = any(_meant(other, language) == meant for other in others)
            elsewhere = (name in at_phases and field_name(Phase, name, language) != meant) or (
                name in at_steps and field_name(Step, name, language) != meant
            )
            if elsewhere or (name != meant and (beside or lane_row(meant) is None)):
                found.add(name)
    return frozenset(found)


def _meant(name: str, language: str) -> str | None:
    return field_name(Step, name, language) or field_name(Phase, name, language)


def _is_common(name: str) -> bool:
    return all(field_name(part, name) is None or is_common_word(part, name) for part in (Step, Phase))


def _inside(node: Node, part: type[Journey | Phase], field: str) -> Iterator[Node]:
    """What a part has under a field, by whatever name."""
    if isinstance(node, Mapping):
        yield from (entry.value for entry in node.entries if field_name(part, entry.name) == field)


def _items(node: Node, part: type[Journey | Phase], field: str) -> Iterator[Node]:
    for value in _inside(node, part, field):
        yield from value.items if isinstance(value, Sequence) else (value,)


def _names(node: Node) -> list[str]:
    return [plain_name(entry.name) for entry in node.entries] if isinstance(node, Mapping) else []
