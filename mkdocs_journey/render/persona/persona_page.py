"""A persona's page: the person, what the author wrote about them, and what the site's journeys add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_journey.atlas import JourneyEntry, PersonaEntry
from mkdocs_journey.drawing.pains import PainMark, pains_of
from mkdocs_journey.drawing.portrait import portrait
from mkdocs_journey.drawing.surroundings import Link
from mkdocs_journey.drawing.texts import WrittenTexts
from mkdocs_journey.languages.words import Words, without_quotation_marks
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.references.earlier import earlier_persona_anchors
from mkdocs_journey.render.cards.card import JourneyCard, freshness, journey_card
from mkdocs_journey.render.html.elements import from_template, without_delimiters
from mkdocs_journey.render.html.rendered import Heading, Rendered
from mkdocs_journey.render.html.sanitizer import without_links
from mkdocs_journey.render.html.texts import Inline, Texts
from mkdocs_journey.render.html.written import TextsAsHtml, targets_html
from mkdocs_journey.render.persona.sections import PersonaSection, PersonaSections, across, balanced
from mkdocs_journey.render.surroundings import Surroundings

if TYPE_CHECKING:
    from jinja2 import Environment

    from mkdocs_journey.drawing.changes import ReviewHead


class RankedPain(Struct, frozen=True):
    """A pain point of one of the persona's journeys."""

    text: Inline
    link: Link | None
    severity: int
    """1 to 5; 0 where it is not told."""
    settled: str
    """``resolved`` or ``accepted``, or ""."""
    journey: Inline
    place: Inline


def render_persona(entry: PersonaEntry, surroundings: Surroundings, environment: Environment) -> Rendered:
    """The whole page of a persona, from its title down."""
    persona = entry.persona
    words = surroundings.words.of(persona.lang)
    other_language = words.tag if words.tag != surroundings.words.tag else ""
    surroundings = replace(surroundings, words=words)
    texts = Texts(surroundings.inline, entry.document.block.file)
    sections = PersonaSections(persona, entry.anchor, words, texts, surroundings.links)
    bands, rail = balanced(sections.bands(), sections.rail())
    own = surroundings.atlas.journeys_of(entry)
    pains = _ranked_pains(own, surroundings, texts)
    groups = _journey_groups(entry, own, surroundings, texts, words, sections)
    pains_section = PersonaSection(sections.new_id("pain-points"), words("persona.pain_points")) if pains else None
    view = {
        "roles": [texts(text) for text in (persona.role, persona.company) if text],
        "facts": _facts(persona, texts, words),
        "quote": texts(without_quotation_marks(persona.quote)) if persona.quote else None,
        "portrait": portrait(entry, surroundings.links, words),
        "label": _label(persona, words),
        "based_on": _based_on(persona, words),
        "review": _review(entry, surroundings, words),
        "freshness": freshness(persona.reviewed, persona.review_every, surroundings.today),
    }
    level = surroundings.level
    html = from_template(
        environment, "journey/persona.html",
        entry=entry, persona=persona, rail=rail, bands=bands, pains=pains, pains_section=pains_section, groups=groups,
        words=words, other_language=other_language, level=level, below=min(level + 1, 6),
        without_links=without_links, across=across,
        targets=targets_html(earlier_persona_anchors(entry, surroundings.atlas)), **view,
    )  # fmt: skip
    shown = [*(section for band in bands for section in band.sections), *rail]
    shown += [section for section in (pains_section, *(section for section, _ in groups)) if section]
    headings = [Heading(level, entry.anchor, entry.name)]
    headings += [Heading(min(level + 1, 6), section.id, section.plain_title) for section in shown]
    return Rendered(without_delimiters(html), tuple(headings))


def _review(entry: PersonaEntry, surroundings: Surroundings, words: Words) -> ReviewHead | None:
    """What changed of the persona, for the template; None in a build that compares nothing."""
    if surroundings.review is None:
        return None
    from mkdocs_journey.drawing.changes import review_head

    texts = WrittenTexts(entry.document.block.file)
    found = review_head("persona", entry.id, surroundings, texts, words)
    shown: ReviewHead | None = TextsAsHtml(surroundings.inline, texts.files).shown(found)
    return shown


