"""The plugin in a real MkDocs build."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.building import build, build_pages, write_site
from tests.compiling import journey

MAP = journey("""
    id: jacket
    title: Buying a jacket
    persona: Mia Berg
    phases:
      - name: Need
        steps:
          - name: It gets cold
            emotion: -1 chilly
            thoughts: See [the FAQ](faq/size.md) and [me](persona:mia-berg)
""")
PERSONA = "```persona\nname: Mia Berg\nrole: Commuter\n```\n"
PAGES = {
    "index.md": "# Home\n\n[The map](journey:jacket#it-gets-cold), [](persona:mia-berg)\n",
    "maps/jacket.md": MAP,
    "faq/size.md": "# Which size?\n\n[Back](journey:jacket)\n",
}


def test_a_block_and_a_persona_become_pages(tmp_path: Path) -> None:
    site = build_pages(tmp_path, {**PAGES, "maps/jacket.md": MAP.replace("faq/", "../faq/") + PERSONA}, strict=True)
    assert site.log == ()
    assert [h.get_text() for h in site.page("maps/jacket").select("article h1, article h2, article h3")][:3] == [
        "Buying a jacket",
        "Need",
        "It gets cold",
    ]
    assert site.page("maps/jacket").title.get_text() == "Buying a jacket - Test"
    assert site.page("personas/mia-berg").select_one("article .journey__title").get_text() == "Mia Berg"
    links = [a["href"] for a in site.page("").select("article a[href]") if not a["href"].startswith("#")]
    assert links == ["maps/jacket/#journey-jacket--need--it-gets-cold", "personas/mia-berg/#persona-mia-berg"]


@pytest.mark.parametrize("directories", ["true", "false"])
def test_links_lead_where_they_should_on_a_sub_path(tmp_path: Path, directories: str) -> None:
    configuration = f"""
        site_name: Test
        site_url: https://example.org/handbook/v2/
        use_directory_urls: {directories}
        theme: {{name: material, font: false}}
        plugins: [search, journey]
    """
    pages = {**PAGES, "maps/jacket.md": MAP.replace("faq/", "../faq/"), "mia.md": PERSONA}
    site = build_pages(tmp_path, pages, configuration, strict=True)
    for path in site.folder.rglob("*.html"):
        page = site.page(path.relative_to(site.folder).as_posix())
        for link in page.select("article a[href]"):
            address, _, anchor = link["href"].partition("#")
            if not address and not anchor:
                continue
            target = (path.parent / address).resolve() if address else path
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), (path, link)
            if anchor:
                assert site.page(target.relative_to(site.folder.resolve()).as_posix()).find(id=anchor) is not None, (
                    path,
                    link,
                )


def test_a_bad_block_leaves_everything_else_as_it_was(tmp_path: Path) -> None:
    bad = "# Page\n\n" + journey("titel: Bad\npersona: [") + "\nAfter.\n\n" + journey("title: Good\nphases: [Need]")
    site = build_pages(tmp_path, {"index.md": bad})
    page = site.page("")
    assert [title.get_text() for title in page.select("article .journey__title")] == ["Good"]
    assert [box["role"] for box in page.select("article .journey-error")] == ["note"]
    assert "After." in [p.get_text() for p in page.select("article p")]
    assert site.log
    assert [line for line in site.log if not line.startswith(("WARNING index.md:", "INFO index.md:"))] == []
    with pytest.raises(Abort):
        build(tmp_path / "mkdocs.yml", tmp_path / "strict", strict=True)


def test_the_users_own_fences_keep_working(tmp_path: Path) -> None:
    fences = """
              - name: mermaid
                class: mermaid
                format: !!python/name:pymdownx.superfences.fence_code_format
    """
    page = "```mermaid\ngraph LR\n```\n\n```python\nx = 1\n```\n\n" + journey("title: Map\nphases: [Need]")
    forms = {
        "superfences": f"- pymdownx.superfences:\n            custom_fences:{fences}",
        "extra": f"- pymdownx.extra:\n            pymdownx.superfences:\n              custom_fences:{fences}",
        "ours first": f"- mkdocs_journey\n        - pymdownx.superfences:\n            custom_fences:{fences}",
    }
    for name, form in forms.items():
        configuration = f"""
        site_name: Test
        theme: {{name: material, font: false}}
        plugins: [journey]
        markdown_extensions:
        {form}
        """
        site = build_pages(tmp_path / name.replace(" ", "-"), {"index.md": page}, configuration, strict=True).page("")
        assert [pre["class"] for pre in site.select("pre.mermaid")] == [["mermaid"]], name
        assert len(site.select(".highlight")) == 1, name
        assert [title.get_text() for title in site.select("article .journey__title")] == ["Map"], name


def test_generated_persona_pages_stand_in_a_handwritten_navigation(tmp_path: Path) -> None:
    configuration = """
        site_name: Test
        repo_url: https://example.org/repo
        edit_uri: edit/main/docs/
        theme: {name: material, font: false, features: [content.action.edit]}
        plugins: [journey: {check: {ignore: [JN3]}}]
        nav: [{Home: index.md}, {People: [personas/mia.md]}, {Map: map.md}]
        validation: {nav: {omitted_files: warn}}
    """
    pages = {
        "index.md": "# Home",
        "personas/mia.md": PERSONA,
        "map.md": "```persona\nname: Dee\n```\n\n"
        + journey("title: Map\nstakeholders: [dee, mia-berg]\nphases: [Need]"),
    }
    site = build_pages(tmp_path, pages, configuration, strict=True)
    assert site.log == ()
    assert [a.get_text().strip() for a in site.page("").select(".md-nav--primary a.md-nav__link[href]")] == [
        "Home",
        "Personas",
        "Mia Berg",
        "Dee",
        "Map",
        "Journeys",
    ]
    page = site.page("personas/dee")
    assert [a["href"] for a in page.select("a[title='Edit this page']")] == [
        "https://example.org/repo/edit/main/docs/map.md"
    ]


def test_a_site_without_blocks_is_built_the_same_with_and_without_the_plugin(tmp_path: Path) -> None:
    pages = {"index.md": "# Home\n\n```python\nx\n```\n\n- a\n", "b.md": "text"}
    with_plugin = build_pages(tmp_path / "with", pages)
    without = build_pages(
        tmp_path / "without", pages, "{site_name: Test, theme: {name: material, font: false}, plugins: [search]}"
    )
    for path in sorted(without.folder.rglob("*.html")):
        name = path.relative_to(without.folder)
        ours, plain = ((site.folder / name).read_text("utf-8").splitlines() for site in (with_plugin, without))
        assert [line.strip() for line in ours if line.strip() and "assets/journey/" not in line] == [
            line.strip() for line in plain if line.strip()
        ]


def test_words_and_templates_can_be_the_sites_own(tmp_path: Path) -> None:
    configuration = """
        site_name: Test
        theme: {name: material, font: false, custom_dir: own}
        plugins: [{journey: {words: {lane: {pains: Trouble}}}}]
    """
    path = write_site(tmp_path, {"index.md": journey("title: Map\nphases: [{name: Need, pains: Cold}]")}, configuration)
    (tmp_path / "own" / "journey").mkdir(parents=True)
    (tmp_path / "own" / "journey" / "map.html").write_text(
        "<section class='own'>{% include '!journey/map.html' %}</section>", "utf-8"
    )
    page = build(path, tmp_path / "site", strict=True).page("")
    assert [dt.get_text(strip=True) for dt in page.select(".own dt")] == ["Trouble"]


def test_a_template_that_cannot_be_used_is_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    configuration = "{site_name: Test, theme: {name: material, custom_dir: own}, plugins: [journey]}"
    path = write_site(tmp_path, {"index.md": journey("title: Map\nphases: [Need]")}, configuration)
    (tmp_path / "own" / "journey").mkdir(parents=True)
    (tmp_path / "own" / "journey" / "map.html").write_text("{% if %}", "utf-8")
    with pytest.raises(Abort):
        build(path, tmp_path / "site")
    assert "journey/map.html of this site's custom_dir cannot be used" in caplog.text


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("{persona_folder: ../people}", "Write the name of a folder inside the docs folder, such as personas."),
        ("{feelings: [Curious]}", "feelings has names with a text each below it."),
        ("{check: {limits: {phase: 8}}}", "check: limits has no setting phase. Did you mean phases?"),
        ("{check: {select: JN9}}", "check: select: there is no rule JN9."),
        ("{persona_foldr: people}", "Unrecognised configuration name: persona_foldr"),
    ],
)
def test_an_option_that_cannot_be_read_is_said(
    tmp_path: Path, options: str, message: str, caplog: pytest.LogCaptureFixture
) -> None:
    configuration = f"{{site_name: Test, theme: {{name: mkdocs}}, plugins: [{{journey: {options}}}]}}"
    with pytest.raises(Abort):
        build_pages(tmp_path, {"index.md": "# Home"}, configuration, strict=True)
    assert message in caplog.text


def test_a_snippet_brings_its_block_along_and_its_mistakes_are_found_in_its_file(tmp_path: Path) -> None:
    configuration = """
        site_name: Test
        theme: {name: material, font: false}
        plugins: [journey: {check: {ignore: [JN3]}}]
        markdown_extensions: [{pymdownx.snippets: {base_path: [BASE]}}, pymdownx.superfences]
    """.replace("BASE", str(tmp_path))
    path = write_site(
        tmp_path, {"index.md": '# Home\n\n--8<-- "shared/map.md"\n\n[x](journey:shared-map#need)\n'}, configuration
    )
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "map.md").write_text(
        "Intro\n\n" + journey("title: Shared map\npersona: Nobody\nphases: [Need]"), "utf-8"
    )
    site = build(path, tmp_path / "site")
    assert site.log == (
        "WARNING shared/map.md:5:10 JN201 There is no persona “Nobody”. Add a persona block with this name to any page.",
    )
    assert [title.get_text() for title in site.page("").select("article .journey__title")] == ["Shared map"]


def test_two_builds_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763683200")
    pages = {**PAGES, "maps/jacket.md": MAP.replace("faq/", "../faq/"), "mia.md": PERSONA}
    first, second = (build_pages(tmp_path / name, pages, strict=True) for name in ("a", "b"))
    names = sorted(path.relative_to(first.folder) for path in first.folder.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(second.folder) for path in second.folder.rglob("*") if path.is_file())
    different = [
        str(name) for name in names if (first.folder / name).read_bytes() != (second.folder / name).read_bytes()
    ]
    assert different == []


def test_a_broken_link_that_a_snippet_brings_is_reported_too(tmp_path: Path) -> None:
    configuration = """
        site_name: Test
        theme: {name: material, font: false}
        plugins: [journey]
        markdown_extensions: [{pymdownx.snippets: {base_path: [BASE]}}]
    """.replace("BASE", str(tmp_path))
    path = write_site(tmp_path, {"index.md": '# Home\n\n--8<-- "note.md"\n\n[here](journey:gone)\n'}, configuration)
    (tmp_path / "note.md").write_text("[there](persona:nobody)\n", "utf-8")
    assert build(path, tmp_path / "site").log == (
        "WARNING index.md:5:8 JN202 There is no journey “gone”. Name a journey of this site by its id or its title.",
        "WARNING index.md:1:1 JN201 There is no persona “nobody”. Add a persona block with this name to any page.",
    )
