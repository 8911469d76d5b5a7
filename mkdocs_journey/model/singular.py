"""What one thing of a lane or a list is called."""

from __future__ import annotations

SINGULAR = {
    "actions": "action",
    "actors": "actor",
    "touchpoints": "touchpoint",
    "thoughts": "thought",
    "questions": "question",
    "needs": "need",
    "pains": "pain",
    "gains": "gain",
    "opportunities": "opportunity",
    "content": "content link",
    "metrics": "metric",
    "systems": "system",
    "processes": "process",
    "phases": "phase",
    "steps": "step",
    "indicators": "indicator",
    "contributors": "contributor",
    "walkthroughs": "walk-through",
    "goals": "goal",
    "frustrations": "frustration",
    "motivations": "motivation",
    "behaviours": "behaviour",
    "likes": "like",
    "dislikes": "dislike",
    "tools": "tool",
    "jobs": "job",
    "notes": "note",
    "evidence": "piece of evidence",
    "insights": "insight",
    "expectations": "expectation",
}
"""What one thing of a lane or list is called; where it is not here, by the name of the lane."""


def singular(lane: str) -> str:
    """What one thing of a lane or a list is called: ``pain`` for ``pains``."""
    return SINGULAR.get(lane, lane.replace("_", " "))
