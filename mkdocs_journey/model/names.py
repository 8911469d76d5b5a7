"""Names of fields: the standard one, and every other that writers use for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cache, lru_cache
from inspect import get_annotations

from pydantic import BaseModel

from mkdocs_journey.languages.language import FALLBACK, known_language, languages
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.labels import field_labels
from mkdocs_journey.model.lane_table import lane_table
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
from mkdocs_journey.model.shapes import Free, Many, Shape, shapes_of
from mkdocs_journey.model.values import closest
from mkdocs_journey.model.view import View

_PARTS: tuple[type[BaseModel], ...] = (
    Journey, Phase, Step, Persona, Item, Action, Touchpoint, Pain, Opportunity, Content, Source, Indicator,
    Contributor, Walkthrough, Scope, Before, Empathy, Basis, View,
)  # fmt: skip
_ITEMS = (row.item for row in lane_table().values() if row.many and row.item is not None)
PARTS: tuple[type[BaseModel], ...] = tuple(dict.fromkeys((*_PARTS, *_ITEMS)))
"""Everything that has fields; a class of which only a lane holds items comes last."""

_SPELLINGS = str.maketrans({" ": "_", "-": "_", "\u3000": "_", "\xa0": "_", "\u202f": "_", "’": "'"})


@lru_cache(maxsize=4096)
def plain_name(written: str) -> str:
    """A field name without regard to case, spaces, hyphens and the form of an apostrophe."""
    return re.sub(r"_+", "_", unicodedata.normalize("NFKC", written).strip().casefold().translate(_SPELLINGS)).strip(
        "_"
    )


@cache
def field_names(part: type[BaseModel], *, labels: bool = True) -> dict[str, str]:
    """Every accepted name of every field that an author may write in a part, to the standard name.

    Standard names come first, then labels that pages show in any language, then English, then what else writers call a
    field in other languages, as far as no two of these mean two fields by one name, then other spellings, and last all
    of them without their accents.
    ``labels``, and common words, may be left out.
    """
    standard = standard_names(part)
    spelt = {plain_name(other): name for name in standard for other in spellings(name)}
    known = {**spelt, **_agreed(_said_in(part, tag, terms=labels) for tag in languages())}
    known |= _said_in(part, FALLBACK, terms=labels)
    if labels:
        known |= _agreed(_labels_in(part, tag) for tag in languages())
    known |= {name: name for name in standard}
    return {**_without_accents(known), **known}


def _without_accents(known: Mapping[str, str]) -> dict[str, str]:
    """Names as keyboards of other countries write them: *gefuehl* and *gefuhl*, as far as each means one field."""
    claims: dict[str, set[str]] = {}
    for written, name in known.items():
        if not written.isascii():
            for other in unaccented(written):
                claims.setdefault(other, set()).add(name)
    return {written: meant.pop() for written, meant in claims.items() if len(meant) == 1}


_LATIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_DIAERESIS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa"}


@lru_cache(maxsize=4096)
def unaccented(text: str) -> tuple[str, ...]:
    """A text in casefold in Latin letters without accents, in each way in which that is done; it has some."""
    forms = []
    for letters in (_LATIN, {**_LATIN, **_DIAERESIS}):
        spelt = "".join(letters.get(one, one) for one in unicodedata.normalize("NFC", text))
        bare = "".join(one for one in unicodedata.normalize("NFD", spelt) if not unicodedata.combining(one))
        if bare != text and bare.isascii():
            forms.append(bare)
    return tuple(dict.fromkeys(forms))


@cache
def names_in(part: type[BaseModel], tag: str) -> dict[str, str]:
    """The names of the fields of a part in one language: what the page shows, what writers write, common words."""
    return {**_said_in(part, tag, terms=True), **_labels_in(part, tag)}


def _said_in(part: type[BaseModel], tag: str, *, terms: bool) -> dict[str, str]:
    language = languages()[tag]
    common = (language.terms(), language.terms(part.__name__.lower())) if terms else ()
    known = [(said, name) for some in (*common, language.names) for name, others in some.items() for said in others]
    return {plain_name(said): name for said, name in known if name in standard_names(part)}


@cache
def _labels_in(part: type[BaseModel], tag: str) -> dict[str, str]:
    shown = field_labels(part, languages()[tag])
    return {plain_name(label): name for name, label in shown if name in standard_names(part)}


def _agreed(known: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The names that mean one field wherever they are known."""
    claims: dict[str, set[str]] = {}
    for names in known:
        for written, name in names.items():
            claims.setdefault(written, set()).add(name)
    return {written: meant.pop() for written, meant in claims.items() if len(meant) == 1}


@cache
def label_names(part: type[BaseModel]) -> dict[str, str]:
    """Labels that pages show for the fields of a part, and common words for them, in any language, as names of fields."""
    return {
        written: name for written, name in field_names(part).items() if written not in field_names(part, labels=False)
    }


def field_name(part: type[BaseModel], written: str, language: str = FALLBACK) -> str | None:
    """The standard name of the field of a part that goes by a name; None where there is no such field.

    What the name means in the ``language`` of the map comes first. Most fields are written under their standard names,
    for which no language has to be read.
    """
    plain = plain_name(written)
    if plain in standard_names(part):
        return plain
    own = None if language == FALLBACK else names_in(part, known_language(language)).get(plain)
    return own or field_names(part).get(plain)


