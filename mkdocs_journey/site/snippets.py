"""Blocks that come to a page from other files, through the snippets extension."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_journey.site.page_blocks import block_key
from mkdocs_journey.source.fences import find_blocks

if TYPE_CHECKING:
    from mkdocs_journey.site.configuration import SiteConfig
    from mkdocs_journey.source.text import Block

_MARK = re.compile(r"^[ \t>]*;*-+8<-+", re.MULTILINE)
EXTENSION = "pymdownx.snippets"


def included_blocks(text: str, path: str, config: SiteConfig) -> tuple[Block, ...]:
    """Blocks that the snippets of a page bring along, with their places in the files that hold them."""
    if EXTENSION not in config.markdown_extensions or _MARK.search(text) is None:
        return ()
    expanded, sources = _expand(text, config)
    own = [block_key(block.kind, block.text.split()) for block in find_blocks(text, path)]
    found: list[Block] = []
    written = {
        block_key(block.kind, block.text.split()): block
        for source in sources
        for block in find_blocks(source.read_text("utf-8-sig"), _name(source, config))
    }
    for block in find_blocks(expanded, path):
        key = block_key(block.kind, block.text.split())
        if key in own:
            own.remove(key)
        else:
            found.append(written.get(key, block))
    return tuple(found)


def _expand(text: str, config: SiteConfig) -> tuple[str, list[Path]]:
    """The page with its snippets in place, and the files that they come from."""
    import markdown
    from pymdownx.snippets import SnippetExtension, SnippetMissingError, SnippetPreprocessor

    sources: list[Path] = []

    class Recording(SnippetPreprocessor):
        """Remembers which files it reads."""

        def get_snippet_path(self, path: str) -> Any:
            found = super().get_snippet_path(path)
            if found is not None:
                sources.append(Path(found))
            return found

    extension = SnippetExtension(**{**(config.mdx_configs.get(EXTENSION) or {}), "url_download": False})
    preprocessor = Recording(extension.getConfigs(), markdown.Markdown())
    try:
        return "\n".join(preprocessor.run(text.splitlines())), sources
    except SnippetMissingError:
        return text, sources  # the snippets extension itself reports it when the page is built


def _name(source: Path, config: SiteConfig) -> str:
    """A path as findings show it: inside the docs folder, else beside mkdocs.yml."""
    resolved = source.resolve()
    for base in (Path(config.docs_dir), Path(config.config_file_path or ".").parent):
        if resolved.is_relative_to(base.resolve()):
            return resolved.relative_to(base.resolve()).as_posix()
    return source.name
