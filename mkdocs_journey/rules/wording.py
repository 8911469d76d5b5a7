"""Wording: what the customer does, thinks and says is told in the customer's words, not in those of the company."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from mkdocs_journey.findings import Finding
from mkdocs_journey.message import all_of, counted, message
from mkdocs_journey.model.document import Path
from mkdocs_journey.model.lane_table import lanes_that
from mkdocs_journey.model.names import standard_names
from mkdocs_journey.model.parts import Evidenced
from mkdocs_journey.quoting import without_markup
from mkdocs_journey.rules import codes
from mkdocs_journey.rules.company_words import company_words
from mkdocs_journey.rules.examined import ExaminedMap

SPOKEN = frozenset(lanes_that(lambda lane: lane.spoken))
"""Lanes in which the customer speaks."""
CUSTOMER_LANES = frozenset(lanes_that(lambda lane: lane.customers))
"""Lanes that belong to the customer."""


class _Text(NamedTuple):
    path: Path
    lane: str
    text: str


def company_speak(seen: ExaminedMap) -> Iterator[Finding]:
    """No word of the company stands in a lane of the customer; one finding for a text.

    The words are those of the map's language.
    """
    known = company_words(seen.language)
    if known is None:
        return
    texts: list[str] = [item.text for item in seen.journey.customer_goal]
    for _, lanes in seen.places:
        for lane in lanes.model_fields_set & CUSTOMER_LANES:
            texts += [_text_of(item)[1] for item in getattr(lanes, lane)]
    signs = known.signs_in("\n".join(texts))
    if not signs:
        return
    for path, lane, text in sorted(_texts_with(signs, seen)):
        plain = without_markup(text)
        if found := known.words(plain, signs):
            listed = all_of(message("“{word}”", word=word) for word in found)
            better = [
                message("“{better}” for “{word}”", better=said, word=word) for word, said in found.items() if said
            ]
            yield seen.finding(
                codes.COMPANY_SPEAK,
                path,
                counted(
                    len(found),
                    "{words} is a word of the company, not of the customer.",
                    "{words} are words of the company, not of the customer.",
                    words=listed,
                ),
                message("Say it as the customer would, such as {words}.", words=all_of(better))
                if better
                else message("Say it as the customer would."),
            )
        elif lane not in SPOKEN and (subject := known.subject(plain)):
            yield seen.finding(
                codes.COMPANY_SPEAK,
                path,
                message("“{subject}” is how the company speaks of the person whose journey this is.", subject=subject),
                message("Begin with what they do, such as “Signs the contract”, or use the name of the persona."),
            )


def _texts_with(signs: Set[str], seen: ExaminedMap) -> Iterator[_Text]:
    """Every text in a lane of the customer that holds one of these words."""
    places: list[tuple[Path, str, tuple[Evidenced, ...]]] = [((), "customer_goal", seen.journey.customer_goal)]
    for path, lanes in seen.places:
        places += [(path, lane, getattr(lanes, lane)) for lane in lanes.model_fields_set & CUSTOMER_LANES]
    for path, lane, items in places:
        for i, item in enumerate(items):
            field, text = _text_of(item)
            small = text.lower()
            for sign in signs:
                if sign in small:
                    yield _Text((*path, lane, i, field), lane, text)
                    break


def _text_of(item: Evidenced) -> tuple[str, str]:
    """The field that says what a thing is, and what stands in it."""
    field = next(iter(standard_names(type(item))))
    return field, getattr(item, field)


RULES = (company_speak,)
