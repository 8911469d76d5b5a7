"""Mermaid's user journeys: sections with tasks, each with a score and who takes part.

What counts is what Mermaid's own grammar takes: https://mermaid.js.org/syntax/userJourney.html
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_journey.message import Message, message
from mkdocs_journey.pasted.pasted_map import PHASE_WITHOUT_NAME, PastedMap, PastedPhase, PastedStep

LOWEST, HIGHEST = 1, 5
"""The scores that Mermaid's documentation uses; it draws any other as well, so this is a proposal."""
FORM = message("This looks like a Mermaid journey.")
_OPENS = re.compile(r"[^:]+:")
"""A field below which others stand; a task has a colon before its score."""
_SECTION = re.compile(r"section\s++(?P<name>[^#;]+)", re.IGNORECASE)
_TITLE = re.compile(r"title:?\s++(?P<title>[^#;]+)", re.IGNORECASE)
_SCORED = re.compile(r":\s*+-?\d++(?:\.\d++)?\s*+(?:[:;]|$)")
_SETTING = re.compile(r"acc(?:Title|Descr)\b|%%|config\b|theme\b|---")


def read_mermaid(lines: Sequence[str]) -> PastedMap | None:
    """The map that lines of a block draw in Mermaid; None where they are no Mermaid."""
    texts = [text for line in lines if (text := line.strip())]
    named = any(text.casefold() == "journey" for text in texts)
    sections = [text for text in texts if _SECTION.fullmatch(text)]
    numbered = [text for text in texts if _SCORED.search(text)]
    if (
        not (named or sections)
        or not numbered
        or any(text.startswith("- ") or _OPENS.fullmatch(text) for text in texts)
    ):
        return None
    title, left_out, assumed, unscored = "", list[str](), list[Message](), False
    phases: list[tuple[str, list[PastedStep]]] = []
    for text in texts:
        if text.casefold() == "journey" or text == "---":
            continue
        if _SETTING.match(text):
            left_out.append(text)
        elif not title and (match := _TITLE.fullmatch(text)) is not None:
            title = match["title"].strip()
        elif section := _section(text):
            phases.append((section, []))
        elif ":" in text.lstrip(":") and "#" not in text:
            if not phases:
                phases.append((PHASE_WITHOUT_NAME, []))
                said = message(
                    "Tasks before the first section stand in a phase that is called {name}.", name=PHASE_WITHOUT_NAME
                )
                assumed.append(said)
            step, scored = _step(text.rstrip(";"))
            unscored = unscored or not scored
            phases[-1][1].append(step)
        else:
            left_out.append(text)
    if not any(steps for _, steps in phases):
        return None
    said = message("Mermaid's scores have no scale: {low} to {high} is a proposal.", low=LOWEST, high=HIGHEST)
    assumed.append(said)
    if unscored:
        assumed.append(message("Scores that are not on it stay as words."))
    fields = {"title": (title,)} if title else {}
    return PastedMap(
        FORM,
        {**fields, "emotion_scale": (f"{LOWEST}..{HIGHEST}",)},
        {},
        tuple(PastedPhase(name, {}, tuple(steps)) for name, steps in phases),
        tuple(assumed),
        tuple(left_out),
    )


def _section(text: str) -> str:
    """The name of the section that a line opens; empty where it opens none."""
    match = _SECTION.fullmatch(text.rstrip(";").rstrip()) if _SCORED.search(text) is None else None
    return match["name"].strip() if match else ""


def _step(task: str) -> tuple[PastedStep, bool]:
    """A task as a step, and whether its score is on the scale, if it has one."""
    name, score, actors = (part.strip() for part in (*task.split(":", 2), "")[:3])
    fields: dict[str, tuple[str, ...]] = {}
    on_scale = not score or (score.isascii() and score.isdigit() and LOWEST <= int(score[:4]) <= HIGHEST)
    if score:
        fields["emotion"] = (score if on_scale else message("Mermaid's score {score}", score=score),)
    if names := tuple(actor.strip() for actor in actors.split(",") if actor.strip()):
        fields["actors"] = names
    return PastedStep(name, fields), on_scale
