"""The plugin's options: what may stand in mkdocs.yml, for the build and for the command alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from msgspec import Struct, field

from mkdocs_journey.compile.page_settings import NO_STRIP, Strip
from mkdocs_journey.message import all_of, message
from mkdocs_journey.rules.settings import NO_SETTINGS, Settings, SettingsError, read_settings
from mkdocs_journey.site.inventory_options import NamedInventory, read_inventories
from mkdocs_journey.site.site_language import read_language

DEFAULT_PERSONA_FOLDER = "personas"
DEFAULT_LANGUAGE = "en"
OVERVIEWS = ("journeys", "personas")
"""Of what there are pages that show all."""
EXPORTS = ("journeys.json", "journeys.ndjson", "reviews.ics")
"""Files for other programs that can be switched off."""


class CheckOptions(Struct, frozen=True):
    """The options that bear upon what is found."""

    feelings: Mapping[str, str] = field(default_factory=dict)
    persona_folder: str = DEFAULT_PERSONA_FOLDER
    pages: Mapping[str, bool | str] = field(default_factory=dict)
    settings: Settings = NO_SETTINGS
    language: str = DEFAULT_LANGUAGE
    inventories: tuple[NamedInventory, ...] = ()
    words: Mapping[str, Any] = field(default_factory=dict)
    """Labels of the site's own."""


def read_options(written: Mapping[str, Any], theme: object = None) -> CheckOptions:
    """The options as written under ``journey``, beside ``theme`` as written in mkdocs.yml.

    Those that only concern how pages look are left to the build.

    Raises :class:`SettingsError` where one cannot be meant.
    """
    return CheckOptions(
        feelings=feelings_of(read_texts("feelings", written.get("feelings"))),
        persona_folder=read_folder(written.get("persona_folder")),
        pages=read_pages(written.get("pages")),
        settings=read_check(written.get("check")),
        language=site_language(read_language(written.get("language")), theme if isinstance(theme, Mapping) else {}),
        inventories=read_inventories(written.get("inventories")),
        words=read_texts("words", written.get("words"), groups=True),
    )


def site_language(written: object, theme: Mapping[str, Any]) -> str:
    """The language of a site: that of the plugin's option, else the theme's, else English."""
    return str(written or theme.get("language") or theme.get("locale") or DEFAULT_LANGUAGE)


def read_check(written: object) -> Settings:
    """Settings about rules. Raises :class:`SettingsError`."""
    if written is None:
        return NO_SETTINGS
    if not isinstance(written, Mapping):
        raise SettingsError(message("check has settings below it, such as {example}.", example="fail_on: warning"))
    return read_settings(written)


def read_folder(written: object) -> str:
    """The name of a folder inside the docs folder, ``personas`` if none was written.

    Raises :class:`SettingsError` for one that leads out of it.
    """
    folder = str(written or DEFAULT_PERSONA_FOLDER).strip("/")
    if not folder or any(piece in ("", ".", "..") for piece in folder.split("/")):
        raise SettingsError(
            message("Write the name of a folder inside the docs folder, such as {example}.", example="personas")
        )
    return folder


def read_pages(written: object) -> dict[str, bool | str]:
    """Of the pages that show all journeys and all personas: whether they are made, or where. Raises SettingsError."""
    if written is None or isinstance(written, bool):
        return dict.fromkeys(OVERVIEWS, written is not False)
    if not isinstance(written, Mapping):
        raise SettingsError(message("pages has journeys: and personas: below it, each true, false or a path."))
    for name, value in written.items():
        if name not in OVERVIEWS:
            raise SettingsError(
                message("pages: there is no {name}, but {names}.", name=str(name)[:40], names=all_of(OVERVIEWS))
            )
        if not isinstance(value, bool | str):
            raise SettingsError(
                message("pages: {name} is true, false or a path such as reference/{name}.md.", name=name)
            )
    return {
        name: value if isinstance(value := written.get(name, True), bool) else _page_path(name, value)
        for name in OVERVIEWS
    }


def _page_path(name: str, written: str) -> str:
    """The path of a page; a folder means its index."""
    path = written.strip().strip("/")
    if not path or any(piece in ("", ".", "..") for piece in path.split("/")):
        raise SettingsError(
            message("pages: {name} needs a path inside the docs folder, such as reference/{name}.md.", name=name)
        )
    return path if path.endswith(".md") else f"{path}/index.md"


def overview_paths(pages: Mapping[str, bool | str], persona_folder: str) -> dict[str, str]:
    """Where pages that show everything are made, by kind; those that are switched off are left out."""
    usual = {"journeys": "journeys/index.md", "personas": f"{persona_folder}/index.md"}
    return {
        name: place if isinstance(place := pages.get(name, True), str) else usual[name]
        for name in OVERVIEWS
        if pages.get(name, True)
    }


def read_strip(written: object) -> Strip:
    """Where strips stand, ``above`` if nothing was written. Raises :class:`SettingsError` for anything else.

    YAML reads ``off`` as false.
    """
    for strip in get_args(Strip):
        if written == strip or (written is None and strip == "above") or (written is False and strip == "off"):
            return strip  # type: ignore[no-any-return]
    raise SettingsError(NO_STRIP)


def read_texts(name: str, written: object, *, groups: bool = False) -> dict[str, Any]:
    """Names with texts or numbers, possibly in groups. Raises :class:`SettingsError` for anything else."""
    if written is None:
        return {}
    if not isinstance(written, Mapping):
        raise SettingsError(message("{name} has names with a text each below it.", name=name))
    for key, text in written.items():
        if isinstance(text, list) or (isinstance(text, Mapping) and not groups) or text is None:
            raise SettingsError(message("{name} must have a text.", name=repr(key)))
    return dict(written)


def feelings_of(written: Mapping[str, Any]) -> dict[str, str]:
    """Words with scores, as the pipeline takes them."""
    return {str(word): str(score) for word, score in written.items()}


def read_exports(written: object) -> frozenset[str]:
    """Names of the files for other programs: all but those that are switched off. ``false`` switches off every one.

    Raises :class:`SettingsError`.
    """
    if written is None or written is True:
        return frozenset(EXPORTS)
    if written is False:
        return frozenset()
    if not isinstance(written, Mapping):
        raise SettingsError(
            message(
                "exports has names of files with true or false each, such as {example}.", example="reviews.ics: false"
            )
        )
    for name, value in written.items():
        if name not in EXPORTS:
            raise SettingsError(
                message("exports: there is no {name}, but {names}.", name=str(name)[:40], names=", ".join(EXPORTS))
            )
        if not isinstance(value, bool):
            raise SettingsError(message("exports: {name} is true or false.", name=name))
    return frozenset(name for name in EXPORTS if written.get(name, True))
