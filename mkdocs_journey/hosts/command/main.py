"""The command ``mkdocs-journey``."""

from __future__ import annotations

import traceback
from pathlib import Path

import click

from mkdocs_journey import __version__
from mkdocs_journey.hosts.command.check import check
from mkdocs_journey.hosts.command.diff import diff
from mkdocs_journey.hosts.command.lines import lines
from mkdocs_journey.hosts.command.log import log
from mkdocs_journey.hosts.command.output import site_option, site_words
from mkdocs_journey.hosts.command.words import words


class CommandGroup(click.Group):
    """A group of commands whose own faults are told as such."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a fault of this program ends with exit code 3."""
        from mkdocs_journey.source.yaml import ParserMissingError

        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except ParserMissingError as error:
            raise click.UsageError(str(error)) from None
        except Exception:
            traceback.print_exc()
            click.echo(
                "This is a fault of mkdocs-journey, not of your maps. Please report it with the lines above.", err=True
            )
            ctx.exit(3)


@click.group(cls=CommandGroup)
@click.version_option(__version__, prog_name="mkdocs-journey")
def main() -> None:
    """Customer journey maps and personas as text in your MkDocs handbook."""


main.add_command(check)
main.add_command(diff)
main.add_command(lines)
main.add_command(log)
main.add_command(words)


SCHEMAS = ("journey", "persona", "journeys", "findings", "diff", "log", "journeys.json", "journeys.ndjson")


@main.command()
@click.argument("kind", type=click.Choice(SCHEMAS))
def schema(kind: str) -> None:
    """Print the JSON Schema of a block, for editors, or that of a file for other programs.

    These are what check, diff and log write with --format json, and journeys.json and a line of journeys.ndjson, which
    stand in every built site.
    """
    import json

    from mkdocs_journey.model.schema import json_schema

    if kind == "findings":
        from mkdocs_journey.report.findings.json import findings_schema

        found = findings_schema()
    elif kind == "diff":
        from mkdocs_journey.report.changes.json import changes_schema

        found = changes_schema()
    elif kind == "log":
        from mkdocs_journey.report.history.json import history_schema

        found = history_schema()
    elif kind == "journeys.json":
        from mkdocs_journey.exchange.schema import journeys_schema

        found = journeys_schema()
    elif kind == "journeys.ndjson":
        from mkdocs_journey.exchange.step_schema import step_schema

        found = step_schema()
    else:
        found = json_schema(kind)
    click.echo(json.dumps(found, indent=2, ensure_ascii=False))


@main.command()
def fields() -> None:
    """Print the page that lists every field, as Markdown."""
    from mkdocs_journey.model.reference import reference_page

    click.echo(reference_page(), nl=False)


@main.command()
@site_option
def rules(config_file: Path | None) -> None:
    """Print the page that lists every rule, as Markdown, in the language of the site where there is one."""
    from mkdocs_journey.rules.page import rules_page

    click.echo(rules_page(site_words(config_file, ())), nl=False)
