"""JSON Schemas of the blocks, from the declarations of their fields."""

from __future__ import annotations

from typing import Any

from mkdocs_journey.model.shapes import ANY_TEXT
from mkdocs_journey.model.validate import ROOTS

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_OPEN_PARTS = frozenset({"Step", "Phase"})
"""They may have lanes that the journey adds, which a schema cannot know."""


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of what an author writes in a ``journey``, ``persona`` or ``journeys`` block.

    Raises KeyError for another kind.
    """
    raw = ROOTS[kind].model_json_schema(by_alias=True, mode="validation")
    schema = _clean(raw)
    assert isinstance(schema, dict)
    for name, part in schema.get("$defs", {}).items():
        if name in _OPEN_PARTS:
            texts = {
                "anyOf": [
                    ANY_TEXT,
                    {"$ref": "#/$defs/Item"},
                    {"type": "array", "items": {"anyOf": [ANY_TEXT, {"$ref": "#/$defs/Item"}]}},
                ]
            }
            part["additionalProperties"] = texts
    return {"$schema": DRAFT, "title": f"mkdocs-journey {kind}", **schema}


def _clean(node: Any, *, names: bool = False) -> Any:
    """Without what only programs care about: defaults, made-up titles, fields that are derived."""
    if isinstance(node, list):
        return [_clean(one) for one in node]
    if not isinstance(node, dict):
        return node
    if names:
        return {name: _clean(value) for name, value in node.items() if not value.get("derived")}
    cleaned = {
        key: _clean(value, names=key in ("properties", "$defs"))
        for key, value in node.items()
        if key not in ("default", "title", "derived")
    }
    any_of = cleaned.get("anyOf")
    if isinstance(any_of, list):
        cleaned["anyOf"] = [one for i, one in enumerate(any_of) if one not in any_of[:i] and one != {"type": "null"}]
        if len(cleaned["anyOf"]) == 1:
            cleaned |= cleaned.pop("anyOf")[0]
    return cleaned
