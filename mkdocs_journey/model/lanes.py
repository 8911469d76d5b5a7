"""The lanes that a step has, and a phase as well: each is declared here, once, with all that is known of it.

What only a phase or only a step has is declared with these, in :mod:`mkdocs_journey.model.journey`.
"""

from typing import Annotated

from pydantic import Field

from mkdocs_journey.model.emotions import EmotionField
from mkdocs_journey.model.lane import BlueprintLine, Lane, LaneGroup, WalkPart
from mkdocs_journey.model.parts import (
    Actions,
    Contents,
    Evidenced,
    Item,
    Items,
    ItemTuple,
    OneValue,
    Opportunities,
    Pains,
    Touchpoints,
)
from mkdocs_journey.model.shapes import FlagOrReason, Free, Many

CustomLanes = Annotated[dict[str, Items], Free()]


class Lanes(Evidenced):
    """The lanes that a step has, and a phase as well, in the order in which they are written."""

    emotion: Annotated[
        EmotionField | None,
        Lane(LaneGroup.FEELING, 1, voice="emotion", unbroken=True, walk=WalkPart.FEEL, recorded=True),
    ] = Field(None, description="How the persona feels: score, word or face, such as `-2 frustrated`.")
    moment_of_truth: Annotated[FlagOrReason, Lane(LaneGroup.FEELING, loss="moment", recorded=True)] = Field(
        False, description="true, or the reason why everything hangs on this moment."
    )
    actors: Annotated[
        ItemTuple,
        Many(Item, names=True, singular="actor"),
        Lane(LaneGroup.STORY, statement=True, says=("stakeholders", "persona")),
    ] = Field((), description="Who takes part besides the persona.")
    actions: Annotated[
        Actions,
        Lane(LaneGroup.STORY, voice="actions", statement=True, customers=True, unbroken=True, walk=WalkPart.DO),
    ] = Field((), description="What the customer does.")
    touchpoints: Annotated[
        Touchpoints, Lane(LaneGroup.STORY, statement=True, unbroken=True, walk=WalkPart.OPEN, recorded=True)
    ] = Field(
        (),
        description="Where the customer meets the company: name, and if known channel, mode, page, owner, impact, actual and desired.",
    )
    channel: Annotated[
        ItemTuple,
        Many(Item, names=True, one_value=True),
        Lane(LaneGroup.STORY, statement=True, unbroken=True, names="channel", recorded=True),
    ] = Field((), description="Channels, on a map that keeps them in a lane of their own.")
    thoughts: Annotated[
        ItemTuple,
        Many(Item, singular="thought"),
        Lane(
            LaneGroup.STORY,
            says=("quote",),
            voice="thoughts",
            statement=True,
            customers=True,
            spoken=True,
            unbroken=True,
        ),
    ] = Field((), description="What the customer thinks or says, in their words; shown as quotes.")
    questions: Annotated[
        ItemTuple,
        Many(Item, singular="question"),
        Lane(LaneGroup.STORY, statement=True, customers=True, spoken=True),
    ] = Field((), description="What the customer asks.")
    needs: Annotated[
        ItemTuple,
        Many(Item, singular="need"),
        Lane(LaneGroup.STORY, statement=True, customers=True, says=("expectations", "jobs")),
    ] = Field((), description="What the customer needs here.")
    pains: Annotated[
        Pains, Lane(LaneGroup.FEELING, 3, statement=True, customers=True, walk=WalkPart.LOOK_FOR, told_apart=True)
    ] = Field((), description="Pain points: what hurts.")
    gains: Annotated[
        ItemTuple, Many(Item, singular="gain"), Lane(LaneGroup.OUTCOME, statement=True, customers=True)
    ] = Field((), description="What pleases.")
    opportunities: Annotated[Opportunities, Lane(LaneGroup.OUTCOME, told_apart=True, recorded=True)] = Field(
        (), description="Ideas that would make it better."
    )
    content: Annotated[Contents, Lane(LaneGroup.OUTCOME, walk=WalkPart.OPEN, recorded=True)] = Field(
        (), description="Pages that serve this step, and pages that are missing."
    )
    owner: Annotated[OneValue, Lane(LaneGroup.WORK, unbroken=True, names="team", loss="owner")] = Field(
        (), description="Who answers for this part."
    )
    metrics: Annotated[
        ItemTuple, Many(Item, singular="metric", one_value=True), Lane(LaneGroup.WORK, says=("indicators",))
    ] = Field((), description="What is measured here.")
    promise: Annotated[OneValue, Lane(LaneGroup.WORK, walk=WalkPart.PROMISE, told_apart=True, loss="promise")] = Field(
        (), description="What the customer was promised here."
    )
    keeps: Annotated[OneValue, Lane(LaneGroup.WORK, walk=WalkPart.PROMISE)] = Field(
        (), description="The promise that is kept here."
    )
    risk: Annotated[OneValue, Lane(LaneGroup.WORK)] = Field((), description="What could go wrong for the business.")
    wait: Annotated[OneValue, Lane(LaneGroup.WORK, statement=True)] = Field(
        (), description="How long the customer waits."
    )
    why: Annotated[OneValue, Lane(LaneGroup.FEELING, 2, statement=True)] = Field(
        (), description="Why the customer feels that way."
    )
    physical: Annotated[Items, Lane(LaneGroup.PHYSICAL)] = Field(
        (), description="Physical evidence: what the customer can see or touch."
    )
    frontstage: Annotated[
        Items, Lane(LaneGroup.BLUEPRINT, line=BlueprintLine.INTERACTION, unbroken=True, staff=True)
    ] = Field((), description="What staff do that the customer sees.")
    backstage: Annotated[Items, Lane(LaneGroup.BLUEPRINT, line=BlueprintLine.VISIBILITY, unbroken=True, staff=True)] = (
        Field((), description="What staff do that the customer does not see.")
    )
    support: Annotated[Items, Lane(LaneGroup.BLUEPRINT, line=BlueprintLine.INTERNAL, staff=True)] = Field(
        (), description="What supports the staff."
    )
    systems: Annotated[
        ItemTuple,
        Many(Item, names=True, singular="system"),
        Lane(LaneGroup.BLUEPRINT, line=BlueprintLine.INTERNAL, names="system"),
    ] = Field((), description="Systems at work.")
    processes: Annotated[
        ItemTuple, Many(Item, singular="process"), Lane(LaneGroup.BLUEPRINT, line=BlueprintLine.INTERNAL)
    ] = Field((), description="Processes at work.")
    custom: CustomLanes = Field(
        default_factory=dict,
        description="Lanes that the journey adds under `lanes`.",
        json_schema_extra={"derived": True},
    )
