"""How an emotion is read: score, word, face, in any mix."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.languages.feelings import feeling_words
from mkdocs_journey.model.emotions import Doubt, read_emotion
from mkdocs_journey.model.score_patterns import SCORE_FIRST, SCORE_FIRST_IN_ASCII
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.model.values import Scale
from tests.compiling import compile_pages, journey, report

FEELINGS = {"curious": 1, "frustrated": -2, "🐢": -1, "nps 45": 0}

READ = [
    # written, scale, score, words, face
    ("-2", "-2..2", -2, "", ""),
    ("+1", "-2..2", 1, "", ""),
    ("0", "-2..2", 0, "", ""),
    ("-1 chilly", "-2..2", -1, "chilly", ""),
    ("+2 warm and happy", "-2..2", 2, "warm and happy", ""),
    ("−2 frustrated", "-2..2", -2, "frustrated", ""),
    ("–1", "-2..2", -1, "", ""),
    ("－２ がっかり", "-2..2", -2, "がっかり", ""),
    ("-٢", "-2..2", -2, "", ""),
    ("frustrated", "-2..2", -2, "frustrated", ""),
    ("Curious", "-2..2", 1, "Curious", ""),
    ("puzzled", "-2..2", None, "puzzled", ""),
    ("😡", "-2..2", -2, "", "😡"),
    ("😡 furious", "-2..2", -2, "furious", "😡"),
    ("-1 😟 uneasy", "-2..2", -1, "uneasy", "😟"),
    ("☹️", "-2..2", -1, "", "☹"),
    ("🙂", "1..5", 4, "", "🙂"),
    ("😡", "0..10", 0, "", "😡"),
    ("4/5", "1..5", 4, "", ""),
    ("4 pleased", "1..5", 4, "pleased", ""),
    ("5 / 5 proud", "1..5", 5, "proud", ""),
    # punctuation between a score and its words
    ("+1 - curious", "-2..2", 1, "curious", ""),
    ("-1 – unsure", "-2..2", -1, "unsure", ""),
    ("+1: calm", "-2..2", 1, "calm", ""),
    ("-1, tired", "-2..2", -1, "tired", ""),
    ("(+2) proud", "-2..2", 2, "proud", ""),
    ("+1!", "-2..2", 1, "", ""),
    ("（＋１）満足", "-2..2", 1, "満足", ""),
    ("－１不安", "-2..2", -1, "不安", ""),
    ("minus 1 worried", "-2..2", -1, "worried", ""),
    ("プラス2", "-2..2", 2, "", ""),
    ("➖1 sad", "-2..2", -1, "sad", ""),
    ("4 out of 5 pleased", "1..5", 4, "pleased", ""),
    # scores behind the words
    ("relieved (+2)", "-2..2", 2, "relieved", ""),
    ("relieved（+2）", "-2..2", 2, "relieved", ""),
    ("calm: +1", "-2..2", 1, "calm", ""),
    ("worn out -2", "-2..2", -2, "worn out", ""),
    ("tired. −1", "-2..2", -1, "tired.", ""),
    ("happy 2", "-2..2", 2, "happy", ""),
    ("very happy, 2", "-2..2", 2, "very happy", ""),
    ("erleichtert 1", "-2..2", 1, "erleichtert", ""),
    ("curious = 2", "-2..2", 2, "curious", ""),
    ("満足：＋１", "-2..2", 1, "満足", ""),
    ("満足+1", "-2..2", 1, "満足", ""),
    ("done at last 5/5", "1..5", 5, "done at last", ""),
    ("done at last: 4", "1..5", 4, "done at last", ""),
    ("😊 2", "-2..2", 2, "", "😊"),
    # what has a score of its own
    (":)", "-2..2", 1, "", ":)"),
    (":-(", "-2..2", -1, "", ":-("),
    (":'(", "-2..2", -2, "", ":'("),
    (":D", "1..5", 5, "", ":D"),
    (":/ slow", "-2..2", -1, "slow", ":/"),
    ("done <3", "-2..2", 2, "done", "<3"),
    ("done:)", "-2..2", 1, "done", ":)"),
    ("（^_^）", "-2..2", 1, "", "（^_^）"),
    ("late >_<", "-2..2", -1, "late", ">_<"),
    ("★★★☆☆", "-2..2", 0, "", "★★★☆☆"),
    ("★★★★☆ content", "1..5", 4, "content", "★★★★☆"),
    ("⭐⭐⭐⭐⭐", "0..10", 10, "", "⭐⭐⭐⭐⭐"),
    ("★★★★★★★☆☆☆", "0..10", 7, "", "★★★★★★★☆☆☆"),
    ("★ ★ ☆", "1..3", 2, "", "★ ★ ☆"),
    ("👎🏽 again", "-2..2", -1, "again", "👎"),
    ("😀😃", "-2..2", 2, "", "😀😃"),
    ("++", "-2..2", 2, "", "++"),
    ("◎", "-2..2", 2, "", "◎"),
    # what the site has given a score, it has, in whatever words
    ("Curious!", "-2..2", 1, "Curious!", ""),
    ("🐢", "-2..2", -1, "🐢", ""),
    ("nps 45", "-2..2", 0, "nps 45", ""),
]

UNSCORED = [
    # written, scale, why there is no score
    ("-1 to +1", "-2..2", Doubt.RANGE),
    ("-1..+1", "-2..2", Doubt.RANGE),
    ("−1 – ＋1", "-2..2", Doubt.RANGE),
    ("0/+1", "-2..2", Doubt.RANGE),
    ("1-2", "-2..2", Doubt.RANGE),
    ("3 bis 4 zufrieden", "1..5", Doubt.RANGE),
    ("−1から+1", "-2..2", Doubt.RANGE),
    ("between -1 and +1", "-2..2", Doubt.RANGE),
    ("-1 worried, then +1", "-2..2", Doubt.RANGE),
    ("NPS 45", "-2..2", Doubt.MEASURE),
    ("NPS +2", "-2..2", Doubt.MEASURE),
    ("CSAT: 4.5", "1..5", Doubt.MEASURE),
    ("2 NPS", "-2..2", Doubt.MEASURE),
    ("waiting room 2", "-2..2", Doubt.NUMBER),
    ("happy - 2", "-2..2", Doubt.NUMBER),
    ("happy 1.5", "-2..2", Doubt.NUMBER),
    ("±1", "-2..2", Doubt.NUMBER),
    ("step 4", "1..5", Doubt.NUMBER),
    ("happy 8", "-2..2", Doubt.OFF_SCALE),
    ("relieved (+5)", "-2..2", Doubt.OFF_SCALE),
    ("great 4/5", "-2..2", Doubt.OFF_SCALE),
    ("2 out of 5", "-2..2", Doubt.OFF_SCALE),
    # on a scale with negative scores, a part of a whole may be counted from 0 or from the bottom
    ("1/2", "-2..2", Doubt.SHARE),
    ("0/2 lost", "-2..2", Doubt.SHARE),
    ("meh 1/2", "-2..2", Doubt.SHARE),
    ("3 out of 5", "-5..5", Doubt.SHARE),
    # words that turn round the sign beside them
    ("😀 not really", "-2..2", Doubt.TURNED),
    ("👍 nope", "-2..2", Doubt.TURNED),
    ("★★★★★ not yet", "1..5", Doubt.TURNED),
    (":) not happy", "-2..2", Doubt.TURNED),
    ("😀 frustrated", "-2..2", Doubt.TURNED),
    ("🙂 can't find it", "-2..2", Doubt.TURNED),
    ("😟 not really", "-2..2", Doubt.TURNED),
    ("happy", "-2..2", Doubt.WORDS),
    ("😀😡", "-2..2", Doubt.WORDS),
    ("😅", "-2..2", Doubt.WORDS),
    ("☆☆☆", "-2..2", Doubt.WORDS),
    ("★★★½", "-2..2", Doubt.WORDS),
    (":'D", "-2..2", Doubt.WORDS),
    ("http://x.y", "-2..2", Doubt.WORDS),
]

TURNED = {
    "de": "😀 nicht wirklich", "es": "😀 no mucho", "fi": "😀 ei oikeastaan", "fr": "😀 pas vraiment", "it": "😀 non proprio",
    "ja": "😀 そうでもない", "nl": "😀 niet echt", "pt": "😀 não muito", "zh": "😀 不太", "pt-BR": "😀 ainda não", "tlh": "😀 not really",
}  # fmt: skip
"""The same in other languages."""

SCORED_ALTHOUGH = [
    # written, scale, score, words: all of a scale is its top, a sign shows what is meant, and words go with a face
    ("2/2", "-2..2", 2, ""),
    ("+1/2", "-2..2", 1, ""),
    ("1/5", "0..5", 1, ""),
    ("😡 no answer", "-2..2", -2, "no answer"),
    ("😡 not happy", "-2..2", -2, "not happy"),
    ("👎 no", "-2..2", -1, "no"),
    ("🙂 no waiting", "-2..2", 1, "no waiting"),
    ("😀 can log in", "-2..2", 2, "can log in"),
    # written, scale, score, words: a number in the words is no second score
    ("-2 a 5-minute wait", "-2..2", -2, "a 5-minute wait"),
    ("-1 and 2 calls", "-2..2", -1, "and 2 calls"),
    ("-1 lost 20 %", "-2..2", -1, "lost 20 %"),
    ("-1 confused by the NPS survey", "-2..2", -1, "confused by the NPS survey"),
]

REFUSED = [
    # written, scale, message and advice
    ("3", "-2..2", "The score 3 is outside this map's scale −2 to +2. Use a value on the scale, or declare another with emotion_scale."),
    ("4/5", "-2..2", "“4/5” does not fit this map's scale −2 to +2. Use that scale, or declare emotion_scale: 1..5 for the whole map."),
    ("2 hours waiting", "-2..2", "“2 hours waiting” starts with a number that is no score. Write the score first, such as -1 2 hours waiting, or begin with a word."),
    ("1.5", "-2..2", "“1.5” is not a whole score. Write a whole number on the scale −2 to +2."),
    ("-0,5 meh", "-2..2", "“-0,5 meh” is not a whole score. Write a whole number on the scale −2 to +2."),
    ("ー1", "-2..2", "“ー” is no minus sign. Write -1."),
    ("△1", "-2..2", "“△” is no minus sign. Write -1."),
    ("2nd try", "-2..2", "“2nd try” cannot be read as an emotion. Write the score, a space, and the feeling, such as -1 worried."),
    ("- 2", "-2..2", "“- 2” cannot be read as an emotion. Write the score, a space, and the feeling, such as -1 worried."),
    ("99999999999", "-2..2", "The score is outside this map's scale −2 to +2. Use a value on the scale, or declare another with emotion_scale."),
    ("curious", "-5..0", "The site's score for “curious” is outside this map's scale −5 to 0. Give the word another score under feelings: of this map."),
]  # fmt: skip


def scale_of(text: str) -> Scale:
    low, high = text.split("..")
    return Scale(int(low), int(high))


@pytest.mark.parametrize(("written", "scale", "score", "words", "face"), READ)
def test_an_emotion_is_read(written: str, scale: str, score: float | None, words: str, face: str) -> None:
    feeling = read_emotion(written, scale_of(scale), FEELINGS)
    assert (feeling.score, feeling.label, feeling.face) == (score, words, face)


@pytest.mark.parametrize(("written", "scale", "doubt"), UNSCORED)
def test_what_is_no_score_stays_as_words(written: str, scale: str, doubt: Doubt) -> None:
    feeling = read_emotion(written, scale_of(scale), {})
    assert (feeling.score, feeling.label, feeling.face, feeling.doubt) == (None, written, "", doubt)


@pytest.mark.parametrize(("written", "scale", "score", "words"), SCORED_ALTHOUGH)
def test_a_number_in_the_words_takes_no_score_away(written: str, scale: str, score: float, words: str) -> None:
    feeling = read_emotion(written, scale_of(scale), {})
    assert (feeling.score, feeling.label) == (score, words)


@pytest.mark.parametrize(("written", "mended"), [
    ("– 1 unsure", "    emotion: -1 unsure"),
    ("-1unsure", "    emotion: -1 unsure"),
    ("happy", "    emotion: +2 happy"),
    ("'fed up, lost'", "    emotion: '-2 fed up, lost'"),
    ("happy (?)", "    emotion: +2 happy (?)"),
    ("{text: happy, evidence: 3 calls}", "    emotion: {text: +2 happy, evidence: 3 calls}"),
    ("2 happy", "    emotion: +2 happy"),
    ("happy 2", "    emotion: happy +2"),
    ("relieved (2)", "    emotion: relieved (+2)"),
    ("{text: 2 happy (?), evidence: 3 calls}", "    emotion: {text: +2 happy (?), evidence: 3 calls}"),
])  # fmt: skip
def test_a_mend_adds_what_is_missing_and_nothing_else(written: str, mended: str) -> None:
    site = compile_pages({"map.md": journey(f"title: A\nphases:\n  - name: Need\n    emotion: {written}")})
    (finding,) = site.findings
    assert (finding.mend.lines, finding.mend.certain) == ((mended,), False)


def test_words_to_which_a_map_gives_scores_are_looked_up_in_no_list() -> None:
    feeling_words.cache_clear()
    scored = "title: A\nfeelings: {Glad: 2}\nphases: [{name: Need, emotion: glad}]"
    compile_pages({"map.md": journey(scored)})
    assert feeling_words.cache_info().currsize == 0
    compile_pages({"map.md": journey("title: A\nphases: [{name: Need, emotion: glad}]")})
    assert feeling_words.cache_info().currsize == 1


@pytest.mark.parametrize(("written", "scale", "sentence"), REFUSED)
def test_an_emotion_that_cannot_be_read_says_why(written: str, scale: str, sentence: str) -> None:
    with pytest.raises(Trouble) as caught:
        read_emotion(written, scale_of(scale), FEELINGS)
    assert " ".join(filter(None, (caught.value.message, caught.value.advice))) == sentence


@pytest.mark.parametrize("score", ["--1", "+-1", "²", "1.5", "a lot"])
def test_a_feeling_whose_score_is_no_number_is_told(score: str) -> None:
    site = compile_pages({"map.md": journey(f"title: A\nfeelings:\n  Sad: {score}\nphases: [Need]")})
    assert report(site) == [f"map.md:4:8 JN110 “{score}” is no score for Sad. Write a whole number, such as +1."]


@given(st.text("-+0123/()[]:;,=. \nas", max_size=12))
def test_a_score_in_ascii_is_one_in_any_text(text: str):
    found, meant = SCORE_FIRST_IN_ASCII.match(text), re.match(SCORE_FIRST, text)
    assert (found and found.groups()) == (meant and meant.groups())


@pytest.mark.parametrize("tag", TURNED)
def test_words_turn_a_sign_round_in_every_language(tag: str) -> None:
    assert read_emotion(TURNED[tag], Scale(), {}, tag).doubt is Doubt.TURNED


CHOICES = {
    "1/2 meh": ["+1 meh as the score 1 of the scale −2 to +2", "0 meh as 1 of 2 parts of the way from −2 to +2"],
    "😀 not really": ["+2 😀 not really as the sign says", "-1 😀 not really as the words say"],
    "👍 frustrated": ["+1 👍 frustrated as the sign says", "-1 👍 frustrated as the words say"],
    "4 out of 5": ["+1 4 out of 5 as the score 4 of the scale 1 to 5"],
    "too calm": [
        "+1 too calm if it feels good", "0 too calm if it feels neither good nor bad", "-1 too calm if it feels bad",
    ],
    "😂": ["+1 😂 if it feels good", "0 😂 if it feels neither good nor bad", "-1 😂 if it feels bad"],
}  # fmt: skip


@pytest.mark.parametrize("written", CHOICES)
def test_what_may_be_one_score_or_another_comes_with_a_line_for_each(written: str) -> None:
    (found,) = compile_pages({"map.md": journey(f"title: T\nphases:\n  - name: A\n    emotion: {written}\n")}).findings
    shown = [f"{one.lines[0].partition(': ')[2]} {one.meaning}" for one in found.mend.choices]
    assert (found.code.id, shown) == ("JN126", CHOICES[written])
    for one in found.mend.choices:
        pasted = compile_pages({"map.md": journey(f"title: T\nphases:\n  - name: A\n{one.lines[0]}\n")}).findings
        assert [other for other in pasted if other.code.id == "JN126"] == []


SHARES_IN_WORDS = ["2 sobre 5", "1 sobre 5 horrible", "2 em 5", "2 di 5", "2 op 5", "2 out of 5", "2 sur 5"]


@pytest.mark.parametrize("written", SHARES_IN_WORDS)
def test_a_part_of_another_scale_in_words_is_no_score(written: str) -> None:
    (found,) = compile_pages({"map.md": journey(f"title: T\nphases:\n  - name: A\n    emotion: {written}\n")}).findings
    assert (found.code.id, found.mend.lines) == ("JN126", ())


def test_stars_and_points_are_counted_on_a_scale_from_one_only() -> None:
    map_ = "title: T\n{}phases:\n  - name: A\n    emotion: 2 estrellas\n"
    found = [compile_pages({"map.md": journey(map_.format(scale))}).findings for scale in ("", "emotion_scale: 1..5\n")]
    assert [[one.code.id for one in ones] for ones in found] == [["JN110"], []]
