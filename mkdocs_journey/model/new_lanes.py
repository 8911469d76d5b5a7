"""Lines to paste where phases or steps have fields that nobody knows: they may be lanes of the map's own."""

from __future__ import annotations

import re
from collections.abc import Mapping as Map

from msgspec.structs import replace

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.model.advice import NEW_LANE
from mkdocs_journey.model.journey import Journey, Phase
from mkdocs_journey.model.names import field_name, plain_name
from mkdocs_journey.source.mending import in_quotation_marks
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.tree import Mapping, Pair, Scalar, Sequence
from mkdocs_journey.source.values import value_trouble

_NAME = re.compile(r"\w{1,40}")


def may_be_lane(finding: Finding, entry: Pair, node: Mapping) -> bool:
    """Whether an unknown field may be a lane that the map has yet to declare.

    It may where nothing else is meant by it, as far as can be known, and where what stands below it are texts. In a
    phase or step without a name, it may be the name. ``node`` are all fields beside it.
    """
    if finding.mend.advice.template != NEW_LANE.template or _NAME.fullmatch(plain_name(entry.name)) is None:
        return False
    if all(field_name(Phase, other.name) != "name" for other in node.entries):
        return False
    value = entry.value
    texts = value.items if isinstance(value, Sequence) else (value,)
    return bool(texts) and all(isinstance(text, Scalar) for text in texts)


def with_new_lanes(block: Block, tree: Mapping, findings: list[Finding], new: Map[int, Pair]) -> list[Finding]:
    """The findings, the first of those about ``new`` lanes with the lines that declare all of them.

    A map that declares lanes already gets no lines: how they go together is its author's to say.
    """
    before = next((entry for entry in tree.entries if field_name(Journey, entry.name) == "phases"), None)
    if not new or before is None or any(field_name(Journey, entry.name) == "lanes" for entry in tree.entries):
        return findings
    span = before.key.span
    (line,) = block.between(span.line, span.line)
    margin = line.prefix + line.text[: span.column - line.column]
    labels = {plain_name(entry.name): _label(entry.name) for entry in new.values()}
    lines = (f"{margin}lanes:", *(f"{margin}  {name}: {label}" for name, label in labels.items()))
    first = min(new, key=lambda number: findings[number].span)
    declared = Mend(findings[first].mend.advice, lines, span.line, span.line - 1)
    return [replace(one, mend=declared) if number == first else one for number, one in enumerate(findings)]


def declares_lanes(finding: Finding) -> bool:
    """Whether the lines of a finding are those of :func:`with_new_lanes`."""
    mend = finding.mend
    return mend.last < mend.first and mend.advice.template == NEW_LANE.template


def as_added_lane(written: str) -> str | None:
    """The name of a lane with its label behind it, in braces, which makes it a lane of the map's own, also in a list."""
    name = plain_name(written)
    return f"{{{name}: {_label(written)}}}" if _NAME.fullmatch(name) else None


def _label(written: str) -> str:
    """What readers see: the name as it was typed, with spaces and a capital letter."""
    label = " ".join(written.replace("_", " ").split())
    label = label[:1].upper() + label[1:]
    return in_quotation_marks(label) if value_trouble(label) is not None else label
