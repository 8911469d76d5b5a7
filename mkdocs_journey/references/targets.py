"""What there is to refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.model.checks import lanes_of
from mkdocs_journey.model.lane_table import naming_fields
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.values import closest, plain_word, slug
from mkdocs_journey.references.earlier import earlier_anchors, earlier_persona_anchors
from mkdocs_journey.source.anchors import find_anchors, headings_of, plain_anchor


class ReferenceTargets:
    """The atlas, the files and the pages of a site; what is rarely asked for is only gathered when it is."""

    def __init__(self, atlas: Atlas, exists: Callable[[str], bool], texts: Mapping[str, str]) -> None:
        """Take the atlas, what tells whether a path is a file of the site, and the texts of all pages by path."""
        self.atlas = atlas
        self.exists = exists
        self._texts = texts
        self._anchors: dict[str, frozenset[str] | None] = {}

    def has_anchor(self, page: str, anchor: str) -> bool:
        """Whether a page has an anchor, or may have it as far as anybody can tell from its text."""
        text = self._texts.get(page)
        if text is None:
            return True
        if anchor.startswith(("journey-", "persona-")):
            return True if self.atlas.broken else anchor in self._of_blocks.get(page, ())
        if page not in self._anchors:
            self._anchors[page] = find_anchors(text)
        anchors = self._anchors[page]
        return anchors is None or anchor.startswith(("fn:", "fnref:", "__")) or plain_anchor(anchor) in anchors | {""}

    def near_anchor(self, page: str, anchor: str) -> str | None:
        """The anchor of a page that a wrong one most likely means; None where it cannot be told."""
        if anchor.startswith(("journey-", "persona-")):
            return closest(anchor, sorted(self._of_blocks.get(page, ())))
        text = self._texts.get(page, "")
        headings = {slug(heading): plain_anchor(heading) for heading in headings_of(text)}
        wanted = plain_anchor(anchor)
        begins = [name for name, plain in headings.items() if wanted and plain.startswith(wanted)]
        return begins[0] if len(begins) == 1 else closest(anchor, sorted(headings))

    @cached_property
    def _of_blocks(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for journey in self.atlas.journeys.values():
            anchors = {anchor for anchor, _ in journey.parts.values()} | {journey.anchor}
            for phase in journey.phases:
                anchors |= {phase.anchor, *(step.anchor for step in phase.steps)}
            for earlier in earlier_anchors(journey, self.atlas).values():
                anchors.update(earlier)
            found.setdefault(journey.page, set()).update(anchors)
        for persona in self.atlas.personas.values():
            for page in (persona.page, persona.source_page):
                found.setdefault(page, set()).update((persona.anchor, *earlier_persona_anchors(persona, self.atlas)))
        return found

    @cached_property
    def opportunities(self) -> frozenset[str]:
        """Ids and texts of all opportunities of the site."""
        return frozenset(
            name
            for journey in self.atlas.journeys.values()
            for _, lanes in lanes_of(journey.journey)
            for idea in lanes.opportunities
            for name in (idea.id, idea.text)
            if name
        )

    @cached_property
    def owners(self) -> dict[str, str]:
        """Everybody who answers for something on a map or for a persona, by their plain word."""
        people = [entry.persona.owner for entry in self.atlas.personas.values()]
        people += [entry.journey.owner for entry in self.atlas.journeys.values()]
        return _by_plain_word([*people, *self._named("team")])

    @cached_property
    def channels(self) -> dict[str, str]:
        """All channels of touchpoints and of lanes that hold channels, by their plain word."""
        return _by_plain_word(self._named("channel"))

    def _named(self, what: str) -> Iterator[str | None]:
        """Names of channels or teams in the lanes of all maps."""
        naming = [(lane, field) for lane, fields in naming_fields() for field, kind in fields if kind == what]
        for lanes in self._everywhere:
            for lane, field in naming:
                yield from (getattr(item, field) for item in getattr(lanes, lane))

    @cached_property
    def phases(self) -> dict[str, str]:
        """Names and ids of all phases, by their plain word."""
        entries = [phase for journey in self.atlas.journeys.values() for phase in journey.phases]
        return _by_plain_word(name for entry in entries for name in (entry.phase.name, entry.slug))

    @cached_property
    def _everywhere(self) -> tuple[Lanes, ...]:
        return tuple(lanes for entry in self.atlas.journeys.values() for _, lanes in lanes_of(entry.journey))

    @cached_property
    def people(self) -> frozenset[str] | None:
        """Ids of all personas that some map names, as its own or as a stakeholder.

        None where a map names a persona that nobody knows: it may be any of them, misspelt.
        """
        found: set[str] = set()
        for entry in self.atlas.journeys.values():
            named = [name for name in entry.journey.persona if not self._is_elsewhere(name)]
            own = [self.atlas.persona(name) for name in named]
            if None in own:
                return None
            others = [self.atlas.persona(name) for name in entry.journey.stakeholders]
            found.update(persona.id for persona in (*own, *others) if persona is not None)
        return frozenset(found)

    def _is_elsewhere(self, persona: str) -> bool:
        return self.atlas.foreign_persona(persona) is not None or self.atlas.foreign.is_unread(persona)


def _by_plain_word(names: Iterable[str | None]) -> dict[str, str]:
    """Names as they are first written."""
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(plain_word(name), name)
    return found
