"""Random histories: what is read along the files of a map is what reading the whole site at every commit finds."""

from __future__ import annotations

import os
import random
import subprocess
from datetime import date
from pathlib import Path

import pytest

from mkdocs_journey.compile import Page, SiteContent, compile_site
from mkdocs_journey.past.histories import Histories
from mkdocs_journey.site.folder import open_site
from mkdocs_journey.views.history import state_of
from tests.repositories import commit, git

pytestmark = pytest.mark.slow

NAMES = ("a.md", "b c.md", "d/é.md", "d/[e].md")
FILES = (None, "x.yml", "d/y.yml")
CHANGES = (
    "count",
    "count",
    "move",
    "move and count",
    "break",
    "mend",
    "away",
    "back",
    "file",
    "prose",
    "prose elsewhere",
)
BROKEN, AWAY = "cannot be read", "away"


class Handbook:
    """A handbook with one map that changes at random."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.page, self.file, self.count = NAMES[0], FILES[0], 1
        self.broken, self.there = False, True
        self.prose: dict[str, int] = {}

    def change(self) -> str:
        """Change something; what it was."""
        what = self.random.choice(CHANGES)
        # A map that is away does not come back on another page: nobody could know it again.
        if "move" in what and self.there:
            self.page = self.random.choice(NAMES)
        if "count" in what:
            self.count = self.random.randint(1, 4)
        self.broken = what == "break" or (self.broken and what != "mend")
        self.there = what == "back" or (self.there and what != "away")
        if what == "file":
            self.file = self.random.choice(FILES)
        if "prose" in what:
            self.prose[self.page if what == "prose" else self.random.choice(NAMES)] = self.random.randint(1, 9)
        return what

    def files(self) -> dict[str, str | bytes | None]:
        """All files as they are, and None for those that are not there."""
        found: dict[str, str | bytes | None] = {f"docs/{name}": None for name in (*NAMES, *FILES) if name}
        for name, number in self.prose.items():
            found[f"docs/{name}"] = f"# Page\n\nThe text of {number}.\n\n"
        if self.there:
            score = "+9" if self.broken else "+1"
            fields = (
                f"id: map\ntitle: Map\nindicators: [{{name: NPS, current: {self.count}}}]\n"
                f"phases:\n  - name: Ask\n    emotion: {score}\n"
            )
            inside = fields
            if self.file:
                found[f"docs/{self.file}"] = fields
                inside = f"file: {os.path.relpath(self.file, Path(self.page).parent)}\n"
            page = f"docs/{self.page}"
            found[page] = f"{found[page] or ''}```journey\n{inside}```\n"
        return found


def grown(folder: Path, seed: int) -> None:
    """Make a repository of some twenty commits and a merge or two; at the end the map is there, and sound."""
    handbook = Handbook(seed)
    git(folder, "init", "-q", "-b", "main")

    def commit_now(message: str) -> None:
        files = handbook.files()
        there = {name: text for name, text in files.items() if text is not None or (folder / name).exists()}
        commit(folder, there, message, "2025-01-01")

    commit(folder, {"mkdocs.yml": "site_name: T\nplugins: [journey]\n", "docs/index.md": "# Home\n"})
    commit_now("begin")
    for number in range(12):
        if handbook.random.random() < 0.15:
            git(folder, "checkout", "-q", "-b", f"work-{number}")
            for _ in range(2):
                commit_now(handbook.change())
            git(folder, "checkout", "-q", "main")
            commit(folder, {"docs/index.md": f"# Home {number}\n"}, "elsewhere", "2025-01-01")
            git(folder, "merge", "-q", "--no-ff", "-m", "merge", f"work-{number}", day="2025-01-01")
        commit_now(handbook.change())
    handbook.broken, handbook.there = False, True
    commit_now("end")


def read_whole(folder: Path) -> list[tuple[str, object]]:
    """Commits of the main line and what the map was, the newest first; of neighbours that are alike, the oldest."""
    found: list[tuple[str, object]] = []
    for id_ in git(folder, "rev-list", "--first-parent", "HEAD").split():
        names = [name for name in git(folder, "ls-tree", "-r", "-z", "--name-only", id_, "docs").split("\0") if name]
        show = ["git", "-C", str(folder), "show"]
        texts = {
            name: subprocess.run([*show, f"{id_}:{name}"], capture_output=True, text=True, check=True).stdout
            for name in names
        }
        pages = [Page(name, text, "Page") for name, text in texts.items() if name.endswith(".md")]
        site = compile_site(SiteContent(pages, texts.get))
        entry = site.atlas.journeys.get("map")
        broken = any(block.entry is None for blocks in site.blocks.values() for block in blocks)
        state = state_of(entry) if entry is not None else BROKEN if broken else AWAY
        if found and found[-1][1] == state:
            found.pop()
        found.append((id_, state))
    return found[:-1] if found[-1][1] == AWAY else found


@pytest.mark.parametrize("seed", range(8))
def test_following_the_files_finds_what_reading_everything_finds(seed: int, tmp_path: Path) -> None:
    grown(tmp_path, seed)
    folder = open_site(tmp_path / "mkdocs.yml")
    site = compile_site(SiteContent(folder.files.pages(), folder.files.read))
    history = Histories().history(site.atlas.journeys["map"], site, folder.files, date(2026, 1, 1))
    points = [row.point for row in history.rows]
    told = [(point.commit, point.state or (BROKEN if point.trouble else AWAY)) for point in points]
    assert told == read_whole(tmp_path)
