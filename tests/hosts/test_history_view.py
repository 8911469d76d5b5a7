"""``view: history`` in real MkDocs builds from real repositories, and without one."""

from __future__ import annotations

import gc
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from mkdocs_journey.hosts.mkdocs.page_histories import PageHistories, address_of_commits
from mkdocs_journey.hosts.mkdocs.plugin import JourneyPlugin
from mkdocs_journey.past.following import Sought
from mkdocs_journey.past.histories import Histories
from mkdocs_journey.past.page_versions import Versions
from tests.building import MATERIAL, BuiltSite, build
from tests.hosts.logs import block, page
from tests.render.rendering import text_of
from tests.repositories import commit, git, write

pytestmark = pytest.mark.slow

VIEW = "# How it moved\n\n```journeys\nview: history\njourney: renewal\nby: commit\n```\n"
CONFIGURATION = f"{MATERIAL}\nrepo_url: https://github.com/tidewell/handbook/\n".replace("\n    ", "\n")


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A repository with a map of two versions and a page that shows how it moved."""
    folder = tmp_path / "handbook"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    files = {"mkdocs.yml": CONFIGURATION, "docs/index.md": VIEW, "docs/renewal.md": page(block())}
    commit(folder, files, "Begin", "2025-01-10")
    commit(folder, {"docs/renewal.md": page(block(nps=35))}, "Count again", "2025-04-01")
    return folder


def built(handbook: Path, name: str = "site") -> BuiltSite:
    return build(handbook / "mkdocs.yml", handbook.parent / name, strict=True)


def rows(site: BuiltSite) -> list[list[str]]:
    return [[text_of(cell) for cell in row.select("th, td")] for row in site.page().select("tbody tr")]


def test_the_page_shows_the_commits_and_leads_to_them(handbook: Path) -> None:
    site = built(handbook)
    first, last = git(handbook, "rev-list", "--reverse", "HEAD").split()
    assert site.log == ()
    assert rows(site) == [
        ["1 Apr 2025", f"Count again {last[:7]}", "Worst at −1 Ask Ends at +1", "NPS 31 → 35", "0 %", "1"],
        ["10 Jan 2025", f"Begin {first[:7]}", "Worst at −1 Ask Ends at +1", "NPS 31", "0 %", "1"],
    ]
    assert [link["href"] for link in site.page().select("td a")] == [
        f"https://github.com/tidewell/handbook/commit/{id_}" for id_ in (last, first)
    ]


def test_two_builds_give_the_same_bytes(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = (built(handbook, "one").folder / "index.html").read_bytes()
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    other = (built(handbook, "other").folder / "index.html").read_bytes()
    stamp = re.compile(rb"Build Date UTC.*")
    assert stamp.sub(b"", one) == stamp.sub(b"", other)


@pytest.mark.parametrize("without", ["a repository", "git"])
def test_the_build_goes_on_where_nothing_is_known(
    handbook: Path, without: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if without == "git":
        monkeypatch.setenv("PATH", "")
    else:
        (handbook / ".git").rename(handbook / "git")
    site = built(handbook)
    assert site.log == ()
    assert text_of(site.page().select_one(".journey-view--history")) == (
        "The history of this map is not known here: the site was not built from a git repository."
    )


def test_a_site_that_shows_no_history_asks_git_for_nothing(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(Histories, "history", lambda *words: asked.append(words))
    built(handbook)
    assert len(asked) == 1
    write(handbook, {"docs/index.md": "# Home\n"})
    built(handbook)
    assert len(asked) == 1


def test_what_was_read_once_is_not_read_again_while_the_site_is_served(
    handbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``mkdocs serve`` keeps the instance of the plugin, and loads the configuration anew."""
    read: list[str] = []
    compile_ = Versions._compile
    monkeypatch.setattr(
        Versions, "_compile", lambda self, path, content, *words: (read.append(path), compile_(self, path, content, *words))[1]
    )  # fmt: skip
    config = load_config(str(handbook / "mkdocs.yml"), site_dir=str(handbook.parent / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    plugin = config.plugins["journey"]
    assert isinstance(plugin, JourneyPlugin)
    # MkDocs has kept the instance of the tests before.
    plugin._histories = PageHistories()
    counts = []
    for step in ("first", "unchanged", "edited", "committed", "renamed"):
        if step == "edited":
            write(handbook, {"docs/renewal.md": page(block(nps=36))})
        elif step == "committed":
            commit(handbook, {}, "Count once more", "2025-05-01")
        elif step == "renamed":
            git(handbook, "mv", "docs/renewal.md", "docs/again.md")
            commit(handbook, {}, "Rename", "2025-06-01")
        read.clear()
        plugin.on_config(config)
        mkdocs_build(config)
        counts.append((step, list(read)))
    assert counts == [
        ("first", ["docs/renewal.md"] * 2),
        ("unchanged", []),
        ("edited", []),
        ("committed", ["docs/renewal.md"]),
        # The same text at another path is read once more, its older versions are not.
        ("renamed", ["docs/again.md"]),
    ]
    assert len(rows(BuiltSite(handbook.parent / "site", ()))) == 3


def test_maps_as_they_were_before_edits_are_forgotten_while_the_site_is_served(handbook: Path) -> None:
    config = load_config(str(handbook / "mkdocs.yml"), site_dir=str(handbook.parent / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    remembered = []
    for nps in range(36, 42):
        write(handbook, {"docs/renewal.md": page(block(title=f"Renewal {nps}", more="id: renewal\n", nps=nps))})
        mkdocs_build(config)
        gc.collect()
        remembered.append(sum(isinstance(one, Sought) for one in gc.get_objects()))
    assert remembered[2:] == [remembered[1]] * 4
    assert len(rows(BuiltSite(handbook.parent / "site", ()))) == 3


@pytest.mark.parametrize(
    ("address", "commits"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/commit/"),
        ("https://github.com/a/b/", "https://github.com/a/b/commit/"),
        ("https://gitlab.com/group/sub.group/b", "https://gitlab.com/group/sub.group/b/-/commit/"),
        ("https://gitlab.example.org/a/b", "https://gitlab.example.org/a/b/-/commit/"),
        ("https://bitbucket.org/a/b", ""),
        ("https://example.org/github.com/a/b", ""),
        ("javascript:alert(1)//github.com/a/b", ""),
        ('https://github.com/a/b"onload=', ""),
        (None, ""),
    ],
)
def test_commits_have_pages_at_known_forges(address: str | None, commits: str) -> None:
    assert address_of_commits(address) == commits
