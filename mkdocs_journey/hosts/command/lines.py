"""``mkdocs-journey lines``: what ``git diff`` is told to compare instead of a page."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def lines(file: Path) -> None:
    """Print a page with its maps written one fact a line.

    Each fact has its place in front: the phase, the step, and the thing that it is about. Everything else on the page,
    a map with a mistake, and any other file come out as they are. It is made for git diff, which then tells where a
    changed line belongs:

    \b
      echo '*.md diff=journey' >> .gitattributes
      git config diff.journey.textconv 'mkdocs-journey lines'
    """
    written = file.read_bytes()
    sys.stdout.buffer.write(_in_facts(written, file.suffix.lower()))


def _in_facts(written: bytes, suffix: str) -> bytes:
    """The file one fact a line, else as it is: where this fails, git shows no difference at all."""
    try:
        text = written.decode("utf-8")
    except UnicodeDecodeError:
        return written
    if "\0" in text:
        return written
    try:
        from mkdocs_journey.report.facts import file_in_facts, page_in_facts

        found = file_in_facts(text) if suffix in (".yml", ".yaml") else page_in_facts(text)
        return found.encode("utf-8")
    except Exception:
        traceback.print_exc()
        click.echo("This is a fault of mkdocs-journey; the file is shown as it is written.", err=True)
        return written
