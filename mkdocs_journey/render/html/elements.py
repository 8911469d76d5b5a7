"""The one place where strings become HTML: elements, which escape by themselves, templates, and cleaned texts.

Nothing else in the package may declare a string to be HTML that it has put together itself; a test over the syntax
tree sees to it. What is written here is fast, since a map has hundreds of elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import Environment


class Shown(Protocol):
    """Anything that knows its own HTML."""

    def __html__(self) -> Markup:
        """Safe HTML. Who asks has collected what is shown with it: converting all texts together is cheapest."""


Text = str | Shown
"""Anything that a page can show: a string, which is escaped, or something that knows its own HTML."""

AttributeValue = str | float | bool | tuple[str | None, ...] | None
"""A text or a number; True for an attribute without a value; a tuple of names, of which empty ones are left out.

None, False and a tuple without any name leave the attribute out. An empty text does not: ``alt=""`` has a meaning.
"""

_TAG = re.compile(r"[a-z][a-z0-9]*")
_ATTRIBUTE = re.compile(r"(?!(?i:on|srcdoc))[a-z][a-zA-Z0-9]*(?:-[a-z0-9]+)*")
_EMPTY = frozenset({"br", "hr", "img"})
_RAW = frozenset({"iframe", "noscript", "plaintext", "script", "style", "template", "textarea", "title", "xmp"})
"""In these, text is not read as it is elsewhere, so that to escape it is not enough."""
_STYLED = re.compile(r"""[^"&;<>{}\\\x00-\x1f]*""")
_REPEATED = frozenset({"cls", "style"})
"""Attributes whose values come again and again."""
_QUOTE = '"'
_DELIMITER = re.compile(r"\{(?=[{%#])")


def element(tag: str, /, *children: Text, **attributes: AttributeValue) -> Markup:
    """An element: its attributes in the order in which they are given, and in it one child behind the other.

    The class is called ``cls``, and ``_`` in a name stands for a hyphen. All texts are escaped; a child that knows its
    HTML stands as it is. Raises ValueError for a tag or an attribute in which a text could come alive.
    """
    html, end = _tags(tag)
    for name, value in attributes.items():
        if type(value) is str:
            html += _known(name, value) if name in _REPEATED else f'{_name(name)}="{escape(value)}"'
        elif value is not None and value is not False:
            html += _attribute(name, value)
    # "+" with Markup would escape the other side, and so would its own method to join.
    inside = [child if type(child) is Markup else as_html(child) for child in children]
    return _markup(Markup, "".join([html, ">", *inside, end]))


class ElementFrame(NamedTuple):
    """An element that has its attributes and gets its children later, for what a page has hundreds of."""

    start: Markup
    end: Markup

    def around(self, *children: Text) -> tuple[Text, ...]:
        """The element in pieces, for what joins many elements."""
        return self.start, *children, self.end

    def __call__(self, *children: Text) -> Markup:
        """The element with its children, one behind the other."""
        inside = [child if type(child) is Markup else as_html(child) for child in children]
        return _markup(Markup, "".join([self.start, *inside, self.end]))


def frame(tag: str, /, **attributes: AttributeValue) -> ElementFrame:
    """The same as an :func:`element`, without children."""
    whole = str(element(tag, **attributes))
    end = _tags(tag)[1]
    return ElementFrame(_markup(Markup, whole.removesuffix(end)), _markup(Markup, end))


def joined(texts: Iterable[Text], separator: Text = "") -> Markup:
    """Texts one behind the other, with something between them."""
    # The method of Markup would escape a second time.
    parts = [text if type(text) is Markup else as_html(text) for text in texts]
    return _markup(Markup, str.join(as_html(separator) if separator else "", parts))


def style(**values: float | str) -> Markup:
    """Custom properties for the attribute ``style``: ``style(row=3)`` is ``--row:3``.

    Numbers, words like ``var(--journey-ink)``, and images as a ``url()`` in which all but quotation marks is encoded.
    Raises ValueError for what could end a value or the attribute.
    """
    return _markup(Markup, ";".join([f"--{_property(name)}:{_styled(value)}" for name, value in values.items()]))


def as_markup(text: Text) -> Markup:
    """A text as HTML that other HTML may be made of: escaped, unless it is HTML already."""
    return _markup(Markup, as_html(text))


def as_html(text: Text) -> str:
    """The same as a string that may be plain, for what is put into an f-string or joined."""
    if type(text) is str:
        return escape(text)
    if type(text) is Markup:
        return text
    return text.__html__() if hasattr(text, "__html__") else escape(str(text))


def lines(text: str) -> Markup:
    """A text with its line ends, shown as written, also by a template language."""
    return _markup(Markup, without_delimiters(escape(text).replace("\n", "<br>")))


def from_template(environment: Environment, template: str, /, **values: Any) -> Markup:
    """What a template of the package, or a site's own in its place, makes of some values; all of them are escaped."""
    return _markup(Markup, environment.get_template(template).render(values))


def cleaned(html: str) -> Markup:
    """What :mod:`the sanitizer <mkdocs_journey.render.html.sanitizer>` has let through; nobody else may call this."""
    return _markup(Markup, without_delimiters(html))


def lean(html: Markup) -> Markup:
    """Without the line ends between elements, each of which a search index would read as a text of its own.

    The space that keeps words apart moves into the element before it.
    """
    plain = str(html)
    for end in ("</dt>", "</dd>", "</p>"):
        plain = plain.replace(f"{end}\n", f" {end}")
    return _markup(Markup, plain.replace(">\n<", "><"))


def without_delimiters(html: str) -> str:
    """The same HTML, written so that no template language sees a ``{{``, ``{%`` or ``{#`` in it."""
    return str(_DELIMITER.sub("&#123;", html) if "{" in html else html)


# Markup(…) would ask each string whether it is HTML already, which takes more time than all else of a small element.
_markup = str.__new__


def _attribute(name: str, value: AttributeValue) -> str:
    if value is True:
        return _name(name)
    if isinstance(value, tuple):
        value = " ".join(filter(None, value))
        return f'{_name(name)}="{escape(value)}"' if value else ""
    if not isinstance(value, Markup):
        return f'{_name(name)}="{escape(str(value))}"'
    # What is HTML already keeps its entities, and even so cannot end the value.
    return f'{_name(name)}="{str.replace(value, _QUOTE, "&quot;") if _QUOTE in value else value}"'


def _styled(value: float | str) -> str:
    if not isinstance(value, str):
        return f"{value:g}"
    if not _STYLED.fullmatch(value):
        raise ValueError(f"no value of a style: {value!r}")
    return value


@lru_cache(maxsize=1024)
def _known(name: str, value: str) -> str:
    return f'{_name(name)}="{escape(value)}"'


@lru_cache(maxsize=256)
def _tags(tag: str) -> tuple[str, str]:
    """The begin of an element up to its attributes, and its end."""
    if not _TAG.fullmatch(tag) or tag in _RAW:
        raise ValueError(f"no element that holds texts: {tag!r}")
    return f"<{tag}", "" if tag in _EMPTY else f"</{tag}>"


@lru_cache(maxsize=256)
def _name(name: str) -> str:
    """An attribute's name with the space before it."""
    found = "class" if name == "cls" else name.replace("_", "-")
    if not _ATTRIBUTE.fullmatch(found):
        raise ValueError(f"no attribute for texts: {found!r}")
    return f" {found}"


@lru_cache(maxsize=256)
def _property(name: str) -> str:
    found = name.replace("_", "-")
    if not _ATTRIBUTE.fullmatch(found):
        raise ValueError(f"no name of a style: {found!r}")
    return found
