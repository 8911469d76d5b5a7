"""What views show, gathered from all journeys of a site, without HTML: a module for each row of the table of views.

Each has a function ``gather(view, site, today)`` that answers with its figures, or None where there is nothing.
"""

from __future__ import annotations

from datetime import date
from importlib import import_module

from mkdocs_journey.compile import Site
from mkdocs_journey.model.view import View
from mkdocs_journey.model.views import VIEWS


def figures_of(view: View, site: Site, today: date) -> object | None:
    """What a view shows, as the ``draw`` of its drawing takes it; None where there is nothing."""
    figures: object | None = import_module(f"{__name__}.{VIEWS[view.view].module_name}").gather(view, site, today)
    return figures
