"""The lane of emotions: a curve cut into cells, with a point and a few words in each."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.drawing import curve
from mkdocs_journey.drawing.curve_shapes import Curve, CurveShapes, Window, pictures_of
from mkdocs_journey.drawing.items import CurvePoint, EmotionCell
from mkdocs_journey.drawing.other_curve import OtherCurve
from mkdocs_journey.drawing.sources import SourceLabels
from mkdocs_journey.drawing.texts import DrawnText, WrittenTexts
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.emotions import Emotion
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.values import Scale


class EmotionLane(NamedTuple):
    """What the cells of the lane have in common."""

    ticks: tuple[str, ...]
    """The axis, top first."""
    neutral: float
    """The neutral line in per cent from the top."""
    planned: bool
    """Whether nobody has felt it yet: a map of the future."""
    other: str
    """``today`` where it lies over the curve of the map that it redesigns, ``was`` over the one from before, or ""."""
    measured: bool
    """Whether there is any score."""
    no_score: str
    """What the row of feelings without a score is called; "" where every feeling has one."""
    hypothesis: bool
    """Whether a part of the curve is a guess."""


class DrawnEmotions(NamedTuple):
    """The lane of a map with all that stands in it."""

    lane: EmotionLane
    cells: Mapping[Column, EmotionCell]
    """Points and words by column."""
    plots: Mapping[int, CurveShapes]
    """The curve by number of the phase, from 0; those where nothing is measured are left out."""


class _FeltColumn(NamedTuple):
    emotion: Emotion
    hypothesis: bool
    moment_of_truth: bool


class _ScoreLabels(NamedTuple):
    """What the labels of scores are made with."""

    scale: Scale
    words: Words

    def signed(self, score: float) -> str:
        return self.words.signed(score, sign=self.scale.low < 0)


def emotion_lane(
    entry: JourneyEntry,
    words: Words,
    sources: SourceLabels,
    texts: WrittenTexts,
    other: OtherCurve | None = None,
    kept: Container[Column] | None = None,
    notes: Mapping[Column, DrawnText] | None = None,
) -> DrawnEmotions | None:
    """The lane of a map; None where nobody has said how the persona feels.

    It may lie over an ``other`` curve. Where only some columns are ``kept``, each has its part of the whole curve.
    ``notes`` tell by column what changed besides the scores.
    """
    feelings = _feelings(entry)
    if other is None and not any(feeling for _, _, feeling in feelings):
        return None
    scale = entry.journey.scale
    labels = _ScoreLabels(scale, words)
    widths = [width for _, width, _ in feelings]
    scores = [feeling.emotion.score if feeling else None for _, _, feeling in feelings]
    # Where only the other curve is known, its part is drawn as well.
    behind = [other.line.get(column) if other else None for column, _, _ in feelings]
    guesses = tuple(feeling is not None and feeling.hypothesis for _, _, feeling in feelings)
    drawn = Curve(scale, tuple(scores), tuple(widths), guesses, tuple(behind))
    cells: dict[Column, EmotionCell] = {}
    for index, (column, width, feeling) in enumerate(feelings):
        second = other.points.get(column) if other else None
        if (feeling is None and second is None) or (kept is not None and column not in kept):
            continue
        points: list[CurvePoint] = []
        if feeling is not None:
            points.append(_point(feeling, scores, index, labels, other, second))
        if other and second is not None and (feeling is None or feeling.emotion.score != second):
            points.append(_other_point(second, feeling.emotion.score if feeling else None, other.name, labels))
        cells[column] = EmotionCell(
            width,
            tuple(points),
            feeling is not None and feeling.hypothesis,
            sources.mark(feeling.emotion, texts, hypothesis=False) if feeling else None,
            notes.get(column, "") if notes else "",
        )
    lane = EmotionLane(
        tuple(labels.signed(tick) for tick in curve.ticks(scale)),
        curve.y(scale.neutral, scale),
        entry.journey.state == "future",
        other.name if other else "",
        any(score is not None for score in scores) or bool(other and other.points),
        words("curve.no_score") if any(point.score is None for cell in cells.values() for point in cell.points) else "",
        any(cell.hypothesis for cell in cells.values()),
    )
    return DrawnEmotions(lane, cells, _plots(drawn, [column for column, _, _ in feelings], kept))


def _plots(drawn: Curve, columns: Sequence[Column], kept: Container[Column] | None) -> dict[int, CurveShapes]:
    """The curve in pieces by phase: over the steps that are shown, or all of them where the phase has one feeling."""
    pictures: dict[int, list[Window]] = {}
    for (p, s), window in zip(columns, drawn.windows, strict=True):
        if kept is not None and (p, s) not in kept:
            continue
        if s is None:
            steps = round(window.end - window.start)
            shown = steps if kept is None else sum((p, step) in kept for step in range(steps)) or 1
            pictures[p] = [window._replace(left=0, unit=100 * shown / steps)]
        else:
            beside = pictures.setdefault(p, [])
            beside.append(window._replace(left=100 * len(beside)))
    return dict(zip(pictures, pictures_of(drawn, list(pictures.values())), strict=True))


def _feelings(entry: JourneyEntry) -> list[tuple[Column, int, _FeltColumn | None]]:
    """The columns in order, their widths, and what is felt: a phase whose steps have no emotions is one column."""
    found: list[tuple[Column, int, _FeltColumn | None]] = []
    for p, phase in enumerate(entry.journey.phases):
        if phase.steps and (phase.emotion is None or any(step.emotion for step in phase.steps)):
            found += [((p, s), 1, _feeling(step, phase.hypothesis)) for s, step in enumerate(phase.steps)]
        else:
            found.append(((p, None), len(phase.steps) or 1, _feeling(phase)))
    return found


def _feeling(lanes: Lanes, phase_hypothesis: bool = False) -> _FeltColumn | None:
    if lanes.emotion is None:
        return None
    guess = lanes.emotion.hypothesis or lanes.hypothesis or phase_hypothesis
    return _FeltColumn(lanes.emotion, guess, bool(lanes.moment_of_truth))


def _is_upper(score: float | None, second: float | None, other: OtherCurve | None) -> bool | None:
    """Whether a point lies above the other curve; None where that does not bear upon its label."""
    if other is None or (other.name == "was" and second in (None, score)):
        return None
    return second is None or score is None or score >= second


def _point(
    feeling: _FeltColumn,
    scores: Sequence[float | None],
    index: int,
    labels: _ScoreLabels,
    other: OtherCurve | None,
    second: float | None,
) -> CurvePoint:
    """A point and its words; ``second`` is the score of the other curve, where one is drawn as well."""
    emotion, score, scale = feeling.emotion, feeling.emotion.score, labels.scale
    guess = labels.words("evidence.hypothesis") if feeling.hypothesis else ""
    if score is None:
        return CurvePoint(
            "",
            None,
            None,
            emotion.label or emotion.face,
            guess,
            hypothesis=feeling.hypothesis,
            moment_of_truth=feeling.moment_of_truth,
        )
    where = curve.placement(scores, index, scale.neutral)
    upper = _is_upper(score, second, other)
    last = index + 1 == len(scores) or scores[index + 1] is None
    end = index == 0 or scores[index - 1] is None or last
    telling = where.extreme or feeling.moment_of_truth or score in (scale.low, scale.high)
    number = labels.signed(score)
    read = [] if telling or end or not emotion.label else [emotion.label]
    return CurvePoint(
        "",
        score,
        curve.y(score, scale),
        f"{number} {emotion.label}".strip() if telling or end else number,
        " · ".join(filter(None, [*read, guess])),
        where.below if upper is None else not upper,
        where.beside and upper is None,
        scale.face(score) if telling else None,
        score < scale.neutral,
        feeling.hypothesis,
        feeling.moment_of_truth,
    )


def _other_point(score: float, own: float | None, name: str, labels: _ScoreLabels) -> CurvePoint:
    return CurvePoint(
        name,
        score,
        curve.y(score, labels.scale),
        labels.signed(score),
        labels.words(f"curve.{name}"),
        below=own is None or own >= score,
        negative=score < labels.scale.neutral,
    )
