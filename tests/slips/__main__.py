"""``python -m tests.slips``: how many slips come out how; with a word, the slips of one outcome one by one."""

from __future__ import annotations

import sys
from collections import Counter

from tests.slips.maps import MAPS
from tests.slips.oracle import Outcome, judge
from tests.slips.slips import typed


def main() -> None:
    """Print the figures."""
    wanted = sys.argv[1:]
    counts: Counter[Outcome] = Counter()
    kinds: Counter[tuple[str, Outcome]] = Counter()
    for name, meant in MAPS.items():
        lines = tuple(meant.splitlines())
        for slip, index, result in typed(lines):
            judged = judge("\n".join(result) + "\n", meant)
            counts[judged.outcome] += 1
            kinds[slip, judged.outcome] += 1
            if judged.outcome.name.lower() in wanted:
                print(f"{name}:{index + 1} {slip}: {result[index] if index < len(result) else ''!r}")
                for finding in judged.findings:
                    print(f"    {finding} {list(finding.mend.lines)}")
    total = counts.total()
    for outcome in Outcome:
        print(f"{counts[outcome]:5} {counts[outcome] / total:6.1%} {outcome}")
    for (slip, outcome), number in sorted(kinds.items()):
        if outcome not in (Outcome.SAME, Outcome.MENDED):
            print(f"  {slip:45} {outcome.name:10} {number}")


main()
