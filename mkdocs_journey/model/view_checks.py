"""What must hold between the fields of one view."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.model import codes
from mkdocs_journey.model.document import Document
from mkdocs_journey.model.line_mend import mend
from mkdocs_journey.model.values import closest
from mkdocs_journey.model.view import FILTERS, View
from mkdocs_journey.model.views import VIEWS, ViewForm
from mkdocs_journey.quoting import shortened


def check_view(document: Document, view: View) -> list[Finding]:
    """Findings about a view that is well-formed field by field."""
    form = VIEWS[view.view]
    return [*_filters(document, view, form), *_journeys(document, view, form), *_choices(document, view, form)]


def _filters(document: Document, view: View, form: ViewForm) -> Iterator[Finding]:
    for name in FILTERS:
        # What was written, also where it is empty.
        if name in view.model_fields_set and not form.takes(name):
            yield Finding(
                codes.USELESS_FILTER,
                document.keys[(name,)],
                f"The view {view.view} has no {name}, so this line changes nothing.",
                Mend(f"Delete the line, or write one of: {', '.join(n for n in FILTERS if form.takes(n))}."),
            )


def _journeys(document: Document, view: View, form: ViewForm) -> Iterator[Finding]:
    place = document.place("journey") if view.journey else document.place("view")
    if form.one_journey and len(view.journey) != 1:
        what = f"names {len(view.journey)}" if view.journey else "names none"
        message = f"The view {view.view} shows one journey, and this block {what}."
        such_as = "onboarding#go-live" if form.is_slice else "onboarding"
        advice = Mend(f"Write journey: with one id or title, such as journey: {such_as}.")
        yield Finding(codes.VIEW_WITHOUT_JOURNEY, place, message, advice)
    elif form.most_curves and len(view.journey) > form.most_curves:
        message = f"Here are {len(view.journey)} curves; more than {form.most_curves} cannot be told apart."
        yield Finding(codes.WRONG_VALUE, place, message, Mend("Leave some out, or make a second comparison of them."))
    elif form.most_curves and not view.journey and not view.persona:
        message = "This comparison does not say what it compares."
        advice = Mend("Write journey: with two or three of them, or persona: with two or three names.")
        yield Finding(codes.VIEW_WITHOUT_JOURNEY, place, message, advice)


def _choices(document: Document, view: View, form: ViewForm) -> Iterator[Finding]:
    written = [("sort", document.place("sort"), view.sort.removeprefix("-"), form.sorts)] if view.sort else []
    written += [("status", document.place("status", i), word, form.statuses) for i, word in enumerate(view.status)]
    for name, place, word, choices in written:
        if not form.takes(name) or word.casefold() in choices:
            continue
        near = closest(word.casefold(), choices)
        advice = f"Did you mean {near}?" if near else f"Write one of: {', '.join(choices)}."
        message = f"“{shortened(word)}” is no {'column' if name == 'sort' else 'status'} of the view {view.view}."
        yield Finding(codes.WRONG_VALUE, place, message, mend(document.block, place, advice, near))
