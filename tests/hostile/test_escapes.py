"""No path in a block leads out of the docs folder: what stands outside is neither read, nor shown, nor told."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_journey.compile import Page, SiteContent, compile_site
from mkdocs_journey.hosts.command.main import main
from tests.building import BuiltSite, build_pages

SECRET = "opensesame"
OUTSIDE = f"# Outside\ntitle: {SECRET}\nphases: [{SECRET}]\n"
"""A map as YAML, and a page as Markdown."""

PATHS = [
    "../secret.yml", "../secret.md", "../../secret.yml", "teams/../../secret.yml", "./../secret.yml", "..//secret.yml",
    "{root}/secret.yml", "{root}/secret.md", "//{root}/secret.yml", "/{root}/../secret.yml", "~/secret.yml",
    "../docs-evil/secret.yml", "../docs-evil/secret.md", "{root}/docs-evil/secret.yml", "../docs/../secret.yml",
    "%2e%2e/secret.yml", "%2e%2e%2fsecret.yml", "..%2fsecret.yml", "%2E%2E/docs-evil/secret.md", "..%00/secret.yml",
    "..\\\\secret.yml", "..\\\\docs-evil\\\\secret.yml", "teams\\\\..\\\\..\\\\secret.yml", "\\\\\\\\host\\\\secret.yml",
    "file://{root}/secret.yml", "file:../secret.yml", "FILE:///{root}/secret.yml", "file://localhost{root}/secret.yml",
    "../secret.yml\\0", "..\\0/secret.yml", "/\\t/../secret.yml", " ../secret.yml", "../secret.yml ", "..\\n/secret.yml",
    "link.yml", "linked/secret.yml", "linked/secret.md", "linked/../secret.yml", "./link.yml", "teams/../link.yml",
    "link.md", "teams/up/secret.yml", "loop/loop/link.yml", ".", "..", "/", "", "../", "linked", "linked/",
    "\\ud800/../secret.yml", "．．/secret.yml", "../secret.yml#a", "../secret.yml?a", "http:../secret.yml", "c:\\\\secret.yml",
    "/proc/self/environ", "/etc/hostname", "/dev/zero", "/dev/stdin",
]  # fmt: skip
"""Ways out of a docs folder, as they stand in double quotes; ``{root}`` is the folder that holds it."""


def lay_out(folder: Path) -> None:
    """What stands around a project and around its docs folder, and symbolic links in that which lead there."""
    for place in (folder.parent / "outside", folder, folder / "docs-evil", folder / "docs" / "teams"):
        place.mkdir(parents=True, exist_ok=True)
    for place in (folder.parent / "outside", folder, folder / "docs-evil"):
        for name in ("secret.yml", "secret.md"):
            (place / name).write_text(OUTSIDE, "utf-8")
    docs = folder / "docs"
    (docs / "link.yml").symlink_to("../secret.yml")
    (docs / "link.md").symlink_to("../../outside/secret.md")
    (docs / "linked").symlink_to("../../outside")
    (docs / "teams" / "up").symlink_to("../../../outside")


def pages(folder: Path) -> dict[str, str]:
    """Pages that try every path in every place where a path may stand."""
    found = {"index.md": "# Home\n"}
    for number, written in enumerate(PATHS):
        path = written.replace("{root}", str(folder))
        found[f"file-{number}.md"] = f'# File\n\n```journey\nfile: "{path}"\n```\n\n```persona\nfile: "{path}"\n```\n'
        found[f"map-{number}.md"] = MAP.replace("PATH", path).replace("NUMBER", str(number))
    return found


MAP = """\
```journey
id: map-NUMBER
title: Map
persona: persona-NUMBER
indicators: [{name: a, source: "PATH"}]
evidence: [{text: a, link: "PATH"}]
phases:
  - name: Need
    steps:
      - name: Look
        thoughts: ["[](PATH)", "![](PATH)", "[a](<PATH>)", "![a](<PATH>)"]
        touchpoints: [{name: b, page: "PATH"}]
        content: [{page: "PATH"}, "PATH", "[](PATH)"]
        opportunities: [{text: c, link: "PATH"}]
```

