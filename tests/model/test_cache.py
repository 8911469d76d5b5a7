"""What has not changed is not read again, and what has changed is."""

from __future__ import annotations

from mkdocs_journey.compile import Cache, CompileOptions, Page, SiteContent, compile_site
from tests.compiling import journey


def titles(pages: dict[str, str], cache: Cache, files: dict[str, str] | None = None) -> list[str]:
    site = compile_site(SiteContent([Page(path, text) for path, text in pages.items()], (files or {}).get), cache=cache)
    return [entry.title for entry in site.atlas.journeys.values()]


def test_only_the_page_that_was_edited_is_read_again() -> None:
    cache = Cache()
    pages = {"a.md": journey("title: A\nphases: [Need]"), "b.md": journey("title: B\nphases: [Need]")}
    assert titles(pages, cache) == ["A", "B"]
    before = cache.pages["a.md"]
    assert titles({**pages, "b.md": journey("title: New\nphases: [Need]")}, cache) == ["A", "New"]
    assert cache.pages["a.md"] is before


def test_a_page_that_is_gone_is_forgotten() -> None:
    cache = Cache()
    assert titles({"a.md": journey("title: A\nphases: [Need]")}, cache) == ["A"]
    assert titles({}, cache) == []
    assert cache.pages == {}


def test_a_file_that_was_edited_is_read_again_though_its_page_was_not() -> None:
    cache = Cache()
    pages = {"a.md": journey("file: a.yml")}
    assert titles(pages, cache, {"a.yml": "title: A\nphases: [Need]"}) == ["A"]
    assert titles(pages, cache, {"a.yml": "title: B\nphases: [Need]"}) == ["B"]


def test_a_file_that_was_missing_is_read_once_it_is_there() -> None:
    cache = Cache()
    pages = {"a.md": journey("file: a.yml")}
    assert titles(pages, cache) == []
    assert titles(pages, cache, {"a.yml": "title: A\nphases: [Need]"}) == ["A"]


def test_other_words_with_scores_make_every_page_be_read_again() -> None:
    cache = Cache()
    page = Page("a.md", journey("title: A\nphases: [{name: Need, emotion: curious}]"))

    def score(feelings: dict[str, str]) -> float | None:
        (entry,) = compile_site(SiteContent([page]), CompileOptions(feelings), cache).atlas.journeys.values()
        emotion = entry.journey.phases[0].emotion
        return emotion.score if emotion else None

    assert [score({"Curious": "1"}), score({"Curious": "2"}), score({})] == [1, 2, None]
