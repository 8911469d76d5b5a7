"""Customer journey maps and personas, written as text in Markdown, read as pages."""

from __future__ import annotations

__version__ = "0.1.0"
