"""Two mistakes in one line: the lines of each mend have the mend of the other in them."""

from __future__ import annotations

from msgspec.structs import replace

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.repair.structural import Region
from mkdocs_journey.source.text import Block


def on_mended_line(finding: Finding, block: Block, index: int, region: Region | None) -> Finding | None:
    """The finding with its lines as they are once a region is mended that holds its line; None where that is not known.

    It is known where every line of the region stays one, where it stands, and where the text that the finding is about
    stands in it.
    """
    if region is None or len(region.mended) != region.end - region.first:
        return None
    mended = region.mended[index - region.first]
    mend = finding.mend
    ways = mend.choices or ((mend,) if mend.lines else ())
    found = [_rewritten(finding, one, block, index, mended) for one in ways]
    if not found or any(one is None for one in found):
        return None
    rewritten = tuple(one for one in found if one is not None)
    return replace(finding, mend=replace(mend, choices=rewritten) if mend.choices else rewritten[0])


def _rewritten(finding: Finding, mend: Mend, block: Block, index: int, mended: str) -> Mend | None:
    """A mend of one line, as it changes the same text in the line that is mended otherwise."""
    line, span = block.lines[index], finding.span
    if not mend.first == mend.last == line.number == span.end_line or len(mend.lines) != 1:
        return None
    typed, offered = line.text, mend.lines[0].removeprefix(line.prefix)
    start, end = span.column - line.column, span.end_column - line.column
    old, behind = typed[start:end], len(typed.rstrip()) - end
    new = offered[start : len(offered) - behind] if behind >= 0 else ""
    margin = typed[: len(typed) - len(typed.lstrip())]
    # A line that is moved goes with its neighbours.
    if not mended.startswith(margin) or mended[len(margin) :][:1].isspace():
        return None
    if (
        not (old and new)
        or offered[:start] != typed[:start]
        or offered[len(offered) - behind :] != typed.rstrip()[end:]
    ):
        return None
    pieces = mended.split(old)
    before = typed[:start].count(old)
    if len(pieces) - 1 != typed.count(old):
        return None
    text = old.join(pieces[: before + 1]) + new + old.join(pieces[before + 1 :])
    return replace(mend, lines=(f"{line.prefix}{text}".rstrip(),), certain=False)
