"""Shapes that a field may have in YAML. The model declares them; reading and the JSON Schema follow them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Annotated, Any, get_args

from msgspec import Struct
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
    WithJsonSchema,
)

from mkdocs_journey.languages.language import FALLBACK, languages
from mkdocs_journey.model import flags, values
from mkdocs_journey.model.days import day
from mkdocs_journey.model.language_tags import language_tag

ANY_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
"""JSON Schema of a text: YAML editors take ``5`` for a number, here it is what was written."""


class One(Struct, frozen=True):
    """A single text; where ``item`` is given, a mapping with the fields of that part as well."""

    item: type[BaseModel] | None = None

    def __get_pydantic_json_schema__(self, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(core) if self.item is None else {"anyOf": [ANY_TEXT, handler(core)]}


class Choice(One, frozen=True):
    """One of a few words: annotates a ``Literal``. Case, spaces and hyphens do not matter."""

    kind: str = ""
    """Of the values, as the files of the languages call it."""

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> Any:
        return _in_language(values.one_of(self.kind, *get_args(source))).__get_pydantic_core_schema__(source, handler)


class Many(Struct, frozen=True):
    """A list of texts or of parts; one text alone is a list of one."""

    item: type[BaseModel] | None = None
    """The part that a mapping in the list describes; None where only texts are allowed."""
    names: bool = False
    """Whether each is a name or an id, in which nobody writes a comma, so that a list in brackets is meant as one."""
    singular: str = ""
    """What one of them is called in a sentence; "" where it goes by the name of the field."""
    one_value: bool = False
    """Whether the list mostly holds one text: where one took the place of another, that is one change and not two."""

    def __get_pydantic_json_schema__(self, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        items = handler(core)["items"]
        one = {"anyOf": [ANY_TEXT, items]} if self.item else ANY_TEXT
        alone = [items] if self.item else []
        return {"anyOf": [ANY_TEXT, *alone, {"type": "array", "items": one}]}


class Fields(Struct, frozen=True):
    """A mapping with the fields of one part."""

    item: type[BaseModel]


class Free(Struct, frozen=True):
    """A mapping whose names are the author's own; each holds a text, or a list of texts."""

    many: bool = False
    """Whether a value may be a list."""
    names_only: bool = False
    """Whether a bare list of names, or of ``name: value`` pairs, will do as well."""

    def __get_pydantic_json_schema__(self, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        value = {"anyOf": [ANY_TEXT, {"type": "array", "items": ANY_TEXT}]} if self.many else ANY_TEXT
        mapping = {"type": "object", "additionalProperties": value}
        if not self.names_only:
            return mapping
        return {"anyOf": [ANY_TEXT, {"type": "array", "items": {"anyOf": [ANY_TEXT, mapping]}}, mapping]}


Shape = One | Many | Fields | Free


class Part(BaseModel):
    """Anything that has fields. Frozen; unknown fields are refused.

    A reader of its own is made only for what is read by itself, a journey or a persona: making one costs as much as
    reading twenty maps.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, validate_default=False, defer_build=True
    )

    def model_post_init(self, context: Any, /) -> None:
        """Share the set of written fields with all parts that say the same: most say nothing but what they are.

        A part is frozen, and its copies have sets of their own.
        """
        written = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _WRITTEN.setdefault(frozenset(written), written))


_WRITTEN: dict[frozenset[str], set[str]] = {}


def _schema(**schema: Any) -> Any:
    return WithJsonSchema(schema)


def _in_language(read: Callable[..., object]) -> BeforeValidator:
    """A reader of what is written in the language of its map."""

    def read_in_language(text: object, info: ValidationInfo) -> object:
        return read(text, (info.context or {}).get("language", FALLBACK))

    return BeforeValidator(read_in_language)


OneText = Annotated[str, One(), _schema(**ANY_TEXT)]
"""One text."""
LanguageTag = Annotated[str, One(), BeforeValidator(language_tag), _schema(type="string", examples=["en", "pt-BR"])]
"""The tag of a language."""
ManyTexts = Annotated[tuple[str, ...], Many()]
"""Texts that have nothing more to say."""
Names = Annotated[tuple[str, ...], Many(names=True)]
"""Names or ids of things that are told elsewhere."""
Ignores = Annotated[dict[str, str], Free(names_only=True)]
"""Codes of rules, each with the reason why it does not hold here."""
Identifier = Annotated[str, One(), BeforeValidator(values.identifier), _schema(type="string")]
SiteIdentifier = Annotated[
    str, One(), BeforeValidator(values.site_identifier), _schema(type="string", pattern="^[a-z0-9]+(-[a-z0-9]+)*$")
]
_RATING_WORDS = [word for words in languages()[FALLBACK].values("rating").values() for word in words]
Rating = Annotated[
    int,
    One(),
    _in_language(values.rating),
    _schema(enum=[1, 2, 3, 4, 5, *_RATING_WORDS], description=f"1 to 5, or {', '.join(_RATING_WORDS)}"),
]
Flag = Annotated[bool, One(), BeforeValidator(flags.flag), _schema(type="boolean")]
FlagOrReason = Annotated[bool | str, One(), BeforeValidator(flags.flag_or_reason), _schema(type=["boolean", "string"])]
WholeNumber = Annotated[int, One(), _in_language(values.whole_number), _schema(type="integer", minimum=0)]
Day = Annotated[date, One(), _in_language(day), _schema(type="string", format="date", description="year-month-day")]
PeriodField = Annotated[
    values.Period,
    One(),
    _in_language(values.period),
    _schema(type="string", pattern=r"^\d+\s*(d|w|mo|y)", examples=["90d", "6mo", "1y"]),
]
ScaleField = Annotated[
    values.Scale,
    One(),
    BeforeValidator(values.scale),
    _schema(type="string", pattern=r"^-?\d+\.\.-?\d+$", examples=["-2..2", "1..5"]),
]


_MAIN_FIELDS = ("name", "text", "title", "result")


@cache
def shapes_of(part: type[BaseModel]) -> dict[str, Shape]:
    """Attribute to shape, in the order of declaration."""
    return {
        name: next(m for m in [*info.metadata, *_inner(info.annotation)] if isinstance(m, Shape))
        for name, info in part.model_fields.items()
    }


@cache
def main_field(part: type[BaseModel]) -> str:
    """The field that a bare text in place of a part stands for; "" where none does."""
    return next((name for name in _MAIN_FIELDS if name in part.model_fields), "")


def _inner(annotation: Any) -> list[Any]:
    """Metadata of the members of an optional annotation."""
    return [m for member in get_args(annotation) for m in getattr(member, "__metadata__", ())]
