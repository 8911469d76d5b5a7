"""A language, by its tag or by what people call it."""

from __future__ import annotations

import re
from functools import cache

from mkdocs_journey.languages.language import languages
from mkdocs_journey.model import codes
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.quoting import shortened

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def language_tag(text: object) -> object:
    """A language tag, such as ``de`` or ``pt-BR`` (BCP 47). Whether anybody speaks it is not asked."""
    if not isinstance(text, str) or _TAG.fullmatch(text.strip()):
        return text
    better = _tags_by_name().get(text.strip().casefold())
    raise Trouble(
        codes.WRONG_VALUE,
        f"“{shortened(text)}” is no language tag.",
        f"Write {better}." if better else "Write the letters for the language, such as en, de or ja.",
        better,
    )


@cache
def _tags_by_name() -> dict[str, str]:
    """Tags by the names of their languages, in every language that pages are drawn in, as Unicode's CLDR has them."""
    from babel import Locale

    found: dict[str, str] = {}
    for shown in languages():
        for tag, name in Locale.parse(shown.replace("-", "_")).languages.items():
            if len(tag) == 2:
                found.setdefault(name.casefold(), tag)
    return found