def is_common_word(part: type[BaseModel], written: str) -> bool:
    """Whether a name of a field is but a common word for it: no page shows it, and it may as well be a name of one's own."""
    plain = plain_name(written)
    if plain in standard_names(part) or plain in field_names(part, labels=False):
        return False
    return plain in field_names(part) and not any(plain in _labels_in(part, tag) for tag in languages())


def fields_meant(part: type[BaseModel], written: str) -> list[str]:
    """The fields of a part that go by a name in one language or another."""
    plain = plain_name(written)
    found = (names_in(part, tag).get(plain) for tag in languages())
    return sorted({name for name in found if name is not None})


def near_name(part: type[BaseModel], written: str, language: str = FALLBACK) -> str | None:
    """The standard name of the field that a misspelt name most likely means, if it is near any.

    Labels come last, those of English and of the ``language`` of the map: *steps* is near a word of French for a time.
    """
    for known in (
        field_names(part, labels=False),
        {**_labels_in(part, FALLBACK), **_labels_in(part, known_language(language))},
    ):
        near = closest(plain_name(written), list(known))
        if near is not None and _is_slip(plain_name(written), near):
            return known[near]
    return None


def _is_slip(written: str, name: str) -> bool:
    """Whether no more letters differ than a hand gets wrong: one, or one in four. *Search* is not *research*."""
    from rapidfuzz.distance import OSA

    return OSA.distance(written, name) <= max(1, min(len(written), len(name)) // 4)


@cache
def other_names(name: str) -> tuple[str, ...]:
    """What writers call a field besides its standard name and its labels, in any language."""
    return tuple(other for language in languages().values() for other in language.names.get(name, ()))


@cache
def lane_names() -> dict[str, str]:
    """Every accepted name of every lane, to the standard name."""
    known = field_names(Phase) | field_names(Step)
    return {written: name for written, name in known.items() if name in lane_table()}


def lane_name(written: str, own: Mapping[str, str]) -> str | None:
    """The lane that an author means, on a map that has ``own`` under ``lanes``; None where there is no such lane.

    A lane may also be called as its map calls it.
    """
    plain = plain_name(written)
    names = {plain_name(name): name for name in own}
    labels = {plain_name(label): name for name, label in own.items() if label}
    return names.get(plain) or labels.get(plain) or lane_names().get(plain)


@cache
def standard_names(part: type[BaseModel]) -> dict[str, str]:
    """Standard name of each field that an author may write in a part, to the attribute that holds it.

    In canonical order: what the part is called, its own fields, and last what it shares with others.
    """
    own = [name for base in part.__mro__ for name in get_annotations(base) if name in part.model_fields]
    main = [name for name in ("title", "name", "text") if name in own][:1]
    return {
        info.alias or attribute: attribute
        for attribute in dict.fromkeys([*main, *own])
        for info in (part.model_fields[attribute],)
        if not (isinstance(info.json_schema_extra, dict) and info.json_schema_extra.get("derived"))
    }


@cache
def shapes_by_name(part: type[BaseModel]) -> dict[str, Shape]:
    """The shape of each field of a part by its standard name."""
    return {name: shapes_of(part)[attribute] for name, attribute in standard_names(part).items()}


class NamesInAnyLanguage(Set[str]):
    """Names, for which languages are read only when it is asked for one that is none of the standard names."""

    def __init__(self, standard: frozenset[str], everything: Callable[[], frozenset[str]]) -> None:
        self._standard = standard
        self._everything = everything

    def __contains__(self, name: object) -> bool:
        return name in self._standard or name in self._everything()

    def __iter__(self) -> Iterator[str]:
        return iter(self._everything())

    def __len__(self) -> int:
        return len(self._everything())


@cache
def all_names() -> Set[str]:
    """Every name that is a field anywhere, in every accepted spelling that has no space; but for labels."""
    return NamesInAnyLanguage(_every_standard_name(), _all_names)


@cache
def all_labels() -> Set[str]:
    """Every label that is a name of a field anywhere, in the same spelling.

    Labels are common words, such as *cost*: where a text can stand, a colon behind one of them makes no field.
    """
    return NamesInAnyLanguage(frozenset(), _all_labels)


@cache
def names_of_lists() -> Set[str]:
    """All names and labels of fields that hold lists of names or ids, and nothing that is longer."""
    return NamesInAnyLanguage(frozenset(), _names_of_lists)


@cache
def _every_standard_name() -> frozenset[str]:
    return frozenset(name for part in PARTS for name in standard_names(part))


@cache
def _all_names() -> frozenset[str]:
    return frozenset(name for part in PARTS for name in field_names(part, labels=False))


@cache
def _all_labels() -> frozenset[str]:
    return frozenset(name for part in PARTS for name in field_names(part)) - _all_names()


@cache
def _names_of_lists() -> frozenset[str]:
    return frozenset(
        written
        for part in PARTS
        for written, name in field_names(part).items()
        for shape in (shapes_of(part)[standard_names(part)[name]],)
        if (isinstance(shape, Many) and shape.names) or (isinstance(shape, Free) and shape.names_only)
    )


def spellings(name: str) -> list[str]:
    """Singular, plural and American spelling of a name."""
    variants = [name.replace("behaviour", "behavior"), name.replace("_", "")]
    if name.endswith("ies"):
        variants.append(name[:-3] + "y")
    elif name.endswith("s"):
        variants.append(name[:-1])
    else:
        variants.append(name + "s")
    return variants
