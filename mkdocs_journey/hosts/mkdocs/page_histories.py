"""The histories that the pages of a site show. What reads git is only imported when a page shows one."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.site.files import SiteFiles
from mkdocs_journey.site.options import CheckOptions

if TYPE_CHECKING:
    from mkdocs_journey.past.histories import Histories
    from mkdocs_journey.views.history import By, History

_FORGE = re.compile(r"https?://([\w.-]*(?:github|gitlab)[\w.-]*)/[\w.~-]+(?:/[\w.~-]+)+/?$", re.IGNORECASE)


class PageHistories:
    """Histories of the journeys of a site; what was read of git for one build is still known in the next."""

    def __init__(self) -> None:
        self._histories: Histories | None = None
        self._site: Site | None = None
        self._files: SiteFiles | None = None
        self._options = CheckOptions()
        self._today = date.min

    def begin(self, site: Site, files: SiteFiles, options: CheckOptions, today: date) -> None:
        """A build begins."""
        self._site, self._files, self._options, self._today = site, files, options, today
        if self._histories is not None:
            self._histories.begin(options)

    def __call__(self, entry: JourneyEntry, by: By, limit: int) -> History | None:
        """The history of a journey; None where there is no repository that knows its file."""
        from mkdocs_journey.git.running import GitError
        from mkdocs_journey.past.histories import Histories

        if self._site is None or self._files is None:
            return None
        if self._histories is None:
            self._histories = Histories()
            self._histories.begin(self._options)
        try:
            return self._histories.history(entry, self._site, self._files, self._today, by, limit)
        except GitError:
            return None


def address_of_commits(repository: str | None) -> str:
    """What the id of a commit completes to the address of its page, at GitHub or GitLab; "" elsewhere."""
    match = _FORGE.match(repository or "")
    if match is None:
        return ""
    return f"{match[0].rstrip('/')}/{'-/' if 'gitlab' in match[1] else ''}commit/"
