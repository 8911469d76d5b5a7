"""A view of several journeys: what a ``journeys`` block asks for."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, ValidationInfo, model_validator

from mkdocs_journey.languages.language import FALLBACK, meaning
from mkdocs_journey.model.shapes import Choice, Ignores, ManyTexts, Names, OneText, Part, WholeNumber
from mkdocs_journey.model.views import VIEWS

_STATUS_KINDS = ("pain_status", "opportunity_status", "status")
if TYPE_CHECKING:
    ViewName = str
else:
    ViewName = Literal[tuple(VIEWS)]


class View(Part):
    """Something gathered from all journeys of the site, or a slice of one map."""

    view: Annotated[ViewName, Choice(kind="view")] = Field(description="What is shown.")
    title: OneText | None = Field(None, description="A title of your own.")
    persona: Names = Field((), description="Only journeys of these personas, by id or name.")
    journey: Names = Field(
        (), description="Only these journeys, by id or title; of a map, a part as well: `onboarding#go-live`."
    )
    owner: Names = Field((), description="Only what these owners answer for.")
    phase: Names = Field((), description="Only these phases, by name or id.")
    channel: Names = Field((), description="Only these channels.")
    state: Annotated[Literal["current", "future"], Choice(kind="state")] | None = Field(
        None, description="Only maps of today, or only plans."
    )
    status: ManyTexts = Field((), description="Only what has one of these statuses.")
    lanes: ManyTexts = Field((), description="Of a slice of a map: only these lanes.")
    by: Annotated[Literal["commit", "month", "quarter"], Choice(kind="history_by")] | None = Field(
        None,
        description="Of a history: a row for every commit that moved something, or the last of each month or quarter; `quarter` if not given.",
    )
    limit: WholeNumber | None = Field(None, description="So many rows at the most.")
    sort: OneText | None = Field(None, description="The column by which rows are sorted.")
    ignore: Ignores = Field(
        default_factory=dict, description="Rules that do not hold here, each with the reason: `{JN213: Starts in May}`."
    )

    @model_validator(mode="before")
    @classmethod
    def _statuses(cls, data: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        written, language = data.get("status"), (info.context or {}).get("language", FALLBACK)
        view = meaning("view", str(data.get("view", "")), language) or str(data.get("view", "")).strip().casefold()
        if not isinstance(written, list) or view not in VIEWS:
            return data
        return {**data, "status": [_status(one, view, language) if isinstance(one, str) else one for one in written]}


def _status(word: str, view: str, language: str) -> str:
    """The status of a view that a word stands for; the word itself where there is none."""
    meant = (meaning(kind, word, language) for kind in _STATUS_KINDS)
    statuses = VIEWS[view].statuses
    return word if word.casefold() in statuses else next((one for one in meant if one in statuses), word)


FILTERS = tuple(name for name in View.model_fields if name not in ("view", "title", "ignore"))
"""Fields that ask for less than everything, or for another order."""
