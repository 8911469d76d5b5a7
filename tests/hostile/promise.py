"""What is promised for any text whatever: a map, or findings with a place; the same each time; and no exception."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from unittest.mock import patch

from mkdocs_journey.compile import CompiledBlock, CompileOptions, Page, Site, SiteContent, compile_site, page_title
from mkdocs_journey.findings import Finding, Severity
from mkdocs_journey.model.names import all_names
from mkdocs_journey.place import Span
from mkdocs_journey.source import codes, yaml
from mkdocs_journey.source.fences import find_blocks, split_lines
from mkdocs_journey.source.plain_yaml import read_plain

TODAY = date(2026, 11, 22)
LONGEST_MESSAGE = 400
"""Characters of a sentence that quotes at most a few short stretches of what was written."""


def compile_files(files: Mapping[str, str]) -> Site:
    """The site of some pages (``.md``) and files, with all rules."""
    pages = [Page(path, text, page_title(text)) for path, text in files.items() if path.endswith(".md")]
    return compile_site(SiteContent(pages, files.get, files.__contains__), CompileOptions(today=TODAY))


def broken_promises(files: Mapping[str, str], *, twice: bool = True) -> list[str]:
    """What is wrong with the site of some pages and files, each in a sentence; empty, whatever they hold.

    ``twice``: compile it twice and compare. Raises whatever the compiler raises.
    """
    site = compile_files(files)
    lines = {path: split_lines(text) for path, text in files.items()}
    broken = [sentence for finding in site.findings for sentence in _of_finding(finding, lines)]
    broken += _of_blocks(site, files)
    broken += [sentence for blocks in site.blocks.values() for block in blocks for sentence in _of_short_way(block)]
    if twice:
        again = compile_files(files)
        if site.findings != again.findings or _entries(site) != _entries(again):
            broken.append("The second time something else came out.")
    return broken


def _of_blocks(site: Site, files: Mapping[str, str]) -> Iterator[str]:
    for path, text in files.items():
        written = len(find_blocks(text, path)) if path.endswith(".md") else 0
        blocks = site.blocks.get(path, ())
        if len(blocks) != written:
            yield f"{path} has {written} blocks, and {len(blocks)} were compiled."
        for block in blocks:
            errors = [finding for finding in block.findings if finding.severity is Severity.ERROR]
            if block.entry is None and not errors:
                yield f"The block at {block.fence.opening} gives neither a map nor a finding."
            if block.entry is not None and errors:
                yield f"The block at {block.fence.opening} gives a map and the error {errors[0]}."


def _of_short_way(compiled: CompiledBlock) -> Iterator[str]:
    """Plain blocks are read without YAML; what comes of them has to be what YAML would have made of them."""
    block, names = compiled.source, all_names()
    short = read_plain(block, [line.text for line in block.lines], names)
    if short is None:
        return
    with patch.object(yaml, "read_plain", return_value=None):
        tree, findings = yaml.read_yaml(block, names)
    limited = any(finding.code in (codes.TOO_LARGE, codes.NESTED_TOO_DEEP) for finding in findings)
    if not limited and (short != tree or findings):
        yield f"The block at {block.opening} is read otherwise on the short way: {_difference(short, tree, findings)}"


def _difference(short: object, long: object, findings: Sequence[Finding]) -> str:
    if findings:
        return f"it has {findings[0]}"
    one, other = repr(short), repr(long)
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return f"'{one[max(0, start - 60) : start + 60]}' '{other[max(0, start - 60) : start + 60]}'"


def _of_finding(finding: Finding, lines: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for span in (finding.span, *(related for related, _ in finding.related)):
        if not _is_inside(span, lines):
            yield f"{finding.code.id} stands outside of the file: {span!r}"
    last = len(lines.get(finding.span.file, ()))
    mend = finding.mend
    if mend.lines and not (1 <= mend.first <= last + 1 and mend.first - 1 <= mend.last <= last):
        yield f"{finding.code.id} is mended outside of the file: lines {mend.first} to {mend.last} of {last}"
    if any("\n" in line or "\r" in line for line in mend.lines):
        yield f"{finding.code.id} has a mended line that is several."
    if not finding.message.strip():
        yield f"{finding.code.id} says nothing."
    if len(finding.message) > LONGEST_MESSAGE:
        yield f"{finding.code.id} says more than {LONGEST_MESSAGE} characters."


def _is_inside(span: Span, lines: Mapping[str, Sequence[str]]) -> bool:
    """Whether a place lies in its file, its end not before its start; an end of a line is inside."""
    written = lines.get(span.file)
    if written is None or not 1 <= span.line <= span.end_line <= len(written):
        return False
    if (span.line, span.column) > (span.end_line, span.end_column):
        return False
    return (
        1 <= span.column <= len(written[span.line - 1]) + 1
        and 1 <= span.end_column <= len(written[span.end_line - 1]) + 1
    )


def _entries(site: Site) -> list[object]:
    atlas = site.atlas
    journeys = [(entry.id, entry.title, entry.page, entry.journey, entry.parts) for entry in atlas.journeys.values()]
    personas = [(entry.id, entry.name, entry.page, entry.persona) for entry in atlas.personas.values()]
    return [*journeys, *personas]
