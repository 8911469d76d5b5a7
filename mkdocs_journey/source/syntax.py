"""What is left when no trap was found and YAML cannot be read all the same, in plain words."""

from __future__ import annotations

from msgspec import Struct


class Sentence(Struct, frozen=True):
    """A plain sentence for a complaint of the YAML parser."""

    message: str
    advice: str = ""
    at_context: bool = False
    """Whether it belongs where the parser began, not where it stopped."""


_SENTENCES: tuple[tuple[str, Sentence], ...] = (
    (
        "mapping values are not allowed",
        Sentence(
            "A new field cannot begin here.",
            "Put the text in quotes if it contains a colon, or start the line in the column of its neighbours.",
        ),
    ),
    (
        "block sequence entries are not allowed",
        Sentence("A list cannot begin here.", "Start it on a line of its own, below its field name."),
    ),
    (
        "could not find expected ':'",
        Sentence(
            "This line is neither a field (“name: text”) nor an item of a list (“- text”).",
            "Does it lack a colon?",
            at_context=True,
        ),
    ),
    (
        "did not find expected key",
        Sentence(
            "This line does not fit the lines above it.",
            "Start it in the same column as the fields to which it belongs.",
        ),
    ),
    (
        "did not find expected '-'",
        Sentence("Between the items of a list only items can stand.", "Start the line with “- ” or move it."),
    ),
    (
        "did not find expected ',' or ']'",
        Sentence("The list that begins here has no closing bracket.", "Close it with ].", at_context=True),
    ),
    (
        "did not find expected ',' or '}'",
        Sentence("The fields that begin here have no closing brace.", "Close them with }.", at_context=True),
    ),
    (
        "did not find expected node content",
        Sentence("Something is missing or too much between these brackets.", "Is there a comma too many?"),
    ),
    (
        "unknown escape character",
        Sentence(
            "In double quotation marks a backslash has a meaning of its own.", "Use single quotation marks instead."
        ),
    ),
    (
        "hexdecimal",
        Sentence(
            "In double quotation marks a backslash has a meaning of its own.", "Use single quotation marks instead."
        ),
    ),
    (
        "unexpected end of stream",
        Sentence("The quotation mark that opens here is never closed.", "Close it.", at_context=True),
    ),
    (
        "unexpected document indicator",
        Sentence("The quotation mark that opens here is never closed.", "Close it.", at_context=True),
    ),
    (
        "document start",
        Sentence("The block has ended before this line.", "Is the line indented like its neighbours?"),
    ),
    (
        "cannot start any token",
        Sentence("A text cannot start with this character.", "Put it in quotes."),
    ),
    (
        "found a tab character",
        Sentence("Here stands a tab, which does not count as a space.", "Write plain spaces."),
    ),
)
_ANYTHING_ELSE = Sentence("This line cannot be read.", "Compare its indentation and punctuation with its neighbours.")


def plain_sentence(problem: str) -> Sentence:
    """The plain sentence for what the YAML parser says."""
    return next((sentence for words, sentence in _SENTENCES if words in problem), _ANYTHING_ELSE)
