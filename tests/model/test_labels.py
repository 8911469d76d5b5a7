"""Whoever reads a label on a page may write it as a field, in any language, whatever language the map is in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from mkdocs_journey.languages.language import Language, languages
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.labels import field_labels, label_keys
from mkdocs_journey.model.names import PARTS, field_name, field_names, plain_name, spellings, standard_names
from mkdocs_journey.model.parts import (
    Action,
    Content,
    Indicator,
    Item,
    Opportunity,
    Pain,
    Scope,
    Source,
    Touchpoint,
    Walkthrough,
)
from mkdocs_journey.model.persona import Basis, Before, Empathy, Persona
from mkdocs_journey.model.view import View
from tests.compiling import compile_pages, report

LANGUAGES = list(languages().values())

STEP = "title: Map\nphases:\n  - name: Need\n    steps:\n      - name: Look\n"
LEGAL: dict[type[BaseModel], tuple[str, str]] = {
    # a block in which the fields of a part are legal where it says HERE; what its thing is called, where it has to be
    Journey: ("journey", "title: Map\nHERE\nphases: [Need]\n"),
    Phase: ("journey", "title: Map\nphases:\n  - name: Need\n    HERE\n"),
    Step: ("journey", f"{STEP}        HERE\n"),
    Item: ("journey", f"{STEP}        needs:\n          - text: Time\n            HERE\n"),
    Action: ("journey", f"{STEP}        actions:\n          - text: Calls\n            HERE\n"),
    Touchpoint: ("journey", f"{STEP}        touchpoints:\n          - name: Form\n            HERE\n"),
    Pain: ("journey", f"{STEP}        pains:\n          - text: Slow\n            HERE\n"),
    Opportunity: (
        "journey",
        f"{STEP}        pains:\n          - text: Slow\n            id: slow\n"
        "        opportunities:\n          - text: Hurry\n            HERE\n",
    ),
    Content: ("journey", f"{STEP}        content:\n          - kind: faq\n            HERE\n"),
    Source: ("journey", "title: Map\nevidence:\n  - text: Calls\n    HERE\nphases: [Need]\n"),
    Indicator: ("journey", "title: Map\nindicators:\n  - name: NPS\n    HERE\nphases: [Need]\n"),
    Walkthrough: ("journey", "title: Map\nwalkthroughs:\n  - result: Took a day\n    HERE\nphases: [Need]\n"),
    Scope: ("journey", "title: Map\nscope:\n  HERE\nphases: [Need]\n"),
    Persona: ("persona", "name: Jo\nHERE\n"),
    Before: ("persona", "name: Jo\nbefore:\n  HERE\n"),
    Empathy: ("persona", "name: Jo\nempathy:\n  HERE\n"),
    Basis: ("persona", "name: Jo\nbasis:\n  HERE\n"),
    View: ("journeys", "view: backlog\nHERE\n"),
}
VALUES = {
    "as_of": "2026-11-01", "basis": "{stp: Teams}", "before": "{issues: Paper}", "channel": "Phone", "date": "2026-11-01",
    "demographics": "{Age: 34}", "detailed_by": "other", "effort": "3", "emotion": "-1", "empathy": "{says: Hm}",
    "evidence": "9 of 14 interviews", "fixes": "slow", "frequency": "3", "hypothesis": "true", "impact": "3",
    "journey": "other", "owner": "Sales", "page": "help.md", "parent": "other", "period": "before", "persona": "Mia",
    "phase": "Need", "redesigns": "other", "reviewed": "2026-11-01", "scope": "{from: a, to: b}", "severity": "3",
    "state": "current", "content": "help.md",
}  # fmt: skip
STATUS = {Journey: "draft", Persona: "draft", Pain: "open", Opportunity: "idea", View: "open"}
OTHERS = {
    "mia.md": "```persona\nname: Mia\n```\n",
    "other.md": "```journey\ntitle: Other\npersona: Mia\nstakeholders: Jo\nowner: Sales\nphases:\n  - name: Need\n    owner: Sales\n"
    "    touchpoints:\n      - {name: Call, channel: Phone}\n```\n",
    "help.md": "# Help\n",
}


def page(part: type[BaseModel], written: str, field: str) -> str:
    kind, text = LEGAL[part]
    value = STATUS[part] if field == "status" else VALUES.get(field, "Something")
    if field in ("name", "text"):
        # What a thing is called can be said once.
        text = "\n".join(line for line in text.split("\n") if line.strip() not in ("- name: Form", "- name: NPS"))
        text = text.replace("  HERE", "- HERE")
    if field == "phases":
        text = text.replace("phases: [Need]\n", "")
    if field == "redesigns":
        text = f"state: future\n{text}"
    return f"```{kind}\n{text.replace('HERE', f'{written}: {value}')}```\n"


def compiled(part: type[BaseModel], written: str, field: str) -> tuple[list[str], object]:
    """What is found, and what the block is read as."""
    site = compile_pages({"map.md": page(part, written, field), **OTHERS})
    (block,) = site.blocks["map.md"]
    return report(site), block.entry and block.entry.document.model


def shown(language: Language) -> Iterator[tuple[type[BaseModel], str, str]]:
    """What pages in a language show: part, field, label."""
    for part in LEGAL:
        labels = dict.fromkeys(one for one in field_labels(part, language) if one[0] in standard_names(part))
        yield from ((part, field, label) for field, label in labels)


def hint(part: type[BaseModel], field: str, label: str) -> list[str]:
    """What is said where a label stands for a field: nothing if it is no more than another spelling."""
    plain = plain_name(label)
    if plain in {field, *spellings(field)} or {plain, field} == {"name", "text"}:
        return []
    lines = enumerate(page(part, label, field).split("\n"), 1)
    line, column = next((n, text.index(f"{label}: ") + 1) for n, text in lines if f"{label}: " in text)
    advice = f"Write {field}, the name that all maps share."
    return [f"map.md:{line}:{column} JN103 “{label}” is read as {field}. {advice}"]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_a_label_that_a_page_shows_is_read_as_its_field(language: Language) -> None:
    labels = list(shown(language))
    assert len(labels) > 150
    found = {(part, field, label): compiled(part, label, field) for part, field, label in labels}
    meant = {(part, field): compiled(part, field, field)[1] for part, field, _ in labels}
    assert {one: findings for one, (findings, _) in found.items()} == {one: hint(*one) for one in labels}
    assert [one for one, (_, model) in found.items() if model is None or model != meant[one[:2]]] == []


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_every_label_of_a_lane_a_fact_or_a_section_stands_for_a_field(language: Language) -> None:
    parts = {"lane": (Phase, Step), "fact": (Journey,), "persona.section": (Persona,), "persona.before": (Before,)}
    parts |= {"persona.empathy": (Empathy,), "persona.basis": (Basis,), "view.filter": (View,)}
    idle = {
        f"{section}.{key}"
        for section, legal in parts.items()
        for key, label in language.section(section).items()
        if not any(field_names(part).get(plain_name(label)) == key for part in legal)
    }
    # What a plan says of the map that it redesigns; nobody writes it.
    assert idle == {"fact.resolved", "fact.dropped_steps"}


def test_every_label_that_stands_for_a_field_is_there() -> None:
    english = languages()["en"]
    asked = [(section, key) for part in PARTS for _, section, key in label_keys(part, english)]
    assert [one for one in asked if one[1] not in english.section(one[0])] == []


def test_within_a_part_no_name_means_two_fields() -> None:
    clashes = []
    for part in PARTS:
        standard = standard_names(part)
        claims: dict[str, dict[str, str]] = defaultdict(dict)
        for name in standard:
            for spelt in spellings(name):
                claims[plain_name(spelt)][name] = "spelling"
        for language in LANGUAGES:
            for name, others in language.names.items():
                for other in others if name in standard else ():
                    claims[plain_name(other)][name] = "other name"
            for name, label in field_labels(part, language):
                if name in standard:
                    claims[plain_name(label)][name] = "label"
        for written, fields in claims.items():
            if len(fields.keys() | standard.keys() & {written}) > 1:
                clashes.append((part.__name__, written, fields))
    # What writers call a field comes before a spelling that nobody chose.
    assert clashes == [("Persona", "job", {"jobs": "spelling", "role": "other name"})]
    assert field_names(Persona)["job"] == "role"


def needs(*lines: str) -> str:
    items = "".join(f"      {line}\n" for line in lines)
    return f"```journey\ntitle: Map\nphases:\n  - name: Need\n    pains:\n{items}```\n"


@pytest.mark.parametrize("last", ["- Slow", r'- "Slow \"beta\""'], ids=["read at once", "read by the parser"])
def test_a_label_at_the_start_of_a_text_stays_a_text(last: str) -> None:
    texts = ["Kosten: zu hoch", "現状：手作業", "Heute:nichts", "Cost:too high", "原因：手工操作"]
    site = compile_pages({"map.md": needs(*(f"- {text}" for text in texts), last)})
    assert report(site) == []
    (entry,) = site.atlas.journeys.values()
    assert [pain.text for pain in entry.journey.phases[0].pains[:-1]] == texts


TRAPS: list[tuple[list[str], list[str]]] = [
    # lines below "pains:", which stands in line 5; what is said of them
    (["- Langsam", "  Häufigkeit: 4"], ["map.md:6:9 JN012 Fields stand below this text, so it needs a field name of its own. Write “name: ” before it, or “text: ” where its items have no names.", "map.md:7:9 JN103 “Häufigkeit” is read as frequency. Write frequency, the name that all maps share."]),
    (["- {text: 遅い, 頻度:4}"], ["map.md:6:20 JN103 “頻度” is read as frequency. Write frequency, the name that all maps share.", "map.md:6:20 JN013 A space is missing after the colon. Put one there."]),
    (["- text: 遅い", "  頻度：4"], ["map.md:7:9 JN103 “頻度” is read as frequency. Write frequency, the name that all maps share.", "map.md:7:11 JN015 The colon after a field name has to be a plain one with a space after it. Write “: ”."]),
    (["- text: Slow", "  Häufigkeit 4"], ["map.md:7:9 JN103 “Häufigkeit” is read as frequency. Write frequency, the name that all maps share.", "map.md:7:9 JN025 A colon is missing after “Häufigkeit”. Put one there."]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), TRAPS, ids=["below a text", "in braces", "full-width", "no colon"])
def test_a_label_is_a_field_where_no_text_can_stand(lines: list[str], expected: list[str]) -> None:
    assert report(compile_pages({"map.md": needs(*lines)})) == expected


def test_no_name_is_put_right_by_itself_beside_another_that_means_the_same() -> None:
    page = "```persona\nlang: fr\nPrénom: Hélène\nNom: Hélène Morel\n```\n"
    found = compile_pages({"map.md": page}).findings
    assert [(one.code.id, one.mend.certain) for one in found] == [("JN103", False), ("JN102", False)]


UNACCENTED = {
    "Gefuehl": "emotion", "gefuhl": "emotion", "Bedurfnisse": "needs", "Beruehrungspunkte": "touchpoints",
    "emocion": "emotion", "Preguntas": "questions", "etapes": "steps", "emotion": "emotion", "Pensees": "thoughts",
    "duracao": "duration", "Emocao": "emotion", "perche": "why", "opportunita": "opportunities", "vaihe": None,
    "kysymyksia": None, "Schmerzen": "pains", "Gewinne": "gains", "Momente der Wahrheit": "moment_of_truth",
}  # fmt: skip
"""Names in other languages as they are typed without accents, to the field of a step or a phase."""


@pytest.mark.parametrize("written", UNACCENTED)
def test_a_name_is_understood_without_its_accents(written: str) -> None:
    assert (field_name(Step, written) or field_name(Phase, written)) == UNACCENTED[written]
