"""The texts of a drawing as HTML: inline Markdown of authors is converted, words of ours are escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from mkdocs_journey.drawing import texts as drawn
from mkdocs_journey.render.html.elements import Text, element, joined
from mkdocs_journey.render.html.sanitizer import without_links

_TAGS = {"name": "b", "before": "del", "after": "ins"}
"""Elements of the parts of a sentence about a change."""


class TextsAsHtml:
    """Shows texts of a drawing, all of which are known. Those of a file are converted together, once one is shown."""

    def __init__(
        self, inline: Callable[[Sequence[str], str], list[Markup]], written: Mapping[str, Iterable[str]]
    ) -> None:
        """Take inline Markdown, and the texts of authors by the file in which they are written."""
        self._inline = inline
        self._written = written
        self._files: dict[str, dict[str, Markup]] = {}

    def __call__(self, text: drawn.DrawnText | Markup) -> Text:
        """A text as a page can show it: a string that is still to be escaped, or HTML."""
        if isinstance(text, drawn.WrittenText):
            return self.written(text)
        if isinstance(text, str):
            return text
        return _SHOWN[type(text)](self, text)

    def written(self, text: drawn.WrittenText) -> Markup:
        """A text of an author."""
        found = self._files.get(text.file)
        if found is None:
            found = self._converted(text.file)
        return found[text.text]

    def shown(self, value: Any) -> Any:
        """The same value with all its texts as HTML, for a template."""
        kind = type(value)
        if kind is drawn.WrittenText:
            return self.written(value)
        if not isinstance(value, tuple):
            return _SHOWN[kind](self, value) if kind in _SHOWN else value
        parts = [part if type(part) is str or not part else self.shown(part) for part in value]
        return tuple(parts) if kind is tuple else kind(*parts)

    def shown_in(self, value: Any, *names: str) -> Any:
        """The same value with some of its texts as HTML, by the names of their fields; None stays."""
        texts = ((name, getattr(value, name)) for name in names)
        return value._replace(**{name: self(text) for name, text in texts if text is not None})

    def plain(self, text: drawn.WrittenText) -> str:
        """Without markup, for tables of contents and labels."""
        html = self.written(text)
        return str(html) if html == text.text else html.striptags()

    def _converted(self, file: str) -> dict[str, Markup]:
        texts = list(self._written[file])
        self._files[file] = dict(zip(texts, self._inline(texts, file), strict=True))
        return self._files[file]


def targets_html(anchors: Iterable[str]) -> Markup:
    """Empty elements to which old links lead."""
    return joined([element("span", id=anchor) for anchor in anchors])


def _quoted(html: TextsAsHtml, text: drawn.Quoted) -> Markup:
    return joined((text.marks[0], html(text.text), text.marks[1]))


def _linked(html: TextsAsHtml, text: drawn.Linked) -> Markup:
    return element("a", without_links(html(text.text)), href=text.address)


def _listed(html: TextsAsHtml, text: drawn.Listed) -> Markup:
    return joined(map(html, text.texts), ", ")


def _worded(html: TextsAsHtml, text: drawn.Worded) -> Markup:
    return joined(map(html, text.parts))


def _inserted(html: TextsAsHtml, text: drawn.Inserted) -> Markup:
    return element("ins", html(text.text))


def _deleted(html: TextsAsHtml, text: drawn.Deleted) -> Markup:
    return element("del", without_links(html(text.text)))


def _reworded(html: TextsAsHtml, text: drawn.Reworded) -> Markup:
    return joined((html(text.before), html(text.after)), " ")


def _said(html: TextsAsHtml, text: drawn.Said) -> Markup:
    parts = ((_TAGS.get(role), html(part)) for role, part in text.parts)
    return joined(element(tag, without_links(part)) if tag else part for tag, part in parts)


_SHOWN: Mapping[type, Callable[[TextsAsHtml, Any], Markup]] = {
    drawn.Quoted: _quoted,
    drawn.Linked: _linked,
    drawn.Listed: _listed,
    drawn.Worded: _worded,
    drawn.Inserted: _inserted,
    drawn.Deleted: _deleted,
    drawn.Reworded: _reworded,
    drawn.Said: _said,
}
