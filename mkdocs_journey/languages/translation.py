"""Messages in the language of a site, as the files below ``messages`` hold them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.languages.language import FALLBACK, known_language
from mkdocs_journey.message import Counted, Message, SeveralTexts, fill, is_grouped

WITHOUT_SPACES = frozenset({"ja", "zh"})
"""Languages whose sentences stand behind each other without a space."""
OTHER = "other"
"""The form of a text that no number changes, and of most numbers."""
_STYLES = {"or": "or", "and": "standard"}
"""What babel calls the ways to list things."""


class Translation(Struct, frozen=True):
    """How messages are said in one language; in English where it lacks one."""

    language: str = FALLBACK

    def __call__(self, text: str) -> str:
        """The text in this language. What is no :class:`~mkdocs_journey.message.Message` is an author's and stays."""
        if self.language == FALLBACK or not isinstance(text, Message):
            return str(text)
        if isinstance(text, SeveralTexts):
            return self._joined(text)
        template = self._template(text)
        return fill(template, {name: self._value(value) for name, value in text.values.items()})

    def finding(self, finding: Finding) -> Finding:
        """The finding, with all that it says in this language."""
        if self.language == FALLBACK:
            return finding
        related = tuple((span, self(words)) for span, words in finding.related)
        return replace(finding, message=self(finding.message), mend=self._mend(finding.mend), related=related)

    def _mend(self, mend: Mend) -> Mend:
        choices = tuple(self._mend(one) for one in mend.choices)
        return replace(mend, advice=self(mend.advice), meaning=self(mend.meaning), choices=choices)

    def _template(self, text: Message) -> str:
        forms = translated(self.language).get(text.template, {})
        if isinstance(text, Counted):
            form = _plural(self.language, text.number)
            return forms.get(form) or forms.get(OTHER) or (text.template if text.number == 1 else text.many)
        return forms.get(OTHER, text.template)

    def _value(self, value: object) -> object:
        if is_grouped(value):
            from babel.numbers import format_decimal

            return format_decimal(value, locale=self.language)
        return self(value) if isinstance(value, str) else value

    def _joined(self, text: SeveralTexts) -> str:
        said = [self(one) for one in text.texts]
        if text.joint == "sentence":
            return ("" if self.language in WITHOUT_SPACES else " ").join(said)
        from babel.lists import format_list

        return format_list(said, style=_STYLES[text.joint], locale=self.language)  # type: ignore[arg-type]


def translation(tag: str) -> Translation:
    """How messages are said in the language with this tag."""
    return Translation(known_language(tag))


@cache
def translated(language: str) -> Mapping[str, Mapping[str, str]]:
    """The templates that a language has words of its own for, each with its forms.

    They go by the plural categories of Unicode's CLDR: ``one``, ``few``, ``other`` … A text that no number changes has
    the form ``other`` alone.
    """
    from importlib.resources import files

    file = files(__package__).joinpath("messages", f"{language}.toml")
    if not file.is_file():
        return MappingProxyType({})
    import tomllib

    found = tomllib.loads(file.read_text("utf-8"))
    return MappingProxyType({key: said if isinstance(said, dict) else {OTHER: said} for key, said in found.items()})


def _plural(language: str, number: int) -> str:
    from babel import Locale

    return Locale.parse(language).plural_form(number)
