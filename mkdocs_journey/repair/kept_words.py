"""Lines to paste where a field or its value is wrong and nobody can know a better one: they keep every word.

What stands on the wrong level, or is a sentence where a number is wanted, was still meant to be read by somebody. Each
way to keep it is tried on the whole block, and offered only if the mistake is gone then and no other has come.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from mkdocs_journey.findings import Finding, Mend, Severity
from mkdocs_journey.languages.answers import answered
from mkdocs_journey.languages.language import FALLBACK
from mkdocs_journey.message import Message, message, sentences
from mkdocs_journey.model import codes
from mkdocs_journey.model.advice import ELSEWHERE, NEW_LANE
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.names import all_labels, all_names, field_name, names_of_lists, plain_name
from mkdocs_journey.model.new_lanes import declares_lanes, may_be_lane
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.shapes import Fields, Free, main_field
from mkdocs_journey.model.validate import read_lines
from mkdocs_journey.model.values import plain_signs
from mkdocs_journey.quoting import LONGEST_NAME, shortened
from mkdocs_journey.repair.fields_rewritten import LineEdit, edited, mend_of, rewritten, row
from mkdocs_journey.repair.grammar import IMPLIED_LISTS
from mkdocs_journey.repair.places_for_words import (
    entry_of,
    flattened,
    kept_in_text,
    label_of,
    lanes_declared,
    merged,
    nearest_field,
    renamed,
)
from mkdocs_journey.repair.written_fields import WrittenField, flat, meant_elsewhere, written_fields
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.tree import Mapping, Scalar
from mkdocs_journey.source.tree import Sequence as ListOf
from mkdocs_journey.source.yaml import read_yaml

MOST_LINES = 400
"""As of blocks that are repaired."""
MOST_TRIED = 60
"""Ways that are tried for one block; whoever has more mistakes mends these first."""
_NAMES = frozenset({codes.UNKNOWN_FIELD.id, codes.FIELD_TWICE.id})
_VALUES = frozenset(
    {
        codes.WRONG_SHAPE.id,
        codes.WRONG_VALUE.id,
        codes.WRONG_RATING.id,
        codes.WRONG_DATE.id,
        codes.WRONG_FLAG.id,
        codes.WRONG_EMOTION.id,
        codes.WRONG_SCALE.id,
        codes.OFF_SCALE.id,
    }
)
_WORD = re.compile(r"[^\W\d_]{3}|[\u0590-\uffff]")
"""At least one word, not only a unit behind a number."""
_NAME = re.compile(r"\w{1,40}")
_SCORE = re.compile(r"\s*(?P<sign>[+-]?)(?P<score>\d{1,2})(?!\d)(?:\s*/\s*(?P<whole>\d{1,2})(?!\d))?")
_KEPT = message("To keep the words, write them into {field}.")
_AS_WORDS = message("as words of the text")
_RENAMED = message("Here it may be {field}.")


def with_words_kept(
    block: Block, findings: Sequence[Finding], feelings: dict[str, str], language: str = FALLBACK
) -> tuple[Finding, ...]:
    """The findings of a broken block, those about fields and values with lines that keep what was written.

    Nothing is offered while something else is wrong that nobody can mend: fields may stand elsewhere then. ``feelings``
    are the site's words with scores, ``language`` is its language.
    """
    wrong = [number for number, one in enumerate(findings) if one.severity is Severity.ERROR and _is_open(one)]
    ours = [number for number in wrong if findings[number].code.id in _NAMES | _VALUES]
    if len(ours) < len(wrong) or block.kind == "journeys" or len(block.texts) > MOST_LINES or len(ours) > MOST_TRIED:
        return tuple(findings)
    if not ours and not any(map(declares_lanes, findings)):
        return tuple(findings)
    tree, _ = read_yaml(block, all_names(), names_of_lists(), all_labels())
    if tree is None:
        return tuple(findings)
    return _Keeping(block, tree, list(findings), feelings, language).kept(ours)


def _is_open(finding: Finding) -> bool:
    return not finding.mend.lines and (not finding.mend.choices or finding.code is codes.WRONG_FLAG)


class _Keeping:
    """Looks for ways to keep the words of one block."""

    def __init__(
        self, block: Block, tree: Mapping, findings: list[Finding], feelings: dict[str, str], language: str
    ) -> None:
        self._block = block
        self._tree = tree
        self._findings = findings
        self._feelings = feelings
        written = entry_of(tree, Journey, "lang", language) if block.kind == "journey" else None
        own = written.value.value.strip() if written and isinstance(written.value, Scalar) else ""
        self._site_language = language
        self._language = own or language
        self._fields = written_fields(block.kind, tree, self._language)
        self._troubled: list[Mapping] = []
        """The part of each field with which something is wrong."""
        self._tried = 0
        self._wrong = self._errors(block.texts)

    def kept(self, ours: Sequence[int]) -> tuple[Finding, ...]:
        """The findings; ``ours`` are the numbers of those that want lines."""
        places = {number: field for number in ours if (field := self._field(self._findings[number])) is not None}
        self._troubled = [field.node for field in places.values()]
        lanes: dict[int, WrittenField] = {}
        left: dict[tuple[int, str], list[int]] = {}
        scores: list[int] = []
        for number, field in places.items():
            finding = self._findings[number]
            if finding.mend.choices and not _has_more_words(field):
                continue
            if finding.code is codes.OFF_SCALE:
                scores.append(number)
            elif isinstance(field.shape, Free) and finding.code is not codes.WRONG_SHAPE:
                # One name of several is wrong, and the others are not.
                continue
            elif finding.code.id in _VALUES and not _WORD.search(flat(field.entry.value)):
                # A number that is wrong is no words: only its author knows the right one.
                continue
            elif finding.code is codes.FIELD_TWICE and self._is_same_name(field):
                # Typed twice, it is its author who knows which one stays.
                continue
            elif self._is_lane(finding, field):
                lanes[number] = field
            elif not self._with_own_lines(number, field):
                left.setdefault(_together(finding, field), []).append(number)
        if not self._declare(lanes):
            for number, field in lanes.items():
                left.setdefault(_together(self._findings[number], field), []).append(number)
        if scores:
            self._declare_scale(scores)
        for numbers in left.values():
            self._keep_in_text(numbers, places)
        return tuple(self._findings)

    def _field(self, finding: Finding) -> WrittenField | None:
        """The innermost field with which something is wrong."""
        span = finding.span
        found = None
        for field in self._fields:
            key, value = field.entry.key.span, field.entry.value.span
            start, end = (key.line, key.column), max((key.end_line, key.end_column), (value.end_line, value.end_column))
            if start <= (span.line, span.column) <= end:
                found = field
        return found

    def _is_same_name(self, field: WrittenField) -> bool:
        """Whether a field stands there twice by one name, or what it stands for is called twice."""
        if field.name == main_field(field.part) and field.part in (Journey, Phase, Step, Persona):
            # It may be the name of another one, which lacks its dash.
            return True
        first = entry_of(field.node, field.part, field.name or "", self._language)
        return first is not None and plain_name(first.name) == plain_name(field.entry.name)

    def _with_own_lines(self, number: int, field: WrittenField) -> bool:
        """Mend a field where it stands, if that can be."""
        finding = self._findings[number]
        if finding.code is codes.FIELD_TWICE and field.name != main_field(field.part):
            edit = merged(self._block, field, self._language)
            return edit is not None and self._offer([number], [edit], message("Put both under one of them."))
        if finding.code is codes.UNKNOWN_FIELD:
            alone = sum(one is field.node for one in self._troubled) == 1
            for name, edit in renamed(self._block, field, self._language, alone=alone):
                if self._offer([number], [edit], message(_RENAMED, field=name)):
                    return True
            return False
        edit = flattened(self._block, field) if finding.code is codes.WRONG_SHAPE else None
        return edit is not None and self._offer([number], [edit], finding.mend.advice)

    def _is_lane(self, finding: Finding, field: WrittenField) -> bool:
        """Whether a field of a phase or a step can be a lane that the map adds, without becoming one elsewhere."""
        if finding.code is not codes.UNKNOWN_FIELD or not issubclass(field.part, Lanes):
            return False
        meant = meant_elsewhere(field.entry.name, self._language)
        nearest = nearest_field(field.part, meant)
        if nearest and entry_of(field.node, field.part, nearest, self._language) is None:
            return False
        plain = plain_name(field.entry.name)
        value = field.entry.value
        texts = value.items if isinstance(value, ListOf) else (value,)
        if _NAME.fullmatch(plain) is None or not texts or not all(isinstance(one, Scalar) for one in texts):
            return False
        if meant is None and not may_be_lane(finding, field.entry, field.node):
            return False
        named = any(field_name(field.part, other.name, self._language) == "name" for other in field.node.entries)
        known = (one for one in self._fields if issubclass(one.part, Lanes) and plain_name(one.entry.name) == plain)
        return named and all(one.name is None for one in known)

    def _declare(self, lanes: dict[int, WrittenField]) -> bool:
        """Offer the lines that make lanes of some fields, and with them those that others already have lines for.

        A field of a step that its phase could have may be meant as that as well; where there are several fields, each
        stays whose it is.
        """
        others = {
            number: field
            for number, one in enumerate(self._findings)
            if declares_lanes(one) and (field := self._field(one)) is not None
        }
        every = dict(sorted((lanes | others).items(), key=lambda one: self._findings[one[0]].span))
        declares = entry_of(self._tree, Journey, "lanes", self._language) is not None
        if not every or not (declares or self._is_known(every.values())):
            # What nobody knows has its lines already where a map declares no lanes.
            return True
        labels = {plain_name(one.entry.name): _label(one.entry.name) for one in every.values()}
        edit = lanes_declared(self._block, self._tree, labels, self._language)
        mend = self._tested([edit], len(every)) if edit is not None else None
        if mend is None:
            return False
        first, *more = every
        up = None if more else self._as_of_phase(every[first])
        for number, field in every.items():
            finding = self._findings[number]
            advice = message(NEW_LANE, line=f"lanes: {{{plain_name(field.entry.name)}: …}}")
            offered = replace(mend, advice=advice) if number == first else Mend(advice)
            if up is not None:
                as_lane = replace(mend, meaning=message("as a lane of the map's own"))
                offered = Mend(finding.mend.advice, choices=(as_lane, up))
            self._findings[number] = replace(finding, mend=offered)
        return True

    def _is_known(self, fields: Iterable[WrittenField]) -> bool:
        return any(meant_elsewhere(one.entry.name, self._language) is not None for one in fields)

    def _declare_scale(self, numbers: Sequence[int]) -> None:
        """Offer the scale on which all scores of the map are, with the first of those that are on none."""
        before = entry_of(self._tree, Journey, "phases", self._language)
        if before is None or entry_of(self._tree, Journey, "emotion_scale", self._language) is not None:
            return
        values = (field.entry.value for field in self._fields if field.name == "emotion")
        scale = scale_of(value.value for value in values if isinstance(value, Scalar))
        first = row(self._block, before.key.span)
        margin = " " * (before.key.span.column - self._block.lines[first].column)
        if scale is not None:
            edit = LineEdit(first, first, (f"{margin}emotion_scale: {scale}",))
            mend = self._tested([edit], len(numbers))
            finding = self._findings[numbers[0]]
            if mend is not None:
                self._findings[numbers[0]] = replace(finding, mend=replace(mend, advice=finding.mend.advice))

    def _as_of_phase(self, field: WrittenField) -> Mend | None:
        """A field of a step one level further up, if the phase has none and no other step of it."""
        outer = field.outer
        if field.part is not Step or outer is None or outer.part is not Phase or outer.node.flow:
            return None
        name = field_name(Phase, field.entry.name, self._language)
        if name is None or entry_of(outer.node, Phase, name, self._language) is not None:
            return None
        beside = [
            one
            for one in self._fields
            if one.outer is not None and one.outer.entry is outer.entry and one.part is Step
            if field_name(Phase, one.entry.name, self._language) == name
        ]
        if len(beside) > 1 or not isinstance(field.entry.value, Scalar):
            return None
        edit = rewritten(self._block, field.node, {field.node.entries.index(field.entry): ()})
        first = row(self._block, outer.entry.key.span)
        margin = " " * (outer.entry.key.span.column - self._block.lines[first].column)
        typed = self._block.texts[row(self._block, field.entry.key.span)].strip().removeprefix("- ")
        if edit is None or not typed.startswith(field.entry.name):
            return None
        mend = self._tested([LineEdit(first, first, (f"{margin}{typed}",)), edit], 1)
        phase = entry_of(outer.node, Phase, "name", self._language)
        said = phase.value.value if phase and isinstance(phase.value, Scalar) else ""
        meaning = message("as {field} of the phase {name}", field=name, name=shortened(said, LONGEST_NAME))
        return replace(mend, meaning=meaning) if mend else None

    def _keep_in_text(self, numbers: Sequence[int], places: dict[int, WrittenField]) -> None:
        """Put everything that is wrong in one part into a text of it; if not all at once, then each by itself."""
        if not self._keep_together(numbers, places) and len(numbers) > 1:
            for number in numbers:
                self._keep_together([number], places)

    def _keep_together(self, numbers: Sequence[int], places: dict[int, WrittenField]) -> bool:
        fields = [places[number] for number in numbers]
        wrong_name = any(self._findings[number].code.id in _NAMES for number in numbers)
        for name, edits in self._texts(fields, wrong_name=wrong_name):
            if self._offer(numbers, edits, message(_KEPT, field=name)):
                return True
        return False

    def _texts(self, fields: Sequence[WrittenField], *, wrong_name: bool) -> Iterator[tuple[str, list[LineEdit]]]:
        fields = list(dict.fromkeys(fields))
        if any(self._is_outline(field) for field in fields):
            return
        yield from kept_in_text(self._block, fields, self._fields, self._language, name_is_wrong=wrong_name)
        (outer, *others) = dict.fromkeys(field.outer for field in fields)
        if outer is not None and not others and isinstance(outer.shape, Fields):
            yield from kept_in_text(self._block, [outer], self._fields, self._language, name_is_wrong=False)

    def _is_outline(self, field: WrittenField) -> bool:
        """Whether phases or steps with fields of their own stand in a field: they are no words of a text."""
        values = field.entry.value.items if isinstance(field.entry.value, ListOf) else (field.entry.value,)
        meant = meant_elsewhere(field.entry.name, self._language)
        return meant in IMPLIED_LISTS.values() and not all(isinstance(one, Scalar) for one in values)

    def _offer(self, numbers: Sequence[int], edits: Sequence[LineEdit], advice: Message) -> bool:
        """Give findings the lines of edits, if nothing is wrong then that was not."""
        mend = self._tested(edits, len(numbers))
        if mend is None:
            return False
        for number in numbers:
            finding = self._findings[number]
            if finding.mend.choices:
                chosen = (*finding.mend.choices, replace(mend, meaning=_AS_WORDS))
                self._findings[number] = replace(finding, mend=Mend(finding.mend.advice, choices=chosen))
            else:
                self._findings[number] = replace(finding, mend=replace(mend, advice=_advice(finding, advice)))
        return True

    def _tested(self, edits: Sequence[LineEdit], number: int) -> Mend | None:
        """The lines of edits, if so many mistakes are gone with them and none has come."""
        lines = edited(self._block.texts, edits)
        if lines is None or self._tried >= MOST_TRIED:
            return None
        self._tried += 1
        left = self._errors(lines)
        if left - self._wrong or left.total() > self._wrong.total() - number:
            return None
        return mend_of(self._block, lines)

    def _errors(self, lines: Sequence[str]) -> Counter[str]:
        _, found = read_lines(self._block, lines, self._feelings, self._site_language)
        return Counter(one.code.id for one in found if one.severity is Severity.ERROR)


def scale_of(emotions: Iterable[str]) -> str | None:
    """The usual scale that has every score at the begin of some texts; None where there is none."""
    found = [match for text in emotions if (match := _SCORE.match(plain_signs(text)))]
    scores = [int(match["sign"] + match["score"]) for match in found]
    wholes = {match["whole"] for match in found if match["whole"]}
    if not scores or len(wholes) > 1:
        return None
    if any(match["sign"] for match in found):
        # A score without its sign among others with theirs is a slip; it is on no scale of its own.
        most = max(map(abs, scores))
        return f"{-most}..{most}" if all(match["sign"] or match["score"] == "0" for match in found) else None
    ends = [(1, int(whole)) for whole in wholes] or [(1, 5), (1, 7), (1, 10), (0, 10), (0, 100)]
    return next((f"{low}..{high}" for low, high in ends if all(low <= score <= high for score in scores)), None)


def _together(finding: Finding, field: WrittenField) -> tuple[int, str]:
    """The same for what goes into one text; a persona has places for names of one's own, and others for the rest."""
    kind = ""
    if field.part is Persona:
        kind = "value" if finding.code.id in _VALUES else "name" if isinstance(field.entry.value, Scalar) else "list"
    return id(field.node), kind


def _has_more_words(field: WrittenField) -> bool:
    """Whether words get lost with each choice of an answer; a moment of truth may have them as its reason."""
    answer = answered(flat(field.entry.value))
    return (answer is None or bool(answer.rest)) and field.name != "moment_of_truth"


def _advice(finding: Finding, more: Message) -> Message:
    """What was advised, and what the lines do. That the indentation is wrong is no advice where it is left as it is."""
    advised = finding.mend.advice
    if advised == more or advised.template == ELSEWHERE.template:
        return more
    return sentences(advised, more)


def _label(written: str) -> str:
    label = label_of(written)
    return label[:1].upper() + label[1:]
