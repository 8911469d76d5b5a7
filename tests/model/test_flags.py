"""Fields that say yes or no: what stands there in other words is told, with the line to write, and never published."""

from __future__ import annotations

import pytest

from mkdocs_journey.languages.answers import Answer, answer_in
from mkdocs_journey.languages.language import Language, languages
from tests.compiling import compile_pages

FLAGS = ("moment_of_truth", "hypothesis")
NO = ["not really", "Not at all.", "nope, not really", "eher nicht", "no mucho", "ei oikeastaan", "pas vraiment"]
NO += ["non proprio", "niet echt", "não muito", "そうでもない", "不太", "👎", "✗"]
YES = ["yep", "Of course!", "ja, klar", "claro", "totta kai", "bien sûr", "certo", "zeker", "com certeza", "もちろん"]
YES += ["当然", "👍", "☑️"]
MAYBE = [
    "maybe",
    "yes and no",
    "keine Ahnung",
    "depende",
    "ehkä",
    "peut-être",
    "forse",
    "misschien",
    "talvez",
    "たぶん",
]
MAYBE += ["可能", "TBD", "'?'", "maybe not"]
REASONS = [
    "The first payment",
    "No way back after this signature",
    "Sure sign that it works",
    "Nothing works without it",
]


def offered(field: str, text: str) -> list[str]:
    """What the only finding offers to write in the field, each with what it would mean, if that is told."""
    (found,) = compile_pages(
        {"map.md": f"```journey\ntitle: T\nphases:\n  - name: A\n    {field}: {text}\n```\n"}
    ).findings
    assert found.code.id == "JN109"
    mends = found.mend.choices or (found.mend,)
    return [f"{one.lines[0].partition(': ')[2]} {one.meaning}".strip() for one in mends]


@pytest.mark.parametrize("field", FLAGS)
@pytest.mark.parametrize(
    ("texts", "lines"), [(NO, ["false"]), (YES, ["true"]), (MAYBE, ["true as yes", "false as no"])]
)
def test_an_answer_in_other_words_is_told_with_the_line_to_write(
    field: str, texts: list[str], lines: list[str]
) -> None:
    assert {text: offered(field, text) for text in texts} == dict.fromkeys(texts, lines)


def test_a_reason_behind_yes_or_no_is_a_choice() -> None:
    assert offered("moment_of_truth", "yes, the first payment") == [
        "the first payment as yes, with this as the reason",
        "true as yes, without a reason",
    ]
    assert offered("moment_of_truth", "no - nobody decides") == [
        "false as no, without the other words",
        "nobody decides as yes, with this as the reason",
    ]
    assert offered("hypothesis", "yes (nobody was asked)") == [
        "true as yes, without these words",
        "false as no, without these words",
        "'Hypothesis: yes (nobody was asked)' as words of the text",
    ]


@pytest.mark.parametrize("text", REASONS)
def test_a_reason_that_begins_like_an_answer_stays_one(text: str) -> None:
    site = compile_pages({"map.md": f"```journey\ntitle: T\nphases:\n  - name: A\n    moment_of_truth: {text}\n```\n"})
    assert [str(finding) for finding in site.findings] == []
    (entry,) = site.atlas.journeys.values()
    assert entry.journey.phases[0].moment_of_truth == text


@pytest.mark.parametrize("language", languages().values(), ids=lambda language: language.tag)
def test_every_word_for_an_answer_is_understood(language: Language) -> None:
    for name, words in language.values("answer").items():
        told = {word: answer_in(word) for word in words}
        assert [word for word, answer in told.items() if answer not in (Answer(name), Answer.MAYBE)] == []
    for name, answer in (("true", Answer.YES), ("false", Answer.NO)):
        assert [word for word in language.values("boolean")[name] if answer_in(word) is not answer] == []
