"""Words of the company: one list a language, with what a customer would say instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from msgspec import Struct

from mkdocs_journey.languages.language import languages, primary

_WORDS = re.compile(r"""[^\s.,:;?!/()*'"’“”]+""")
_LATIN = r"A-Za-zÀ-ɏ0-9_"
_KATAKANA = r"ァ-ヺー"


class CompanyWords(Struct, frozen=True):
    """The words of one language.

    Most maps have none of them, so a text is first looked through for *signs*: one word of each expression, in small
    letters, or the whole expression in a language that is written without spaces.
    """

    forms: Mapping[str, tuple[str, ...]]
    """Expressions by their sign."""
    better: Mapping[str, str]
    """Expression, in small letters and with spaces, to what a customer would say; "" where that depends."""
    subjects: tuple[str, ...]
    """How the company calls the customer."""
    verbs: tuple[str, ...]
    """What makes one of them the subject of a text."""
    spaces: bool
    signs: frozenset[str]
    """Of expressions and of subjects."""

    def signs_in(self, text: str) -> Set[str]:
        """The signs that a text holds."""
        small = _joined(text.lower())
        if not self.spaces:
            return {sign for sign in self.signs if sign in small}
        return self.signs.intersection(_WORDS.findall(small))

    def words(self, text: str, signs: Set[str]) -> dict[str, str]:
        """The company's words in a text that may hold these signs, as written, with what a customer would say."""
        joined = _joined(text)
        found: dict[str, str] = {}
        last = 0
        for start, end in sorted(self._spans(joined, signs), key=lambda span: (span[0], -span[1])):
            if start >= last:
                found[text[start:end]] = self.better[joined[start:end].lower()]
                last = end
        return found

    def _spans(self, joined: str, signs: Set[str]) -> Iterator[tuple[int, int]]:
        for sign in signs:
            if sign in self.forms:
                yield from (match.span() for match in _pattern(self.forms[sign]).finditer(joined))

    def subject(self, text: str) -> str:
        """“The customer”, or the like, where a text begins by telling what they do; else ""."""
        found = _subject_pattern(self.subjects, self.verbs, self.spaces).match(_joined(text))
        return text[: found.end(1)] if found else ""


@cache
def company_words(lang: str) -> CompanyWords | None:
    """The words of a language such as ``en`` or ``de-AT``; None where nobody has collected them."""
    known = languages().get(primary(lang))
    listed = known.company_words if known else None
    if not listed:
        return None
    spaces: bool = listed["spaces"]
    forms: dict[str, list[str]] = {}
    better: dict[str, str] = {}
    for written, said in listed["words"].items():
        for form in map(_joined, written.split(", ")):
            better[form.lower()] = said
            forms.setdefault(_sign(form, spaces), []).append(form)
    subjects = tuple(map(_joined, listed["subjects"]["names"]))
    return CompanyWords(
        {sign: tuple(some) for sign, some in forms.items()},
        better,
        subjects,
        tuple(listed["subjects"]["verbs"]),
        spaces,
        frozenset(forms) | {_sign(subject.split()[-1], spaces) for subject in subjects},
    )


def _sign(form: str, spaces: bool) -> str:
    """What an expression cannot be without: its longest word, or its capitals."""
    if not spaces:
        return form.lower()
    words = re.split(r"[ ']", form)
    return max(words, key=lambda word: (word.isupper(), len(word))).lower()


@cache
def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of some expressions: whole words, the longest first, in any case, but capitals as they are."""
    alternatives = []
    for form in sorted(forms, key=len, reverse=True):
        case = "" if form.isascii() and form.isupper() else "i"
        alternatives.append(f"{_edge('<!', form[0])}(?{case}:{re.escape(form)}){_edge('!', form[-1])}")
    return re.compile("|".join(alternatives))


def _edge(side: str, letter: str) -> str:
    """A letter of the same script beside this one would make it another word."""
    script = next((script for script in (_LATIN, _KATAKANA) if re.match(f"[{script}]", letter)), "")
    return f"(?{side}[{script}])" if script else ""


@cache
def _subject_pattern(subjects: Sequence[str], verbs: Sequence[str], spaces: bool) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(subjects, key=len, reverse=True))
    verb = f"(?:{'|'.join(map(re.escape, verbs))})"
    behind = rf"(?=\s+{verb}(?!\w))" if spaces else f"(?={verb})"
    return re.compile(f"((?i:{names})){behind}")


def _joined(text: str) -> str:
    """Hyphens as spaces, apostrophes straight: ``cross-sell`` and ``cross sell`` are one expression."""
    return text.replace("-", " ").replace("\u2011", " ").replace("’", "'")
