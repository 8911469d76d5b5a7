"""Where the strip of a page stands, by the site's option and by the page's own front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mkdocs_journey.compile.page_settings import Strip
from mkdocs_journey.rules.settings import SettingsError
from mkdocs_journey.site.options import read_strip

_TITLE = re.compile(r"<h1\b[^>]*>.*?</h1>", re.DOTALL)


def strip_of(meta: Mapping[str, Any], otherwise: Strip) -> Strip:
    """Where a page wants its strip: ``journey: {strip: below}`` in its front matter.

    What cannot be meant is told with what else is wrong with the page.
    """
    written = meta.get("journey")
    if not isinstance(written, Mapping) or "strip" not in written:
        return otherwise
    try:
        return read_strip(written["strip"])
    except SettingsError:
        return otherwise


def with_strip(html: str, strip: str, where: Strip) -> str:
    """A page with its strip: right below its title, or at its end."""
    if where == "below":
        return f"{html}\n{strip}"
    title = _TITLE.search(html)
    at = title.end() if title else 0
    return f"{html[:at]}\n{strip}{html[at:]}"
