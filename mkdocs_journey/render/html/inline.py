"""Inline Markdown of YAML texts as safe HTML: bold, links, icons and code, never tags, never blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mkdocs_journey.render.html.elements import lines
from mkdocs_journey.render.html.sanitizer import AMPERSAND, Resolve, Sanitizer

if TYPE_CHECKING:
    from markdown import Extension, Markdown
    from markupsafe import Markup

Configurations = Mapping[str, Mapping[str, Any]]
"""Options by name of the extension."""

LONGEST = 4_000
"""Characters of a text beyond which markup is shown as written."""
MOST_BRACKETS = 60
"""Opening square brackets, likewise: Markdown's search for links takes quadratic time."""

_BLOCK_EXTENSIONS = frozenset({
    "admonition", "attr_list", "codehilite", "def_list", "fenced_code", "footnotes", "md_in_html", "meta",
    "nl2br", "sane_lists", "tables", "toc", "pymdownx.b64", "pymdownx.blocks.admonition", "pymdownx.blocks.caption",
    "pymdownx.blocks.definition", "pymdownx.blocks.details", "pymdownx.blocks.html", "pymdownx.blocks.tab",
    "pymdownx.critic", "pymdownx.details", "pymdownx.fancylists", "pymdownx.highlight", "pymdownx.pathconverter",
    "pymdownx.progressbar", "pymdownx.quotes", "pymdownx.saneheaders", "pymdownx.slugs", "pymdownx.snippets",
    "pymdownx.striphtml", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "mkdocs_journey",
})  # fmt: skip
"""What says nothing inside a line, reads files, or lets a text set attributes."""

_COLLECTIONS = {"extra": (), "pymdownx.extra": ("pymdownx.betterem",)}
"""Extensions that load others, and those of the others that work inside a line."""

_MARKED = r"[\\`*_\[~^$]|==|\+\+|:[\w+-]+:|<[^\s>]+[:@]"
"""What a text with markup has at the least."""

