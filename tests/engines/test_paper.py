"""What is printed is whole, in every engine that a test names, as two renderers paint it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.engines import probes
from tests.engines.engine import A3_LANDSCAPE, A4, Engine, Paper
from tests.engines.kinds import MAPS
from tests.engines.paper import RENDERERS, Printed
from tests.engines.probes import Sheets

PAPERS = [pytest.param(A4, id="A4"), pytest.param(A3_LANDSCAPE, id="A3")]
WHOLE = ("go-live", "renewal-outcome-sheet")
"""Maps whose words of feelings are all printed: others have some that are cut away on slopes."""
LATIN = [name for name in MAPS if name != "ja-onboarding"]
"""Of Japanese, a print holds what the system has letters for."""
in_two_engines = pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)
"""What WebKit prints is cut off at the edge yet."""


@pytest.fixture(scope="module")
def sheets(example: str) -> Callable[[Engine, str, Paper], Sheets]:
    """Prints a map of the example site, once on each paper."""
    known: dict[tuple[str, str, Paper], Sheets] = {}

    def sheets(engine: Engine, name: str, paper: Paper) -> Sheets:
        if (engine.name, name, paper) not in known:
            engine.open(example + MAPS[name])
            known[engine.name, name, paper] = probes.on_paper(engine, paper)
        return known[engine.name, name, paper]

    return sheets


Print = Callable[[Engine, str, Paper], Sheets]


def test_a_level_curve_prints_as_a_line_and_not_as_a_bar(engine: Engine, looks: str) -> None:
    engine.open(looks + "even/")
    printed = Printed(engine.pdf(A4))
    assert [probes.slabs(printed.pictures(name)[0]) for name in RENDERERS] == [[], []]


@in_two_engines
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", WHOLE)
def test_all_texts_of_a_map_are_printed(engine: Engine, sheets: Print, name: str, paper: Paper) -> None:
    assert sheets(engine, name, paper).missing == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", LATIN)
def test_no_cell_is_torn_or_cut_by_the_edge_of_the_paper(
    chromium: Engine, sheets: Print, name: str, paper: Paper
) -> None:
    found = sheets(chromium, name, paper)
    assert (found.torn, found.beyond_the_edge) == ([], [])


@in_two_engines
@pytest.mark.parametrize("name", WHOLE)
def test_a3_takes_three_sheets_and_no_heading_is_last_on_one(engine: Engine, sheets: Print, name: str) -> None:
    found = sheets(engine, name, A3_LANDSCAPE)
    assert (found.pages, found.headings_last) == (3, [])
