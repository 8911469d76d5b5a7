"""The one table of views: each row says what a view shows, what may be asked of it, and what is special about it.

A new view is a row here, its figures in ``views/<name>.py``, its drawing in ``render/views/<name>.py`` and its English
words; everything else asks this table.
"""

from __future__ import annotations

from msgspec import Struct

MOST_CURVES = 3
"""More curves than these cannot be told apart."""
_PAIN_STATUS = ("open", "planned", "resolved", "accepted")
_OPPORTUNITY_STATUS = ("idea", "planned", "doing", "done", "dropped")
_JOURNEY_STATUS = ("draft", "hypothesis", "validated", "retired")
_BACKLOG_STATUS = tuple(dict.fromkeys(_PAIN_STATUS + _OPPORTUNITY_STATUS))


class ViewForm(Struct, frozen=True):
    """What a view shows, which fields of its block mean something to it, and what may stand in them."""

    name: str
    sentence: str
    """What it shows."""
    filters: tuple[str, ...]
    """Fields that mean something to it, without ``sort``."""
    sorts: tuple[str, ...] = ()
    """Columns by which its rows may be sorted; the first one is what it does by itself."""
    statuses: tuple[str, ...] = ()
    of_today: bool = False
    """Whether it is about the maps of today, unless its author names maps, or asks for plans by ``state``."""
    one_journey: bool = False
    """Whether it is about exactly one journey, which it must name."""
    whole_journey: bool = False
    """Whether a part of that journey, as in ``onboarding#go-live``, changes nothing."""
    is_slice: bool = False
    """Whether it is a part of a map as the map itself shows it, so that a page with it stays a page of help."""
    most_curves: int | None = None
    """So many curves at the most can be told apart; it must be told whose they are."""
    module: str = ""
    """The module of its figures, and that of its drawing; empty where they bear its name."""

    def takes(self, field: str) -> bool:
        """Whether a field of its block means something to it."""
        return bool(self.sorts) if field == "sort" else field in self.filters

    @property
    def module_name(self) -> str:
        """The module of its figures in ``views``, and that of its drawing in ``render.views``."""
        return self.module or self.name


def _each(names: str) -> tuple[str, ...]:
    return tuple(names.split())


_ROWS = (
    ViewForm(
        "atlas",
        "A card for each journey: its curve, its worst, best and last moment, and its next review.",
        _each("persona journey owner state status limit"),
        _each("order title persona worst end reviewed owner"),
        _JOURNEY_STATUS,
    ),
    ViewForm(
        "map",
        "A part of one map, such as `journey: onboarding#go-live`, on a page of help.",
        _each("journey phase lanes"),
        one_journey=True,
        is_slice=True,
    ),
    ViewForm(
        "compare",
        "Curves beside each other: of two or three journeys or personas, or of today and a plan.",
        _each("persona journey phase state"),
        most_curves=MOST_CURVES,
    ),
    ViewForm(
        "backlog",
        "Pain points with what would fix them, ranked by impact × frequency ÷ effort.",
        _each("persona journey owner phase channel state status limit"),
        _each("priority impact frequency effort severity journey phase owner status"),
        _BACKLOG_STATUS,
        of_today=True,
    ),
    ViewForm(
        "matrix",
        "Opportunities by impact and effort, quick wins first.",
        _each("persona journey owner phase channel state status limit"),
        statuses=_BACKLOG_STATUS,
        of_today=True,
    ),
    ViewForm(
        "touchpoints",
        "Where customers meet you: channel, owner, how it is, how it should be, and the gap.",
        _each("persona journey owner phase channel state limit"),
        _each("order name channel owner impact gap"),
        of_today=True,
    ),
    ViewForm(
        "teams",
        "Who answers for which steps, and where one team hands over to another.",
        _each("persona journey owner phase state limit"),
        _each("steps name"),
        of_today=True,
    ),
    ViewForm(
        "systems",
        "Which systems are at work at which steps.",
        _each("persona journey owner phase state limit"),
        _each("steps name"),
        of_today=True,
    ),
    ViewForm(
        "processes",
        "Which processes are at work at which steps.",
        _each("persona journey owner phase state limit"),
        _each("steps name"),
        of_today=True,
        module="systems",
    ),
    ViewForm(
        "content",
        "Which help each step has, where it is missing, and which pages serve no step.",
        _each("persona journey owner phase state limit"),
        of_today=True,
    ),
    ViewForm(
        "evidence",
        "How much of each map was observed, and which sources are out of date.",
        _each("persona journey owner state status limit"),
        _each("observed title date"),
        _JOURNEY_STATUS,
    ),
    ViewForm(
        "reviews",
        "What is due, overdue, was never reviewed or never tried for real, and whose turn it is.",
        _each("persona journey owner state status limit"),
        _each("due owner title"),
        _JOURNEY_STATUS,
    ),
    ViewForm(
        "indicators",
        "Where each indicator stood, stands and should be.",
        _each("persona journey owner state limit"),
        _each("order name gap"),
        of_today=True,
    ),
    ViewForm(
        "promises",
        "What was promised where, and the step that keeps it.",
        _each("persona journey owner phase state status limit"),
        _each("order journey"),
        ("kept", "open"),
        of_today=True,
    ),
    ViewForm(
        "personas",
        "Personas as cards and side by side.",
        _each("persona limit"),
        _each("order name tier"),
    ),
    ViewForm(
        "walkthrough",
        "A script of one map for trying it for real, to print.",
        _each("journey phase"),
        one_journey=True,
    ),
    ViewForm(
        "history",
        "How one map moved over time, as its git repository knows it: curve, indicators, evidence, open pain points.",
        _each("journey by limit"),
        one_journey=True,
        whole_journey=True,
    ),
)

VIEWS: dict[str, ViewForm] = {row.name: row for row in _ROWS}
"""By name."""
