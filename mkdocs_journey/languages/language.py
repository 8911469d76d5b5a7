"""What is known of a language: one TOML file for each, of which no more is read than is asked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from msgspec import Struct

FALLBACK = "en"
"""Its file holds every label; one that another file lacks is taken from here."""

_HEADER = re.compile(r"^\[([\w.-]+)\]$", re.MULTILINE)
_GAPS = re.compile(r"[\s_-]+")
_NO_LABELS = frozenset({"names", "terms", "values", "feelings", "company_words"})
"""Sections of a file, with those inside of them; all others hold labels."""


class Language(Struct, frozen=True):
    """One language. A file is read once; a section of it is parsed when it is asked for, and not again.

    Parsing a whole file takes as long as checking several maps, and most maps need a word or two.
    """

    tag: str
    """As the file is named: ``en``, ``pt``."""

    @property
    def labels(self) -> Mapping[str, str]:
        """The words that a reader of a page sees, by dotted key: ``lane.pains``. {name} is to be filled in."""
        return _labels(self.tag)

    def section(self, name: str) -> Mapping[str, str]:
        """The labels of one section, such as ``persona.section``, by what stands behind its name in their keys."""
        return _section(self.tag, name)

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Standard name of a field to the names that writers use for it, besides its labels."""
        return _names(self.tag, "names")

    def terms(self, part: str = "") -> Mapping[str, tuple[str, ...]]:
        """Standard name of a field to what colleagues call it: common words, which are names only where no text stands.

        Those of a ``part``, such as ``pain``, are words for fields of that part alone.
        """
        return _names(self.tag, f"terms.{part}" if part else "terms")

    def values(self, kind: str) -> Mapping[str, tuple[str, ...]]:
        """A kind of value, such as ``rating``: each value to the words that writers use for it."""
        return _values(self.tag, kind)

    @property
    def feelings(self) -> Mapping[str, tuple[str, ...]]:
        """Words for feelings, by the score from −2 to 2 that they propose: ``-2`` … ``2``.

        ``either`` are those that may go one way or the other, ``not`` words that turn a feeling round, ``lack`` those
        of them that name a lack, ``around`` those that may stand beside a feeling and do nothing to it.
        """
        return _feelings(self.tag)

    @property
    def company_words(self) -> Mapping[str, Any]:
        """Words that belong to the company, as they stand in the file; empty where nobody has collected them."""
        return _company_words(self.tag)


@cache
def languages() -> Mapping[str, Language]:
    """Every language that has a file, by its tag: English first, the others by their tags."""
    from importlib.resources import files

    names = (entry.name for entry in files(__package__).iterdir())
    tags = sorted((name.removesuffix(".toml") for name in names if name.endswith(".toml")), key=_english_first)
    return MappingProxyType({tag: Language(tag) for tag in tags})


def meaning(kind: str, word: str, tag: str = FALLBACK) -> str | None:
    """The value of a kind that a word stands for: in the language with this tag, else in others.

    Case, spaces, hyphens and the form of an apostrophe do not matter.
    """
    plain = bare_word(word)
    for known in (known_language(tag), FALLBACK):
        if (own := _meanings(known, kind).get(plain)) is not None:
            return own
    # What means one thing here and another there says nothing in a third language.
    meant = {other for known in languages() if (other := _meanings(known, kind).get(plain)) is not None}
    return meant.pop() if len(meant) == 1 else None


def normal_tag(tag: str) -> str:
    """A language tag in small letters with hyphens: ``pt_BR`` is ``pt-br``."""
    return tag.strip().replace("_", "-").lower()


def primary(tag: str) -> str:
    """The language without region or script: ``pt`` of ``pt-BR``."""
    return normal_tag(tag).partition("-")[0]


@lru_cache(maxsize=256)
def known_language(tag: str) -> str:
    """The most special language that has a file: ``pt-BR``, else ``pt``, else English."""
    known = languages()
    subtags = normal_tag(tag).split("-")
    return next((name for end in range(len(subtags), 0, -1) if (name := "-".join(subtags[:end])) in known), FALLBACK)


@lru_cache(maxsize=4096)
def bare_word(word: str) -> str:
    """A word in small letters, with straight apostrophes and single spaces, which stand for hyphens as well."""
    return _GAPS.sub(" ", unicodedata.normalize("NFKC", word).replace("’", "'").casefold()).strip()


@cache
def _meanings(tag: str, kind: str) -> Mapping[str, str]:
    words = languages()[tag].values(kind).items()
    return MappingProxyType({bare_word(word): value for value, written in words for word in (*written, value)})


def flat(nested: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Texts by dotted key."""
    found: dict[str, str] = {}
    for key, value in nested.items():
        if isinstance(value, Mapping):
            found.update(flat(value, f"{prefix}{key}."))
        else:
            found[f"{prefix}{key}"] = str(value)
    return found


def _english_first(tag: str) -> tuple[bool, str]:
    return tag != FALLBACK, tag


@cache
def _sections(tag: str) -> Mapping[str, str]:
    """Each section of a file with its head, as it is written."""
    from importlib.resources import files

    text = files(__package__).joinpath(f"{tag}.toml").read_text("utf-8")
    heads = list(_HEADER.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return {head[1]: text[head.start() : end] for head, end in zip(heads, ends, strict=True)}


def _parsed(text: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(text)


def _alone(tag: str, name: str) -> dict[str, Any]:
    """What stands in a section itself; empty where the file has none."""
    found: Any = _parsed(_sections(tag).get(name, f"[{name}]"))
    for part in name.split("."):
        found = found[part]
    return dict(found)


@cache
def _labels(tag: str) -> Mapping[str, str]:
    sections = _sections(tag)
    wanted = (text for head, text in sections.items() if head.partition(".")[0] not in _NO_LABELS)
    return MappingProxyType(flat(_parsed("".join(wanted))))


@cache
def _section(tag: str, name: str) -> Mapping[str, str]:
    return MappingProxyType(_alone(tag, name))


@cache
def _names(tag: str, section: str) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({field: tuple(names) for field, names in _alone(tag, section).items()})


@cache
def _values(tag: str, kind: str) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({value: tuple(words) for value, words in _alone(tag, f"values.{kind}").items()})


@cache
def _feelings(tag: str) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({points: tuple(words) for points, words in _alone(tag, "feelings").items()})


@cache
def _company_words(tag: str) -> Mapping[str, Any]:
    wanted = (text for head, text in _sections(tag).items() if head.partition(".")[0] == "company_words")
    return MappingProxyType(_parsed("".join(wanted)).get("company_words", {}))
