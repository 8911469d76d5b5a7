"""``mkdocs-journey check``: its options, its output, its exit code."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from mkdocs_journey.hosts.command.output import Output, has_colour, output_option, show, site_words, write_file
from mkdocs_journey.languages.words import Words
from mkdocs_journey.message import counted, message
from mkdocs_journey.report.formats import FORMATS

if TYPE_CHECKING:
    from mkdocs_journey.compile import Page
    from mkdocs_journey.findings import Finding
    from mkdocs_journey.report.report import Report
    from mkdocs_journey.rules.settings import Settings
    from mkdocs_journey.site.check import Check
    from mkdocs_journey.site.folder import SiteFolder

DEFAULT_WIDTH = 100
"""Columns of text that is read well."""
PATIENCE = 1.0
"""Seconds after which a progress bar is shown."""


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The mkdocs.yml of the site. The one in this folder, or above PATHS, if not given.",
)
@output_option(FORMATS)
@click.option(
    "--fix", is_flag=True, help="Mend what can be mended for certain: quotes, list markers, field names, spaces."
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="The least severity that makes this command fail. [default: warning]",
)
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    help="Tell only of these, such as JN3 or JN321,JN322. Errors are always told.",
)
@click.option("--ignore", multiple=True, metavar="CODES", help="Do not tell of these. Errors are always told.")
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file of findings that are known and not told.",
)
@click.option("--write-baseline", is_flag=True, help="Write all findings of now into the baseline.")
@click.option(
    "--changed-since",
    metavar="REVISION",
    default="",
    help="Tell only of lines that changed since a git revision, such as origin/main.",
)
@click.option("--explain", metavar="CODE", help="Tell why a rule matters, with an example.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
def check(
    paths: tuple[Path, ...],
    config_file: Path | None,
    outputs: tuple[Output, ...],
    fix: bool,
    diff: bool,
    fail_on: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    baseline: Path | None,
    write_baseline: bool,
    changed_since: str,
    explain: str | None,
    statistics: bool,
) -> None:
    """Find the mistakes in journey maps and personas, as a build would, without building.

    PATHS are files or folders of the site; all of it is read, and only they are told of.

    Exit code: 0 all fine, 1 something to mend, 2 the command or the site cannot be used, 3 a fault of this program.
    """
    if explain is not None:
        _explain(explain, config_file, paths)
        return
    from mkdocs_journey.git.running import GitError
    from mkdocs_journey.report.baseline import BaselineError
    from mkdocs_journey.rules.settings import SettingsError
    from mkdocs_journey.site.check import Check
    from mkdocs_journey.site.configuration import UnusableSiteError
    from mkdocs_journey.site.reporting import read_baseline
    from mkdocs_journey.site.today import build_day

    words = Words.load()
    try:
        site = _open(config_file, paths)
        words = Words.load(site.options.language)
        settings = _settings(site.options.settings, select, ignore, fail_on)
        file = baseline or (site.base / settings.baseline if settings.baseline else None)
        if write_baseline and file is None:
            needed = message("--write-baseline needs a file: add --baseline journey-baseline.json.")
            raise click.UsageError(words.said(needed))
        known = read_baseline(file) if file is not None and not write_baseline else ""
        run = Check(site, settings, build_day(), _inside(paths, site), changed_since, known, _with_progress)
        if write_baseline and file is not None:
            _write_baseline(run, file)
            failed = False
        elif diff:
            failed = _show_mends(run)
        else:
            failed = _run(run, outputs, fix, statistics)
    except (UnusableSiteError, SettingsError, GitError, BaselineError) as error:
        raise click.UsageError(words.said(error.message)) from None
    unreadable = site.files.unreadable
    for name, why in unreadable.items():
        click.echo(words.said(message("{name} cannot be read: {why}.", name=name, why=why)), err=True)
    sys.exit(2 if unreadable else int(failed))


def _run(run: Check, outputs: tuple[Output, ...], fix: bool, statistics: bool) -> bool:
    """Check, mend if asked to, and tell. Returns whether something is left that fails."""
    checked = run.run()
    if fix:
        run.mend(checked)
        run.write_mended()
        if run.mended:
            checked = run.run()
            mended = counted(len(run.mended), "Mended {number} file.", "Mended {number} files.")
            click.echo(run.words.said(mended), err=True)
    checked = run.promised(checked)
    _tell(run.report(checked.findings, checked.site), outputs, statistics)
    if checked.gone:
        gone = counted(
            checked.gone,
            "{number} finding of the baseline is gone; write it anew with --write-baseline.",
            "{number} findings of the baseline are gone; write it anew with --write-baseline.",
        )
        click.echo(run.words.said(gone), err=True)
    return _fails(run, checked.findings)


def _show_mends(run: Check) -> bool:
    """Show what ``--fix`` would change. Returns whether there is anything, or anything else that fails."""
    checked = run.run()
    run.mend(checked)
    for text in run.differences():
        click.echo(text, nl=False)
    return bool(run.mended) or _fails(run, checked.findings)


def _fails(run: Check, findings: tuple[Finding, ...]) -> bool:
    return any(run.settings.fails(finding.severity) for finding in findings)


def _write_baseline(run: Check, file: Path) -> None:
    """Write all findings of the site, whichever files and lines were asked for."""
    from mkdocs_journey.report.baseline import write_baseline

    checked = run.run()
    write_file(file, write_baseline(run.report(checked.whole, checked.site)))
    wrote = counted(
        len(checked.whole),
        "Wrote {number} finding into {file}.",
        "Wrote {number} findings into {file}.",
        file=file.name,
    )
    click.echo(run.words.said(wrote), err=True)


def _tell(report: Report, outputs: tuple[Output, ...], statistics: bool) -> None:
    from mkdocs_journey.report.formats import write_report

    if statistics:
        from mkdocs_journey.report.statistics import write_statistics

        click.echo(write_statistics(report), nl=False)
    for output in outputs or (() if statistics else (Output("text", ""),)):
        if output.file:
            write_file(Path(output.file), write_report(report, output.format))
        else:
            width = shutil.get_terminal_size((DEFAULT_WIDTH, 0)).columns if sys.stdout.isatty() else DEFAULT_WIDTH
            show(write_report(report, output.format, colour=has_colour(), width=min(width, DEFAULT_WIDTH)))


def _open(config_file: Path | None, paths: tuple[Path, ...]) -> SiteFolder:
    from mkdocs_journey.site.configuration import UnusableSiteError
    from mkdocs_journey.site.folder import find_configuration, open_site_or_folder

    configuration = config_file or find_configuration(paths)
    if configuration is None and len(paths) != 1:
        raise UnusableSiteError(
            message("There is no mkdocs.yml here. Name it with -f, or name the one folder of your pages.")
        )
    docs = next((path if path.is_dir() else path.parent for path in paths), Path())
    return open_site_or_folder(configuration, docs)


def _inside(paths: tuple[Path, ...], site: SiteFolder) -> tuple[Path, ...]:
    """The paths, resolved; they have to be part of the site."""
    resolved = tuple(path.resolve() for path in paths)
    for path in resolved:
        if not path.is_relative_to(site.base) and not path.is_relative_to(site.docs) and path not in site.base.parents:
            other = message("{path} is no part of the site in {site}.", path=path.name, site=site.base.name)
            raise click.UsageError(Words.load(site.options.language).said(other))
    return resolved


def _settings(settings: Settings, select: tuple[str, ...], ignore: tuple[str, ...], fail_on: str | None) -> Settings:
    """What mkdocs.yml says, unless the command line says otherwise."""
    from mkdocs_journey.rules.settings import read_codes, read_fail_on

    if select:
        settings = replace(settings, select=read_codes(",".join(select), "--select"))
    if ignore:
        settings = replace(settings, ignore=read_codes(",".join(ignore), "--ignore"))
    if fail_on is not None:
        settings = replace(settings, fail_on=read_fail_on(fail_on))
    return settings


def _with_progress(pages: Iterable[Page], total: int) -> Iterator[Page]:
    """The pages, with a bar on a terminal once it takes longer than :data:`PATIENCE`."""
    if not sys.stderr.isatty():
        yield from pages
        return
    begin, bar = time.monotonic(), None
    try:
        for number, page in enumerate(pages, start=1):
            yield page
            if bar is not None:
                bar.update(1)
            elif time.monotonic() - begin > PATIENCE:
                bar = click.progressbar(length=total, label="Reading maps", file=sys.stderr)
                bar.__enter__()
                bar.update(number)
    finally:
        if bar is not None:
            bar.__exit__(None, None, None)


def _explain(code: str, config_file: Path | None, paths: tuple[Path, ...]) -> None:
    """Tell of a rule, in the language of the site where there is one."""
    from mkdocs_journey.rules.page import rule_text
    from mkdocs_journey.rules.settings import SettingsError, read_codes
    from mkdocs_journey.rules.table import CODES
    from mkdocs_journey.safe_text import plain

    words = site_words(config_file, paths)
    try:
        (id_,) = read_codes([code], "--explain") or ("",)
    except SettingsError as error:
        raise click.UsageError(words.said(error.message)) from None
    if id_ not in CODES:
        several = message(
            "“{code}” is the beginning of several codes; name one, such as JN321.", code=id_ or plain(code)
        )
        raise click.UsageError(words.said(several))
    show(rule_text(id_, words) + "\n")
