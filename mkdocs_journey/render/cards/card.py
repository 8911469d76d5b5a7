"""Cards: a journey by its curve and worst moment, a persona by name and quote. Each leads to the whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry, PersonaEntry
from mkdocs_journey.drawing.portrait import Portrait, portrait
from mkdocs_journey.drawing.surroundings import Link
from mkdocs_journey.languages.words import Words, without_quotation_marks
from mkdocs_journey.model.values import Period
from mkdocs_journey.render.cards.sparkline import Sparkline, sparkline
from mkdocs_journey.render.html.elements import from_template, without_delimiters
from mkdocs_journey.render.html.rendered import Rendered
from mkdocs_journey.render.html.sanitizer import without_links
from mkdocs_journey.render.html.texts import Inline, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.views.reviews import standing

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


class JourneyCard(Struct, frozen=True):
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
    best_name: Inline | None
    """None where the best moment is the worst as well."""
    best_score: str
    best_link: Link | None
    end_score: str
    reviewed: date | None
    freshness: str
    """``fresh``, ``due``, ``overdue``, or "" where no rhythm was agreed."""
    language: str
    """The language of its texts, where it is not the site's."""


def journey_card(
    entry: JourneyEntry, surroundings: Surroundings, texts: Texts, with_persona: bool = True
) -> JourneyCard:
    """The card of a journey. Its texts are in ``texts``: they become HTML together, once the first is shown."""
    words, journey = surroundings.words, entry.journey
    file = entry.document.block.file
    names = [surroundings.atlas.persona_name(reference) for reference in journey.persona] if with_persona else []
    status = [words(f"status.{journey.status}")] if journey.status else []
    spark = sparkline(entry)
    worst = spark.worst if spark else None
    best = spark.best if spark and spark.best.score > spark.worst.score else None
    signed = journey.scale.low < 0
    language = words.of(journey.lang).tag

    def link(part: str = "") -> Link | None:
        return surroundings.links(f"journey:{entry.id}{part}", entry.page)

    return JourneyCard(
        title=texts(entry.title, file),
        link=link(),
        about=(*names, words(f"card.{journey.state}"), *status),
        size=_size(entry, words),
        spark=spark,
        worst_name=texts(worst.name, file) if worst else None,
        worst_score=words.signed(worst.score, sign=signed) if worst else "",
        worst_link=link(f"#{worst.reference}") if worst else None,
        best_name=texts(best.name, file) if best else None,
        best_score=words.signed(best.score, sign=signed) if best else "",
        best_link=link(f"#{best.reference}") if best else None,
        end_score=words.signed(spark.end.score, sign=signed) if spark and best else "",
        reviewed=journey.reviewed,
        freshness=freshness(journey.reviewed, journey.review_every, surroundings.today),
        language=language if language != words.tag else "",
    )


def freshness(last: date | None, every: Period | None, today: date) -> str:
    """``fresh``, ``due`` within a month, ``overdue``, or "" where no rhythm or no review is known."""
    found = standing(last, every, today)
    return "" if found in ("never", "unplanned") else found


class PersonaCard(Struct, frozen=True):
    """A persona, ready for ``journey/persona-card.html``."""

    link: Link | None
    name: str
    portrait: Portrait
    roles: tuple[Inline, ...]
    quote: Inline | None
    words: Words
    """In the persona's language."""
    other_language: str
    """The persona's language, where it is not the site's."""

    def html(self, environment: Environment) -> Markup:
        """The card as its template draws it."""
        values = {name: getattr(self, name) for name in self.__struct_fields__}
        return from_template(environment, "journey/persona-card.html", without_links=without_links, **values)


def persona_card(entry: PersonaEntry, surroundings: Surroundings, texts: Texts) -> PersonaCard:
    """The card of a persona. Its texts are in ``texts``, as those of a journey's card are."""
    persona, file = entry.persona, entry.document.block.file
    words = surroundings.words.of(persona.lang)
    return PersonaCard(
        link=surroundings.links(f"persona:{entry.id}", entry.source_page),
        name=entry.name,
        portrait=portrait(entry, surroundings.links, words),
        roles=tuple(texts(text, file) for text in (persona.role, persona.company) if text),
        quote=texts(without_quotation_marks(persona.quote), file) if persona.quote else None,
        words=words,
        other_language=words.tag if words.tag != surroundings.words.tag else "",
    )


def render_persona_card(entry: PersonaEntry, surroundings: Surroundings, environment: Environment) -> Rendered:
    """A persona where its block stands on a page that is not its own: a card that leads to its page.

    It has no heading and no id: those belong to the persona's page.
    """
    texts = Texts(surroundings.inline, entry.document.block.file)
    card = persona_card(entry, surroundings, texts)
    return Rendered(without_delimiters(card.html(environment)))


def _size(entry: JourneyEntry, words: Words) -> str:
    """A journey counts its steps; where it has none, its phases."""
    steps = sum(len(phase.steps) for phase in entry.phases)
    number = steps or len(entry.phases)
    unit = "step" if steps else "phase"
    return words(f"card.{unit}_{'one' if number == 1 else 'other'}", number=number)
