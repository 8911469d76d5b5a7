"""The commands read a folder and a mkdocs.yml by themselves; they see what MkDocs sees."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from mkdocs_journey.site.docs_folder import DocsFolder
from mkdocs_journey.site.folder import FolderConfig
from mkdocs_journey.site.mkdocs_yml import read_configuration

FILES = [
    "README.md", "index.md", "about.md", "about.markdown", "z.mkd", "É b.md", "Index.md", "data.yml",
    "both/README.md", "both/index.md", "both/index.html", "readme/README.md", "readme/a.md",
    "old/index.md", "old/README.md", "old/deep/er.md", "drafts/a.md", "drafts/keep.md",
    ".hidden.md", ".well-known/x.md", "a/.secret/y.md", "templates/t.md", "a/templates/t.md",
]  # fmt: skip
EXCLUDED = "old/index.md\n!.well-known\n*.mkd\n"
DRAFTS = "/drafts/*\n!keep.md\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for name in FILES:
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n", "utf-8")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "far.md").write_text("# Far\n", "utf-8")
    (tmp_path / "docs" / "linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "docs" / "one.md").symlink_to(tmp_path / "elsewhere" / "far.md")
    return tmp_path / "docs"


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize(("excluded", "drafts"), [("", ""), (EXCLUDED, DRAFTS)])
def test_a_folder_has_the_files_that_mkdocs_finds(docs: Path, excluded: str, drafts: str, directory_urls: bool) -> None:
    config = MkDocsConfig()
    config.load_dict({
        "site_name": "Site", "docs_dir": str(docs), "site_dir": str(docs.parent / "site"), "plugins": [],
        "exclude_docs": excluded, "draft_docs": drafts, "use_directory_urls": directory_urls,
    })  # fmt: skip
    assert config.validate() == ([], [])
    theirs = get_files(config)
    ours = DocsFolder(docs, excluded.splitlines(), drafts.splitlines(), directory_urls=directory_urls)
    assert [file.path for file in ours.pages()] == [file.src_uri for file in theirs.documentation_pages()]
    found = {path: ours.find(path) for path in (*FILES, "linked/far.md", "one.md", "gone.md", "./both//index.md")}
    assert {
        path: file and (file.path, file.address, file.excluded, str(file.place), str(file.top), file.text())
        for path, file in found.items()
    } == {
        path: file
        and (
            file.src_uri,
            file.dest_uri,
            file.inclusion.is_excluded(),
            file.abs_src_path,
            file.src_dir,
            file.content_string,
        )
        for path, file in ((path, theirs.get_file_from_path(path)) for path in found)
    }


CONFIGURATIONS = {
    "a variable": "site_name: !ENV NAME\n",
    "a variable with types": "use_directory_urls: !ENV [GONE, SWITCH, true]\nlanguage: !ENV [GONE, fr]\nx: !ENV GONE\n",
    "inherited": "INHERIT: ../base.yml\nplugins: {journey: {check: {fail_on: error}}}\nnav: [a.md]\n",
    "empty": "",
}


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_a_configuration_says_what_mkdocs_reads(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAME", "Handbook")
    monkeypatch.setenv("SWITCH", "false")
    base = "plugins: {journey: {language: de, check: {fail_on: info, ignore: JN3}}}\nnav: [b.md, c.md]\nx: 1\n"
    (tmp_path / "base.yml").write_text(base, "utf-8")
    path = tmp_path / "here" / "mkdocs.yml"
    path.parent.mkdir()
    path.write_text(CONFIGURATIONS[name], "utf-8")
    with path.open("rb") as file:
        theirs = yaml_load(file, get_yaml_loader(yaml.SafeLoader))
    assert read_configuration(path, FolderConfig("", str(path))) == theirs


def test_a_relative_path_is_looked_up_once_the_folders_are_known(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text("a: [!relative $config_dir/x, !relative $docs_dir, !relative $docs_dir/y/z]\n", "utf-8")
    config = FolderConfig("", str(path))
    (found,) = read_configuration(path, config).values()
    config.docs_dir = str(tmp_path / "docs")
    mkdocs: Any = MkDocsConfig(str(path))
    mkdocs.docs_dir = config.docs_dir
    with path.open("rb") as file:
        (theirs,) = yaml_load(file, get_yaml_loader(yaml.SafeLoader, mkdocs)).values()
    assert [os.fspath(one) for one in found] == [os.fspath(one) for one in theirs]


def test_nothing_of_a_configuration_is_run(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text(
        "a: !!python/object/apply:os.getcwd []\nb: !!python/name:os.system ''\nc: !custom {x: 1}\n", "utf-8"
    )
    assert read_configuration(path, FolderConfig("", str(path))) == {
        "a": "object/apply:os.getcwd", "b": "name:os.system", "c": "custom",
    }  # fmt: skip
