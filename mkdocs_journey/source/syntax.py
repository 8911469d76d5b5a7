"""What is left when no trap was found and YAML cannot be read all the same, in plain words."""

from __future__ import annotations

from msgspec import Struct

from mkdocs_journey.message import NO_MESSAGE, Message, message


class Sentence(Struct, frozen=True):
    """A plain sentence for a complaint of the YAML parser."""

    message: Message
    advice: Message = NO_MESSAGE
    at_context: bool = False
    """Whether it belongs where the parser began, not where it stopped."""
    of_escape: bool = False
    """Whether a backslash in double quotation marks is meant."""


_SENTENCES: tuple[tuple[str, Sentence], ...] = (
    (
        "mapping values are not allowed",
        Sentence(
            message("A new field cannot begin here."),
            message(
                "Put the text in quotes if it contains a colon, or start the line in the column of its neighbours."
            ),
        ),
    ),
    (
        "block sequence entries are not allowed",
        Sentence(message("A list cannot begin here."), message("Start it on a line of its own, below its field name.")),
    ),
    (
        "could not find expected ':'",
        Sentence(
            message("This line is neither a field (“name: text”) nor an item of a list (“- text”)."),
            message("Does it lack a colon?"),
            at_context=True,
        ),
    ),
    (
        "did not find expected key",
        Sentence(
            message("This line does not fit the lines above it."),
            message("Start it in the same column as the fields to which it belongs."),
        ),
    ),
    (
        "did not find expected '-'",
        Sentence(
            message("Between the items of a list only items can stand."),
            message("Start the line with “- ” or move it."),
        ),
    ),
    (
        "did not find expected ',' or ']'",
        Sentence(
            message("The list that begins here has no closing bracket."), message("Close it with ]."), at_context=True
        ),
    ),
    (
        "did not find expected ',' or '}'",
        Sentence(
            message("The fields that begin here have no closing brace."), message("Close them with }."), at_context=True
        ),
    ),
    (
        "did not find expected node content",
        Sentence(
            message("Something is missing or too much between these brackets."), message("Is there a comma too many?")
        ),
    ),
    (
        "unknown escape character",
        Sentence(
            message("In double quotation marks a backslash has a meaning of its own."),
            message("Use single quotation marks instead."),
            of_escape=True,
        ),
    ),
    (
        "hexdecimal",
        Sentence(
            message("In double quotation marks a backslash has a meaning of its own."),
            message("Use single quotation marks instead."),
            of_escape=True,
        ),
    ),
    (
        "escape code",
        Sentence(
            message("In double quotation marks a backslash has a meaning of its own."),
            message("Use single quotation marks instead."),
            of_escape=True,
        ),
    ),
    (
        "unexpected end of stream",
        Sentence(message("The quotation mark that opens here is never closed."), message("Close it."), at_context=True),
    ),
    (
        "unexpected document indicator",
        Sentence(message("The quotation mark that opens here is never closed."), message("Close it."), at_context=True),
    ),
    (
        "document start",
        Sentence(
            message("The block has ended before this line."), message("Is the line indented like its neighbours?")
        ),
    ),
    (
        "cannot start any token",
        Sentence(message("A text cannot start with this character."), message("Put it in quotes.")),
    ),
    (
        "found a tab character",
        Sentence(message("Here stands a tab, which does not count as a space."), message("Write plain spaces.")),
    ),
)
_ANYTHING_ELSE = Sentence(
    message("This line cannot be read."), message("Compare its indentation and punctuation with its neighbours.")
)


def plain_sentence(problem: str) -> Sentence:
    """The plain sentence for what the YAML parser says."""
    return next((sentence for words, sentence in _SENTENCES if words in problem), _ANYTHING_ELSE)
