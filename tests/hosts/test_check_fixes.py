"""``check --fix`` mends what is certain and nothing else, and ``--diff`` shows it."""

from __future__ import annotations

from pathlib import Path

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
