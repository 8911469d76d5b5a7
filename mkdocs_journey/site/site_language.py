"""The language of a site: which one is meant, and what is told where we have no words in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.languages.language import languages
from mkdocs_journey.message import all_of, message, sentences
from mkdocs_journey.model.codes import NO_LABELS
from mkdocs_journey.model.language_tags import has_labels, language_tag
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_NAME, shortened
from mkdocs_journey.rules.settings import SettingsError
from mkdocs_journey.site.inventories import configuration_text


def read_language(written: object) -> str | None:
    """The plugin's option: a language tag, or nothing. Raises :class:`SettingsError`."""
    if written is None or written == "":
        return None
    if not isinstance(written, str):
        raise SettingsError(message("Write the letters for the language, such as en, de or ja."))
    try:
        return str(language_tag(written))
    except Trouble as trouble:
        raise SettingsError(sentences(trouble.message, trouble.advice)) from None


def missing_language(language: str, words: Mapping[str, Any], configuration: Path) -> tuple[Finding, ...]:
    """What is told of a site's language in which there are no labels, unless the site has ``words`` of its own.

    ``configuration`` is the path of mkdocs.yml.
    """
    if words or has_labels(language):
        return ()
    said = message(
        "There are no labels in “{language}” here, so readers see English ones.",
        language=shortened(language, LONGEST_NAME),
    )
    advice = message("Write your own below words:, or use one of {languages}.", languages=all_of(languages()))
    place = _place(language, configuration_text(configuration), configuration.name)
    return (Finding(NO_LABELS, place, said, Mend(advice)),)


def _place(language: str, configuration: str, file: str) -> Span:
    """Where mkdocs.yml names it; its first line where that cannot be told."""
    match = re.search(rf"\b(?:language|locale):[ \t]*[\"']?({re.escape(language)})(?![\w-])", configuration)
    if match is None:
        return Span(file, 1, 1, 1, 1)
    line = configuration.count("\n", 0, match.start(1)) + 1
    column = match.start(1) - configuration.rfind("\n", 0, match.start(1))
    return Span(file, line, column, line, column + len(language))
