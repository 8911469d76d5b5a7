"""Blocks that come to a page from other files, through the snippets extension."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from mkdocs_journey.site.page_blocks import block_key
from mkdocs_journey.source.fences import find_blocks

if TYPE_CHECKING:
    from mkdocs_journey.site.configuration import SiteConfig
    from mkdocs_journey.source.text import Block, Line

_MARK = re.compile(r"^[ \t>]*;*-+8<-+", re.MULTILINE)
EXTENSION = "pymdownx.snippets"


def included_blocks(text: str, path: str, config: SiteConfig) -> tuple[Block, ...]:
    """Blocks that the snippets of a page bring along, with their places in the files that hold them.

    Where snippets stand inside of a block of the page, it comes with them in their places.
    """
    if EXTENSION not in config.markdown_extensions or _MARK.search(text) is None:
        return ()
    snippets = _Snippets(config)
    blocks = find_blocks(text, path)
    filled = {block.opening: _filled(block, snippets) for block in blocks if _MARK.search(block.text)}
    own = [_key(filled.get(block.opening, block)) for block in blocks]
    found = [block for block in filled.values() if block.assembled]
    expanded = snippets.expanded(text)
    written = {
        _key(block): block
        for source in snippets.sources
        for block in find_blocks(source.read_text("utf-8-sig"), _name(source, config))
    }
    for block in find_blocks(expanded, path):
        key = _key(block)
        if key in own:
            own.remove(key)
        else:
            found.append(written.get(key) or replace(block, assembled=True))
    return tuple(found)


def _key(block: Block) -> tuple[str, str]:
    return block_key(block.kind, block.text.split())


def _filled(block: Block, snippets: _Snippets) -> Block:
    """A block with the snippets inside of it in their places; their lines stand on the line that names them."""
    typed = list(block.texts)
    expanded = snippets.expanded(block.text).split("\n")
    if expanded == typed:
        return block
    lines: list[Line] = []
    for kind, first, end, start, behind in SequenceMatcher(None, typed, expanded, autojunk=False).get_opcodes():
        if kind == "equal":
            lines += block.lines[first:end]
        else:
            place = block.lines[min(first, len(typed) - 1)]
            lines += [place._replace(text=text) for text in expanded[start:behind]]
    return replace(block, lines=tuple(lines), assembled=True)


class _Snippets:
    """Puts snippets in their places, and remembers the files that they come from."""

    def __init__(self, config: SiteConfig) -> None:
        import markdown
        from pymdownx.snippets import SnippetExtension, SnippetPreprocessor

        self.sources = sources = list[Path]()

        class Recording(SnippetPreprocessor):
            """Remembers which files it reads."""

            def get_snippet_path(self, path: str) -> Any:
                found = super().get_snippet_path(path)
                if found is not None:
                    sources.append(Path(found))
                return found

        extension = SnippetExtension(**{**(config.mdx_configs.get(EXTENSION) or {}), "url_download": False})
        self._preprocessor = Recording(extension.getConfigs(), markdown.Markdown())

    def expanded(self, text: str) -> str:
        """A text with its snippets in place; as it is where one of them is missing."""
        from pymdownx.snippets import SnippetMissingError

        try:
            return "\n".join(self._preprocessor.run(text.splitlines()))
        except SnippetMissingError:
            return text  # the snippets extension itself reports it when the page is built


def _name(source: Path, config: SiteConfig) -> str:
    """A path as findings show it: inside the docs folder, else beside mkdocs.yml."""
    resolved = source.resolve()
    for base in (Path(config.docs_dir), Path(config.config_file_path or ".").parent):
        if resolved.is_relative_to(base.resolve()):
            return resolved.relative_to(base.resolve()).as_posix()
    return source.name
