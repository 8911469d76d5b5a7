"""``ignore: {JN305: reason}`` in a block: what it takes away, and what is wrong with it itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from mkdocs_journey.findings import Finding, LifeCycle, Mend, Severity
from mkdocs_journey.message import message
from mkdocs_journey.model import codes
from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.values import closest
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_EXCERPT, shortened
from mkdocs_journey.rules.table import CODES, codes_of

_LETTERS_LIKE_DIGITS = str.maketrans("LIOZ", "1102")
_DELETE = message("Delete this line.")
_DELETE_OR_MOVE = message("Delete this line, or move it to the top of the map if it is about the whole.")


class Ignore(Struct, frozen=True):
    """One rule that an author ignores in a block, a phase or a step."""

    code: str
    written: str
    """The code as the author wrote it."""
    reason: str
    place: Span
    """Where the code stands."""
    within: Span | None
    """The phase or step; None for the whole block."""

    def fits(self, finding: Finding) -> bool:
        """Whether it takes this finding away."""
        if finding.code.id != self.code or finding.severity is Severity.ERROR:
            return False
        if self.within is None:
            return True
        span, outer = finding.span, self.within
        return (
            span.file == outer.file
            and (outer.line, outer.column) <= (span.line, span.column)
            and (span.line, span.column) <= (outer.end_line, outer.end_column)
        )


def apply_ignores(
    document: Document, wrong: list[Finding], method: Sequence[Finding], *, sound: bool
) -> tuple[list[Finding], tuple[Finding, ...]]:
    """Take away what the block ignores, and add what is wrong with its ignores.

    A block that is not ``sound`` was not looked at in full, so no ignore of it is called unused.
    """
    ignores = list(_ignores(document))
    if not ignores:
        return wrong, tuple(method)
    used: set[Ignore] = set()

    def kept(finding: Finding) -> bool:
        fitting = [ignore for ignore in ignores if ignore.fits(finding)]
        used.update(fitting)
        return not fitting

    left = [finding for finding in wrong if kept(finding)]
    left_of_method = tuple(finding for finding in method if kept(finding))
    return [*left, *_troubles(ignores, used, sound)], left_of_method


def _ignores(document: Document) -> Iterator[Ignore]:
    model = document.model
    parts: list[tuple[Path, dict[str, str]]] = [((), model.ignore)] if model.ignore else []
    if isinstance(model, Journey):
        for p, phase in enumerate(model.phases):
            if phase.ignore:
                parts.append((("phases", p), phase.ignore))
            parts += [(("phases", p, "steps", s), step.ignore) for s, step in enumerate(phase.steps) if step.ignore]
    for path, ignored in parts:
        within = document.values[path] if path else None
        for written, reason in ignored.items():
            place = document.keys[(*path, "ignore", written)]
            yield Ignore(written.strip().upper(), written.strip(), reason.strip(), place, within)


def _troubles(ignores: Sequence[Ignore], used: set[Ignore], sound: bool) -> Iterator[Finding]:
    for ignore in ignores:
        code = CODES.get(ignore.code)
        if code is None:
            yield _unknown(ignore)
        elif code.severity is Severity.ERROR:
            told = message("{code} cannot be ignored, because a block with it cannot be drawn.", code=ignore.code)
            advice = message("Mend it, and delete this line.")
            yield Finding(codes.WRONG_IGNORE, ignore.place, told, Mend(advice))
        elif code.life is LifeCycle.REMOVED:
            told = message("{code} is not looked for any more.", code=ignore.code)
            yield Finding(codes.UNUSED_IGNORE, ignore.place, told, Mend(_DELETE))
        elif ignore not in used and sound:
            told = message("{code} finds nothing here.", code=ignore.code)
            advice = _DELETE if ignore.within is None else _DELETE_OR_MOVE
            yield Finding(codes.UNUSED_IGNORE, ignore.place, told, Mend(advice))
        elif not ignore.reason:
            told = message("{code} is ignored, and nobody will know why.", code=ignore.code)
            advice = message("Write the reason behind it.")
            yield Finding(codes.IGNORE_WITHOUT_REASON, ignore.place, told, Mend(advice))


def _unknown(ignore: Ignore) -> Finding:
    written = shortened(ignore.written, LONGEST_EXCERPT)
    if codes_of(ignore.code):
        told, advice = (
            message("“{code}” stands for several rules.", code=written),
            message("Name each that you mean."),
        )
    else:
        near = closest(ignore.code.translate(_LETTERS_LIKE_DIGITS), list(CODES))
        told = message("There is no rule “{code}”.", code=written)
        advice = message("Name one rule by its code, such as {example}.", example="JN326")
        advice = message("Did you mean {better}?", better=near) if near else advice
    return Finding(codes.WRONG_IGNORE, ignore.place, told, Mend(advice))
