"""``check --fix`` mends what is certain and nothing else, and ``--diff`` shows it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mkdocs_journey.rules.settings import NO_SETTINGS
from mkdocs_journey.site.check import Check
from mkdocs_journey.site.folder import open_site_or_folder
from mkdocs_journey.site.mending import Checked
from tests.building import write_site
from tests.hosts.checks import GOOD, MIA, TYPO, WITHOUT_METHOD, Run

ROOT = Path(__file__).parent.parent.parent


MISTAKES = (
    "\ufeff# Page  \r\n\r\n- item\r\n\r\n  ```journey\r\n  title: *Always* late\r\n  persona: Mia\r\n"
    "  stages:\r\n    - name: Need   \r\n      doing: Asks: who?\r\n      emotion: 0 so  so\r\n"
    "  id: buying\r\n  ```\r\ntrailing  \r\nno newline at the end"
)
MENDED = (
    MISTAKES.replace("*Always* late", "'*Always* late'")
    .replace("doing: Asks: who?", "actions: 'Asks: who?'")
    .replace("stages", "phases")
)


def test_fix_mends_what_is_certain_and_leaves_every_other_byte(tmp_path: Path, run: Run) -> None:
    write_site(tmp_path, {"mia.md": MIA}, WITHOUT_METHOD)
    page = tmp_path / "docs" / "map.md"
    page.write_bytes(MISTAKES.encode("utf-8"))
    ended = run("check", "--fix")
    assert page.read_bytes().decode("utf-8") == MENDED
    assert (ended.code, ended.err) == (0, "Mended 1 file.\n")


def test_diff_shows_what_fix_would_do_and_changes_nothing(tmp_path: Path, run: Run) -> None:
    page = GOOD.replace("title: Buying", "title: *Buying*")
    write_site(tmp_path, {"index.md": page, "mia.md": MIA}, WITHOUT_METHOD)
    before = (tmp_path / "docs" / "index.md").read_bytes()
    ended = run("check", "--diff")
    assert (tmp_path / "docs" / "index.md").read_bytes() == before
    assert [line for line in ended.out.splitlines() if line[:1] in "+-"] == [
        "--- a/docs/index.md",
        "+++ b/docs/index.md",
        "-title: *Buying*",
        "+title: '*Buying*'",
    ]
    assert ended.code == 1


def test_a_guess_is_not_applied(tmp_path: Path, run: Run) -> None:
    write_site(tmp_path, {"index.md": GOOD.replace("phases:", "phasses:"), "mia.md": TYPO}, WITHOUT_METHOD)
    before = (tmp_path / "docs" / "index.md").read_bytes()
    ended = run("check", "--fix")
    assert (tmp_path / "docs" / "index.md").read_bytes() == before
    assert ended.code == 1


def test_a_file_that_a_block_names_is_mended_too(tmp_path: Path, run: Run) -> None:
    pages = {"index.md": "```journey\nfile: map.yml\n```\n", "map.yml": "name: X\nphases: [Need]\n"}
    write_site(tmp_path, pages, WITHOUT_METHOD)
    run("check", "--fix")
    assert (tmp_path / "docs" / "map.yml").read_text("utf-8") == "title: X\nphases: [Need]\n"


UNSEEN = "```{{.journey}}\ntitle: {}\nid: {}\npersona: Mia\nphases: [Need]\n```\n"
SEEN = UNSEEN.replace("{{.journey}}", "journey")


def test_a_mend_that_does_not_hold_leaves_all_others_to_be_made(tmp_path: Path, run: Run) -> None:
    pages = {
        "a.md": UNSEEN.format("One", "one") + "\n```journeys-nowhere\n```\n",
        "b.md": UNSEEN.format("Two", "two") + "\n" + UNSEEN.format("Again", "one"),
        "c.md": UNSEEN.format("Three", "three"),
        "mia.md": MIA,
    }
    write_site(tmp_path, pages, WITHOUT_METHOD)
    ended = run("check", "--fix")
    texts = {name: (tmp_path / "docs" / name).read_text("utf-8") for name in ("a.md", "b.md", "c.md")}
    assert texts == {
        "a.md": SEEN.format("One", "one") + "\n```journeys-nowhere\n```\n",
        "b.md": SEEN.format("Two", "two") + "\n" + UNSEEN.format("Again", "one"),
        "c.md": SEEN.format("Three", "three"),
    }
    assert ended.err == "Mended 3 files.\n"
    assert "would be an error in a.md then: “nowhere” is none of" in " ".join(ended.out.split())
    assert "error in b.md then: The journey “Again” has the same id as the journey “One”" in " ".join(ended.out.split())
    assert "--fix do it" not in ended.out
    assert "can be mended" not in ended.out


def test_what_fix_would_not_do_is_not_promised(tmp_path: Path, run: Run) -> None:
    pages = {"a.md": UNSEEN.format("A", "one"), "b.md": UNSEEN.format("B", "one"), "mia.md": MIA}
    write_site(tmp_path, pages, WITHOUT_METHOD)
    assert run("check").out.splitlines()[-1].endswith("checked. 1 can be mended with --fix.")


def test_mends_that_do_not_hold_are_found_in_as_many_looks_at_a_site_of_any_size(tmp_path: Path) -> None:
    looks = {}
    for number in (4, 40):
        folder = tmp_path / str(number)
        pages = {f"{n}.md": UNSEEN.format(f"Of {n}", f"of-{n // 2}") for n in range(number)}
        write_site(folder, {**pages, "mia.md": MIA}, WITHOUT_METHOD)
        check = Counting(open_site_or_folder(folder / "mkdocs.yml", folder), NO_SETTINGS, date(2026, 11, 30))
        check.mend(check.run())
        assert len(check.mended) == number // 2
        looks[number] = check.looks
    assert looks == {4: 3, 40: 3}


class Counting(Check):
    """A check that counts how often it looks at the site."""

    looks: int = 0

    def run(self) -> Checked:
        self.looks += 1
        return super().run()
