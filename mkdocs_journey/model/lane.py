"""What is known of a lane besides what stands in it. It is declared beside its field; everything else asks for it."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from msgspec import Struct


class LaneGroup(IntEnum):
    """Lanes that belong together; maps show groups in this order unless a map says otherwise."""

    FEELING = 1
    """How it feels, and why: what a reader who has five seconds looks for."""
    STORY = 2
    """What happens."""
    OUTCOME = 3
    """What follows from it."""
    PHASE = 4
    """What only a phase has."""
    OWN = 5
    """The lanes that a map adds."""
    WORK = 6
    """What the company does about it."""
    PHYSICAL = 7
    BLUEPRINT = 8
    """Who and what is at work: the service blueprint."""
    EVIDENCE = 9


class BlueprintLine(StrEnum):
    """Lines of a service blueprint, each above the lane that declares it."""

    INTERACTION = "interaction"
    VISIBILITY = "visibility"
    INTERNAL = "internal"


class WalkPart(IntEnum):
    """What somebody who walks through a map does with what stands in a lane, in the order of the script."""

    DO = 1
    OPEN = 2
    PROMISE = 3
    """Look whether a promise is made or kept."""
    LOOK_FOR = 4
    FEEL = 5


class Lane(Struct, frozen=True):
    """What is known of a lane."""

    group: LaneGroup
    place: int = 5
    """Among the lanes of its group: a smaller one stands above; of the same place, in the order of declaration."""
    voice: str = ""
    """How it speaks on the page: ``goal``, ``actions``, ``thoughts``, ``emotion``, or plainly."""
    line: BlueprintLine | None = None
    """The line of the service blueprint above it."""
    statement: bool = False
    """Whether it says what customers do, meet and go through, so that one asks how that is known; all others hold
    plans, pages, owners and numbers."""
    customers: bool = False
    """Whether it belongs to the customer, so that it is told in their words and not in those of the company."""
    spoken: bool = False
    """Whether the customer speaks in it: one who says “the user” there means somebody else."""
    unbroken: bool = False
    """Whether every phase has something in it, if most have. Other lanes have holes for good reasons: not everything
    hurts, pleases, is asked, promised or measured."""
    says: tuple[str, ...] = ()
    """Fields of other parts that say the same of the whole: who writes one of them here means this lane."""
    names: str = ""
    """What its texts name, where they do: ``channel``, ``team`` or ``system``."""
    walk: WalkPart | None = None
    """What a walk-through does with it."""
    staff: bool = False
    """Whether it tells what staff do, from what the customer sees to what holds it up."""
    told_apart: bool = False
    """Whether a comparison tells of each item, also where its step came or went with it."""
    loss: str = ""
    """Why it is risky that something in it is lost: a code of the reasons of a comparison."""
    recorded: bool = False
    """Whether the record of a step for other programs counts what stands in it, besides the statements."""
