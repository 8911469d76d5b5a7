"""Pages as people keep them: several maps with slips, in lists and quotes, prose between, any line ends."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import strategies as st

from mkdocs_journey.model.names import all_labels, all_names
from tests.slips.maps import MAPS
from tests.slips.slips import SLIPS

PROSE = (
    "Some words before, with a: colon and `journey:` code.",
    "- a list\n- `- name: Need`",
    "# A heading\n\nphases:\n  - name: in no fence",
    "```yaml\nphases:\n  - name: Elsewhere\n\temotion: +1\n```",
    "| a | table |\n| --- | --- |\n| 1 | two |",
    "<!--\n```journey\ntitle: Hidden\nphases:\n - name : x\n```\n-->",
    "Two spaces at the end  \nmake a break, and\ttabs stay.",
    "",
)
CONTAINERS = {
    "the margin": ("", "", ""),
    "a list": ("1. Look at this:\n\n", "    ", "    "),
    "a quote": ("", "> ", "> "),
    "a list, by tabs": ("- Look at this:\n\n", "\t", "\t"),
    "a quote in a list": ("- Look:\n\n", "    > ", "    > "),
}
FRONT_MATTER = (
    "",
    "---\ntitle: A page: with a colon\ntags: [a,b]\n---\n",
    "---\n\nA rule, and no front matter.\n\n---\n",
)
OPENINGS = ("```journey", "~~~~journey", "``` journey", "```Journey", "```journey title: Moved", "```{.journey}")
_NUMBER = re.compile(r"^[> \t\u00a0]*\d+\.(?=\s)", re.MULTILINE)
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"^[> \t\u00a0]*(?:[-*•·]\s*|\d+\.\s*)*\**(\w[\w ]*?)\**\s*[:=：]", re.MULTILINE)


@st.composite
def slipped(draw: st.DrawFn, meant: str) -> tuple[str, ...]:
    """The lines of a map after up to three slips, each at a place of its own."""
    lines = tuple(meant.splitlines())
    for _ in range(draw(st.integers(0, 3))):
        name = draw(st.sampled_from(sorted(SLIPS)))
        index = draw(st.integers(0, len(lines) - 1))
        lines = SLIPS[name](lines, index) or lines
    return lines


@st.composite
def blocks(draw: st.DrawFn, number: int) -> str:
    """One block in its container, with a title of its own."""
    meant = MAPS[draw(st.sampled_from(sorted(MAPS)))]
    meant = re.sub("(?m)^(title: |id: )", rf"\g<1>b{number}", meant)
    above, first, further = CONTAINERS[draw(st.sampled_from(sorted(CONTAINERS)))]
    opening = draw(st.sampled_from((OPENINGS[0],) * 6 + OPENINGS))
    if "title:" in opening:
        meant = re.sub("(?m)^title: .*\n", "", meant)
    lines = [opening, *draw(slipped(meant)), re.match("[`~]+", opening)[0]]  # type: ignore[index]
    return above + first + lines[0] + "".join(f"\n{further}{line}" for line in lines[1:])


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A whole page."""
    pieces = [draw(st.sampled_from(PROSE))]
    for number in range(draw(st.integers(1, 3))):
        pieces += [draw(blocks(number)), draw(st.sampled_from(PROSE))]
    text = draw(st.sampled_from(FRONT_MATTER)) + "\n\n".join(pieces) + draw(st.sampled_from(("\n", "", "\n\n")))
    return draw(st.sampled_from(("", "\ufeff"))) + text.replace("\n", draw(st.sampled_from(("\n", "\r\n"))))


def words(text: str) -> Counter[str]:
    """Every word of a text, and how often it stands there; the number before an item of a list is none."""
    return Counter(_WORD.findall(_NUMBER.sub("", text)))


def words_of_field_names(text: str) -> set[str]:
    """Words that stand where a field has its name."""
    return {word for match in _NAME.finditer(text) for word in _WORD.findall(match[1])}


STANDARD_WORDS = {word for name in (*all_names(), *all_labels()) for word in _WORD.findall(name)} | {"journey"}
