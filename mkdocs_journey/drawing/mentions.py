"""Pages that refer to a place of a map without being named there."""

from __future__ import annotations

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.drawing.items import ItemView
from mkdocs_journey.drawing.surroundings import Link, Standpoint
from mkdocs_journey.drawing.texts import Linked, Listed, worded
from mkdocs_journey.languages.words import Words
from mkdocs_journey.relations import PlaceOnMap

SHOWN = 3
"""Pages that a cell shows at once; the rest is folded away."""


def pages_mentioning(entry: JourneyEntry, column: PlaceOnMap, surroundings: Standpoint) -> list[Link]:
    """Links to pages that refer to a place, but for those to which the place itself leads."""
    relations = surroundings.relations.of_place(entry.id, column)
    named = {relation.page for relation in relations if relation.kind != "mention"}
    found = [
        surroundings.links(f"/{page}", entry.page) for page in (one.page for one in relations) if page not in named
    ]
    return [link for link in found if link is not None]


def mention_items(entry: JourneyEntry, column: PlaceOnMap, surroundings: Standpoint, words: Words) -> list[ItemView]:
    """Items for the lane of help: one line that names the pages, and one that folds away what is too much for it."""
    pages = pages_mentioning(entry, column, surroundings)
    if not pages:
        return []
    # A fold for one page would take the room of the page.
    end = SHOWN if len(pages) > SHOWN + 1 else len(pages)
    shown = Listed(tuple(Linked(page.address, page.title) for page in pages[:end]))
    items = [ItemView("", notes=(worded(words, "relations.mentioned_in", {"pages": shown}),))]
    if folded := tuple(ItemView(page.title, address=page.address) for page in pages[end:]):
        items.append(ItemView(words("relations.more_pages", number=len(folded)), folded=folded))
    return items
