"""What a map shows is one plain value: any output can draw it, and the same map always gives the same value."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from mkdocs_journey import drawing
from mkdocs_journey.diff.comparison import compare
from mkdocs_journey.diff.review import review_of
from mkdocs_journey.drawing.map_view import MapView, map_view
from mkdocs_journey.drawing.script import script_view
from mkdocs_journey.drawing.texts import TextsOfFile, WrittenText
from mkdocs_journey.model.view import View
from mkdocs_journey.views.walkthrough import gather
from tests.render.rendering import TODAY, compiled, surroundings
from tests.review.demonstration import EDITS, EXAMPLE, MAP

PAGES = {
    path.relative_to(EXAMPLE / "docs").as_posix(): path.read_text("utf-8") for path in (EXAMPLE / "docs").rglob("*.md")
}
SITE = compiled(PAGES)
ROOM = Path(drawing.__file__).parent


def edited() -> dict[str, str]:
    """The pages of the example site with the changes that its demonstration shows to reviewers."""
    name = MAP.removeprefix("docs/")
    text = PAGES[name]
    for before, after in EDITS:
        text = text.replace(before, after, 1)
    return {**PAGES, name: text}


def parts(value: object) -> Iterator[object]:
    """Everything in a value, and itself."""
    yield value
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from parts(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from parts(one)


def words_of_ours(value: object) -> Iterator[str]:
    """All strings in a value but those that hold what an author wrote."""
    if isinstance(value, WrittenText | TextsOfFile):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from words_of_ours(one)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from words_of_ours(getattr(value, name))


def views() -> dict[str, MapView]:
    """All maps of the example site, a part of one, and one as reviewers see it."""
    place = surroundings(SITE)
    found = {id_: map_view(entry, place) for id_, entry in SITE.atlas.journeys.items()}
    found["a part"] = map_view(SITE.atlas.journeys["go-live"], place, {(0, 0), (1, None)}, ("emotion", "pains"))
    newer = compiled(edited())
    review = review_of(compare(SITE, newer, ("main", "here")), "all.md")
    found["in review"] = map_view(newer.atlas.journeys["go-live"], replace(surroundings(newer), review=review))
    return found


VIEWS = views()


@pytest.mark.parametrize("name", VIEWS)
def test_a_map_is_made_of_nothing_but_plain_values(name: str) -> None:
    kinds = {type(part) for part in parts(VIEWS[name])}
    own = {kind for kind in kinds if kind.__module__.startswith("mkdocs_journey.drawing.")}
    assert kinds - own <= {str, int, float, bool, tuple, type(None)}
    assert pickle.loads(pickle.dumps(VIEWS[name])) == VIEWS[name]


def test_a_script_is_made_of_nothing_but_plain_values() -> None:
    script = gather(View(view="walkthrough", journey=("go-live",)), SITE, TODAY)
    assert script is not None
    kinds = {type(part) for part in parts(script_view(script, surroundings(SITE)))}
    own = {kind for kind in kinds if kind.__module__.startswith("mkdocs_journey.drawing.")}
    assert kinds - own <= {str, int, float, bool, tuple, type(None)}


def test_the_same_maps_give_the_same_values() -> None:
    assert views() == VIEWS


@pytest.mark.parametrize("name", VIEWS)
def test_no_words_of_ours_are_html(name: str) -> None:
    assert [text for text in words_of_ours(VIEWS[name]) if "<" in text or "&" in text] == []


def test_what_an_author_wrote_stays_as_it_was_written() -> None:
    site = compiled(
        {"map.md": "```journey\ntitle: A **bold** <b>map</b>\nphases: [{name: P, pains: ['[x](y.md) & z']}]\n```"}
    )
    view = map_view(site.atlas.journeys["a-bold-b-map-b"], surroundings(site))
    assert view.header.title == WrittenText("A **bold** <b>map</b>", "map.md")
    assert [item.text for cell in view.phases[0].cells for item in cell.items] == [
        WrittenText("[x](y.md) & z", "map.md")
    ]
    assert view.written == (TextsOfFile("map.md", ("[x](y.md) & z", "P", "A **bold** <b>map</b>")),)


def test_all_texts_of_authors_are_named_by_file() -> None:
    for view in VIEWS.values():
        shown = {part for part in parts(view) if isinstance(part, WrittenText)}
        named = {WrittenText(text, found.file) for found in view.written for text in found.texts}
        assert shown - named == set()


def test_the_room_knows_no_output() -> None:
    imported = set()
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").partition(".")[0])
            elif isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
    assert imported & {"html", "jinja2", "markdown", "markupsafe", "nh3", "xml"} == set()
