"""The page of the handbook that lists every field, from the declarations of the fields."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from textwrap import fill
from typing import Any

from pydantic import BaseModel

from mkdocs_journey.languages.language import FALLBACK, languages
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.labels import field_labels
from mkdocs_journey.model.lane_table import lane_table
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.names import plain_name, spellings, standard_names
from mkdocs_journey.model.parts import (
    Action,
    Content,
    Contributor,
    Indicator,
    Item,
    Opportunity,
    Pain,
    Scope,
    Source,
    Touchpoint,
    Walkthrough,
)
from mkdocs_journey.model.persona import Basis, Before, Empathy, Persona
from mkdocs_journey.model.schema import json_schema
from mkdocs_journey.model.shapes import Fields, Free, Many, shapes_of
from mkdocs_journey.model.view import FILTERS, View
from mkdocs_journey.model.views import VIEWS

_INTRODUCTION = """\
# All fields

Every field that a `journey`, `persona` or `journeys` block can have. **Bold** fields must be there; all others may be left out.

- *text*: what you write is what is shown, in inline Markdown (bold, links, icons, `code`).
- *texts*: one text, or a list with a dash before each.
- *rating*: 1 to 5, or very low, low, medium, high, very high.
- *reference*: an id, or the exact name or title.

Capital letters, spaces and hyphens in field names do not matter, nor does singular or plural. Names in the last column
are understood as well, and so are the labels that pages show and the words that colleagues use, in every language that
has labels; the build then tells you the standard name. Words for a value, such as *hoch* or *validé*, are understood too.
What a word means in the language of the map comes first.
"""

_SECTIONS: tuple[tuple[str, str, type[BaseModel]], ...] = (
    ("Journey", "The head of a map, and its phases.", Journey),
    (
        "Phase",
        "One item of `phases`. A bare text is its name. All lanes of a step may be given for the whole phase as well.",
        Phase,
    ),
    ("Step", "One item of `steps`. A bare text is its name.", Step),
    ("Lanes of a step", "Each is a row of the map. A lane that is empty everywhere is not drawn.", Lanes),
    ("Text", "An item of any lane that has no fields of its own. A bare text will do.", Item),
    ("Action", "One item of `actions`.", Action),
    ("Touchpoint", "One item of `touchpoints`.", Touchpoint),
    ("Pain point", "One item of `pains`.", Pain),
    ("Opportunity", "One item of `opportunities`.", Opportunity),
    ("Content", "One item of `content`. A bare path or address is the page.", Content),
    ("Evidence", "One item of a journey's or persona's `evidence`.", Source),
    ("Indicator", "One item of `indicators`.", Indicator),
    ("Contributor", "One item of `contributors`.", Contributor),
    ("Walk-through", "One item of `walkthroughs`.", Walkthrough),
    ("Scope", "What stands below `scope`.", Scope),
    ("Persona", "A `persona` block.", Persona),
    ("Before buying", "What stands below `before`.", Before),
    ("Empathy map", "What stands below `empathy`.", Empathy),
    ("Basis", "What stands below `basis`.", Basis),
    ("View", "A `journeys` block.", View),
)
_VIEWS_INTRODUCTION = """\
### All views

