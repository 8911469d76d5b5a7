"""A persona: someone whom the team can picture."""

from typing import Annotated, Literal

from pydantic import Field

from mkdocs_journey.model.parts import Item, Items, ItemTuple, OneValue, Sources
from mkdocs_journey.model.shapes import (
    Choice,
    Day,
    Fields,
    Free,
    Ignores,
    LanguageTag,
    Many,
    Names,
    OneText,
    Part,
    PeriodField,
    SiteIdentifier,
)


class Before(Part):
    """The persona before buying."""

    state: Items = Field((), description="How they work.")
    issues: Items = Field((), description="What troubles them.")
    goals: Items = Field((), description="What they hope for.")


class Empathy(Part):
    """An empathy map."""

    sees: Items = Field((), description="What they see.")
    hears: Items = Field((), description="What they hear.")
    thinks: Items = Field((), description="What they think.")
    feels: Items = Field((), description="What they feel.")
    says: Items = Field((), description="What they say.")
    does: Items = Field((), description="What they do.")


class Basis(Part):
    """The analysis that the persona rests on."""

    stp: Items = Field((), description="Segmentation, targeting, positioning.")
    three_c: Items = Field((), alias="3c", description="Customer, competitor, company.")
    five_p: Items = Field((), alias="5p", description="Product, price, place, promotion, people.")


class Persona(Part):
    """A persona. Smallest useful block: a name."""

    name: OneText = Field(description="The person's name.")
    id: SiteIdentifier | None = Field(
        None, description="The id for links, in ASCII, unique in the site; absent, it comes from the name."
    )
    aliases: Names = Field((), description="Earlier ids, so that old links still arrive.")
    role: OneText | None = Field(None, description="What they do.")
    company: OneText | None = Field(None, description="Where they work.")
    segment: OneText | None = Field(None, description="The customer segment that they stand for.")
    context: OneValue = Field((), description="The situation they are in.")
    lang: LanguageTag | None = Field(None, description="Language of the texts, e.g. `ja`; labels and direction follow.")
    portrait: OneText | None = Field(
        None, description="Path of an image in the docs folder. Absent, a monogram is shown."
    )
    portrait_alt: OneText | None = Field(None, description="What the image shows, for those who cannot see it.")
    quote: OneText | None = Field(None, description="A sentence that they would say.")
    bio: OneValue = Field((), description="Their story.")
    status: Annotated[Literal["draft", "validated"], Choice(kind="status")] | None = Field(
        None, description="How far the persona can be trusted."
    )
    tier: Annotated[Literal["core", "secondary", "anti"], Choice(kind="tier")] | None = Field(
        None, description="core, secondary, or anti for someone we do not serve."
    )
    demographics: Annotated[dict[str, str], Free()] = Field(
        default_factory=dict, description="Anything countable: age, team, languages, under names of your own."
    )
    goals: Annotated[ItemTuple, Many(Item, singular="goal")] = Field((), description="What they want to reach.")
    frustrations: Annotated[ItemTuple, Many(Item, singular="frustration")] = Field(
        (), description="What gets in their way."
    )
    needs: Annotated[ItemTuple, Many(Item, singular="need")] = Field((), description="What they need from us.")
    motivations: Annotated[ItemTuple, Many(Item, singular="motivation")] = Field((), description="What drives them.")
    attitude: OneValue = Field((), description="How they look at products like ours.")
    behaviours: Annotated[ItemTuple, Many(Item, singular="behaviour")] = Field((), description="What they do.")
    values: Items = Field((), description="What matters to them.")
    personality: Items = Field((), description="What they are like.")
    likes: Annotated[ItemTuple, Many(Item, singular="like")] = Field((), description="What they like.")
    dislikes: Annotated[ItemTuple, Many(Item, singular="dislike")] = Field((), description="What they dislike.")
    indifferent: Items = Field((), description="What leaves them cold.")
    channels: Annotated[dict[str, str], Free(names_only=True)] = Field(
        default_factory=dict, description="How they like to be reached: names, or names with a percentage."
    )
    tools: Annotated[ItemTuple, Many(Item, names=True, singular="tool")] = Field((), description="What they work with.")
    tech_level: OneText | None = Field(
        None, description="How at home they are with technology: 1 to 5, or a few words."
    )
    accessibility: Items = Field((), description="What they need in order to read, hear or operate things.")
    jobs: Annotated[ItemTuple, Many(Item, singular="job")] = Field((), description="Jobs to be done.")
    before: Annotated[Before, Fields(Before)] | None = Field(
        None, description="Before buying: `{state, issues, goals}`."
    )
    empathy: Annotated[Empathy, Fields(Empathy)] | None = Field(
        None, description="`{sees, hears, thinks, feels, says, does}`."
    )
    basis: Annotated[Basis, Fields(Basis)] | None = Field(
        None, description="`{stp, 3c, 5p}`: the analysis behind the persona."
    )
    evidence: Sources = Field((), description="What the persona rests on.")
    owner: OneText | None = Field(None, description="Who keeps this persona.")
    reviewed: Day | None = Field(None, description="Day of the last review, year-month-day.")
    review_every: PeriodField | None = Field(None, description="How often it is reviewed: `90d`, `3mo`, `1y`.")
    notes: Annotated[ItemTuple, Many(Item, singular="note")] = Field((), description="Anything else, in a sentence.")
    ignore: Ignores = Field(
        default_factory=dict,
        description="Rules that do not hold here, each with the reason: `{JN312: Waits for the autumn interviews}`.",
    )
    sections: Annotated[dict[str, Items], Free(many=True)] = Field(
        default_factory=dict, description="Sections of your own: title, then texts."
    )
