"""A program of its own, in which a lane is added in one place; it prints what everything else makes of it."""

from __future__ import annotations

import json
from typing import Annotated

from msgspec.structs import replace
from pydantic import Field

from mkdocs_journey.model import lanes
from mkdocs_journey.model.lane import Lane, LaneGroup, WalkPart
from mkdocs_journey.model.parts import Evidenced, Item, OneValue
from mkdocs_journey.model.shapes import Many, Names, OneText, Rating


class Rival(Evidenced):
    """A thing with fields of its own, which nothing else knows."""

    name: OneText = Field(description="Who it is.")
    strength: Rating | None = Field(None, description="How strong it is.")
    seen_at: OneText | None = Field(None, description="Where people meet it.")
    page: OneText | None = Field(None, description="A page about it.")


class WithLane(lanes.Lanes):
    """The lanes, and five more: of texts, of things with fields, of a number, of names, and of somebody's own words."""

    kpi_note: Annotated[OneValue, Lane(LaneGroup.WORK, statement=True, walk=WalkPart.LOOK_FOR)] = Field(
        (), description="What the number means."
    )
    likes: Annotated[Rating | None, Lane(LaneGroup.WORK, walk=WalkPart.LOOK_FOR)] = Field(
        None, description="How much people like it."
    )
    nearby: Annotated[Names, Lane(LaneGroup.WORK, walk=WalkPart.LOOK_FOR)] = Field((), description="What is near.")
    rumours: Annotated[tuple[Item, ...], Many(Item, singular="rumour"), Lane(LaneGroup.STORY, voice="thoughts")] = (
        Field((), description="What people say.")
    )
    rivals: Annotated[
        tuple[Rival, ...],
        Many(Rival, singular="rival"),
        Lane(LaneGroup.STORY, statement=True, customers=True, walk=WalkPart.OPEN),
    ] = Field((), description="Where else people look.")


lanes.Lanes = WithLane  # type: ignore[misc]

from mkdocs_journey.diff import compare_sites  # noqa: E402
from mkdocs_journey.diff.comparison import compare  # noqa: E402
from mkdocs_journey.diff.policy import grade_changes  # noqa: E402
from mkdocs_journey.diff.review import review_of  # noqa: E402
from mkdocs_journey.drawing.sentences import plain, sentence  # noqa: E402
from mkdocs_journey.exchange.journeys_json import write_journeys_json  # noqa: E402
from mkdocs_journey.exchange.steps import step_records  # noqa: E402
from mkdocs_journey.languages.language import languages  # noqa: E402
from mkdocs_journey.model.reference import reference_page  # noqa: E402
from mkdocs_journey.model.schema import json_schema  # noqa: E402
from mkdocs_journey.render.block import render_block  # noqa: E402
from mkdocs_journey.report.facts import page_in_facts  # noqa: E402
from tests.compiling import report  # noqa: E402
from tests.exchange.handbooks import handbook, mistakes  # noqa: E402
from tests.render.rendering import ENVIRONMENT, compiled, parse, surroundings, text_of  # noqa: E402

PAGE = """
```journey
id: buy
title: Buying a ticket
phases:
  - name: Find
    steps:
      - name: Search
        Kpi notes: {note}
        likes: 3
        nearby: [Shop, Station]
        rumours: It is {rumour}
        rivals:
          - name: Acme
            strength: 4
            Seen at: a *fair*
            page: /map.md
            evidence: 3 calls
```

```journeys
view: walkthrough
journey: buy
```
"""


VALUES = (("Likes 3", "Nearby Shop Station"), ("3 Shop Station",))
"""How the map, and the script, show the number and the names."""


def page(note: str, rumour: str = "free") -> str:
    """The map, and the script of its walk-through, with this text in the lane."""
    return PAGE.replace("{note}", note).replace("{rumour}", rumour)


def drawn(language: str, number: int) -> str:
    """The text of the map, or of the script."""
    site = compiled({"map.md": page("Counts trials only")})
    block = site.blocks["map.md"][number]
    return text_of(parse(render_block(block, "map.md", surroundings(site, language), ENVIRONMENT).html))


def marked() -> list[str]:
    """The lane of somebody's words for reviewers, once what was said is another thing."""
    before, now = (compiled({"map.md": page("Counts all", rumour)}) for rumour in ("free", "dear"))
    review = review_of(compare(before, now, ("main", "here")), "")
    place = replace(surroundings(now), review=review)
    body = parse(render_block(now.blocks["map.md"][0], "map.md", place, ENVIRONMENT).html)
    return [text_of(word) for word in body.select(".journey-grid dd :is(del, ins)")]


def main() -> None:
    """Print what is found."""
    site = compiled({"map.md": page("Counts trials only")})
    later = compiled({"map.md": page("Counts all").replace("strength: 4", "strength: 5")})
    published = handbook(
        {"map.md": page("Counts trials only").replace("Kpi notes", "kpi_note").replace("Seen at", "seen_at")}
    )
    file = json.loads(write_journeys_json(published))
    (step,) = (record for record in step_records(published) if record["step"])
    labels = {language: "Kpi note Counts trials only" in drawn(language, 0) for language in sorted(languages())}
    found = {
        "findings": report(site),
        "map": labels,
        "script": "Counts trials only" in drawn("en", 1),
        "things": {
            number: "Acme Strength: 4 · Seen at: a fair /map.md 3 calls" in drawn("de", number) for number in (0, 1)
        },
        "values": {n: [label in drawn("fi", n) for label in VALUES[n]] for n in (0, 1)},
        "marked": marked(),
        "schema": json_schema("journey")["$defs"]["Step"]["properties"]["kpi_note"]["description"],
        "fields": [line for line in reference_page().splitlines() if "kpi_note" in line or "rival" in line],
        "diff": [plain(sentence(graded)) for graded in grade_changes(compare_sites(site, later), {})],
        "lines": [line for line in page_in_facts(page("Counts all")).splitlines() if "Counts all" in line],
        "journeys.json": file["journeys"][0]["phases"][0]["steps"][0]["kpi_note"],
        "rivals": file["journeys"][0]["phases"][0]["steps"][0]["rivals"],
        "not in its schema": mistakes(file),
        "journeys.ndjson": step["statements"],
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
