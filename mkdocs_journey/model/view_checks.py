"""What must hold between the fields of one view."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import message
from mkdocs_journey.model import codes
from mkdocs_journey.model.document import Document
from mkdocs_journey.model.line_mend import mend
from mkdocs_journey.model.values import closest
from mkdocs_journey.model.view import FILTERS, View
from mkdocs_journey.model.views import VIEWS, ViewForm
from mkdocs_journey.quoting import shortened

_NO_COLUMN = message("“{text}” is no column of the view {view}.")
_NO_STATUS = message("“{text}” is no status of the view {view}.")


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
                message("The view {view} has no {name}, so this line changes nothing.", view=view.view, name=name),
                Mend(
                    message(
                        "Delete the line, or write one of: {names}.",
                        names=", ".join(one for one in FILTERS if form.takes(one)),
                    )
                ),
            )


def _journeys(document: Document, view: View, form: ViewForm) -> Iterator[Finding]:
    place = document.place("journey") if view.journey else document.place("view")
    if form.one_journey and len(view.journey) != 1:
        said = (
            message(
                "The view {view} shows one journey, and this block names {number}.",
                view=view.view,
                number=len(view.journey),
            )
            if view.journey
            else message("The view {view} shows one journey, and this block names none.", view=view.view)
        )
        such_as = "journey: onboarding#go-live" if form.is_slice else "journey: onboarding"
        advice = message("Write journey: with one id or title, such as {line}.", line=such_as)
        yield Finding(codes.VIEW_WITHOUT_JOURNEY, place, said, Mend(advice))
    elif form.most_curves and len(view.journey) > form.most_curves:
        said = message(
            "Here are {number} curves; more than {most} cannot be told apart.",
            number=len(view.journey),
            most=form.most_curves,
        )
        advice = message("Leave some out, or make a second comparison of them.")
        yield Finding(codes.WRONG_VALUE, place, said, Mend(advice))
    elif form.most_curves and not view.journey and not view.persona:
        said = message("This comparison does not say what it compares.")
        advice = message("Write journey: with two or three of them, or persona: with two or three names.")
        yield Finding(codes.VIEW_WITHOUT_JOURNEY, place, said, Mend(advice))


def _choices(document: Document, view: View, form: ViewForm) -> Iterator[Finding]:
    written = [("sort", document.place("sort"), view.sort.removeprefix("-"), form.sorts)] if view.sort else []
    written += [("status", document.place("status", i), word, form.statuses) for i, word in enumerate(view.status)]
    for name, place, word, choices in written:
        if not form.takes(name) or word.casefold() in choices:
            continue
        near = closest(word.casefold(), choices)
        advice = (
            message("Did you mean {better}?", better=near)
            if near
            else message("Write one of: {choices}.", choices=", ".join(choices))
        )
        said = message(_NO_COLUMN if name == "sort" else _NO_STATUS, text=shortened(word), view=view.view)
        yield Finding(codes.WRONG_VALUE, place, said, mend(document.block, place, advice, near))
