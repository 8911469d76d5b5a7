"""A view of several journeys: what a ``journeys`` block asks for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mkdocs_journey.model.shapes import Choice, Line, Lines, Names, Part, WholeNumber


class View(Part):
    """Something gathered from all journeys of the site, or a slice of one map."""

    view: Annotated[
        Literal[
            "atlas", "map", "compare", "backlog", "matrix", "touchpoints", "teams", "systems", "processes",
            "content", "evidence", "reviews", "indicators", "promises", "personas", "walkthrough",
        ],
        Choice(),
    ] = Field(description="What is shown.")  # fmt: skip
    title: Line | None = Field(None, description="A title of your own.")
    persona: Names = Field((), description="Only journeys of these personas, by id or name.")
    journey: Names = Field((), description="Only these journeys, by id or title; for a slice `onboarding#go-live`.")
    owner: Names = Field((), description="Only what these owners answer for.")
    phase: Names = Field((), description="Only these phases.")
    channel: Names = Field((), description="Only these channels.")
    state: Annotated[Literal["current", "future"], Choice()] | None = Field(
        None, description="Only maps of today, or only plans."
    )
    status: Lines = Field((), description="Only what has this status.")
    limit: WholeNumber | None = Field(None, description="So many rows at the most.")
    sort: Line | None = Field(None, description="The column by which rows are sorted.")
