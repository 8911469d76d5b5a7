"""The plugin's options in mkdocs.yml."""

from __future__ import annotations

from typing import Any

from mkdocs.config import config_options as option
from mkdocs.config.base import Config, ValidationError


class Folder(option.Type[str]):
    """The name of a folder inside the docs folder."""

    def __init__(self, default: str) -> None:
        super().__init__(str, default=default)

    def run_validation(self, value: object) -> str:
        """Refuse what leads out of the docs folder."""
        folder = super().run_validation(value).strip("/")
        if not folder or any(piece in ("", ".", "..") for piece in folder.split("/")):
            raise ValidationError("Write the name of a folder inside the docs folder, such as personas.")
        return folder


class TextMapping(option.Type[dict[str, Any]]):
    """Names with texts or numbers, possibly in groups."""

    def __init__(self, *, groups: bool = False) -> None:
        super().__init__(dict, default={})
        self._groups = groups

    def run_validation(self, value: object) -> dict[str, Any]:
        """Refuse lists and, unless allowed, groups."""
        mapping = super().run_validation(value)
        for name, text in mapping.items():
            if isinstance(text, list) or (isinstance(text, dict) and not self._groups) or text is None:
                raise ValidationError(f"{name!r} must have a text.")
        return mapping


class JourneyConfig(Config):
    """Options of the plugin ``journey``."""

    language = option.Optional(option.Type(str))
    """Language of the labels, e.g. ``ja``; ``theme.language`` if not given."""

    words = TextMapping(groups=True)
    """Labels of your own, e.g. ``lane: {pains: Trouble}``."""

    feelings = TextMapping()
    """Words with scores for all maps of the site, e.g. ``Curious: 1``."""

    persona_folder = Folder("personas")
    """Where pages of personas are made that have none of their own."""

    persona_section = option.Optional(option.Type(str))
    """The section of the navigation for those pages; the section that has personas already, if not given."""