def _label(persona: Persona, words: Words) -> str:
    if persona.tier in ("core", "secondary"):
        return words(f"persona.{persona.tier}")
    return " · ".join([words("persona.label"), *([words("persona.anti")] if persona.tier else [])])


def _based_on(persona: Persona, words: Words) -> str:
    """“interviews (12), survey (240)”: numbers of one kind are added up."""
    numbers: dict[str, int] = {}
    for source in persona.evidence:
        if source.kind:
            numbers[source.kind] = numbers.get(source.kind, 0) + (source.n or 0)
    named = [
        words("persona.counted", source=words(f"persona.source.{kind}"), number=number)
        if number
        else words(f"persona.source.{kind}")
        for kind, number in numbers.items()
    ]
    return words("persona.based_on", evidence=words("text.comma").join(named)) if named else ""


def _facts(persona: Persona, texts: Texts, words: Words) -> list[tuple[str, Inline | str]]:
    """What stands in one line below the role."""
    found: list[tuple[str, Inline | str]] = []
    if persona.segment:
        found.append((words("persona.section.segment"), texts(persona.segment)))
    if persona.owner:
        found.append((words("fact.owner"), texts(persona.owner)))
    if persona.reviewed:
        found.append((words("persona.reviewed"), words.date(persona.reviewed)))
        if persona.review_every:
            found.append((words("persona.next_review"), words.date(persona.review_every.after(persona.reviewed))))
    return found


def _journey_groups(
    entry: PersonaEntry,
    own: tuple[JourneyEntry, ...],
    surroundings: Surroundings,
    texts: Texts,
    words: Words,
    sections: PersonaSections,
) -> list[tuple[PersonaSection, list[JourneyCard]]]:
    """The persona's journeys, and those of others that concern them."""
    atlas = surroundings.atlas
    concerned = [
        journey
        for journey in atlas.journeys.values()
        if journey not in own and any(atlas.persona(reference) is entry for reference in journey.journey.stakeholders)
    ]
    groups = []
    for name, journeys in (("journeys", own), ("concerned", concerned)):
        if journeys:
            section = PersonaSection(sections.new_id(name), words(f"persona.{name}"))
            others = name == "concerned"
            groups.append((section, [journey_card(journey, surroundings, texts, others) for journey in journeys]))
    return groups


def _ranked_pains(journeys: tuple[JourneyEntry, ...], surroundings: Surroundings, texts: Texts) -> list[RankedPain]:
    """Pain points of today: severe ones first, then those that cost most, in the order of the maps."""
    today = [entry for entry in journeys if entry.journey.state == "current" and entry.journey.status != "retired"]
    ranked = sorted(
        ((entry, mark) for entry in today for mark in pains_of(entry).marks), key=lambda pair: _priority(pair[1])
    )
    return [_shown(mark, entry, surroundings, texts) for entry, mark in ranked]


def _priority(mark: PainMark) -> tuple[bool, int, int]:
    pain = mark.pain
    weight = (pain.impact or 1) * (pain.frequency or 1) if pain.impact or pain.frequency else 0
    return pain.status in ("resolved", "accepted"), -(pain.severity or 0), -weight


def _shown(mark: PainMark, entry: JourneyEntry, surroundings: Surroundings, texts: Texts) -> RankedPain:
    file = entry.document.block.file
    position, place = mark.column
    phase = entry.phases[position]
    step = phase.steps[place] if place is not None else None
    parts = [mark.pain.id, f"{phase.slug}/{step.slug}" if step else phase.slug]
    found = (surroundings.links(f"journey:{entry.id}#{part}", entry.page) for part in parts if part)
    return RankedPain(
        text=texts(mark.pain.text, file),
        link=next((link for link in found if link), None),
        severity=mark.pain.severity or 0,
        settled=mark.pain.status if mark.pain.status in ("resolved", "accepted") else "",
        journey=texts(entry.title, file),
        place=texts(step.step.name if step else phase.phase.name, file),
    )
