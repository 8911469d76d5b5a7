"""What commands write, and where: formats with or without a file, the terminal and its colours."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from mkdocs_journey.languages.words import Words
from mkdocs_journey.whole_file import UnwritableError, write_whole

CommandFunction = TypeVar("CommandFunction", bound=Callable[..., Any])


class Output(NamedTuple):
    """One output that was asked for."""

    format: str
    file: str
    """Empty for the standard output."""


class OutputType(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """``FORMAT`` or ``FORMAT:FILE``."""

    name = "FORMAT[:FILE]"

    def __init__(self, formats: tuple[str, ...]) -> None:
        """Take the names of the formats that there are."""
        self._formats = formats

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Output:
        """Take the two apart."""
        if isinstance(value, Output):
            return value
        word, _, file = str(value).partition(":")
        if word not in self._formats:
            self.fail(f"{word!r} is none of {', '.join(self._formats)}.", param, ctx)
        return Output(word, "" if file == "-" else file)


def has_colour() -> bool:
    """https://no-color.org and https://force-color.org; a terminal has colours otherwise."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def show(text: str) -> None:
    """Write to the standard output."""
    reconfigure: Callable[..., None] | None = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        # A terminal that cannot show a sign shows another one, rather than nothing at all.
        reconfigure(errors="replace")
    click.echo(text, nl=False, color=True)


def write_file(path: Path, text: str) -> None:
    """Write a file. Raises UsageError where that cannot be done."""
    try:
        write_whole(path, text.encode("utf-8"))
    except UnwritableError as error:
        raise click.UsageError(str(error)) from None


def output_option(formats: Iterable[str]) -> Callable[[CommandFunction], CommandFunction]:
    """The option of commands that write in any of some formats, as ``outputs``."""
    names = tuple(formats)
    return click.option(
        "--format",
        "outputs",
        type=OutputType(names),
        multiple=True,
        help=f"{', '.join(names)}; with :FILE, into a file. May be given several times.",
    )


def site_option(command: CommandFunction) -> CommandFunction:
    """The option of commands about the site of one mkdocs.yml, as ``config_file``."""
    return click.option(
        "-f",
        "--config-file",
        type=click.Path(dir_okay=False, path_type=Path),
        help="The mkdocs.yml of the site. The one in this folder, if not given.",
    )(command)


def site_words(config_file: Path | None, paths: Iterable[Path]) -> Words:
    """The words of a site's language; the English ones where no site is there that can be read."""
    from mkdocs_journey.site.configuration import UnusableSiteError
    from mkdocs_journey.site.folder import find_configuration, open_site

    configuration = config_file or find_configuration(paths)
    if configuration is None:
        return Words.load()
    try:
        return Words.load(open_site(configuration).options.language)
    except UnusableSiteError:
        return Words.load()
