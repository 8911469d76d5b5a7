"""A journey map: its head, its phases and its steps. The order of fields is the canonical order."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, model_validator

from mkdocs_journey.model.emotions import read_emotion
from mkdocs_journey.model.parts import (
    Actions,
    Contents,
    Contributors,
    Evidenced,
    Indicators,
    Item,
    Items,
    NamedItems,
    Opportunities,
    Pains,
    ScopeField,
    Sources,
    Touchpoints,
    Walkthroughs,
)
from mkdocs_journey.model.shapes import (
    Choice,
    Day,
    FlagOrReason,
    Free,
    Identifier,
    Ignores,
    Many,
    Names,
    One,
    OneText,
    Part,
    PeriodField,
    ScaleField,
    SiteIdentifier,
)
from mkdocs_journey.model.values import Scale


class Emotion(Item):
    """How the persona feels: a score on the map's scale, a word, a face, or a mix."""

    score: Annotated[float | None, One()] = Field(None, exclude=True, json_schema_extra={"derived": True})
    label: Annotated[str, One()] = Field("", exclude=True, json_schema_extra={"derived": True})
    face: Annotated[str, One()] = Field("", exclude=True, json_schema_extra={"derived": True})
    signed: Annotated[bool, One()] = Field(True, exclude=True, json_schema_extra={"derived": True})

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: dict[str, object], info: ValidationInfo) -> dict[str, object]:
        text = data.get("text")
        if not isinstance(text, str):
            return data
        context = info.context or {}
        scale = context.get("scale", Scale())
        if scale is None:
            # Of a scale that cannot be read, nobody knows which scores are on it.
            return data
        feeling = read_emotion(text, scale, context.get("feelings", {}))
        return {**data, "score": feeling.score, "label": feeling.label, "face": feeling.face, "signed": feeling.signed}


EmotionField = Annotated[Emotion, One(Emotion)]
CustomLanes = Annotated[dict[str, Items], Free()]


class Lanes(Evidenced):
    """The lanes that a step has, and a phase as well."""

    emotion: EmotionField | None = Field(
        None, description="How the persona feels: score, word or face, such as `-2 frustrated`."
    )
    moment_of_truth: FlagOrReason = Field(False, description="true, or the reason why everything hangs on this moment.")
    actors: NamedItems = Field((), description="Who takes part besides the persona.")
    actions: Actions = Field((), description="What the customer does.")
    touchpoints: Touchpoints = Field(
        (),
        description="Where the customer meets the company: name, and if known channel, mode, page, owner, impact, actual and desired.",
    )
    channel: NamedItems = Field((), description="Channels, on a map that keeps them in a lane of their own.")
    thoughts: Items = Field((), description="What the customer thinks or says, in their words; shown as quotes.")
    questions: Items = Field((), description="What the customer asks.")
    needs: Items = Field((), description="What the customer needs here.")
    pains: Pains = Field((), description="Pain points: what hurts.")
    gains: Items = Field((), description="What pleases.")
    opportunities: Opportunities = Field((), description="Ideas that would make it better.")
    content: Contents = Field((), description="Pages that serve this step, and pages that are missing.")
    owner: Items = Field((), description="Who answers for this part.")
    metrics: Items = Field((), description="What is measured here.")
    promise: Items = Field((), description="What the customer was promised here.")
    keeps: Items = Field((), description="The promise that is kept here.")
    risk: Items = Field((), description="What could go wrong for the business.")
    wait: Items = Field((), description="How long the customer waits.")
    why: Items = Field((), description="Why the customer feels that way.")
    physical: Items = Field((), description="Physical evidence: what the customer can see or touch.")
    frontstage: Items = Field((), description="What staff do that the customer sees.")
    backstage: Items = Field((), description="What staff do that the customer does not see.")
    support: Items = Field((), description="What supports the staff.")
    systems: NamedItems = Field((), description="Systems at work.")
    processes: Items = Field((), description="Processes at work.")
    custom: CustomLanes = Field(
        default_factory=dict,
        description="Lanes that the journey adds under `lanes`.",
        json_schema_extra={"derived": True},
    )


class Step(Lanes):
    """One step of a phase. Bare text is its name."""

    name: OneText = Field(description="What happens, in a few words.")
    id: Identifier | None = Field(None, description="A short id for links; absent, it comes from the name.")
    aliases: Names = Field((), description="Earlier ids, so that old links still arrive.")
    description: Items = Field((), description="The step in a sentence.")
    duration: Items = Field((), description="How long it takes.")
    ignore: Ignores = Field(
        default_factory=dict,
        description="Rules that do not hold here, each with the reason: `{JN326: The page is being written}`.",
    )


class Phase(Lanes):
    """One phase. Bare text is its name. Any lane of a step may be given for the whole phase."""

    name: OneText = Field(description="The phase, in a word or two.")
    id: Identifier | None = Field(None, description="A short id for links; absent, it comes from the name.")
    aliases: Names = Field((), description="Earlier ids, so that old links still arrive.")
    definition: Items = Field((), description="Where the phase begins and ends.")
    period: Annotated[Literal["before", "during", "after"], Choice()] | None = Field(
        None, description="Before, during or after the purchase."
    )
    duration: OneText | None = Field(None, description="How long it takes.")
    customer_goal: Items = Field((), description="What the customer wants here.")
    business_goal: Items = Field((), description="What the company wants here.")
    goal_status: Items = Field((), description="How far the goal is reached.")
    value: Items = Field((), description="What the phase is worth to the customer.")
    detailed_by: OneText | None = Field(
        None, description="The journey that shows this phase in detail, by id or title."
    )
    ignore: Ignores = Field(
        default_factory=dict,
        description="Rules that do not hold here, each with the reason: `{JN326: The page is being written}`.",
    )
    steps: Annotated[tuple[Step, ...], Many(Step, names=True)] = Field(
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
    lang: OneText | None = Field(None, description="Language of the texts, e.g. `ja`; labels and direction follow.")
    scenario: Items = Field((), description="The situation in which the journey happens.")
    expectations: Items = Field((), description="What the persona expects.")
    trigger: Items = Field((), description="What sets the journey off.")
    insights: Items = Field((), description="What the map taught.")
    customer_goal: Items = Field((), description="What the customer wants to reach.")
    business_goal: Items = Field((), description="What the company wants to reach.")
    state: Annotated[Literal["current", "future"], Choice()] = Field(
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
    status: Annotated[Literal["draft", "hypothesis", "validated", "retired"], Choice()] | None = Field(
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
    phases: Annotated[tuple[Phase, ...], Many(Phase, names=True)] = Field((), description="The phases, in order.")

    @property
    def scale(self) -> Scale:
        """The declared scale, or −2 to 2."""
        return self.emotion_scale or Scale()
