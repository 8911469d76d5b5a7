"""A field on the wrong level, or a sentence where a number is wanted, comes with lines that keep every word of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_journey.corrections import corrected
from mkdocs_journey.findings import Finding, Mend, Severity
from mkdocs_journey.languages.language import languages
from mkdocs_journey.model.labels import field_labels
from mkdocs_journey.model.names import PARTS, standard_names
from tests.compiling import compile_pages

HERE = Path(__file__).parent
MAP = "title: Out\nlang: {lang}\n"
PLACES = {
    "journey": MAP + "{here}\nphases:\n  - name: Pay\n    steps:\n      - name: Signs\n      - Waits\n",
    "phase": MAP + "phases:\n  - name: Pay\n    {here}\n    steps:\n      - name: Signs\n      - Waits\n",
    "step": MAP + "phases:\n  - name: Pay\n    steps:\n      - name: Signs\n        {here}\n      - Waits\n",
    "pain": MAP + "phases:\n  - name: Pay\n    pains:\n      - text: Slow queue\n        {here}\n      - Long form\n",
    "opportunity": MAP + "phases:\n  - name: Pay\n    opportunities:\n      - text: More desks\n        {here}\n",
    "touchpoint": MAP + "phases:\n  - name: Pay\n    touchpoints:\n      - name: Desk\n        {here}\n",
    "thought": MAP + "phases:\n  - name: Pay\n    thoughts:\n      - text: So slow\n        {here}\n",
    "action": MAP + "phases:\n  - name: Pay\n    actions:\n      - text: Waits\n        {here}\n",
    "content": MAP + "phases:\n  - name: Pay\n    content:\n      - text: Guide\n        {here}\n",
    "evidence": MAP + "evidence:\n  - text: Interviews\n    {here}\nphases: [Pay, Leave]\n",
    "indicator": MAP + "indicators:\n  - name: Returns\n    {here}\nphases: [Pay, Leave]\n",
    "contributor": MAP + "contributors:\n  - name: Ann\n    {here}\nphases: [Pay, Leave]\n",
    "walkthrough": MAP + "walkthroughs:\n  - by: Ann\n    {here}\nphases: [Pay, Leave]\n",
    "scope": MAP + "scope:\n  from: Order\n  {here}\nphases: [Pay, Leave]\n",
    "persona": "name: Mia\nlang: {lang}\n{here}\n",
    "before": "name: Mia\nlang: {lang}\nbefore:\n  state: Alone\n  {here}\n",
    "empathy": "name: Mia\nlang: {lang}\nempathy:\n  sees: Queues\n  {here}\n",
    "basis": "name: Mia\nlang: {lang}\nbasis:\n  stp: Queues\n  {here}\n",
}
"""A block with room for one field in each part."""
VALUES = {
    "text": "{name}: Zebra runs home",
    "list": "{name}:\n  - Zebra runs\n  - home now",
    "items": "{name}:\n  - text: Zebra runs\n    owner: home",
}


def block(place: str, fields: str, lang: str = "en") -> str:
    """A page with fields in a part."""
    text = PLACES[place].replace("{lang}", lang)
    margin = re.search(r"^( *)\{here\}", text, re.MULTILINE)
    assert margin is not None
    fence = "persona" if text.startswith("name: ") else "journey"
    return f"```{fence}\n{text.replace('{here}', fields.replace(chr(10), chr(10) + margin[1]))}```\n"


def errors(page: str) -> list[Finding]:
    return [one for one in compile_pages({"map.md": page}).findings if one.severity is Severity.ERROR]


def offered(page: str) -> list[Mend]:
    """What somebody would paste; of several ways, the one that keeps the words."""
    found = compile_pages({"map.md": page}).findings
    return [one.mend.choices[-1] if one.mend.choices else one.mend for one in found if not _is_hint_with_choices(one)]


def _is_hint_with_choices(one: Finding) -> bool:
    return one.severity is not Severity.ERROR and bool(one.mend.choices)


def pasted(page: str) -> str:
    """A page after three rounds of pasting."""
    for _ in range(3):
        page = corrected(page, [mend for mend in offered(page) if mend.first > 0])
    return page


def wrong(place: str, name: str, kind: str, lang: str = "en") -> Iterator[str]:
    """What goes wrong with a field in a part, if anything does."""
    written = name if re.fullmatch(r"[\w ]+", name) else f"'{name.replace(chr(39), chr(39) * 2)}'"
    page = block(place, VALUES[kind].format(name=written), lang)
    found = errors(page)
    if not found or any(one.code.id == "JN032" for one in found):
        return
    after = pasted(page)
    lost = [word for word in ("zebra", "runs", "home") if word not in after.lower()]
    if all(not one.mend.lines and not one.mend.choices for one in found):
        yield f"{place}, {name}, {kind}: no lines"
    yield from (f"{place}, {name}, {kind}: {one}" for one in errors(after))
    if lost:
        yield f"{place}, {name}, {kind}: lost {lost}"


DRAFTS = HERE / "drafts.txt"


def drafts() -> list[tuple[str, str, str]]:
    """Of each row of drafts.txt: what it is about, the fields as they were typed, and what pasting makes of them."""
    rows = DRAFTS.read_text("utf-8").split("=== ")[1:]
    found = []
    for row in rows:
        name, _, text = row.partition("\n")
        typed, _, after = text.partition("--- comes to\n")
        found.append((name, typed, after.rstrip("\n") + "\n"))
    return found


@pytest.mark.parametrize(("name", "typed", "after"), drafts(), ids=[name for name, *_ in drafts()])
def test_a_draft_comes_to_a_clean_block_with_every_word_where_it_belongs(name: str, typed: str, after: str) -> None:
    fence = "persona" if typed.startswith("name: ") else "journey"
    page = f"```{fence}\n{typed}```\n"
    assert errors(page) != []
    assert all(one.mend.lines or one.mend.choices or _is_told_with_another(one) for one in errors(page))
    assert pasted(page) == f"```{fence}\n{after}```\n"
    assert [str(one) for one in errors(pasted(page))] == []


def _is_told_with_another(one: Finding) -> bool:
    """Whether the lines stand at the first of several fields that become lanes, or of several scores."""
    return "lanes:" in one.mend.advice or "emotion_scale" in one.mend.advice


STANDARD = sorted({name for part in PARTS for name in standard_names(part)})


TRIED = [(place, "text") for place in PLACES]
TRIED += [(place, kind) for kind in ("list", "items") for place in ("journey", "step", "pain", "persona")]


@pytest.mark.slow
@pytest.mark.parametrize(("place", "kind"), TRIED)
def test_every_field_in_every_part_comes_to_a_clean_block_with_its_words(place: str, kind: str) -> None:
    # Phases and steps with fields of their own are no words: they stay where they are.
    told = {"phase", "phases", "steps"} if kind == "items" else set()
    # A second name may be that of another thing, which lacks its dash.
    told |= {"name", "text", "title"} if place in ("journey", "phase", "step", "persona") else set()
    assert [said for name in STANDARD if name not in told for said in wrong(place, name, kind)] == []


@pytest.mark.slow
@pytest.mark.parametrize("tag", [tag for tag in languages() if tag != "en"])
def test_labels_in_a_language_on_another_level_come_to_a_clean_block_with_their_words(tag: str) -> None:
    labels = {label for part in PARTS for name, label in field_labels(part, languages()[tag])} - set(STANDARD)
    places = ("journey", "phase", "step", "pain", "persona")
    assert [said for place in places for label in sorted(labels) for said in wrong(place, label, "text", tag)] == []
    assert len(labels) > 80
