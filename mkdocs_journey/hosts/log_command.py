"""``mkdocs-journey log``: its options and its output."""

from __future__ import annotations

import gc
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_journey.hosts.output import Output, OutputType, has_colour, show, site_option, write_file
from mkdocs_journey.report.history.formats import LOG_FORMATS

if TYPE_CHECKING:
    from mkdocs_journey.hosts.site_folder import SiteFolder
    from mkdocs_journey.report.history.moves import Log
    from mkdocs_journey.views.history import Pace

DEFAULT_LIMIT = 20


@click.command()
@click.argument("journey")
@site_option
@click.option(
    "--by",
    "pace",
    type=click.Choice(["commit", "month", "quarter"]),
    default="commit",
    show_default=True,
    help="Every commit that moved something, or the last one of each month or quarter.",
)
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only what moved on this day or later.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=DEFAULT_LIMIT,
    show_default=True,
    help="So many points at the most, the newest ones; 0 for all.",
)
@click.option(
    "--format",
    "outputs",
    type=OutputType(tuple(LOG_FORMATS)),
    multiple=True,
    help=f"{', '.join(LOG_FORMATS)}; with :FILE, into a file. May be given several times.",
)
def log(
    journey: str,
    config_file: Path | None,
    pace: Pace,
    since: datetime | None,
    limit: int,
    outputs: tuple[Output, ...],
) -> None:
    """Tell how a journey moved: its curve, its indicators, its evidence, its open pain points.

    JOURNEY is its id or its title. Its history is followed through commits of git, renamed files, and earlier ids that
    it names under aliases. Merges count as one step.

    Exit code: 0 fine, 2 a journey, a site or a repository that cannot be read, 3 a fault of this program.
    """
    # Nothing that is read here makes cycles, and all of it is needed to the end.
    gc.disable()
    from mkdocs_journey.hosts.git import GitError
    from mkdocs_journey.hosts.site_folder import UnusableSiteError, find_configuration, open_folder, open_site
    from mkdocs_journey.report.history.formats import write_log
    from mkdocs_journey.views.history import paced, since_day

    configuration = config_file or find_configuration(())
    try:
        found = _read(journey, open_site(configuration) if configuration else open_folder(Path()))
    except (GitError, UnusableSiteError) as error:
        raise click.UsageError(str(error)) from None
    history = since_day(found.history, since.date()) if since else found.history
    told = found._replace(history=paced(history, pace, limit or None))
    for output in outputs or (Output("text", ""),):
        if output.file:
            write_file(Path(output.file), write_log(told, output.format))
        else:
            show(write_log(told, output.format, colour=has_colour()))


def _read(journey: str, folder: SiteFolder) -> Log:
    """The whole history of a journey. Raises UsageError where there is no such journey, GitError without git."""
    from mkdocs_journey.compile import compile_site
    from mkdocs_journey.hosts.history import HistoryReader
    from mkdocs_journey.model.values import closest
    from mkdocs_journey.report.history.moves import Log

    files, options = folder.files, folder.options
    feelings = dict(options.feelings)
    site = compile_site(
        files.pages(), files.read, files.exists, files.persona_page, feelings, language=options.language, method=False
    )
    entry = site.atlas.journey(journey)
    if entry is None:
        near = closest(journey, list(site.atlas.journeys))
        advice = f"Did you mean {near}?" if near else f"There are: {', '.join(site.atlas.journeys) or 'none'}."
        raise click.UsageError(f"This site has no journey “{journey[:80]}”. {advice}")
    reader = HistoryReader(feelings, options.language)
    file = files.real_path(entry.document.block.file)
    history = reader.read(entry, site.atlas, file, folder.docs, date.today())
    return Log(entry.title, entry.id, history)
