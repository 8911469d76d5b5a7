"""What changed in the customer's experience between two versions of a site: facts first, then how grave they are."""

from __future__ import annotations

from mkdocs_journey.diff.change import Change, Kind, Where
from mkdocs_journey.diff.compare import compare_sites

__all__ = ["Change", "Kind", "Where", "compare_sites"]