```persona
id: persona-NUMBER
name: Mia
portrait: "PATH"
quote: "[](PATH) ![](PATH)"
```
"""

SITE = """
    site_name: Escapes
    theme: {name: mkdocs}
    plugins: [search, journey]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("escapes")


@pytest.fixture(scope="module")
def site(folder: Path) -> BuiltSite:
    lay_out(folder / "with" / "project")
    return build_pages(folder / "with" / "project", pages(folder / "with" / "project"), SITE)


@pytest.fixture(scope="module")
def without_blocks(folder: Path) -> BuiltSite:
    """MkDocs itself publishes what symbolic links in the docs folder lead to; only what we add to that counts."""
    lay_out(folder / "without" / "project")
    return build_pages(
        folder / "without" / "project", dict.fromkeys(pages(folder / "without" / "project"), "# Page\n"), SITE
    )


def telling(site: BuiltSite) -> list[str]:
    """Files of a site in which the secret stands."""
    files = [path for path in site.folder.rglob("*") if path.is_file()]
    return sorted(path.relative_to(site.folder).as_posix() for path in files if SECRET.encode() in path.read_bytes())


def test_nothing_from_outside_is_in_the_site_because_of_a_block(site: BuiltSite, without_blocks: BuiltSite) -> None:
    assert telling(without_blocks) != []
    assert telling(site) == telling(without_blocks)


def test_nothing_from_outside_is_in_the_log(site: BuiltSite) -> None:
    assert [line for line in site.log if SECRET in line] == []
    log = "\n".join(site.log)
    # Half a character cannot be written at all, so there the line itself is refused.
    refused = [re.search(rf"file-{number}\.md:4:\d+ JN(?:130|041)", log) for number in range(len(PATHS))]
    assert [path for path, told in zip(PATHS, refused, strict=True) if not told] == []


def test_nothing_from_outside_is_in_what_the_command_says(site: BuiltSite, folder: Path) -> None:
    configuration = folder / "with" / "project" / "mkdocs.yml"
    for form in ("text", "json", "github", "sarif"):
        result = CliRunner().invoke(main, ["check", "-f", str(configuration), "--format", form])
        assert result.exit_code == 1, result.output[-2000:]
        assert SECRET not in result.output


def test_mending_writes_nothing_outside(tmp_path: Path) -> None:
    lay_out(tmp_path / "project")
    outside = tmp_path / "outside" / "secret.md"
    outside.write_text("```journey\ntitle: a: b\n```\n", "utf-8")
    (tmp_path / "project" / "mkdocs.yml").write_text("site_name: Mended\n", "utf-8")
    result = CliRunner().invoke(main, ["check", "-f", str(tmp_path / "project" / "mkdocs.yml"), "--fix"])
    assert outside.read_text("utf-8") == "```journey\ntitle: a: b\n```\n"
    assert result.exit_code in (0, 2)


@pytest.mark.parametrize("place", ["index.md", "teams/growth.md"])
def test_only_paths_inside_the_docs_folder_are_ever_asked_for(place: str) -> None:
    asked: list[str] = []
    texts = "\n".join(text for path, text in pages(Path("/home/somebody")).items() if path != "index.md")
    compile_site(
        SiteContent(
            [Page(place, texts, "Page")],
            lambda path: asked.append(path),
            lambda path: bool(asked.append(path)),
        )
    )
    assert len(asked) > len(PATHS)
    assert [path for path in asked if path.startswith(("/", "..")) or posixpath.normpath(path) != path] == []


def test_the_same_paths_are_read_inside(tmp_path: Path) -> None:
    """The positive control."""
    inside = {
        "index.md": "```journey\nfile: teams/../secret.yml\n```\n",
        "teams/index.md": "```persona\nfile: ../persona.yml\n```\n",
        "secret.yml": OUTSIDE,
        "persona.yml": f"name: {SECRET}\n",
    }
    built = build_pages(tmp_path, inside, SITE)
    assert {"index.html", "teams/index.html"} <= set(telling(built))
    assert json.dumps(built.log).count("JN130") == 0
