"""Naughty strings on both sides of a change: old and new texts are words in a build for reviewers, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.building import MATERIAL, BuiltSite, build, write_site
from tests.hostile.looking import Sight, look
from tests.hostile.naughty import MARKED_UP, TOGETHER, journey, persona

pytestmark = pytest.mark.slow

SOME = [*TOGETHER[:20], *TOGETHER[20::4]]
"""Those that are meant against this program, and some of the others: each is in some hundred fields, old and new."""


def version(texts: Sequence[str]) -> dict[str, str]:
    """A site with a text in every field of every map."""
    pages = {f"map-{number}.md": journey(text, f"map-{number}") for number, text in enumerate(texts)}
    return {"index.md": "# Home\n", "picture.png": "", "persona.md": persona(texts[:2], "persona"), **pages}


def review(folder: Path, texts: Sequence[str]) -> BuiltSite:
    """A site in which every map has the texts of the one before it, built for reviewers."""
    write_site(folder / "old", version(texts))
    configuration = MATERIAL.replace("journey: {", f"journey: {{review: {{base: {(folder / 'old').as_posix()}}}, ")
    return build(write_site(folder / "new", version([*texts[1:], texts[0]]), configuration), folder / "site")


def sights(site: BuiltSite) -> dict[str, Sight]:
    pages = sorted(site.folder.rglob("*.html"))
    return {path.relative_to(site.folder).as_posix(): look(path.read_text("utf-8")) for path in pages}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sight]:
    return sights(review(tmp_path_factory.mktemp("naughty"), SOME))


@pytest.fixture(scope="module")
def allowed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sight]:
    return sights(review(tmp_path_factory.mktemp("harmless"), [*MARKED_UP, *MARKED_UP[::-1]]))


def test_a_naughty_change_is_made_of_nothing_that_a_harmless_one_is_not_made_of(
    seen: dict[str, Sight], allowed: dict[str, Sight]
) -> None:
    kinds = frozenset().union(*(sight.kinds for sight in allowed.values()))
    assert {"dd.is-changed", "del", "ins", "div.journey-review"} <= kinds
    assert {name: more for name, sight in seen.items() if (more := sight.kinds - kinds)} == {}
    running = [sight.running for sight in allowed.values()]
    assert {name: sight.running for name, sight in seen.items() if sight.running not in running} == {}


def test_every_address_in_a_change_is_of_an_allowed_kind(seen: dict[str, Sight]) -> None:
    assert {name: wrong for name, sight in seen.items() if (wrong := sight.wrong_addresses)} == {}


def test_the_page_of_all_changes_tells_of_every_map(seen: dict[str, Sight]) -> None:
    assert seen["what-changed/index.html"].text.count("other change") > len(SOME) / 2