_TRIGGERS = {
    "legacy_em": "", "wikilinks": "", "pymdownx.betterem": "", "pymdownx.caret": "", "pymdownx.emoji": "",
    "pymdownx.escapeall": "", "pymdownx.inlinehilite": "", "pymdownx.keys": "", "pymdownx.mark": "",
    "pymdownx.tilde": "", "pymdownx.arithmatex": "", "smarty": r"|['\"]|--|\.\.\.|<<|>>",
    "pymdownx.magiclink": r"|://|www\.|@", "pymdownx.smartsymbols": r"|[(+<>=/-]|\d",
}  # fmt: skip
"""What else makes an extension act on a text. With an extension that is not here, every text is converted."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0\ufffe\uffff\ud800-\udfff]")
"""Among them are the characters by which Markdown marks its own placeholders."""

_UNWANTED_PATTERNS = (
    "html", "entity", "reference", "image_reference", "short_reference", "short_image_ref", "linebreak",
)  # fmt: skip
_LEFT_OVER = "\x02"
"""Begins a placeholder that Markdown did not find again, as in ``![a](b" [c](d)``: words would be lost."""
_SEPARATOR = "\x1d"
_LINE_ENDS = re.compile(r"\s*(?:\r\n?|\n|\x85|\u2028|\u2029)\s*")


class InlineMarkdown:
    """Inline Markdown by a site's own Markdown configuration. One instance serves a whole site."""

    def __init__(self, extensions: Sequence[str | Extension], configurations: Configurations | None = None) -> None:
        """Take the site's ``markdown_extensions`` and ``mdx_configs``.

        Extensions that are objects are left out: they belong to a plugin, and keep the state of its pages.
        """
        self._configurations = {_bare(name): dict(options or {}) for name, options in (configurations or {}).items()}
        self._extensions = _inline_extensions(extensions, self._configurations)
        self._marked = _marked(self._extensions)
        self._markdown: Markdown | None = None
        self._sanitizer = Sanitizer()

    def convert(self, texts: Sequence[str], resolve: Resolve) -> list[Markup]:
        """Each text as HTML that may stand inside a paragraph. Line ends become ``<br>``.

        Tags and entities are shown as written. An address that ``resolve`` refuses leaves the words of
        its link or image. Never raises for any text.
        """
        results: list[Markup | None] = []
        marked: list[str] = []
        for written in texts:
            text = written.strip()
            if not text.isprintable():
                text = _LINE_ENDS.sub("\n", _UNPRINTABLE.sub("", text))
            if self._is_plain(text):
                results.append(lines(text))
            else:
                results.append(None)
                marked.append(text)
        if not marked:
            return [result for result in results if result is not None]
        converted = iter(self._convert(marked, resolve))
        return [next(converted) if result is None else result for result in results]

    def _is_plain(self, text: str) -> bool:
        if self._marked is not None and self._marked.search(text) is None:
            return True
        return len(text) > LONGEST or text.count("[") > MOST_BRACKETS

    def _convert(self, texts: list[str], resolve: Resolve) -> list[Markup]:
        try:
            pieces = self._through_markdown(texts)
        except Exception:  # an extension of the site may raise anything, and a text must still be shown
            pieces = []
        if len(pieces) == len(texts):
            return [
                lines(text) if _LEFT_OVER in piece else self._sanitizer.clean(piece, resolve)
                for text, piece in zip(texts, pieces, strict=True)
            ]
        if len(texts) == 1:
            return [lines(texts[0])]
        # One text upset the whole: only that one is to lose its markup.
        return [html for text in texts for html in self._convert([text], resolve)]

    def _through_markdown(self, texts: list[str]) -> list[str]:
        """One unsafe piece of HTML for each text, by one run of the tree and the text processors."""
        from xml.etree.ElementTree import Element, SubElement

        markdown = self._markdown
        if markdown is None:
            markdown = self._markdown = _build(self._extensions, self._configurations)
        markdown.reset()
        root = Element("div")
        for text in texts:
            SubElement(root, "p").text = text.replace("&", AMPERSAND)
        for processor in markdown.treeprocessors:
            root = processor.run(root) or root
        html = _SEPARATOR.join(markdown.serializer(child).strip() for child in root)
        for postprocessor in markdown.postprocessors:
            html = postprocessor.run(html)
        return [piece.removeprefix("<p>").removesuffix("</p>") for piece in html.split(_SEPARATOR)]


def _bare(name: str) -> str:
    return name.removeprefix("markdown.extensions.").split(":")[0]


def _inline_extensions(extensions: Sequence[str | Extension], configurations: Configurations) -> tuple[str, ...]:
    """Names of those extensions that say something inside a line, in their order."""
    names: dict[str, None] = {}
    for extension in extensions:
        if not isinstance(extension, str):
            continue
        name = _bare(extension)
        for part in _COLLECTIONS.get(name, (name,)):
            options = configurations.get(part, {})
            # Definitions of abbreviations stand in pages; without a glossary there are none here.
            idle = part == "abbr" and not options.get("glossary")
            # Without `generic`, formulas are put into scripts, which are not let through.
            scripted = part == "pymdownx.arithmatex" and not options.get("generic")
            if part not in _BLOCK_EXTENSIONS and not part.startswith("mkdocs_journey.") and not idle and not scripted:
                names[part] = None
    return tuple(names)


def _marked(extensions: Sequence[str]) -> re.Pattern[str] | None:
    """Finds texts that Markdown may change; None where that is not known."""
    if any(name not in _TRIGGERS for name in extensions):
        return None
    return re.compile(_MARKED + "".join(_TRIGGERS[name] for name in extensions), re.IGNORECASE)


def _build(names: Sequence[str], configurations: Configurations) -> Markdown:
    """Markdown with nothing but its inline part."""
    from markdown import Markdown
    from markdown.inlinepatterns import SubstituteTagInlineProcessor

    markdown = Markdown(output_format="html")
    for name in names:
        try:
            markdown.registerExtensions([name], {name: configurations.get(name, {})})  # type: ignore[dict-item]
        except Exception:  # noqa: S112 - what cannot be loaded is the site's to hear about, from its own pages
            continue
    for pattern in _UNWANTED_PATTERNS:
        markdown.inlinePatterns.deregister(pattern, strict=False)
    markdown.treeprocessors.deregister("prettify", strict=False)
    markdown.inlinePatterns.register(SubstituteTagInlineProcessor(r"\n", "br"), "journey-line-end", 5)
    return markdown
