"""Which certain mends hold: a page is mended as far as there are no more errors than before, and the rest is told.

A mend that lets a block be seen lets its mistakes be seen as well, and what it has in common with other blocks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from mkdocs_journey.compile import Site
from mkdocs_journey.corrections import certain_mends, traced
from mkdocs_journey.findings import Finding, Mend, Severity
from mkdocs_journey.message import NO_MESSAGE, Message, message, sentences

MOST_ROUNDS = 10
"""A mend may bring to light another mistake of its line; so often at the most."""
MOST_ATTEMPTS = 16
"""So often a site is mended anew without the mends that do not hold. However large it is, there are no more."""
MOST_SEARCHES = 3
"""So often the mend is searched that brings about an error which tells nothing of it."""

MendPlace = tuple[str, int]
"""A file, and a line of it as it is before anything is mended."""


class Checked(Struct, frozen=True):
    """What one look at a site gives."""

    site: Site
    whole: tuple[Finding, ...]
    """All findings, known or not."""
    findings: tuple[Finding, ...]
    """Those that are told: not known, and in the files and lines that were asked for."""
    gone: int
    """Number of known findings that are not found any more; 0 where only a part of all findings was looked for."""


class Mending(Struct, frozen=True):
    """What becomes of a site by the mends that hold."""

    texts: Mapping[str, str]
    """New texts of files."""
    origins: Mapping[str, Sequence[int]]
    """Of each mended file, the lines of the old text from which those of the new one come."""
    refused: Mapping[MendPlace, Message]
    """The mends that do not hold, each with what speaks against it."""

    def told(self, finding: Finding) -> Finding:
        """The finding, whose mend is not certain where it does not hold."""
        mend = finding.mend
        file = finding.span.file
        why = self.refused.get((file, _origin(self.origins.get(file, ()), mend.first))) if mend.certain else None
        if why is None:
            return finding
        return replace(finding, mend=replace(mend, certain=False, advice=sentences(mend.advice, why)))


class _Attempt(Struct):
    """What comes of all mends but those that are refused."""

    latest: Checked
    texts: dict[str, str] = field(default_factory=dict)
    origins: dict[str, list[int]] = field(default_factory=dict)
    applied: dict[str, set[int]] = field(default_factory=dict)
    """By file, lines of the old text at which mends were applied."""


Run = Callable[[Mapping[str, str]], Checked]
Original = Callable[[str], str]


def mended_as_far_as_it_holds(checked: Checked, run: Run, original: Original) -> Mending:
    """Mend what is certain. No file is left with more errors than it had before, nor is the site.

    ``run`` looks at the site with other texts of some files, ``original`` gives a file's text with its own line ends.
    """
    before = _errors_by_file(checked)
    refused: dict[MendPlace, Message] = {}
    searches = MOST_SEARCHES
    for _ in range(MOST_ATTEMPTS):
        tried = _attempt(checked, refused, run, original)
        worse = _worse(before, tried)
        if not worse:
            return Mending(tried.texts, tried.origins, refused)
        new = _new_errors(checked, tried, worse)
        blamed = _blamed(checked, tried, new)
        if not blamed:
            every = sorted((name, line) for name, lines in tried.applied.items() for line in lines)
            if searches:
                every = every[_holding(every, before, lambda left: _attempt(checked, left, run, original), refused) :][
                    :1
                ]
                searches -= 1
            blamed = dict.fromkeys(every, _because(new[0]))
        refused |= blamed
    return Mending({}, {}, refused)


def _holding(
    places: Sequence[MendPlace],
    before: Counter[str],
    attempt: Callable[[Mapping[MendPlace, Message]], _Attempt],
    refused: Mapping[MendPlace, Message],
) -> int:
    """How many of the first mends hold together, if the next one does not; with all of them, they do not."""
    held, fails = 0, len(places)
    while fails - held > 1:
        middle = (held + fails) // 2
        if _worse(before, attempt({**refused, **dict.fromkeys(places[middle:], NO_MESSAGE)})):
            fails = middle
        else:
            held = middle
    return held


def _attempt(checked: Checked, refused: Mapping[MendPlace, Message], run: Run, original: Original) -> _Attempt:
    """Mend round by round whatever is not refused."""
    attempt = _Attempt(checked)
    seen: dict[str, set[Mend]] = {}
    for _ in range(MOST_ROUNDS):
        changed = False
        for name, mends in certain_mends(attempt.latest.findings).items():
            origins = attempt.origins.get(name, ())
            mends = [mend for mend in mends if (name, _origin(origins, mend.first)) not in refused]
            known = seen.setdefault(name, set())
            if not mends or not known.isdisjoint(mends):
                # What is found again was not read again: a snippet is taken from its file as that stands.
                continue
            known.update(mends)
            old = attempt.texts[name] if name in attempt.texts else original(name)
            new, lines = traced(old, mends)
            if new != old:
                attempt.texts[name] = new
                attempt.applied.setdefault(name, set()).update(_origin(origins, mend.first) for mend in mends)
                attempt.origins[name] = [_origin(origins, line) for line in lines]
                changed = True
        if not changed:
            break
        attempt.latest = run(attempt.texts)
    return attempt


def _origin(origins: Sequence[int], line: int) -> int:
    """The line of the old text from which a line comes; behind the last one, one that is counted on."""
    if not origins:
        return line
    return origins[line - 1] if line <= len(origins) else origins[-1] + line - len(origins)


def _errors(checked: Checked) -> list[Finding]:
    return [finding for finding in checked.whole if finding.severity is Severity.ERROR]


def _errors_by_file(checked: Checked) -> Counter[str]:
    return Counter(finding.span.file for finding in _errors(checked))


def _worse(before: Counter[str], attempt: _Attempt) -> frozenset[str]:
    """Files with more errors than before: mended ones, and all others where the errors of the whole site are more."""
    after = _errors_by_file(attempt.latest) if attempt.texts else before
    more = after.total() > before.total()
    return frozenset(
        name for name, number in after.items() if number > before[name] and (more or name in attempt.texts)
    )


def _new_errors(checked: Checked, attempt: _Attempt, worse: frozenset[str]) -> list[Finding]:
    old = Counter(_identity(finding) for finding in _errors(checked))
    new: list[Finding] = []
    for finding in _errors(attempt.latest):
        if finding.span.file in worse:
            if not old[_identity(finding)]:
                new.append(finding)
            else:
                old[_identity(finding)] -= 1
    # Of two that are told in the same words, one is new.
    return new or [finding for finding in _errors(attempt.latest) if finding.span.file in worse]


def _blamed(checked: Checked, attempt: _Attempt, new: Sequence[Finding]) -> dict[MendPlace, Message]:
    """The mends that bring errors about, each with the first of them: those of the block in which it stands.

    Else those of what the error refers to; else, where it stands in no block, all of its file; none where it stands
    in a file that is not mended and refers to nothing.
    """
    files = {span.file for finding in new for span in (finding.span, *(span for span, _ in finding.related))}
    regions = {name: _Regions.of(checked, attempt, name) for name in files if name in attempt.texts}
    for sure in (True, False):
        blamed: dict[MendPlace, Message] = {}
        for finding in new:
            for place in _guilty(finding, attempt, regions, sure=sure):
                blamed.setdefault(place, _because(finding))
        if blamed:
            return blamed
    return {}


class _Regions(Struct, frozen=True):
    """The blocks of a mended file, by their lines in the old text."""

    starts: Sequence[int]
    ends: Sequence[int]
    worse: Sequence[bool]
    """Whether more errors stand in each than before."""

    @classmethod
    def of(cls, checked: Checked, attempt: _Attempt, name: str) -> _Regions:
        origins = attempt.origins[name]
        before = sorted(one.span.line for one in _errors(checked) if one.span.file == name)
        after = sorted(_origin(origins, one.span.line) for one in _errors(attempt.latest) if one.span.file == name)
        fences = [block.fence for block in attempt.latest.site.blocks.get(name, ())]
        starts = [_origin(origins, fence.opening.line) for fence in fences]
        ends = [_origin(origins, fence.opening.line + len(fence.lines) + 1) for fence in fences]
        worse = [_within(after, *ends_) > _within(before, *ends_) for ends_ in zip(starts, ends, strict=True)]
        return cls(starts, ends, worse)

    def around(self, line: int) -> int:
        """Index of the block in which a line stands; −1 where it stands in none."""
        index = bisect_right(self.starts, line) - 1
        return index if index >= 0 and line <= self.ends[index] else -1


def _within(lines: Sequence[int], first: int, last: int) -> int:
    return bisect_right(lines, last) - bisect_left(lines, first)


def _guilty(finding: Finding, attempt: _Attempt, regions: Mapping[str, _Regions], *, sure: bool) -> list[MendPlace]:
    """Where the mends stand that bring an error about; those in blocks with no more errors than before are not sure."""
    for span in (finding.span, *(span for span, _ in finding.related)):
        name = span.file
        if name not in attempt.texts:
            continue
        blocks = regions[name]
        index = blocks.around(_origin(attempt.origins[name], span.line))
        if sure and (index < 0 or (span is finding.span and not blocks.worse[index])):
            continue
        places = sorted(attempt.applied[name])
        if index >= 0:
            places = places[bisect_left(places, blocks.starts[index]) : bisect_right(places, blocks.ends[index])]
        if places:
            return [(name, place) for place in places]
    return []


def _identity(finding: Finding) -> tuple[str, str, str]:
    return finding.span.file, finding.code.id, finding.message


def _because(finding: Finding) -> Message:
    return message(
        "--fix leaves this as it is, because there would be an error in {file} then: {error}",
        file=finding.span.file,
        error=finding.message,
    )
