from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journey.exchange.inventory import UnusableInventoryError, read_inventory
from mkdocs_journey.git.repository import Repository
from mkdocs_journey.git.running import GitError
from mkdocs_journey.languages.translation import translation
from mkdocs_journey.message import Message, SeveralTexts
from mkdocs_journey.past.page_versions import Versions
from mkdocs_journey.site.configuration import UnusableSiteError
from mkdocs_journey.site.files import SiteFiles
from mkdocs_journey.site.folder import open_folder, open_site
from mkdocs_journey.site.options import CheckOptions
from mkdocs_journey.whole_file import UnwritableError, write_whole


def test_an_error_remembers_what_its_sentences_are_made_of(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError) as raised:
        write_whole(tmp_path / "none" / "page.md", b"")
    error = raised.value
    assert str(error) == f"{tmp_path}/none/page.md cannot be written: no such file or directory. It is as it was."
    assert error.message.template == "{path} cannot be written: {reason}. It is as it was."


def test_what_git_says_stays_its_own(tmp_path: Path) -> None:
    with pytest.raises(GitError) as raised:
        Repository.of(tmp_path)
    (ours, gits) = _parts(raised.value.message)
    assert ours.template == "{folder} is not part of a git repository that can be read."
    assert translation("de")(gits) == gits
    assert str(raised.value) == f"{ours} {gits}"


def test_an_error_about_an_option_keeps_the_sentences_of_the_option(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    configuration = tmp_path / "mkdocs.yml"
    configuration.write_text("plugins: [{journey: {pages: {charts: true}}}]\n")
    with pytest.raises(UnusableSiteError) as raised:
        open_site(configuration)
    where, what = _parts(raised.value.message)
    assert where == "mkdocs.yml: an option of journey cannot be used."
    assert what.template == "pages: there is no {name}, but {names}."
    assert what == "pages: there is no charts, but journeys and personas."


def test_an_inventory_that_is_none_says_so_in_a_whole_sentence() -> None:
    with pytest.raises(UnusableInventoryError) as raised:
        read_inventory(b"{", "sales", "")
    assert raised.value.message.template == "The inventory {name} is not JSON."
    assert str(raised.value) == "The inventory sales is not JSON."


def test_a_page_that_is_no_text_says_so_in_a_message(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"\xff")
    files: SiteFiles = open_folder(tmp_path).files
    assert list(files.pages()) == []
    assert [(path, why.template) for path, why in files.unreadable.items()] == [("page.md", "it is not UTF-8")]


def test_what_was_wrong_with_an_earlier_version_can_be_said_in_other_languages() -> None:
    page = b"```journey\nfile: ../map.yml\n```\n"
    version = Versions(CheckOptions()).version("page.md", "1", lambda id_: page, lambda name: "")
    (mistake,) = version.mistakes
    assert mistake.message.template == "There is no file “{file}”: it would be outside of the docs folder."


def _parts(message: Message) -> tuple[Message, Message]:
    assert isinstance(message, SeveralTexts)
    first, second = message.texts
    assert isinstance(first, Message)
    assert isinstance(second, Message)
    return first, second
