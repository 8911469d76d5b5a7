"""The templates of the package, and a site's own ones in front of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mkdocs_journey.render.html.faces import face_html

if TYPE_CHECKING:
    from jinja2 import Environment


def create_environment(custom_folders: Sequence[str] = ()) -> Environment:
    """The Jinja environment of one build.

    A site overrides a template by a file of the same name in one of its ``custom_folders`` (the theme's
    ``custom_dir``), e.g. ``journey/map.html``; the first folder that has it wins. ``!journey/map.html``
    always means the package's own, so that an override can extend it. Everything is escaped unless it is Markup.
    """
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader

    package = PackageLoader("mkdocs_journey.render", "templates")
    original = PrefixLoader({"!journey": PackageLoader("mkdocs_journey.render", "templates/journey")})
    own = [FileSystemLoader(list(custom_folders), encoding="utf-8")] if custom_folders else []
    environment = Environment(
        loader=ChoiceLoader([*own, package, original]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["face"] = face_html
    return environment
