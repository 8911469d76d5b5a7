"""A site as it stands in a folder: mkdocs.yml is read, and nothing of it is run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from mkdocs_journey.message import message, sentences
from mkdocs_journey.rules.settings import SettingsError
from mkdocs_journey.site.configuration import UnusableSiteError
from mkdocs_journey.site.docs_folder import DocsFolder
from mkdocs_journey.site.files import SiteFiles
from mkdocs_journey.site.mkdocs_yml import read_configuration
from mkdocs_journey.site.options import CheckOptions, overview_paths, read_options

CONFIGURATION_NAMES = ("mkdocs.yml", "mkdocs.yaml")
PLUGIN = "journey"


class FolderConfig(Struct):
    """What of mkdocs.yml bears upon which pages there are."""

    docs_dir: str
    config_file_path: str
    nav: Any = None
    markdown_extensions: list[str] = field(default_factory=list)
    mdx_configs: dict[str, Any] = field(default_factory=dict)
    use_directory_urls: bool = True


class SiteFolder(Struct, frozen=True):
    """A site that can be checked."""

    files: SiteFiles
    options: CheckOptions
    base: Path
    """The folder of mkdocs.yml; for pages without one, the working folder or the one that was named."""
    docs: Path
    configuration: Path
    """The mkdocs.yml, which need not be there."""


def find_configuration(paths: Iterable[Path]) -> Path | None:
    """The mkdocs.yml of the working folder, or the first above one of the paths."""
    for start in (Path(), *paths):
        resolved = start.resolve()
        folders = (resolved, *resolved.parents) if start != Path() else (resolved,)
        for folder in folders:
            for name in CONFIGURATION_NAMES:
                if (folder / name).is_file():
                    return folder / name
    return None


def open_site_or_folder(configuration: Path | None, docs: Path = Path()) -> SiteFolder:
    """The site of a mkdocs.yml; the pages of a folder where there is none. Raises :class:`UnusableSiteError`."""
    return open_folder(docs) if configuration is None else open_site(configuration)


def open_site(configuration: Path) -> SiteFolder:
    """The site of a mkdocs.yml. Raises :class:`UnusableSiteError`."""
    config = FolderConfig("", str(configuration.resolve()))
    written = read_configuration(configuration, config)
    base = configuration.resolve().parent
    named = str(written.get("docs_dir") or "docs")
    docs = base / named
    if not docs.is_dir():
        raise UnusableSiteError(
            message("{file}: there is no docs folder {folder}.", file=configuration.name, folder=named)
        )
    try:
        options = read_options(_plugin_options(written.get("plugins")), written.get("theme"))
    except SettingsError as error:
        where = message("{file}: an option of {plugin} cannot be used.", file=configuration.name, plugin=PLUGIN)
        raise UnusableSiteError(sentences(where, error.message)) from None
    extensions = dict(_named(written.get("markdown_extensions")))
    config.docs_dir = str(docs.resolve())
    config.nav = written.get("nav")
    config.markdown_extensions = list(extensions)
    config.mdx_configs = {name: given for name, given in extensions.items() if isinstance(given, Mapping)}
    config.use_directory_urls = bool(written.get("use_directory_urls", True))
    excluded, drafts = (_patterns(written.get(name), name) for name in ("exclude_docs", "draft_docs"))
    files = DocsFolder(docs.resolve(), excluded, drafts, directory_urls=config.use_directory_urls)
    return _site(files, config, options, base)


def open_folder(docs: Path) -> SiteFolder:
    """The pages of a folder that has no mkdocs.yml above it."""
    inside, here = docs.resolve(), Path().resolve()
    config = FolderConfig(str(inside), str(inside / CONFIGURATION_NAMES[0]))
    return _site(DocsFolder(inside), config, CheckOptions(), here if inside.is_relative_to(here) else inside)


def _site(files: DocsFolder, config: FolderConfig, options: CheckOptions, base: Path) -> SiteFolder:
    overviews = overview_paths(options.pages, options.persona_folder).values()
    site_files = SiteFiles(files, config, options.persona_folder, overviews)
    return SiteFolder(site_files, options, base, Path(config.docs_dir), Path(config.config_file_path))


def _named(written: Any) -> list[tuple[str, Any]]:
    """Plugins or extensions with their options, from either form in which MkDocs takes them."""
    if isinstance(written, Mapping):
        return [(str(name), options) for name, options in written.items()]
    found: list[tuple[str, Any]] = []
    for item in written if isinstance(written, list) else []:
        found += (
            [(str(name), options) for name, options in item.items()]
            if isinstance(item, Mapping)
            else [(str(item), None)]
        )
    return found


def _plugin_options(plugins: Any) -> Mapping[str, Any]:
    for name, options in _named(plugins):
        if name.lstrip("/") == PLUGIN:
            if options is not None and not isinstance(options, Mapping):
                raise SettingsError(message("They are written below it, one a line."))
            return options or {}
    return {}


def _patterns(written: Any, name: str) -> list[str]:
    if written is None:
        return []
    from pathspec.gitignore import GitIgnoreSpec

    try:
        lines: list[str] = written.splitlines()
        GitIgnoreSpec.from_lines(lines)
    except (ValueError, AttributeError):
        raise UnusableSiteError(
            message("{name} in mkdocs.yml cannot be read: it has a path pattern a line.", name=name)
        ) from None
    return lines
