"""What changed in the customer's experience between two versions of a site: facts first, then how grave they are."""

from __future__ import annotations

from mkdocs_journey.compile import Site
from mkdocs_journey.diff.change import Change, ChangeKind, Where
from mkdocs_journey.diff.compare import compare_sites
from mkdocs_journey.diff.lost_links import lost_links
from mkdocs_journey.diff.policy import Grade, Graded, grade_changes

__all__ = ["Change", "ChangeKind", "Grade", "Graded", "Where", "compare_sites", "graded_changes", "lost_links"]


def graded_changes(before: Site, after: Site) -> tuple[Graded, ...]:
    """All changes between two versions of a site, each with its grade."""
    return grade_changes(compare_sites(before, after), lost_links(before, after))
