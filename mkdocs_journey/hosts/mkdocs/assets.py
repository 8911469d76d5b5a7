"""Style sheets and the script: files of the package that become files of the site."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from mkdocs_journey.render.style_sheet import review_style_sheet, style_sheet

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

STYLE_SHEET = "assets/journey/journey.css"
REVIEW_STYLE_SHEET = "assets/journey/journey-review.css"
"""Only in a build for reviewers."""
SCRIPT = "assets/journey/journey.js"


@cache
def script() -> str:
    """The script that adds lane toggles, full view and sorted tables, without what only its readers need.

    It is made for our own file: a line of it that begins with two slashes is a comment, and no text spans lines.
    """
    text = files("mkdocs_journey.render").joinpath("assets", "journey.js").read_text("utf-8")
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def name_assets(config: MkDocsConfig, *, review: bool = False) -> None:
    """Have every page load the style sheets and the script, before the site's own, which may override them."""
    for path in (REVIEW_STYLE_SHEET, STYLE_SHEET) if review else (STYLE_SHEET,):
        if path not in config.extra_css:
            config.extra_css.insert(0, path)
    if SCRIPT not in [str(entry) for entry in config.extra_javascript]:
        from mkdocs.config.config_options import ExtraScriptValue

        entry = ExtraScriptValue(SCRIPT)
        entry.defer = True
        config.extra_javascript.insert(0, entry)


def add_assets(config: MkDocsConfig, site_files: Files, *, review: bool = False) -> None:
    """Add the style sheets and the script to the site; a file of the site at the same place stays."""
    from mkdocs.structure.files import File

    assets = [(STYLE_SHEET, style_sheet()), (SCRIPT, script())]
    for path, content in [*assets, (REVIEW_STYLE_SHEET, review_style_sheet())] if review else assets:
        if site_files.get_file_from_path(path) is None:
            site_files.append(File.generated(config, path, content=content))
