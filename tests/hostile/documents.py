"""Documents that the JSON Schema of a block allows, for hypothesis: made from the schema itself."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from mkdocs_journey.model.schema import json_schema

Schema = dict[str, Any]
Values = st.SearchStrategy[Any]

WORDS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12),
    st.sampled_from(
        [
            "a", "Need", "q3", "-1 worried", "+2", "2/5", "hidden", "JN310", "(?)", "index.md", "../a.md#b", "[a](b.md)",
            "[](journey:a)", "persona:Mia", "https://example.org/?a=b#c", "2026-11-22", "5", "0", "90d", "語", "a: b", "- a",
            "“a”", "~", "null", "<<", "*a", "&a", "%", "#a", "'", '"', "\\", "{a}", "[a", "|", ">", "…", "\t", "a\nb",
        ]
    ),
)  # fmt: skip
"""Any text, and texts that mean something to some field."""


def documents(kind: str) -> Values:
    """What an author may write in a block of this kind, as far as the schema says. A journey always has phases."""
    schema = json_schema(kind)
    always = ["phases"] if kind == "journey" else []
    root = {name: part for name, part in schema.items() if name != "$defs"}
    return _Strategies(schema["$defs"]).of(root | {"required": [*schema.get("required", ()), *always]})


class _Strategies:
    """From a schema to its values. It knows those words of JSON Schema that our schemas use, and refuses others."""

    def __init__(self, parts: dict[str, Schema]) -> None:
        self._parts = parts
        self._known: dict[str, Values] = {}

    def of(self, schema: Schema) -> Values:
        """All values that a schema allows."""
        match schema:
            case {"$ref": str(reference)}:
                return self._part(reference.rpartition("/")[2])
            case {"anyOf": list(choices)}:
                return st.one_of([self.of(choice) for choice in choices])
            case {"enum": list(values)}:
                return st.sampled_from(values)
            case {"const": value}:
                return st.just(value)
            case {"type": list(types)}:
                return st.one_of([self.of({"type": one}) for one in types])
            case {"type": "object"}:
                return self._object(schema)
            case {"type": "array", "items": dict(items)}:
                return st.lists(self.of(items), max_size=3)
            case {"type": "string", "format": "date"}:
                return st.dates().map(str)
            case {"type": "string", "pattern": str(pattern)}:
                return st.from_regex(pattern, fullmatch=True)
            case {"type": "string"}:
                return WORDS
            case {"type": "number"}:
                return st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False))
            case {"type": "integer"}:
                return st.integers(min_value=schema.get("minimum"), max_value=10**9)
            case {"type": "boolean"}:
                return st.booleans()
            case {"type": "null"}:
                return st.none()
        raise NotImplementedError(schema)

    def _part(self, name: str) -> Values:
        if name not in self._known:
            # Parts hold each other.
            self._known[name] = st.deferred(lambda: self.of(self._parts[name]))
        return self._known[name]

    def _object(self, schema: Schema) -> Values:
        named = {name: self.of(part) for name, part in schema.get("properties", {}).items()}
        required = {name: named.pop(name) for name in schema.get("required", ())}
        free = schema.get("additionalProperties")
        # Where fields are named, the others are lanes that the map adds, and a schema cannot know which.
        some = st.dictionaries(WORDS, self.of(free), max_size=3) if free and not (named or required) else st.just({})
        # A few fields at a time: with all of them at once hardly any document would be sound.
        few = st.lists(st.sampled_from(sorted(named)), max_size=4, unique=True) if named else st.just([])
        chosen = few.flatmap(lambda names: st.fixed_dictionaries({name: named[name] for name in names}))
        return st.tuples(some, chosen, st.fixed_dictionaries(required)).map(lambda held: held[0] | held[1] | held[2])
