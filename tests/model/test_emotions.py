"""How an emotion is read: score, word, face, in any mix."""

from __future__ import annotations

import pytest

from mkdocs_journey.model.emotions import read_emotion
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.model.values import Scale
from tests.compiling import compile_pages, journey, report

FEELINGS = {"curious": 1, "frustrated": -2}

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


@pytest.mark.parametrize(("written", "scale", "sentence"), REFUSED)
def test_an_emotion_that_cannot_be_read_says_why(written: str, scale: str, sentence: str) -> None:
    with pytest.raises(Trouble) as caught:
        read_emotion(written, scale_of(scale), FEELINGS)
    assert " ".join(filter(None, (caught.value.message, caught.value.advice))) == sentence


@pytest.mark.parametrize("score", ["--1", "+-1", "²", "1.5", "a lot"])
def test_a_feeling_whose_score_is_no_number_is_told(score: str) -> None:
    site = compile_pages({"map.md": journey(f"title: A\nfeelings:\n  Sad: {score}\nphases: [Need]")})
    assert report(site) == [f"map.md:4:8 JN110 “{score}” is no score for Sad. Write a whole number, such as +1."]
