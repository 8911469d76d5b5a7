"""Sentences for people: written in English, and kept in a form in which other languages can say them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal, Self, TypeGuard

_PLACEHOLDER = re.compile(r"\{(\w+)\}")

Joint = Literal["or", "and", "sentence"]
"""How several texts become one: the words of a list, or sentences one behind the other."""


class Message(str):
    """A text for people. As a string it is the English one; it remembers what it is made of.

    Only a whole message can be said in another language, so nothing is cut out of one, or added to it by ``+``:
    see :func:`sentences`.
    """

    template: str
    """The English text before its values were filled in, which is what translators translate."""
    values: Mapping[str, object]
    """By the names in the template. A message among them is translated as well; any other text is an author's."""

    def __new__(cls, template: str = "", values: Mapping[str, object] | None = None) -> Self:
        """The English text, with each ``{name}`` filled in that has a value."""
        filled = values or {}
        one = super().__new__(cls, fill(template, filled) if filled else template)
        one.template, one.values = template, filled
        return one

    def __getnewargs__(self) -> tuple[str, Mapping[str, object]]:  # type: ignore[override]
        """What a copy is made of."""
        return self.template, self.values


class Counted(Message):
    """A message that has another form for one than for several things."""

    number: int
    many: str
    """The template for several; ``template`` is the one for one."""

    def __new__(cls, number: int, one: str, many: str, values: Mapping[str, object]) -> Self:
        """The English text for this number, which is a value of the name ``number`` as well."""
        filled = {"number": number, **values}
        text = str.__new__(cls, fill(one if number == 1 else many, filled))
        text.template, text.many, text.number, text.values = one, many, number, filled
        return text

    def __getnewargs__(self) -> tuple[int, str, str, Mapping[str, object]]:  # type: ignore[override]
        """What a copy is made of."""
        return self.number, self.template, self.many, self.values


class SeveralTexts(Message):
    """Several texts as one."""

    texts: tuple[str, ...]
    joint: Joint

    def __new__(cls, texts: tuple[str, ...], joint: Joint) -> Self:
        """The English text."""
        *first, last = texts or ("",)
        listed = f" {joint} ".join([", ".join(first), last] if first else [last])
        text = " ".join(texts) if joint == "sentence" else listed
        one = str.__new__(cls, text)
        one.template, one.values, one.texts, one.joint = text, {}, texts, joint
        return one

    def __getnewargs__(self) -> tuple[tuple[str, ...], Joint]:  # type: ignore[override]
        """What a copy is made of."""
        return self.texts, self.joint


class ToldError(ValueError):
    """An error that people are told of. ``str`` of it is the English text."""

    def __init__(self, message: Message) -> None:
        """Take what is wrong, in plain sentences."""
        super().__init__(message)
        self.message = message


NO_MESSAGE = Message()


def message(template: str, **values: object) -> Message:
    """A text for people. The template is a literal: what is translated is collected from the source.

    ``message("There is no journey “{name}”.", name=name)``
    """
    return Message(template, values)


def counted(number: int, one: str, many: str, **values: object) -> Counted:
    """A text about one thing or several: ``counted(pages, "{number} page", "{number} pages")``."""
    return Counted(number, one, many, values)


def verbatim(text: str) -> Message:
    """What another program says of itself, in whatever language it does."""
    return SeveralTexts((text,), "sentence")


def sentences(*messages: Message) -> Message:
    """One message behind the other; those without text are left out."""
    said = tuple(one for one in messages if one)
    return said[0] if len(said) == 1 else SeveralTexts(said, "sentence") if said else NO_MESSAGE


def any_of(texts: Iterable[str]) -> Message:
    """A choice: ``a, b or c``."""
    return SeveralTexts(tuple(texts), "or")


def all_of(texts: Iterable[str]) -> Message:
    """A list: ``a, b and c``."""
    return SeveralTexts(tuple(texts), "and")


def fill(template: str, values: Mapping[str, object]) -> str:
    """The text with each ``{name}`` filled in that has a value; whatever else stands in braces stays."""
    return _PLACEHOLDER.sub(lambda place: _written(values.get(place[1], place[0])), template)


def is_grouped(value: object) -> TypeGuard[int]:
    """Whether a number is so long that its digits stand in groups: 100,000, in German 100.000."""
    return isinstance(value, int) and value >= 10_000


def _written(value: object) -> str:
    return f"{value:,}" if is_grouped(value) else str(value)
