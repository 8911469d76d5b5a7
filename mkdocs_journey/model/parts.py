"""What stands in the cells of a map: items, touchpoints, pains, opportunities, content."""

import re
from typing import Annotated, Literal

from pydantic import Field, model_validator

from mkdocs_journey.model.lane import Lane, LaneGroup
from mkdocs_journey.model.shapes import (
    Choice,
    Day,
    Fields,
    Flag,
    Identifier,
    Many,
    ManyTexts,
    Names,
    One,
    OneText,
    Part,
    Rating,
    WholeNumber,
)

_SPACE = re.compile(r"\s")


class Evidenced(Part):
    """Anything that is observed, or only assumed."""

    evidence: Annotated[ManyTexts, Lane(LaneGroup.EVIDENCE)] = Field(
        (),
        description="Where this is known from: ids of the journey's evidence, or a few words such as “9 of 14 interviews”.",
    )
    hypothesis: Flag = Field(
        False,
        description="true where nobody has observed it yet. It is drawn dashed. `(?)` at the end of the text says the same.",
    )


class Item(Evidenced):
    """A text in a cell."""

    text: OneText = Field(description="The text itself, in inline Markdown.")


class Action(Item):
    """Something that the customer does."""

    possible: Flag = Field(False, description="true for something that only some customers do.")


class Touchpoint(Evidenced):
    """A place at which the customer meets the company."""

    name: OneText = Field(description="What the customer meets: a page, a call, a form.")
    channel: OneText | None = Field(None, description="The channel through which they meet: email, phone, app, chat, …")
    mode: Annotated[Literal["self-service", "contact"], Choice(kind="touchpoint_mode")] | None = Field(
        None, description="Whether the customer is alone with it or meets a person."
    )
    page: OneText | None = Field(None, description="The page that helps here: a path or an address.")
    owner: OneText | None = Field(None, description="Who answers for it.")
    impact: Rating | None = Field(None, description="How much it matters to the customer, 1 to 5.")
    actual: OneText | None = Field(None, description="How it is today, a rating or a few words.")
    desired: OneText | None = Field(None, description="How it should be, a rating or a few words.")


class Pain(Item):
    """A pain point."""

    id: Identifier | None = Field(
        None, description="A short id, so that opportunities and other pages can refer to it."
    )
    kind: Annotated[Literal["anxiety", "dissatisfaction", "lack"], Choice(kind="pain_kind")] | None = Field(
        None, description="What sort of pain it is."
    )
    severity: Rating | None = Field(None, description="How much it hurts when it happens, 1 to 5.")
    frequency: Rating | None = Field(None, description="How often it happens, 1 to 5.")
    impact: Rating | None = Field(None, description="What it costs the business, 1 to 5.")
    owner: OneText | None = Field(None, description="Who answers for it.")
    status: Annotated[Literal["open", "planned", "resolved", "accepted"], Choice(kind="pain_status")] | None = Field(
        None, description="How far it is dealt with."
    )


class Opportunity(Item):
    """Something that would make the experience better."""

    id: Identifier | None = Field(None, description="A short id, so that other pages can refer to it.")
    fixes: Names = Field(
        (), description="The pains that it fixes, by id or text. Absent, it means the one pain of its own step."
    )
    impact: Rating | None = Field(None, description="How much it would help, 1 to 5.")
    effort: Rating | None = Field(None, description="How much work it is, 1 to 5.")
    owner: OneText | None = Field(None, description="Who answers for it.")
    status: (
        Annotated[Literal["idea", "planned", "doing", "done", "dropped"], Choice(kind="opportunity_status")] | None
    ) = Field(None, description="How far it is.")
    related: Names = Field((), description="Other opportunities that belong with it, by id or text.")
    link: OneText | None = Field(None, description="Where the work is tracked: a path or an address.")


