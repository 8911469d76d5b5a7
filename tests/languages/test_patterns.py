"""Words of languages stand in the tables of the languages, and nowhere in the code; what is made of them works in each."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import mkdocs_journey
from mkdocs_journey.languages.language import languages
from mkdocs_journey.languages.patterns import one_of_words, words_for
from mkdocs_journey.model.comma_lists import listed
from mkdocs_journey.model.intervals import likely_interval
from mkdocs_journey.model.parts import Touchpoint
from mkdocs_journey.model.shapes import Many
from mkdocs_journey.model.shares import Proportion, between, share_in
from mkdocs_journey.rules.settings import Settings
from tests.compiling import compile_pages, journey

ROOT = Path(mkdocs_journey.__file__).parent
FROM_TABLES = ("rules/endings.py", "model/comma_lists.py", "model/intervals.py", "model/shares.py", "model/flags.py")
TAGS = list(languages())


@pytest.mark.parametrize("name", FROM_TABLES)
def test_no_pattern_in_code_has_a_word_in_it(name: str) -> None:
    texts = (
        one.value for one in ast.walk(ast.parse((ROOT / name).read_text("utf-8"))) if isinstance(one, ast.Constant)
    )
    patterns = [text for text in texts if isinstance(text, str) and re.search(r"\\|[|?]", text) and "``" not in text]
    no_words = r"\(\?P<\w+>|\\[xu][0-9a-f]+|\\[a-z]"
    words = [re.findall(r"[^\W\d_]{3,}", re.sub(no_words, "", pattern)) for pattern in patterns]
    assert [found for found in words if found] == []


ENDINGS = {
    "en": "Stays or leaves", "de": "Bleibt oder geht", "es": "Se queda o se va", "fi": "Jää tai lähtee",
    "fr": "Reste ou part", "it": "Resta oppure va", "ja": "続けるまたはやめる", "nl": "Blijft of gaat", "pt": "Fica ou sai",
    "zh": "留下或离开", "pt-BR": "Fica ou sai",
}  # fmt: skip
ALTERNATIVES = {
    "en": "Alternatively", "de": "Alternative Wege", "es": "Desenlaces", "fi": "Vaihtoehdot", "fr": "Sinon", "it": "Esiti",
    "ja": "解約の場合", "nl": "Alternatieven", "pt": "Desfechos", "zh": "如果离开",
}  # fmt: skip


@pytest.mark.parametrize(("tag", "name"), [*ENDINGS.items(), *ALTERNATIVES.items()])
def test_a_map_that_ends_in_one_way_or_another_says_so_in_its_language(tag: str, name: str) -> None:
    """Where only the last of two steps is a low, the rule about the end asks only where there is one end."""
    steps = "steps: [{name: A, emotion: +1}, {name: B, emotion: -2}]"
    told = [
        [one.code.id for one in compile_pages({"map.md": journey(fields)}, Settings(select=("JN351",))).findings]
        for label in (name, "X")
        for fields in [f"title: T\nlang: {tag}\nphases:\n  - name: {label}\n    {steps}\n"]
    ]
    assert told == [[], ["JN351"]]


LISTS = {
    "en": "E-mail, Chat, and Phone", "de": "E-Mail, Chat, und Telefon", "es": "Correo, Chat, y Web", "fi": "Posti, Chat, ja Verkko",
    "fr": "Courriel, Chat, et Web", "it": "Posta, Chat, e Web", "ja": "メール、チャット、と 電話", "nl": "Mail, Chat, en Web",
    "pt": "Correio, Chat, e Web", "zh": "邮件、聊天、和 电话",
}  # fmt: skip


@pytest.mark.parametrize("tag", TAGS)
def test_the_last_of_a_list_comes_without_its_and(tag: str) -> None:
    *_, last = listed(LISTS[tag], Many(Touchpoint, names=True), "touchpoints")
    assert last == LISTS[tag].split()[-1]


@pytest.mark.parametrize("tag", TAGS)
def test_words_around_numbers_are_known(tag: str) -> None:
    table = languages()[tag]
    to, times, percent = (table.values("counting")[value][0] for value in ("to", "times", "percent"))
    months = table.values("unit")["mo"][-1]
    assert between(f"3 {to} 4") == (3, 4)
    assert share_in(f"40 {percent}") == Proportion(40, 100)
    assert likely_interval(f"2 {to} 3 {months}", tag) == "2mo"
    assert likely_interval(f"2 {times} {table.values('unit')['y'][0]}", tag) == "6mo"
    assert {
        word: likely_interval(f"{word} 3 {months}", tag) for word in table.values("counting")["about"]
    } == dict.fromkeys(table.values("counting")["about"], "3mo")


def test_a_word_is_whole_where_its_script_has_spaces() -> None:
    pattern = re.compile(one_of_words("ending", "anywhere", "de"))
    assert [bool(pattern.search(text)) for text in ("mode oder stil", "die modern", "alternativen")] == [
        True,
        False,
        True,
    ]
    assert re.search(one_of_words("ending", "first", "zh"), "") is None
    assert words_for("no", "such") == ()
