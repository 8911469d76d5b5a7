"""A journey map: its head, its phases and its steps. The order of fields is the canonical order."""

from typing import Annotated, Literal

from pydantic import Field

from mkdocs_journey.model.lane import Lane, LaneGroup
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.parts import (
    Contributors,
    Indicators,
    Item,
    ItemTuple,
    OneValue,
    ScopeField,
    Sources,
    Walkthroughs,
)
from mkdocs_journey.model.shapes import (
    Choice,
    Day,
    Free,
    Identifier,
    Ignores,
    LanguageTag,
    Many,
    Names,
    OneText,
    Part,
    PeriodField,
    ScaleField,
    SiteIdentifier,
)
from mkdocs_journey.model.values import Scale


class Step(Lanes):
    """One step of a phase. Bare text is its name."""

    name: OneText = Field(description="What happens, in a few words.")
    id: Identifier | None = Field(None, description="A short id for links; absent, it comes from the name.")
    aliases: Names = Field((), description="Earlier ids, so that old links still arrive.")
    description: Annotated[OneValue, Lane(LaneGroup.STORY, 1, says=("definition", "scenario", "bio"))] = Field(
        (), description="The step in a sentence."
    )
    duration: Annotated[OneValue, Lane(LaneGroup.WORK, 9)] = Field((), description="How long it takes.")
    ignore: Ignores = Field(
        default_factory=dict,
        description="Rules that do not hold here, each with the reason: `{JN326: The page is being written}`.",
    )


class Phase(Lanes):
    """One phase. Bare text is its name. Any lane of a step may be given for the whole phase."""

    name: OneText = Field(description="The phase, in a word or two.")
    id: Identifier | None = Field(None, description="A short id for links; absent, it comes from the name.")
    aliases: Names = Field((), description="Earlier ids, so that old links still arrive.")
    definition: Annotated[OneValue, Lane(LaneGroup.PHASE, says=("description", "scenario", "bio"))] = Field(
        (), description="Where the phase begins and ends."
    )
    period: Annotated[
        Annotated[Literal["before", "during", "after"], Choice(kind="period")] | None, Lane(LaneGroup.PHASE)
    ] = Field(None, description="Before, during or after the purchase.")
    duration: OneText | None = Field(None, description="How long it takes.")
    customer_goal: Annotated[OneValue, Lane(LaneGroup.PHASE, voice="goal", customers=True, unbroken=True)] = Field(
        (), description="What the customer wants here."
    )
    business_goal: Annotated[OneValue, Lane(LaneGroup.PHASE)] = Field((), description="What the company wants here.")
    goal_status: Annotated[OneValue, Lane(LaneGroup.PHASE)] = Field((), description="How far the goal is reached.")
    value: Annotated[OneValue, Lane(LaneGroup.PHASE)] = Field(
        (), description="What the phase is worth to the customer."
    )
    detailed_by: Annotated[OneText | None, Lane(LaneGroup.PHASE)] = Field(
        None, description="The journey that shows this phase in detail, by id or title."
    )
    ignore: Ignores = Field(
        default_factory=dict,
        description="Rules that do not hold here, each with the reason: `{JN326: The page is being written}`.",
    )
    steps: Annotated[tuple[Step, ...], Many(Step, names=True, singular="step")] = Field(
        (), description="The steps, in order. A phase without steps is one column."
    )


class Journey(Part):
    """A journey map."""

    title: OneText | None = Field(None, description="The title; absent, the page's title serves.")
    id: SiteIdentifier | None = Field(
        None, description="The id for links, in ASCII, unique in the site; absent, it comes from the title."
    )
    aliases: Names = Field((), description="Earlier ids, so that old links still arrive.")
    persona: Names = Field(
        (),
        description="The persona whose journey this is, by id or by name. One map, one persona; the emotion is theirs.",
    )
    stakeholders: Names = Field((), description="Others concerned: personas or texts.")
    lang: LanguageTag | None = Field(None, description="Language of the texts, e.g. `ja`; labels and direction follow.")
    scenario: OneValue = Field((), description="The situation in which the journey happens.")
    expectations: Annotated[ItemTuple, Many(Item, singular="expectation")] = Field(
        (), description="What the persona expects."
    )
    trigger: OneValue = Field((), description="What sets the journey off.")
    insights: Annotated[ItemTuple, Many(Item, singular="insight")] = Field((), description="What the map taught.")
    customer_goal: OneValue = Field((), description="What the customer wants to reach.")
    business_goal: OneValue = Field((), description="What the company wants to reach.")
    state: Annotated[Literal["current", "future"], Choice(kind="state")] = Field(
        "current", description="Whether the map shows today or a plan."
    )
    redesigns: OneText | None = Field(
        None, description="On a future map: the journey that it redesigns, by id or title."
    )
    scope: ScopeField | None = Field(None, description="Where the map begins and ends: `{from, to}`.")
    duration: OneText | None = Field(None, description="How long the whole journey takes.")
    indicators: Indicators = Field((), description="Numbers by which success is told.")
    owner: OneText | None = Field(None, description="Who keeps this map.")
    sponsor: OneText | None = Field(None, description="Who stands behind it.")
    version: OneText | None = Field(None, description="Version of the map.")
    contributors: Contributors = Field((), description="Who worked on it.")
    status: Annotated[Literal["draft", "hypothesis", "validated", "retired"], Choice(kind="status")] | None = Field(
        None, description="How far the map can be trusted."
    )
    reviewed: Day | None = Field(None, description="Day of the last review, year-month-day.")
    review_every: PeriodField | None = Field(None, description="How often it is reviewed: `90d`, `3mo`, `1y`.")
    parent: OneText | None = Field(None, description="The journey that this one details, by id or title.")
    evidence: Sources = Field((), description="What the map rests on.")
    walkthroughs: Walkthroughs = Field((), description="Times at which the map was tried for real.")
    emotion_scale: ScaleField | None = Field(None, description="The range of scores, `-2..2` if not declared.")
    feelings: Annotated[dict[str, str], Free()] = Field(
        default_factory=dict, description="Words with scores, e.g. `{Curious: +1, Irritated: -2}`."
    )
    lanes: Annotated[dict[str, str], Free(names_only=True)] = Field(
        default_factory=dict,
        description="A list sets the order; a mapping gives names, adds lanes, and hides them with `hidden`.",
    )
    ignore: Ignores = Field(
        default_factory=dict,
        description="Rules that do not hold here, each with the reason: `{JN326: The page is being written}`.",
    )
    phases: Annotated[tuple[Phase, ...], Many(Phase, names=True, singular="phase")] = Field(
        (), description="The phases, in order."
    )

    @property
    def scale(self) -> Scale:
        """The declared scale, or −2 to 2."""
        return self.emotion_scale or Scale()
