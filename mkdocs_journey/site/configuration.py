"""What of a configuration bears upon which pages there are."""

from __future__ import annotations

from typing import Any, Protocol

from mkdocs_journey.message import ToldError


class UnusableSiteError(ToldError):
    """A site that cannot be checked; the message says why, in plain sentences."""


class SiteConfig(Protocol):
    """What of mkdocs.yml bears upon which pages there are, and what stands on them."""

    docs_dir: str
    config_file_path: Any
    nav: Any
    markdown_extensions: Any
    mdx_configs: Any
    use_directory_urls: Any
