"""A place of a journey in a few words, for pages that have to do with it: where it is, and how it feels there."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry, PhaseEntry, StepEntry
from mkdocs_journey.drawing.surroundings import Link
from mkdocs_journey.languages.words import Words
from mkdocs_journey.relations import PlaceOnMap
from mkdocs_journey.render.cards.sparkline import glance
from mkdocs_journey.render.html.texts import Inline, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.views.moments import Moment


class Glimpse(Struct, frozen=True):
    """A place, ready for a template. Its texts are shown without markup."""

    journey: Inline
    """The journey's title, or the title of its page, where the one begins with the other."""
    name: Inline | None
    """The phase or step; None for the journey as a whole."""
    number: str
    """Of the phase or step."""
    link: Link | None
    curve: Markup
    """Its picture; empty where nothing was measured."""
    face: str
    """End of the class name of a face; empty where there is no score."""
    negative: bool
    feeling: str
    """The score and the feeling at the place itself, or a feeling that has no score."""
    worst: str
    """For a place that holds several moments: the score of the worst one."""
    worst_name: Inline | None
    language: str
    """Language of the names where it is another than the site's."""

    depth: float
    """How painful it is: 1 at the lower end of the scale, −1 at the upper one, −2 where there is no score."""


def glimpse(entry: JourneyEntry, column: PlaceOnMap, surroundings: Surroundings, texts: Texts) -> Glimpse:
    """A place of a journey. Its names are in ``texts``: they become HTML together, once the first is shown."""
    journey, file = entry.journey, entry.document.block.file
    phase = entry.phases[column[0]] if column else None
    step = phase.steps[column[1]] if phase and column and column[1] is not None else None
    place = step or phase
    words = surroundings.words.of(journey.lang)
    seen = glance(entry, column)
    moment = seen.moment if seen else None
    exact = bool(seen and seen.exact)
    return Glimpse(
        journey=texts(_title(entry, surroundings), file),
        name=texts(_name(place), file) if place else None,
        number=place.number if place else "",
        link=surroundings.links(f"journey:{entry.id}{_part(phase, step)}", entry.page),
        curve=seen.picture if seen else Markup(),
        face=moment.face if moment else "",
        negative=bool(moment and moment.negative),
        feeling=_feeling(entry, place, moment, words) if exact or not moment else "",
        worst=_score(entry, moment, words) if moment and not exact else "",
        worst_name=texts(moment.name, file) if moment and not exact else None,
        language=words.tag if words.tag != surroundings.words.tag else "",
        depth=_depth(entry, moment) if moment else -2,
    )


def _title(entry: JourneyEntry, surroundings: Surroundings) -> str:
    """A good title tells what was found, and is long: “Renewal turns on one page” stands on a page called “Renewal”."""
    page = surroundings.links(f"/{entry.page}", entry.page)
    begins = page is not None and page.title and entry.title.casefold().startswith(page.title.casefold())
    return page.title if page is not None and begins else entry.title


def _name(place: PhaseEntry | StepEntry) -> str:
    return place.step.name if isinstance(place, StepEntry) else place.phase.name


def _part(phase: PhaseEntry | None, step: StepEntry | None) -> str:
    if phase is None:
        return ""
    return f"#{phase.slug}/{step.slug}" if step else f"#{phase.slug}"


def _depth(entry: JourneyEntry, moment: Moment) -> float:
    scale = entry.journey.scale
    below = scale.neutral - moment.score
    return below / (scale.neutral - scale.low if below > 0 else scale.high - scale.neutral)


def _score(entry: JourneyEntry, moment: Moment, words: Words) -> str:
    return words.signed(moment.score, sign=entry.journey.scale.low < 0)


def _feeling(entry: JourneyEntry, place: PhaseEntry | StepEntry | None, moment: Moment | None, words: Words) -> str:
    """The score and the feeling as the map has them; a feeling alone where nobody has given it a score."""
    if moment is not None:
        place = moment.step or moment.phase
    if place is None:
        return ""
    emotion = (place.step if isinstance(place, StepEntry) else place.phase).emotion
    label = (emotion.label or emotion.face) if emotion else ""
    return f"{_score(entry, moment, words)} {label}".strip() if moment else label
