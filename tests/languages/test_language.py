"""One table a language: what stands in it is read as it stands there, and nothing in it is idle."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from importlib.resources import files

import pytest

import mkdocs_journey.languages
from mkdocs_journey.languages.feelings import feeling_words
from mkdocs_journey.languages.language import Language, bare_word, flat, languages, meaning
from mkdocs_journey.model.names import PARTS, plain_name, standard_names

LANGUAGES = list(languages().values())
KINDS = (
    "rating", "boolean", "state", "status", "pain_kind", "pain_status", "opportunity_status", "touchpoint_mode",
    "content_kind", "evidence_kind", "tier", "period", "history_by", "channel", "view", "lane_setting", "interval", "every", "share",
    "answer",
)  # fmt: skip
GRAMMAR = ("degree", "around_feeling", "counting", "listing", "ending")
"""Kinds of words that join others, and may do one thing here and another there."""
NO_LABELS = ("names", "terms", "values", "feelings", "company_words")


def whole(language: Language) -> dict[str, dict[str, object]]:
    """The whole file, read at once."""
    text = files(mkdocs_journey.languages).joinpath(f"{language.tag}.toml").read_text("utf-8")
    return tomllib.loads(text)


def test_english_comes_first() -> None:
    assert list(languages()) == ["en", "de", "es", "fi", "fr", "it", "ja", "nl", "pt", "zh"]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_what_is_read_piece_by_piece_is_what_stands_in_the_file(language: Language) -> None:
    table = whole(language)
    assert dict(language.labels) == flat({head: part for head, part in table.items() if head not in NO_LABELS})
    assert {name: list(others) for name, others in language.names.items()} == table["names"]
    assert {points: list(words) for points, words in language.feelings.items()} == table["feelings"]
    terms = {name: list(others) for name, others in language.terms().items() if not isinstance(others, dict)}
    of_parts = {name: others for name, others in table["terms"].items() if isinstance(others, dict)}
    assert terms == {name: others for name, others in table["terms"].items() if name not in of_parts}
    assert {part: {name: list(some) for name, some in language.terms(part).items()} for part in of_parts} == of_parts
    assert language.company_words == table["company_words"]
    kinds = {kind: {value: list(words) for value, words in language.values(kind).items()} for kind in table["values"]}
    assert kinds == table["values"]
    assert {key: language.section("persona.section")[key] for key in ("bio", "jobs")} == {
        key: language.labels[f"persona.section.{key}"] for key in ("bio", "jobs")
    }


def test_what_a_language_does_not_have_is_empty() -> None:
    german = languages()["de"]
    assert (german.section("no.such"), german.values("no_such"), german.terms("no_such")) == ({}, {}, {})


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_every_other_name_is_one_of_a_field(language: Language) -> None:
    fields = {name for part in PARTS for name in standard_names(part)}
    known = [language.names, language.terms(), *map(language.terms, ("pain", "touchpoint"))]
    assert [name for some in known for name in some if name not in fields] == []
    written = [plain_name(other) for some in known for others in some.values() for other in others]
    assert [other for other in written if not other] == []


def test_no_word_stands_for_two_values_of_a_kind_but_for_a_few() -> None:
    meant: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for language in LANGUAGES:
        for kind in KINDS:
            for value, words in language.values(kind).items():
                for word in {bare_word(word) for word in (*words, value)}:
                    meant[kind, word][value].append(language.tag)
    shared = {one: values for one, values in meant.items() if len(values) > 1}
    # A letter by post where it stands alone, and an icon is all that comes of it.
    assert shared == {
        ("channel", "mail"): {"email": ["en", "de", "es", "fr", "nl"], "mail": list(meant["channel", "mail"]["mail"])}
    }
    known = {kind: {value for (of, _), values in meant.items() if of == kind for value in values} for kind, _ in meant}
    assert (known["rating"], known["boolean"]) == ({"1", "2", "3", "4", "5"}, {"true", "false"})


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_every_language_has_words_for_the_same_values(language: Language) -> None:
    assert [kind for kind in (*KINDS, *GRAMMAR) if not language.values(kind)] == []
    strange = {
        kind: language.values(kind).keys() - LANGUAGES[0].values(kind).keys()
        for kind in (*KINDS, *GRAMMAR)
        if kind != "view"
    }
    assert [
        kind for kind in ("answer", *GRAMMAR) if language.values(kind).keys() != LANGUAGES[0].values(kind).keys()
    ] == []
    assert {kind: values for kind, values in strange.items() if values} == {}


def test_a_word_means_what_it_means_in_the_language_of_the_map_then_in_english_then_where_all_agree() -> None:
    # Dutch “na” is after; no other language says so, and none says anything else.
    assert [meaning("period", "Na", tag) for tag in ("nl-BE", "ja", "tlh")] == ["after", "after", "after"]
    assert [meaning("state", word) for word in ("État cible", "état-cible", "aujourd’hui", "aujourd'hui")] == [
        "future", "future", "current", "current",
    ]  # fmt: skip
    assert meaning("state", "no such word") is None


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_a_word_for_a_feeling_proposes_one_score(language: Language) -> None:
    listed = language.feelings
    assert [key for key in listed if key not in ("-2", "-1", "0", "1", "2", "either", "not", "lack", "around")] == []
    words = [word.casefold() for key, words in listed.items() if key not in ("not", "lack") for word in words]
    assert sorted({word for word in words if words.count(word) > 1}) == []
    assert len(words) > 60
    assert sorted(set(listed.get("lack", ())) - set(listed.get("not", ()))) == []


@pytest.mark.parametrize(("tag", "text", "points"), [
    ("en", "Happy!", 2), ("en", "very  happy", 2), ("en", "a bit nervous and lost", -1), ("en", "fed up", -2),
    ("en", "not happy", -1), ("en", "not very happy", -1), ("en", "not only happy", None), ("en", "not sad", None), ("en", "never so happy", None), ("en", "little satisfied", -1), ("en", "very sad", -2), ("en", "a little sad", -1), ("en", "very thoughtful", 0), ("en", "happy but sad", None), ("en", "surprised and happy", None),
    ("en", "unhappy", -1), ("en", "happy that somebody at last called back", None),
    ("de", "Etwas Angst", -1), ("de", "nicht zufrieden", -1), ("de", "wenig zufrieden", -1), ("de", "ein wenig traurig", -1), ("de", "sehr traurig", -2), ("de", "nicht traurig", None), ("de", "restlos zufrieden", 2),
    ("fi", "Turhautunut", -1), ("es", "poco contento", -1), ("es", "no está contenta", -1), ("es", "un poco triste", -1), ("es", "muy triste", -2), ("ja", "不安", -1), ("ja", "不満足", None), ("zh", "焦虑", -1),
    ("fr", "très déçu", -2), ("fr", "peu satisfait", -1), ("fr", "je n’ai plus confiance", None), ("it", "molto felice", 2),
    ("nl", "niet tevreden", -1), ("it", "poco soddisfatto", -1), ("pt", "não está satisfeito", -1), ("fi", "ei tyytyväinen", -1), ("ja", "あまり満足していない", -1), ("ja", "とても悲しい", -2), ("zh", "不太满意", -1), ("zh", "很难过", -2), ("pt", "sem esperança", None),
])  # fmt: skip
def test_a_text_proposes_what_all_of_its_words_agree_on(tag: str, text: str, points: int | None) -> None:
    words = feeling_words(tag)
    assert words is not None
    assert words.proposed(text) == points


PROPOSED = {
    "de": {
        "alles andere als zufrieden": -1, "keineswegs zufrieden": None, "wäre gern zufrieden": None, "zu ruhig": None,
        "hätte gern Sicherheit": None, "sehr gut": 2, "Kunde ist zufrieden": 1, "bin etwas nervös": -1, "kein Stress": None,
    },
    "en": {
        "anything but happy": -1, "far from satisfied": -1, "would be happy": None, "too calm": None,
        "happy to leave": None, "almost happy": None, "happy if it works": None, "happy?": None, "never happy": None,
        "very good": 2, "I’m happy": 2, "tired & lost": -1, "not angry": None,
    },
    "es": {"tampoco feliz": None, "lejos de estar satisfecho": None, "no está mal": 1, "está contenta": 1},
    "fr": {"loin d’être satisfait": -1, "trop calme": None, "plus content": None, "je suis très content": 2, "bof": 0},
    "it": {
        "per niente contento": -1, "mica contento": None, "affatto felice": -1, "tutt’altro che felice": None,
        "così così": 0, "un po’ preoccupato": -1,
    },
    "pt": {"nada contente": -1, "nada feliz": -1, "longe de satisfeito": None, "péssimo": -2, "está feliz": 2},
    "nl": {
        "allesbehalve blij": -1, "geenszins tevreden": None, "verre van blij": None, "te rustig": None, "niet blij": -1,
    },
    "fi": {"kaikkea muuta kuin iloinen": None, "harvoin iloinen": None, "olisi iloinen": None, "ei hyvä": -1},
    "ja": {
        "とても不満": -2, "満足したい": None, "心配しないで": None, "不満はない": None, "うれしくない": -1, "満足です": 1,
    },
    "zh": {"不太满意": -1, "希望满意": None, "谈不上满意": None, "很开心": 2},
}  # fmt: skip


@pytest.mark.parametrize("tag", PROPOSED)
def test_a_score_is_proposed_only_where_every_word_is_known(tag: str) -> None:
    words = feeling_words(tag)
    assert words is not None
    assert {text: words.proposed(text) for text in PROPOSED[tag]} == PROPOSED[tag]


def test_a_word_means_what_it_means_in_the_language_of_its_map() -> None:
    assert [meaning("unit", "t", tag) for tag in ("de", "de-AT", "en")] == ["d", "d", "d"]
    assert [meaning("interval", word, "ja") for word in ("四半期", "quarterly", "vierteljährlich", "無")] == [
        "3mo", "3mo", "3mo", None,
    ]  # fmt: skip
