"""``mkdocs-journey diff``: its options, its output, its exit code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_journey.hosts.command.output import (
    Output,
    has_colour,
    output_option,
    show,
    site_option,
    site_words,
    write_file,
)
from mkdocs_journey.message import all_of, message
from mkdocs_journey.report.formats import CHANGE_FORMATS

if TYPE_CHECKING:
    from mkdocs_journey.diff.comparison import Comparison
    from mkdocs_journey.languages.words import Words
    from mkdocs_journey.past.compared_sites import ComparedSite


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@site_option
@output_option(CHANGE_FORMATS)
@click.option(
    "--fail-on",
    type=click.Choice(["breaking", "risky", "any", "never"]),
    default="never",
    show_default=True,
    help="The least grade of a change that makes this command fail.",
)
@click.option("--exactly", is_flag=True, help="Compare with BASE itself, not with the commit from which HEAD left it.")
@click.option("--mermaid", is_flag=True, help="In Markdown, let GitHub or GitLab draw the curves.")
def diff(
    base: str,
    head: str | None,
    config_file: Path | None,
    outputs: tuple[Output, ...],
    fail_on: str,
    exactly: bool,
    mermaid: bool,
) -> None:
    """Tell what changed in the customer's experience since BASE.

    BASE and HEAD are revisions of git, such as origin/main, or folders. Without HEAD, the site as it stands is taken.

    Exit code: 0 fine, 1 a change that --fail-on names, 2 a version that cannot be read, 3 a fault of this program.
    """
    from mkdocs_journey.diff.comparison import compare
    from mkdocs_journey.git.running import GitError
    from mkdocs_journey.past.compared_sites import ComparedSites, UnreadableSideError
    from mkdocs_journey.site.folder import find_configuration

    try:
        sides = ComparedSites(config_file or find_configuration(()))
        before, after, common = sides.versions(base, head, exactly=exactly)
    except (GitError, UnreadableSideError) as error:
        raise click.UsageError(site_words(config_file, ()).said(error.message)) from None
    words = after.report.words
    if not common:
        remark = message(
            "Git knows of no commit that {base} and the newer version share; compared with {base} itself.", base=base
        )
        click.echo(words.said(remark), err=True)
    _refuse_mistakes(before, after, words)
    comparison = compare(before.site, after.site, (before.name, after.name), (before.report.path, after.report.path))
    _tell(comparison, words, outputs, mermaid)
    sys.exit(int(_fails(comparison, fail_on)))


def _refuse_mistakes(before: ComparedSite, after: ComparedSite, words: Words) -> None:
    """A version with blocks that cannot be read is not compared: what is in them would seem to be gone."""
    from mkdocs_journey.safe_text import plain

    broken = [side for side in (before, after) if side.report.findings]
    for side in broken:
        for finding in side.report.findings:
            place = f"{side.report.path(finding.span.file)}:{finding.span.line}:{finding.span.column}"
            click.echo(plain(f"{place} {finding.code.id} {finding.message} {finding.mend.advice}"), err=True)
    if broken:
        names = all_of(side.name for side in broken)
        told = message("{names} cannot be compared: mend these mistakes first.", names=names)
        raise click.UsageError(plain(words.said(told)))


def _tell(comparison: Comparison, words: Words, outputs: tuple[Output, ...], mermaid: bool) -> None:
    from mkdocs_journey.report.formats import write_changes

    for output in outputs or (Output("text", ""),):
        if output.file:
            write_file(Path(output.file), write_changes(comparison, output.format, words, mermaid=mermaid))
        else:
            show(write_changes(comparison, output.format, words, colour=has_colour(), mermaid=mermaid))


def _fails(comparison: Comparison, fail_on: str) -> bool:
    from mkdocs_journey.diff import Grade

    grades = {
        "never": (),
        "breaking": (Grade.BREAKING,),
        "risky": (Grade.BREAKING, Grade.RISKY),
        "any": tuple(Grade),
    }
    return any(comparison.count(grade) for grade in grades[fail_on])
