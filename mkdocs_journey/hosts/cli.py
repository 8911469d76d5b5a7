"""The command ``mkdocs-journey``."""

from __future__ import annotations

import click

from mkdocs_journey import __version__


@click.group()
@click.version_option(__version__, prog_name="mkdocs-journey")
def main() -> None:
    """Customer journey maps and personas as text in your MkDocs handbook."""


@main.command()
@click.argument("kind", type=click.Choice(["journey", "persona"]))
def schema(kind: str) -> None:
    """Print the JSON Schema of a block, for editors."""
    import json

    from mkdocs_journey.model.schema import json_schema

    click.echo(json.dumps(json_schema(kind), indent=2, ensure_ascii=False))


@main.command()
def fields() -> None:
    """Print the page that lists every field, as Markdown."""
    from mkdocs_journey.model.reference import reference_page

    click.echo(reference_page(), nl=False)
