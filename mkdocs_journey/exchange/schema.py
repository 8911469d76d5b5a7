"""The JSON Schemas of the files for other programs, from the declarations of the fields."""

from __future__ import annotations

from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from mkdocs_journey.exchange.journeys_json import FORMAT, LANES_OF_PAGES, VERSION
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.schema import DRAFT
from mkdocs_journey.model.values import Period

Form = dict[str, Any]
_SIMPLE: dict[object, Form] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
    Period: {"type": "string", "pattern": "^[0-9]+(d|mo)$"},
}


def journeys_schema() -> Form:
    """The JSON Schema of ``journeys.json``."""
    parts: dict[str, Form] = {}
    for model in (Journey, Phase, Step, Persona):
        _add(model, parts)
    for item in LANES_OF_PAGES.values():
        parts[item.__name__]["properties"]["page_url"] = _text("Where that page is shown, if it is there.")
    for name, (more, needed) in _DERIVED.items():
        parts[name]["properties"] |= more
        parts[name]["required"] = sorted({*needed, *parts[name].get("required", ())})
    # What it holds stands in personas.
    del parts["Journey"]["properties"]["persona"]
    return {
        "$schema": DRAFT,
        "title": "mkdocs-journey journeys.json",
        "description": "Everything that a handbook says about customer journeys and personas, with addresses.",
        **_object(
            {
                "format": {"description": "Tells that it is such a file.", "const": FORMAT},
                "version": {
                    "description": "Version of the form. It rises when something goes away or changes its meaning.",
                    "const": VERSION,
                },
                "site": {
                    "description": "The handbook.",
                    **_object(
                        {
                            "name": _text("Its name."),
                            "url": _text("Address of its first page; empty where the handbook does not know it."),
                        }
                    ),
                },
                "journeys": {"description": "All journeys, by id.", "type": "array", "items": _reference("Journey")},
                "personas": {"description": "All personas, by id.", "type": "array", "items": _reference("Persona")},
                "aliases": {
                    "description": "Earlier ids, with the ids that they have now.",
                    **_object({"journeys": _texts_by_name(), "personas": _texts_by_name()}),
                },
            }
        ),
        "$defs": dict(sorted(parts.items())),
    }


def _add(model: type[BaseModel], parts: dict[str, Form]) -> None:
    """Describe a part, and all parts within."""
    if model.__name__ in parts:
        return
    form: Form = {"type": "object", "properties": {}}
    parts[model.__name__] = form
    for name, field in model.model_fields.items():
        # The map's scale is described below.
        if field.exclude or name == "emotion_scale":
            continue
        described = {"description": field.description, **_form(field.annotation, parts)}
        form["properties"][field.alias or name] = described
        if field.is_required():
            form.setdefault("required", []).append(field.alias or name)


def _form(annotation: Any, parts: dict[str, Form]) -> Form:
    """What is written for a declared type. Fields that hold nothing are left out, so nothing is ever null."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _form(inside[0], parts)
    if origin in (Union, UnionType):
        forms = [_form(one, parts) for one in inside if one is not type(None)]
        return forms[0] if len(forms) == 1 else {"anyOf": forms}
    if origin is Literal:
        return {"enum": list(inside)}
    if origin is tuple:
        return {"type": "array", "items": _form(inside[0], parts)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _form(inside[1], parts)}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        _add(annotation, parts)
        return _reference(annotation.__name__)
    return dict(_SIMPLE[annotation])


def _reference(name: str) -> Form:
    return {"$ref": f"#/$defs/{name}"}


def _object(properties: dict[str, Form]) -> Form:
    return {"type": "object", "properties": properties, "required": sorted(properties)}


def _text(description: str) -> Form:
    return {"description": description, "type": "string"}


def _texts_by_name() -> Form:
    return {"type": "object", "additionalProperties": {"type": "string"}}


def _maybe(description: str, type_: str) -> Form:
    return {"description": description, "type": [type_, "null"]}


_URL = _text("Where it is shown; relative to the first page where site.url is empty.")
_PLACED: dict[str, Form] = {"anchor": _text("The anchor on its page."), "url": _URL}
_SHOWN = _PLACED | {
    "id": _text("The id, unique in the handbook."),
    "page": _text("The page, as a path in the docs folder."),
}
_DUE: Form = {"description": "Day of the next review.", "type": "string", "format": "date"}
_COLUMN = _PLACED | {
    "slug": _text("The name by which links know it."),
    "number": _text("As shown: 2 for a phase, 2.1 for a step."),
    "score": _maybe("How the persona feels, on the scale of the map.", "number"),
    "feeling": _maybe("The same in a word, or as a face.", "string"),
}
_IDS: Form = {"type": "array", "items": {"type": "string"}}
_PART = _object(
    {
        "names": {"description": "What a link may call it.", **_IDS},
        "title": _text("What a link without words of its own says."),
        "url": _URL,
    }
)
_JOURNEY: dict[str, Form] = _SHOWN | {
    "review_due": _DUE,
    "personas": {"description": "Ids of the personas whose journey it is.", **_IDS},
    "scale": {
        "description": "The lowest and the highest score of the map.",
        **_object({"low": {"type": "integer"}, "high": {"type": "integer"}}),
    },
    "parts": {"description": "Whatever on the map a link can name.", "type": "array", "items": _PART},
}
_PERSONA: dict[str, Form] = _SHOWN | {
    "review_due": _DUE,
    "journeys": {"description": "Ids of the journeys that are theirs.", **_IDS},
}
_DERIVED: dict[str, tuple[dict[str, Form], set[str]]] = {
    "Journey": (_JOURNEY, {"title", "state", "phases", *_JOURNEY} - {"review_due"}),
    "Phase": (_COLUMN, {"steps", *_COLUMN}),
    "Step": (_COLUMN, {*_COLUMN}),
    "Persona": (_PERSONA, {*_PERSONA} - {"review_due"}),
}
"""What is added to the fields that authors write, and what is always there."""
