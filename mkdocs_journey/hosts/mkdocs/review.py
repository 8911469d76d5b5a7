"""A build for reviewers: what changed since an older version, and the page that lists it."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from mkdocs_journey.message import Message, message, sentences
from mkdocs_journey.rules.settings import SettingsError
from mkdocs_journey.safe_text import plain

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from mkdocs_journey.diff.review import Review
    from mkdocs_journey.languages.words import Words
    from mkdocs_journey.past.compared_sites import ComparedSite, ComparedSites
    from mkdocs_journey.render.html.rendered import Heading

log = logging.getLogger("mkdocs.plugins.mkdocs_journey")

VARIABLE = "MKDOCS_JOURNEY_BASE"
"""The environment variable that names the older version; it comes before the option."""
PAGE = "what-changed.md"
"""Where the page of all changes is made."""


def read_review(written: object) -> str:
    """The older version that ``review: {base: origin/main}`` names, "" for none. Raises :class:`SettingsError`."""
    if written is None or written is False:
        return ""
    if not isinstance(written, Mapping) or set(written) - {"base"}:
        raise SettingsError(
            message("review has base: below it, a revision of git such as origin/main, and nothing else.")
        )
    base = written.get("base")
    if base is not None and not isinstance(base, str):
        raise SettingsError(message("review: base is a revision of git, such as origin/main, or a folder."))
    return (base or "").strip()


def base_of(option: str) -> str:
    """The older version that maps are compared with; "" in a build that is not for reviewers."""
    return os.environ.get(VARIABLE, option).strip()


class ReviewReader(Struct):
    """Compares the site with an older version. While pages are served, what has not changed is not read again."""

    _sides: dict[Path | None, ComparedSites] = field(default_factory=dict)

    def read(self, base: str, config: MkDocsConfig, files: Files, words: Words) -> Review:
        """What changed since ``base``. Where that cannot be told, the review says why, and the log as well."""
        from mkdocs_journey.git.running import GitError
        from mkdocs_journey.past.compared_sites import ComparedSites, UnreadableSideError

        configuration = Path(config.config_file_path) if config.config_file_path else None
        sides = self._sides.setdefault(configuration, ComparedSites(configuration))
        page = PAGE
        if files.get_file_from_path(PAGE) is not None:
            own = message("this site has a page {page} of its own, so there is no page of all changes.", page=PAGE)
            log.warning(f"journey: {words.said(own)}")
            page = ""
        try:
            before, after, common = sides.versions(base)
        except (GitError, UnreadableSideError) as error:
            return _unknown(base, page, error.message, words)
        if not common:
            apart = message(
                "git knows of no commit that {base} and this version share; compared with {base}.", base=base
            )
            log.warning(plain(f"journey: {words.said(apart)}"))
        return _compared(before, after, page, words)


def _compared(before: ComparedSite, after: ComparedSite, page: str, words: Words) -> Review:
    from mkdocs_journey.diff.comparison import compare
    from mkdocs_journey.diff.review import review_of

    for side in (before, after):
        if findings := side.report.findings:
            span = findings[0].span
            why = message(
                "There are mistakes in {version}, the first in {file}, line {line}.",
                version=side.name,
                file=side.report.path(span.file),
                line=span.line,
            )
            return _unknown(before.name, page, why, words)
    names, paths = (before.name, after.name), (before.report.path, after.report.path)
    return review_of(compare(before.site, after.site, names, paths), page)


def _unknown(base: str, page: str, why: Message, words: Words) -> Review:
    from mkdocs_journey.diff.review import Review

    unknown = message("what changed since {base} cannot be shown.", base=base)
    log.warning(plain(f"journey: {words.said(sentences(unknown, why))}"))
    return Review(base, None, plain(words.said(why)), page)


def add_changes_page(title: str, config: MkDocsConfig, files: Files) -> None:
    """Add the page of all changes. Its content is drawn when the page is."""
    from mkdocs.structure.files import File, InclusionLevel

    inclusion = InclusionLevel.UNDEFINED if config.nav is None else InclusionLevel.NOT_IN_NAV
    text = f"---\nsearch:\n  exclude: true\n---\n\n# {title}\n"
    files.append(File.generated(config, PAGE, content=text, inclusion=inclusion))


def list_headings(page: Page, headings: tuple[Heading, ...]) -> None:
    """Put headings of the page of all changes into its table of contents."""
    from mkdocs.structure.toc import AnchorLink

    links = [AnchorLink(escape(heading.text), heading.id, heading.level) for heading in headings]
    items = page.toc.items
    (items[0].children if items else items).extend(links)
