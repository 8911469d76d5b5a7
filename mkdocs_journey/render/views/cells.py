"""What stands in the cells of a view: links to places on maps, ratings, bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.languages.language import normal_tag
from mkdocs_journey.languages.words import Words
from mkdocs_journey.render.html.elements import as_markup, element, joined, style
from mkdocs_journey.render.html.sanitizer import without_links
from mkdocs_journey.render.html.texts import Text, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.views.selection import SelectedPlace


class Joined(Struct, frozen=True):
    """Texts one behind the other, with something between them."""

    texts: Sequence[Text]
    separator: Text = ", "

    def __html__(self) -> Markup:
        return joined(self.texts, self.separator)


class Way(Struct, frozen=True):
    """A text as a link, where the link leads somewhere."""

    text: Text
    address: str

    def __html__(self) -> Markup:
        return element("a", without_links(self.text), href=self.address) if self.address else as_markup(self.text)


def way_to(surroundings: Surroundings, address: str, text: Text, file: str) -> Way:
    """A text that leads to a journey, a part of it, a persona or a page, as an author would link to it in ``file``."""
    link = surroundings.links(address, file)
    return Way(text, link.address if link else "")


def place_way(surroundings: Surroundings, place: SelectedPlace, texts: Texts) -> Way:
    """The link to a place on a map: its number and its name."""
    return way_to(surroundings, place.address, Joined((place.number, texts(place.name, place.file)), " "), place.file)


def places_text(surroundings: Surroundings, places: Iterable[SelectedPlace], texts: Texts) -> Text:
    """Links to several places, and below those of one phase its name and that of the map."""
    parts: list[Text] = []
    for _, group in groupby(places, key=lambda place: place.phase.anchor):
        together = list(group)
        first = together[0]
        ways = Joined(tuple(place_way(surroundings, place, texts) for place in together))
        names = [first.journey.title] if first.step is None else [first.phase.phase.name, first.journey.title]
        below = Small(Joined(tuple(texts(name, first.file) for name in names), " · "))
        parts.append(spoken(Joined((ways, below), " "), first.journey, surroundings.words))
    return Joined(tuple(parts), "")


def spoken(text: Text, journey: JourneyEntry, words: Words) -> Text:
    """A text of a map, marked where it is in another language than the page."""
    tag = normal_tag(journey.journey.lang or words.tag)
    return text if tag == words.tag else Spoken(text, tag, words.of(tag).direction)


class Spoken(Struct, frozen=True):
    """A text in another language than the page."""

    text: Text
    language: str
    direction: str

    def __html__(self) -> Markup:
        return element("span", self.text, lang=self.language, dir=self.direction)


class Strong(Struct, frozen=True):
    """A text that is seen first; in the colour of alarm where it ``hurts``."""

    text: Text
    hurts: bool = False

    def __html__(self) -> Markup:
        return element("b", self.text, cls="journey-alarm" if self.hurts else None)


class Hypothetical(Struct, frozen=True):
    """A text that nobody has observed yet."""

    text: Text

    def __html__(self) -> Markup:
        return element("span", self.text, cls="journey-hyp")


class Small(Struct, frozen=True):
    """A remark in smaller letters."""

    text: Text

    def __html__(self) -> Markup:
        return element("small", self.text)


class Rated(Struct, frozen=True):
    """A rating from 1 to 5 as bars and a word."""

    rating: int
    words: Words
    hurts: bool = True
    """Whether a high one is bad."""

    def __html__(self) -> Markup:
        name = self.words(f"rating.{self.rating}")
        return element(
            "span", name, cls=("journey-sev", "" if self.hurts else "is-plain"), style=style(sev=self.rating)
        )


class Bar(Struct, frozen=True):
    """A number with a bar of its size."""

    number: str
    percent: float
    """0 to 100."""

    def __html__(self) -> Markup:
        return element("span", self.number, cls="journey-meter", style=style(value=round(self.percent, 1)))