A view needs nothing but its name: `view: backlog`. Each filter takes one name or a list; the first column under
"""
_OF_TODAY = """\
*sorts by* is what a view does by itself, and `sort: -effort` turns the order round. Unless you write `state`,
{views} are about the maps of today.
"""
_REFERENCES = frozenset({"persona", "redesigns", "parent", "detailed_by", "fixes", "related", "stakeholders"})


def reference_page() -> str:
    """The page as Markdown."""
    return "\n".join([_INTRODUCTION, *(_section(*section) for section in _sections()), _views()])


def _sections() -> Iterator[tuple[str, str, type[BaseModel]]]:
    """The sections above, and one for each other class of which a lane holds items."""
    yield from _SECTIONS
    told = {part for _, _, part in _SECTIONS}
    for row in lane_table().values():
        if row.many and row.item is not None and row.item not in told:
            told.add(row.item)
            yield row.singular.capitalize(), f"One item of `{row.name}`.", row.item


def _views() -> str:
    """What each view shows, and which of its fields mean something to it."""
    rows = []
    for name, form in VIEWS.items():
        filters = ", ".join(f"`{field}`" for field in FILTERS if form.takes(field) and field != "sort")
        sorts = ", ".join(f"`{sort}`" for sort in form.sorts)
        rows.append(f"| `{name}` | {form.sentence} | {filters} | {sorts} |")
    table = "\n".join(["| View | Shows | Filters | Sorts by |", "| --- | --- | --- | --- |", *rows])
    *first, last = (name for name, form in VIEWS.items() if form.of_today)
    of_today = fill(_OF_TODAY.format(views=f"{', '.join(first)} and {last}"), 119)
    return f"{_VIEWS_INTRODUCTION}{of_today}\n\n{table}\n"


def _section(title: str, sentence: str, part: type[BaseModel]) -> str:
    rows = "\n".join(_rows(part))
    return f"## {title}\n\n{sentence}\n\n| Field | Holds | Meaning | Also understood |\n| --- | --- | --- | --- |\n{rows}\n"


def _rows(part: type[BaseModel]) -> Iterator[str]:
    inherited = set() if part in (Lanes, Item) else _inherited(part)
    for name, attribute in standard_names(part).items():
        info = part.model_fields[attribute]
        if name in inherited:
            continue
        shown = f"**`{name}`**" if info.is_required() else f"`{name}`"
        others = ", ".join(f"`{other}`" for other in _other_names(part, name))
        yield f"| {shown} | {holds(part, attribute)} | {_cell(info.description or '')} | {others} |"


def _other_names(part: type[BaseModel], name: str) -> Iterator[str]:
    """What else a field may be called in English: other names, and labels, unless they only spell it in another way."""
    english = languages()[FALLBACK]
    others = [other for other in english.names.get(name, ()) if other not in part.model_fields]
    yield from others
    told = {name, *spellings(name), *others}
    labels = dict.fromkeys(label.casefold() for field, label in field_labels(part, english) if field == name)
    yield from (label for label in labels if plain_name(label) not in told)


def _inherited(part: type[BaseModel]) -> set[str]:
    """Fields that another section of the page explains."""
    return set(Lanes.model_fields) if issubclass(part, Lanes) else set()


def holds(part: type[BaseModel], attribute: str) -> str:
    """What a field holds, in a word or two."""
    shape = shapes_of(part)[attribute]
    name = part.model_fields[attribute].alias or attribute
    if isinstance(shape, Fields):
        return "fields"
    if isinstance(shape, Free):
        return "names, or names with texts" if shape.names_only else "names with texts"
    if isinstance(shape, Many):
        if name in _REFERENCES:
            return "references"
        if shape.item is None or shape.item is Item:
            return "texts"
        return f"texts or fields of {_article(_titles()[shape.item])}"
    if name in _REFERENCES:
        return "reference"
    if shape.item is not None:
        return "text"
    return _value(part, name)


def _value(part: type[BaseModel], name: str) -> str:
    schema = _properties(part)[name]
    if "anyOf" in schema:
        schema = schema["anyOf"][0]
    words = schema.get("enum")
    if words and 1 in words:
        return "rating"
    if words:
        return ", ".join(f"`{word}`" for word in words)
    known = {"boolean": "`true` or `false`", "integer": "whole number"}
    if isinstance(schema.get("type"), str) and schema["type"] in known:
        return known[schema["type"]]
    if schema.get("type") == ["boolean", "string"]:
        return "`true` or text"
    if schema.get("format") == "date":
        return "date"
    if "examples" in schema:
        return " ".join(f"`{example}`" for example in schema["examples"])
    return "id" if name == "id" else "text"


@cache
def _properties(part: type[BaseModel]) -> dict[str, Any]:
    for kind in ("journey", "persona"):
        schema = json_schema(kind)
        if part.__name__.lower() == kind:
            return dict(schema["properties"])
        if part.__name__ in schema["$defs"]:
            return dict(schema["$defs"][part.__name__]["properties"])
    if part is View:
        return dict(json_schema("journeys")["properties"])
    return dict(_properties(Step)) if part is Lanes else {}


def _titles() -> dict[type[BaseModel], str]:
    return {part: title.split(" of ")[0].lower() for title, _, part in _sections()}


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeio" else f"a {noun}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
