"""``mkdocs-journey log``: its options, its output, its exit code."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_journey.hosts.command.output import Output, has_colour, output_option, show, site_option, write_file
from mkdocs_journey.languages.words import Words
from mkdocs_journey.message import message, sentences
from mkdocs_journey.report.formats import HISTORY_FORMATS

if TYPE_CHECKING:
    from mkdocs_journey.atlas import JourneyEntry
    from mkdocs_journey.compile import Site
    from mkdocs_journey.report.history.sentences import ToldHistory
    from mkdocs_journey.site.folder import SiteFolder

BY = ("commit", "month", "quarter")
DEFAULT_LIMIT = 20
"""Rows that people read in a terminal; other outputs hold all."""


@click.command()
@click.argument("journey")
@site_option
@click.option(
    "--by",
    type=click.Choice(BY),
    default="commit",
    show_default=True,
    help="Tell of every commit that moved something, or of the last state of each month or quarter.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    help=f"Tell of so many at the most, the newest first; 0 for all. [default: {DEFAULT_LIMIT} in text, else all]",
)
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Tell only of what moved on this day or later.")
@output_option(HISTORY_FORMATS)
def log(
    journey: str,
    config_file: Path | None,
    by: str,
    limit: int | None,
    since: datetime | None,
    outputs: tuple[Output, ...],
) -> None:
    """Tell how a journey moved over time: its curve, indicators, evidence and open pain points.

    JOURNEY is its id, an alias, or its title. Its commits are those of the main line: what was merged counts on the
    day of the merge.

    Exit code: 0 fine, 2 the journey or its history cannot be read, 3 a fault of this program.
    """
    from mkdocs_journey.git.running import GitError
    from mkdocs_journey.past.histories import Histories
    from mkdocs_journey.report.history.sentences import ToldHistory
    from mkdocs_journey.safe_text import plain
    from mkdocs_journey.site.configuration import UnusableSiteError
    from mkdocs_journey.site.folder import find_configuration, open_site_or_folder
    from mkdocs_journey.site.today import build_day

    words = Words.load()
    try:
        folder = open_site_or_folder(config_file or find_configuration(()))
        words = Words.load(folder.options.language)
        site = _compile(folder)
        entry = _find(journey, site, words)
        histories = Histories()
        histories.begin(folder.options)
        for output in outputs or (Output("text", ""),):
            most = limit if limit is not None else DEFAULT_LIMIT if output.format == "text" else 0
            day = since.date() if since is not None else None
            found = histories.history(entry, site, folder.files, build_day(), by, most, day)  # type: ignore[arg-type]
            _tell(ToldHistory(entry.id, entry.title, by, found), words, output)  # type: ignore[arg-type]
    except (GitError, UnusableSiteError) as error:
        raise click.UsageError(plain(words.said(error.message))) from None


def _compile(folder: SiteFolder) -> Site:
    from mkdocs_journey.compile import CompileOptions, compile_site

    options = folder.options
    decided = CompileOptions(options.feelings, options.settings, language=options.language, advice=False)
    return compile_site(folder.files.content(), decided)


def _find(name: str, site: Site, words: Words) -> JourneyEntry:
    """The journey that is meant. Raises UsageError."""
    from mkdocs_journey.model.values import closest, plain_word
    from mkdocs_journey.safe_text import plain

    atlas = site.atlas
    entry = atlas.journey(name)
    if entry is not None:
        return entry
    shown = plain(name[:80])
    if atlas.is_unreadable(name):
        unreadable = message(
            "The journey “{name}” cannot be read now. Mend it first: mkdocs-journey check.", name=shown
        )
        raise click.UsageError(words.said(unreadable))
    names = [*atlas.journeys, *(other.title for other in atlas.journeys.values())]
    near = closest(plain_word(name), names) or closest(name, names)
    if near:
        advice = message("Did you mean {name}?", name=plain(near))
    elif atlas.journeys:
        advice = message("There are: {names}.", names=", ".join(list(atlas.journeys)[:20]))
    else:
        advice = message("There are none.")
    raise click.UsageError(words.said(sentences(message("There is no journey “{name}”.", name=shown), advice)))


def _tell(told: ToldHistory, words: Words, output: Output) -> None:
    from mkdocs_journey.report.formats import write_history

    if output.file:
        write_file(Path(output.file), write_history(told, output.format, words))
    else:
        show(write_history(told, output.format, words, colour=has_colour()))
