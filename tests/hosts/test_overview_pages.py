"""Pages of all journeys and all personas: made where a site has none, placed in its navigation, switched off at will."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journey.site.check import Check
from mkdocs_journey.site.folder import open_site
from mkdocs_journey.site.today import build_day
from tests.building import BuiltSite, build, build_pages
from tests.compiling import journey

pytestmark = pytest.mark.slow

MAP = journey("title: Buying\npersona: Mia\nphases: [{name: Need, emotion: -1}]")
PAGES = {"index.md": "# Home\n", "maps/buying.md": MAP, "mia.md": "```persona\nname: Mia\n```\n"}
CONFIGURATION = """
    site_name: Test
    theme: {name: material, font: false, language: LANGUAGE}
    plugins: [search, journey: {check: {ignore: [JN3]}, OPTIONS}]
    validation: {nav: {omitted_files: warn}, links: {anchors: warn}}
    NAV
"""


def built(
    folder: Path, pages: dict[str, str], options: str = "pages: true", nav: str = "", language: str = "en"
) -> BuiltSite:
    configuration = CONFIGURATION.replace("LANGUAGE", language).replace("OPTIONS", options).replace("NAV", nav)
    site = build_pages(folder, pages, configuration, strict=True)
    assert site.log == ()
    return site


def navigation(site: BuiltSite) -> list[str]:
    """Titles of pages in the order of the navigation."""
    return [a.get_text().strip() for a in site.page("").select(".md-nav--primary a.md-nav__link[href]")]


def cards(site: BuiltSite, address: str) -> list[str]:
    return [a.get_text() for a in site.page(address).select(".journey-card__title a, .journey-persona-card__name a")]


def test_both_pages_are_made_with_a_title_in_the_language_of_the_site(tmp_path: Path) -> None:
    site = built(tmp_path, PAGES, language="fi")
    assert [site.page(page).h1.get_text("", strip=True) for page in ("journeys", "personas")] == ["Polut", "Persoonat"]
    assert cards(site, "journeys") == ["Buying"]
    assert cards(site, "personas") == ["Mia"]
    assert site.page("journeys").select("a[title='Edit this page']") == []


@pytest.mark.parametrize("own", ["journeys/index.md", "journeys/README.md", "journeys.md"])
def test_a_page_of_the_site_s_own_stays_as_it_is(tmp_path: Path, own: str) -> None:
    site = built(tmp_path, {**PAGES, own: "# Our own\n"})
    assert site.page("journeys").h1.get_text("", strip=True) == "Our own"
    assert site.page("journeys").select(".journey-view") == []
    assert cards(site, "personas") == ["Mia"]


@pytest.mark.parametrize(
    ("options", "there"),
    [
        ("pages: true", ["journeys", "personas"]),
        ("pages: false", []),
        ("pages: {journeys: false}", ["personas"]),
        ("pages: {personas: false}", ["journeys"]),
        ("pages: {journeys: maps/all.md, personas: people}", ["maps/all", "people"]),
        ("persona_folder: who", ["journeys", "who"]),
    ],
)
def test_options_switch_each_on_and_off_and_move_it(tmp_path: Path, options: str, there: list[str]) -> None:
    site = built(tmp_path, PAGES, options)
    views = [page.parent for page in site.folder.rglob("index.html") if "journey-view--" in page.read_text("utf-8")]
    assert sorted(view.relative_to(site.folder).as_posix() for view in views) == there


def test_nothing_is_made_where_there_is_nothing_to_show(tmp_path: Path) -> None:
    retired = journey("title: Old\nstatus: retired\nphases: [Need]")
    site = built(tmp_path, {"index.md": "# Home\n", "old.md": retired})
    assert [site.exists(page) for page in ("journeys", "personas")] == [False, False]


def test_without_a_written_navigation_a_page_comes_first_in_its_folder(tmp_path: Path) -> None:
    pages = {"index.md": "# Home\n", "journeys/buying.md": MAP, "journeys/apps.md": "# Apps", "z.md": "# Z\n"}
    site = built(tmp_path, {**pages, "personas/mia.md": PAGES["mia.md"]})
    assert navigation(site) == ["Home", "Z", "Journeys", "Apps", "Buying", "Personas", "Mia"]


@pytest.mark.parametrize(
    ("nav", "options", "titles"),
    [
        ("[Home: index.md, Buying: maps/buying.md, Mia: mia.md]", "pages: true", ["Home", "Buying", "Mia", "Journeys", "Personas"]),
        ("[Home: index.md, Maps: [Buying: maps/buying.md], Mia: mia.md]", "journey_section: Maps", ["Home", "Journeys", "Buying", "Mia", "Personas"]),
        ("[Home: index.md, Maps: [Buying: maps/buying.md], Mia: mia.md]", "pages: {journeys: maps/index.md}", ["Home", "Journeys", "Buying", "Mia", "Personas"]),
        ("[Home: index.md, Maps: [Buying: maps/buying.md], Who: [Mia: mia.md]]", "persona_section: Who, journey_section: All", ["Home", "Buying", "Personas", "Mia", "Journeys"]),
        ("[Home: index.md, All of them: journeys/index.md, Buying: maps/buying.md, Mia: mia.md, personas/index.md]", "pages: true", ["Home", "All of them", "Buying", "Mia", "Personas"]),
    ],
)  # fmt: skip
def test_a_written_navigation_gets_the_pages_where_they_belong(
    tmp_path: Path, nav: str, options: str, titles: list[str]
) -> None:
    assert navigation(built(tmp_path, PAGES, options, f"nav: {nav}")) == titles


def test_links_to_a_made_page_are_known_to_the_build_and_to_the_check(tmp_path: Path) -> None:
    linking = MAP.replace("name: Need", "name: Need, content: ../journeys/index.md")
    pages = {**PAGES, "maps/buying.md": linking, "index.md": "# Home\n\n[All](journeys/index.md)\n"}
    site = built(tmp_path, pages)
    assert [a["href"] for a in site.page("").select("article p a")] == ["journeys/"]
    assert [a.get_text() for a in site.page("maps/buying").select(".journey-grid dd a")] == ["Journeys"]
    folder = open_site(tmp_path / "mkdocs.yml")
    assert Check(folder, folder.options.settings, build_day()).run().findings == ()


@pytest.mark.parametrize("options", ["pages: false", "pages: {journeys: elsewhere.md}"])
def test_links_to_a_page_that_is_not_made_are_found_by_both(tmp_path: Path, options: str) -> None:
    linking = MAP.replace("name: Need", "name: Need, content: ../journeys/index.md")
    configuration = CONFIGURATION.replace("LANGUAGE", "en").replace("OPTIONS", options).replace("NAV", "")
    site = build_pages(tmp_path, {**PAGES, "maps/buying.md": linking}, configuration)
    folder = open_site(tmp_path / "mkdocs.yml")
    found = [str(finding) for finding in Check(folder, folder.options.settings, build_day()).run().findings]
    assert [finding.split()[1] for finding in found] == ["JN205"]
    assert [line.partition(" ")[2] for line in site.log] == found


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("pages: [journeys]", "pages has journeys: and personas: below it, each true, false or a path."),
        ("pages: {maps: true}", "pages: there is no maps, but journeys and personas."),
        ("pages: {journeys: 3}", "pages: journeys is true, false or a path such as reference/journeys.md."),
        ("pages: {personas: ../x.md}", "pages: personas needs a path inside the docs folder, such as reference/personas.md."),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_said_by_both(
    tmp_path: Path, options: str, message: str, caplog: pytest.LogCaptureFixture
) -> None:
    configuration = CONFIGURATION.replace("LANGUAGE", "en").replace("OPTIONS", options).replace("NAV", "")
    with pytest.raises(Exception, match=r"Aborted|configuration"):
        build_pages(tmp_path, PAGES, configuration)
    assert message in caplog.text
    with pytest.raises(ValueError, match=message.replace("(", "\\(")):
        open_site(tmp_path / "mkdocs.yml")


def test_two_builds_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    first = built(tmp_path, PAGES)
    second = build(tmp_path / "mkdocs.yml", tmp_path / "again", strict=True)
    for path in ("journeys/index.html", "personas/index.html", "search/search_index.json"):
        assert (first.folder / path).read_bytes() == (second.folder / path).read_bytes()


@pytest.mark.parametrize(
    ("language", "sections"), [("fr", ["Parcours", "Personas"]), ("ja", ["ジャーニー", "ペルソナ"])]
)
def test_sections_of_made_pages_are_called_in_the_language_of_the_site(
    tmp_path: Path, language: str, sections: list[str]
) -> None:
    site = built(
        tmp_path,
        {"index.md": PAGES["index.md"], "maps/buying.md": MAP, "team/mia.md": PAGES["mia.md"]},
        language=language,
    )
    named = [
        label.get_text(strip=True)
        for label in site.page("").select(".md-nav--primary .md-nav__item--nested > label.md-nav__link")
    ]
    # Folders of the site's own keep their names.
    assert named == [*sections[:1], "Maps", *sections[1:], "Team"]