class Content(Evidenced):
    """A page that serves a step, or one that is missing."""

    text: OneText | None = Field(None, description="A text with a link. A bare path or address is taken as `page`.")
    page: OneText | None = Field(
        None,
        description="Path of the page, relative to the file that it is written in, or an address. The title comes from the page.",
    )
    kind: (
        Annotated[Literal["faq", "manual", "video", "training", "chatbot", "article"], Choice(kind="content_kind")]
        | None
    ) = Field(None, description="What kind of help it is.")
    missing: OneText | None = Field(None, description="A page that should exist and does not.")

    @model_validator(mode="before")
    @classmethod
    def _bare_path(cls, data: dict[str, object]) -> dict[str, object]:
        text = data.get("text")
        if isinstance(text, str) and "page" not in data and is_bare_address(text):
            return {**{k: v for k, v in data.items() if k != "text"}, "page": text}
        return data


def is_bare_address(text: str) -> bool:
    """Whether a text is a path or an address and nothing else."""
    if _SPACE.search(text) or "](" in text:
        return False
    return (
        "://" in text
        or text.startswith(("/", "./", "../", "journey:", "persona:"))
        or text.split("#")[0].endswith((".md", ".pdf", ".html"))
    )


class Source(Part):
    """Something that was asked, measured or watched; statements refer to it by its id."""

    id: Identifier | None = Field(None, description="The id by which statements refer to it.")
    kind: (
        Annotated[
            Literal["interview", "survey", "analytics", "support", "observation", "workshop", "case", "assumption"],
            Choice(kind="evidence_kind"),
        ]
        | None
    ) = Field(None, description="How it was learned.")
    text: OneText | None = Field(None, description="What it is, in a few words.")
    n: WholeNumber | None = Field(None, description="Number of people, answers or cases.")
    date: Day | None = Field(None, description="When, as year-month-day.")
    link: OneText | None = Field(None, description="Where the material is: a path or an address.")
    outcome: OneText | None = Field(None, description="What it showed, in one sentence.")


class Indicator(Part):
    """A number by which success is told."""

    name: OneText = Field(description="What is measured, e.g. trial activation or NPS.")
    unit: OneText | None = Field(None, description="Its unit, e.g. % or days.")
    baseline: OneText | None = Field(None, description="Where it stood at the beginning.")
    target: OneText | None = Field(None, description="Where it should be.")
    current: OneText | None = Field(None, description="Where it stands.")
    as_of: Day | None = Field(None, description="The day of the current value.")
    source: OneText | None = Field(None, description="Where the number comes from.")


class Contributor(Part):
    """Someone who worked on the map."""

    name: OneText = Field(description="The person.")
    team: OneText | None = Field(None, description="Their team.")


class Walkthrough(Part):
    """A time at which the map was tried for real."""

    date: Day | None = Field(None, description="When, as year-month-day.")
    by: OneText | None = Field(None, description="Who walked.")
    persona: OneText | None = Field(None, description="In whose shoes, by id or name.")
    result: OneText | None = Field(None, description="What came out.")


class Scope(Part):
    """Where the map begins and ends."""

    start: OneText | None = Field(None, alias="from", description="The first moment that is on the map.")
    end: OneText | None = Field(None, alias="to", description="The last moment that is on the map.")


ItemTuple = tuple[Item, ...]
Items = Annotated[ItemTuple, Many(Item)]
OneValue = Annotated[ItemTuple, Many(Item, one_value=True)]
NamedItems = Annotated[ItemTuple, Many(Item, names=True)]
Actions = Annotated[tuple[Action, ...], Many(Action, singular="action")]
Touchpoints = Annotated[tuple[Touchpoint, ...], Many(Touchpoint, names=True, singular="touchpoint")]
Pains = Annotated[tuple[Pain, ...], Many(Pain, singular="pain")]
Opportunities = Annotated[tuple[Opportunity, ...], Many(Opportunity, singular="opportunity")]
Contents = Annotated[tuple[Content, ...], Many(Content, singular="content link")]
Sources = Annotated[tuple[Source, ...], Many(Source, singular="piece of evidence")]
Indicators = Annotated[tuple[Indicator, ...], Many(Indicator, singular="indicator")]
Contributors = Annotated[tuple[Contributor, ...], Many(Contributor, names=True, singular="contributor")]
Walkthroughs = Annotated[tuple[Walkthrough, ...], Many(Walkthrough, singular="walk-through")]
ScopeField = Annotated[Scope, Fields(Scope)]
OneItem = Annotated[Item, One(Item)]
