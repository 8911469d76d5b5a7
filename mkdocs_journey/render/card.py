"""Cards: a journey by its curve and worst moment, a persona by name and quote. Each leads to the whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mkdocs_journey.atlas import JourneyEntry, PersonaEntry
from mkdocs_journey.model.values import Period
from mkdocs_journey.render.portrait import portrait
from mkdocs_journey.render.rendered import Rendered
from mkdocs_journey.render.sanitizer import without_delimiters, without_links
from mkdocs_journey.render.sparkline import Sparkline, sparkline
from mkdocs_journey.render.surroundings import Link, Surroundings
from mkdocs_journey.render.texts import Inline, Texts
from mkdocs_journey.render.words import Words, without_quotation_marks

if TYPE_CHECKING:
    from jinja2 import Environment

NOTICE = timedelta(days=30)
"""How long before its day a review is called due."""


@dataclass(frozen=True, slots=True)
class JourneyCard:
    """A journey, ready for ``journey/journey-card.html``."""

    title: Inline
    link: Link | None
    about: tuple[str, ...]
    """Whose it is, which state it shows, how far it can be trusted."""
    size: str
    """How many steps it has."""
    spark: Sparkline | None
    worst_name: Inline | None
    worst_score: str
    worst_link: Link | None
    reviewed: date | None
    freshness: str
    """``fresh``, ``due``, ``overdue``, or "" where no rhythm was agreed."""


def journey_card(
    entry: JourneyEntry, surroundings: Surroundings, texts: Texts, with_persona: bool = True
) -> JourneyCard:
    """The card of a journey. Its texts are in ``texts``, which the caller converts before showing it."""
    words, journey = surroundings.words, entry.journey
    file = entry.document.block.file
    names = [surroundings.atlas.persona_name(reference) for reference in journey.persona] if with_persona else []
    status = [words(f"status.{journey.status}")] if journey.status else []
    spark = sparkline(entry)
    worst = spark.worst if spark else None
    return JourneyCard(
        title=texts(entry.title, file),
        link=surroundings.links(f"journey:{entry.id}", entry.page),
        about=(*names, words(f"card.{journey.state}"), *status),
        size=_size(entry, words),
        spark=spark,
        worst_name=texts(worst.name, file) if worst else None,
        worst_score=words.signed(worst.score, sign=journey.scale.low < 0) if worst else "",
        worst_link=surroundings.links(f"journey:{entry.id}#{worst.reference}", entry.page) if worst else None,
        reviewed=journey.reviewed,
        freshness=freshness(journey.reviewed, journey.review_every, surroundings.today),
    )


def freshness(last: date | None, every: Period | None, today: date) -> str:
    """``fresh``, ``due`` within :data:`NOTICE`, ``overdue``, or "" where no rhythm or no review is known."""
    if last is None or every is None:
        return ""
    day = every.after(last)
    if day < today:
        return "overdue"
    return "due" if day - today <= NOTICE else "fresh"


def render_persona_card(entry: PersonaEntry, surroundings: Surroundings, environment: Environment) -> Rendered:
    """A persona where its block stands on a page that is not its own: a card that leads to its page.

    It has no heading and no id: those belong to the persona's page.
    """
    persona = entry.persona
    words = surroundings.words.of(persona.lang)
    texts = Texts(surroundings.inline, entry.document.block.file)
    view = {
        "link": surroundings.links(f"persona:{entry.id}", entry.source_page),
        "name": entry.name,
        "portrait": portrait(entry, surroundings.links, words),
        "roles": [texts(text) for text in (persona.role, persona.company) if text],
        "quote": texts(without_quotation_marks(persona.quote)) if persona.quote else None,
    }
    texts.convert()
    html = environment.get_template("journey/persona-card.html").render(
        words=words,
        other_language=words.tag if words.tag != surroundings.words.tag else "",
        without_links=without_links,
        **view,
    )
    return Rendered(without_delimiters(html))


def _size(entry: JourneyEntry, words: Words) -> str:
    """A journey counts its steps; where it has none, its phases."""
    steps = sum(len(phase.steps) for phase in entry.phases)
    number = steps or len(entry.phases)
    unit = "step" if steps else "phase"
    return words(f"card.{unit}_{'one' if number == 1 else 'other'}", number=number)
