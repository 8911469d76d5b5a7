"""A site as it stands in a folder: mkdocs.yml is read, and nothing of it is run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs_journey.rules.settings import SettingsError
from mkdocs_journey.site.files import SiteFiles
from mkdocs_journey.site.options import CheckOptions, overview_paths, read_options

CONFIGURATION_NAMES = ("mkdocs.yml", "mkdocs.yaml")
PLUGIN = "journey"


class UnusableSiteError(ValueError):
    """A site that cannot be checked; the message says why, in a plain sentence."""


@dataclass(slots=True)
class FolderConfig:
    """What MkDocs' own functions ask of a configuration in order to find the files of a site."""

    docs_dir: str
    config_file_path: str
    nav: Any = None
    markdown_extensions: list[str] = field(default_factory=list)
    mdx_configs: dict[str, Any] = field(default_factory=dict)
    exclude_docs: Any = None
    draft_docs: Any = None
    not_in_nav: Any = None
    _current_page: Any = None
    site_dir: str = ""
    use_directory_urls: bool = True

    def __getitem__(self, name: str) -> Any:
        return getattr(self, name)

    def get(self, name: str, default: Any = None) -> Any:
        """An option by its name."""
        return getattr(self, name, default)


@dataclass(frozen=True, slots=True)
class SiteFolder:
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


def open_site(configuration: Path) -> SiteFolder:
    """The site of a mkdocs.yml. Raises :class:`UnusableSiteError`."""
    config = FolderConfig("", str(configuration.resolve()))
    written = _read_configuration(configuration, config)
    base = configuration.resolve().parent
    named = str(written.get("docs_dir") or "docs")
    docs = base / named
    if not docs.is_dir():
        raise UnusableSiteError(f"{configuration.name}: there is no docs folder {named}.")
    try:
        options = read_options(_plugin_options(written.get("plugins")), written.get("theme"))
    except SettingsError as error:
        raise UnusableSiteError(f"{configuration.name}: an option of {PLUGIN} cannot be used. {error}") from None
    extensions = dict(_named(written.get("markdown_extensions")))
    config.docs_dir = str(docs.resolve())
    config.nav = written.get("nav")
    config.markdown_extensions = list(extensions)
    config.mdx_configs = {name: given for name, given in extensions.items() if isinstance(given, Mapping)}
    config.site_dir = str(base / str(written.get("site_dir") or "site"))
    config.use_directory_urls = bool(written.get("use_directory_urls", True))
    config.exclude_docs = _patterns(written.get("exclude_docs"), "exclude_docs")
    config.draft_docs = _patterns(written.get("draft_docs"), "draft_docs")
    return _site(config, options, base)


def open_folder(docs: Path) -> SiteFolder:
    """The pages of a folder that has no mkdocs.yml above it."""
    inside, here = docs.resolve(), Path().resolve()
    config = FolderConfig(str(inside), str(inside / CONFIGURATION_NAMES[0]))
    return _site(config, CheckOptions(), here if inside.is_relative_to(here) else inside)


def _site(config: FolderConfig, options: CheckOptions, base: Path) -> SiteFolder:
    import logging

    from mkdocs.structure.files import get_files

    # The build warns of pages that have one address; here it would only stand among the findings.
    logging.getLogger("mkdocs.structure.files").setLevel(logging.ERROR)
    files = get_files(config)  # type: ignore[arg-type]
    overviews = overview_paths(options.pages, options.persona_folder).values()
    site_files = SiteFiles(files, config, options.persona_folder, overviews)
    return SiteFolder(site_files, options, base, Path(config.docs_dir), Path(config.config_file_path))


def _read_configuration(path: Path, config: FolderConfig) -> dict[str, Any]:
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    try:
        with path.open("rb") as file:
            written = yaml_load(file, _loader(config))
    except OSError as error:
        raise UnusableSiteError(
            f"{path} cannot be read: {(error.strerror or 'it cannot be opened').lower()}."
        ) from None
    except ConfigurationError as error:
        raise UnusableSiteError(f"{path} cannot be read. {' '.join(str(error).split())}") from None
    except (RecursionError, ValueError, TypeError, AttributeError):
        raise UnusableSiteError(f"{path} cannot be read as YAML.") from None
    if not isinstance(written, dict):
        raise UnusableSiteError(f"{path} does not consist of options.")
    return written


def _loader(config: FolderConfig) -> Any:
    """A loader that knows the tags of MkDocs and runs nothing: a Python name stays a text.

    The configuration need not be filled yet: paths relative to it are looked up when they are used.
    """
    import yaml
    from mkdocs.utils.yaml import get_yaml_loader

    loader = get_yaml_loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader), config)  # type: ignore[arg-type]

    def text(loader: Any, suffix: str, node: Any) -> str:
        return suffix

    loader.add_multi_constructor("tag:yaml.org,2002:python/", text)
    loader.add_multi_constructor("!", text)
    return loader


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
                raise SettingsError("They are written below it, one a line.")
            return options or {}
    return {}


def _patterns(written: Any, name: str) -> Any:
    if written is None:
        return None
    from pathspec.gitignore import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(written.splitlines())
    except (ValueError, AttributeError):
        raise UnusableSiteError(f"{name} in mkdocs.yml cannot be read: it has a path pattern a line.") from None
