"""Messages in the language of a site, as the catalogues of gettext beside this file hold them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from gettext import NullTranslations
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.languages.language import FALLBACK, known_language
from mkdocs_journey.message import Counted, Message, SeveralTexts, fill

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

_WITHOUT_SPACES = frozenset({"ja", "zh"})
"""Languages whose sentences stand behind each other without a space."""
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
        catalogue = _catalogue(self.language)
        if isinstance(text, Counted):
            template = catalogue.ngettext(text.template, text.many, text.number)
        else:
            # Under the empty text a catalogue keeps what is said of itself.
            template = catalogue.gettext(text.template) if text.template else ""
        return fill(template, {name: self._value(value) for name, value in text.values.items()})

    def finding(self, finding: Finding) -> Finding:
        """The finding, with all that it says in this language."""
        if self.language == FALLBACK:
            return finding
        related = tuple((span, self(words)) for span, words in finding.related)
        return replace(finding, message=self(finding.message), mend=self._mend(finding.mend), related=related)

    def _mend(self, mend: Mend) -> Mend:
        return replace(mend, advice=self(mend.advice), choices=tuple(self._mend(one) for one in mend.choices))

    def _value(self, value: object) -> object:
        return self(value) if isinstance(value, str) else value

    def _joined(self, text: SeveralTexts) -> str:
        said = [self(one) for one in text.texts]
        if text.joint == "sentence":
            return ("" if self.language in _WITHOUT_SPACES else " ").join(said)
        from babel.lists import format_list

        return format_list(said, style=_STYLES[text.joint], locale=self.language)  # type: ignore[arg-type]


def translation(tag: str) -> Translation:
    """How messages are said in the language with this tag."""
    return Translation(known_language(tag))


def translated(language: str) -> Mapping[str, tuple[str, ...]]:
    """The templates that a language has words of its own for, each with them: one for each of its forms."""
    catalogue = _read(language)
    if catalogue is None:
        return {}
    found = {}
    for entry in catalogue:
        one = entry.id if isinstance(entry.id, str) else entry.id[0]
        forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string)
        if one and all(forms) and not entry.fuzzy:
            found[one] = forms
    return found


@cache
def _catalogue(language: str) -> NullTranslations:
    """The catalogue of a language; one that says everything in English where it has none."""
    from io import BytesIO

    from babel.messages.mofile import write_mo
    from babel.support import Translations

    catalogue = _read(language)
    if catalogue is None:
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def _read(language: str) -> Catalog | None:
    from importlib.resources import files

    from babel.messages.pofile import read_po

    file = files(__package__).joinpath("messages", f"{language}.po")
    if not file.is_file():
        return None
    return read_po(file.read_text("utf-8").splitlines(keepends=True), locale=language, abort_invalid=True)
