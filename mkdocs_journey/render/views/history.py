"""How a map moved: small charts beside each other, and a table with what moved at each commit below them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.diff.texts import short_commit
from mkdocs_journey.drawing import curve
from mkdocs_journey.drawing.spark import spark
from mkdocs_journey.model.view import View
from mkdocs_journey.render.charts.chart import share_of
from mkdocs_journey.render.html.curves import spark_html
from mkdocs_journey.render.html.elements import as_markup, element, joined
from mkdocs_journey.render.html.texts import Inline, Phrase, Text, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import Joined, Small, Strong, spoken, way_to
from mkdocs_journey.render.views.sections import note
from mkdocs_journey.render.views.table import CellContent, TableCell, TableColumn, TableRow, table_html
from mkdocs_journey.render.views.trends import Chart, TrendLine, charts_html, times_of
from mkdocs_journey.safe_text import plain
from mkdocs_journey.views.history import AskedHistory, History, HistoryPoint, HistoryRow, State

if TYPE_CHECKING:
    from jinja2 import Environment

MOST_INDICATORS = 3
"""Indicators that are drawn; the table tells of all."""


def draw(
    asked: AskedHistory, view: View, surroundings: Surroundings, texts: Texts, environment: Environment
) -> Markup | None:
    """The charts and the table; a sentence where the history is not known."""
    words = surroundings.words
    entry = asked.journey
    found = surroundings.history(entry, asked.by, asked.limit)
    if found is None:
        return element("p", words("history.unknown"), cls="journey-view__nothing")
    file = entry.document.block.file
    title = spoken(way_to(surroundings, f"journey:{entry.id}", texts(entry.title, file), file), entry, words)
    told = _Telling(entry, surroundings, texts)
    rows = [TableRow(told.cells(row)) for row in found.rows]
    charts = told.charts(found)
    columns = [
        TableColumn(words("history.date"), sorted="descending"),
        TableColumn(words("history.commit")),
        TableColumn(words("lane.emotion")),
        TableColumn(words("history.indicators")),
        TableColumn(words("history.observed"), number=True),
        TableColumn(words("history.pains"), number=True),
    ]
    notes = [words("history.more")] if found.more else []
    notes += [words("history.cut")] if found.cut else []
    begin, end = (told.month(row.point) for row in (found.rows[-1], found.rows[0])) if found.rows else ("", "")
    return (
        element("p", title, cls="journey-label")
        + charts_html(charts, begin, end)
        + table_html(f"{words('history.label')}: {entry.title}", columns, rows)
        + joined(map(note, notes))
    )


class Plain(Struct, frozen=True):
    """A text of an earlier time without its markup: what its links led to may be gone."""

    text: Inline

    def __html__(self) -> Markup:
        return as_markup(self.text.plain)


class Foreign(Struct, frozen=True):
    """A text that nobody wrote for this page: nothing of it turns the direction of its neighbours."""

    text: str

    def __html__(self) -> Markup:
        return element("bdi", self.text)


class Spark(Struct, frozen=True):
    """The curve of a state in one small picture."""

    state: State

    def __html__(self) -> Markup:
        state = self.state
        widths = tuple(one.width for one in state.curve)
        return spark_html(spark(state.scores, widths, state.scale, state.worst, state.lowest))


class _Telling(Struct, frozen=True):
    entry: JourneyEntry
    surroundings: Surroundings
    texts: Texts

    def month(self, point: HistoryPoint) -> str:
        """When a point was, at the ends of a chart."""
        words = self.surroundings.words
        return words.month(point.day) if point.commit else words("history.now")

    def cells(self, row: HistoryRow) -> list[CellContent]:
        """A row of the table."""
        words, point = self.surroundings.words, row.point
        day = words.date(point.day) if point.commit else words("history.now")
        first = TableCell(day, point.day.isoformat())
        state, before = point.state, row.before
        if state is None:
            trouble = words("history.gone")
            if point.trouble:
                trouble = words("history.unreadable", message=plain(point.trouble))
            return [first, self._commit(row), Strong(trouble, hurts=True), None, None, None]
        return [
            first,
            self._commit(row),
            self._curve(state),
            Joined(indicators, element("br")) if (indicators := tuple(self._indicators(row))) else None,
            self._number(state, before, lambda one: one.percent, lambda percent: f"{percent}\u00a0%"),
            self._number(state, before, lambda one: one.pains, str),
        ]

    def _commit(self, row: HistoryRow) -> CellContent:
        words, point = self.surroundings.words, row.point
        if not point.commit:
            return words("history.uncommitted")
        short: Text = short_commit(point.commit)
        if self.surroundings.commits:
            address = f"{self.surroundings.commits}{point.commit}"
            short = element("a", short, href=address)
        parts: list[Text] = [Foreign(point.subject), Small(short)]
        if row.move is not None and row.move.renamed:
            parts.append(Small(words("history.renamed", title=Foreign(row.move.after.title))))
        return Joined(tuple(parts), " ")

    def _curve(self, state: State) -> CellContent:
        if not state.curve:
            return None
        words, scale = self.surroundings.words, state.scale
        worst = Strong(self._score(state.lowest, state))
        name = self._own(state.curve[state.worst].name)
        lowest: Text = Phrase(words, "persona.worst_at", {"score": worst, "step": name})
        if state.lowest is not None and state.lowest < scale.neutral:
            lowest = Alarming(lowest)
        ends = Strong(self._score(state.last, state))
        return Joined((Spark(state), lowest, Small(Phrase(words, "atlas.ends_at", {"score": ends}))), " ")

    def _indicators(self, row: HistoryRow) -> Iterator[Text]:
        """Those that changed; all of them where nothing is known of what was before."""
        state, words = row.point.state, self.surroundings.words
        if row.move is None:
            for one in state.indicators if state else ():
                if one.value:
                    yield Joined((self._own(one.name), Strong(self._own(one.value))), " ")
            return
        for old, new in row.move.indicators:
            name = self._own((new or old).name)  # type: ignore[union-attr]
            if new is None:
                yield Joined((name, words("history.away")), " ")
                continue
            values: list[Text] = [self._own(old.value), "→"] if old is not None and old.value else []
            values.append(Strong(self._own(new.value)) if new.value else "–")
            yield Joined((name, *values), " ")

    def _number(
        self, state: State, before: State | None, read: Callable[[State], int | None], write: Callable[[int], str]
    ) -> CellContent:
        """A number, and below it what it was, if it was another one."""
        value, was = read(state), read(before) if before is not None else None
        if value is None:
            return None
        shown: Text = write(value)
        if was is not None and was != value:
            said = self.surroundings.words("history.was", value=write(was))
            shown = Joined((Strong(shown), Small(said)), " ")
        return TableCell(shown, value)

    def charts(self, found: History) -> list[Chart]:
        """The charts of what has at least two points, from left to right."""
        words = self.surroundings.words
        points = [row.point for row in reversed(found.rows)]
        states = [point.state for point in points]
        last = next((state for state in reversed(states) if state is not None), None)
        if last is None or sum(state is not None for state in states) < 2:
            return []
        scale, times = last.scale, times_of([point.day for point in points])

        def line(values: Sequence[float | None], low: float, high: float, value: Text, name: str = "") -> TrendLine:
            shares = [share_of(one, low, high) for one in values]
            return TrendLine(list(zip(times, shares, strict=True)), name, value)

        charts: list[Chart] = []
        # On another scale, a score stands as far from neutral as on its own.
        lowest = [_converted(state.lowest, state, last) if state else None for state in states]
        mean = [_converted(state.mean, state, last) if state else None for state in states]
        if last.curve and sum(score is not None for score in lowest) > 1:
            ends = (
                line(lowest, scale.low, scale.high, self._score(last.lowest, last), words("history.lowest")),
                line(mean, scale.low, scale.high, self._score(last.mean, last), words("history.mean")),
            )
            neutral = curve.y(scale.neutral, scale)
            top, bottom = self._score(scale.high, last), self._score(scale.low, last)
            charts.append(Chart(words("lane.emotion"), list(ends), top, bottom, neutral))
        if last.percent is not None:
            shares = line([state.percent if state else None for state in states], 0, 100, f"{last.percent}\u00a0%")
            charts.append(Chart(words("history.observed"), [shares], "100\u00a0%", "0", 100))
        pains = [state.pains if state else None for state in states]
        most = max(1, *(number for number in pains if number is not None))
        charts.append(Chart(words("history.pains"), [line(pains, 0, most, str(last.pains))], str(most), "0", 100))
        for one in last.indicators:
            numbers = [_number_of(state, one.name) for state in states]
            known = [number for number in numbers if number is not None]
            if len(known) > 1 and len(charts) < 3 + MOST_INDICATORS:
                low, high = min(known), max(known)
                drawn = line(numbers, low, high, self._own(one.value))
                charts.append(Chart(self._own(one.name), [drawn], f"{high:g}", f"{low:g}", 100))
        return charts

    def _own(self, text: str) -> Text:
        """A text of the map."""
        file = self.entry.document.block.file
        return spoken(Plain(self.texts(text, file)), self.entry, self.surroundings.words)

    def _score(self, score: float | None, state: State) -> str:
        return "–" if score is None else self.surroundings.words.signed(round(score, 1), sign=state.scale.low < 0)


class Alarming(Struct, frozen=True):
    """Words in the colour of alarm."""

    text: Text

    def __html__(self) -> Markup:
        return element("span", self.text, cls="journey-alarm")


def _converted(score: float | None, state: State, last: State) -> float | None:
    return None if score is None else last.scale.of_another(score, state.scale)


def _number_of(state: State | None, name: str) -> float | None:
    return next((one.number for one in state.indicators if one.name == name), None) if state else None
