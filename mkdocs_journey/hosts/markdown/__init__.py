"""Python-Markdown: the extension that draws the blocks of a page, in any host."""
