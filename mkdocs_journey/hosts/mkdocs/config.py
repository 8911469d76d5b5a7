"""The plugin's options in mkdocs.yml, as MkDocs reads them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from mkdocs.config import config_options as option
from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from mkdocs_journey.compile.page_settings import Strip
from mkdocs_journey.hosts.mkdocs.review import read_review
from mkdocs_journey.rules.settings import Settings, SettingsError
from mkdocs_journey.site.inventory_options import NamedInventory, read_inventories
from mkdocs_journey.site.options import (
    read_check,
    read_exports,
    read_folder,
    read_pages,
    read_strip,
    read_texts,
)
from mkdocs_journey.site.site_language import read_language

ValueType = TypeVar("ValueType")


class OptionReader(BaseConfigOption[ValueType]):
    """A value that :mod:`mkdocs_journey.site.options` reads, so that the command and the build agree."""

    def __init__(self, read: Callable[[object], ValueType]) -> None:
        super().__init__()
        self._read = read

    def run_validation(self, value: object) -> ValueType:
        """Say what cannot be meant as MkDocs says such things. What nobody wrote has a value as well."""
        try:
            return self._read(value)
        except SettingsError as error:
            raise ValidationError(str(error)) from None


def _texts(name: str, *, groups: bool = False) -> OptionReader[dict[str, Any]]:
    return OptionReader(lambda value: read_texts(name, value, groups=groups))


class JourneyConfig(Config):
    """Options of the plugin ``journey``."""

    language: OptionReader[str | None] = OptionReader(read_language)
    """Language of the labels, e.g. ``ja``; ``theme.language`` if not given."""

    words = _texts("words", groups=True)
    """Labels of your own, e.g. ``lane: {pains: Trouble}``."""

    feelings = _texts("feelings")
    """Words with scores for all maps of the site, e.g. ``Curious: 1``."""

    persona_folder: OptionReader[str] = OptionReader(read_folder)
    """Where pages of personas are made that have none of their own."""

    persona_section = option.Optional(option.Type(str))
    """The section of the navigation for those pages; the section that has personas already, if not given."""

    pages: OptionReader[dict[str, bool | str]] = OptionReader(read_pages)
    """Pages of all journeys and of all personas, made unless the site has its own: ``true``, ``false`` or a path."""

    journey_section = option.Optional(option.Type(str))
    """The section of the navigation for the page of all journeys; the one that has pages of its folder otherwise."""

    exports: OptionReader[frozenset[str]] = OptionReader(read_exports)
    """Files for other programs that are written into the site, e.g. ``reviews.ics: false``; all, if not given."""

    inventories: OptionReader[tuple[NamedInventory, ...]] = OptionReader(read_inventories)
    """Other handbooks to whose journeys and personas this one links; also for ``mkdocs-journey check``."""

    strip: OptionReader[Strip] = OptionReader(read_strip)
    """Where a page tells in which journeys it comes up: above or below its content, or off."""

    review: OptionReader[str] = OptionReader(read_review)
    """The older version whose differences every map shows, in a build for reviewers: ``{base: origin/main}``."""

    cards = option.Type(bool, default=True)
    """Whether links to journeys and personas show a card while a reader points at them."""

    check: OptionReader[Settings] = OptionReader(read_check)
    """Which rules count, and how much; also for the command ``mkdocs-journey check``."""
