"""What is wrong with one value, in plain words."""

from __future__ import annotations

from mkdocs_journey.findings import Code
from mkdocs_journey.message import NO_MESSAGE, Message


class Trouble(ValueError):  # noqa: N818 - the field's word, as a writer would say it
    """A value that its field cannot hold. The layer above adds the place."""

    def __init__(
        self,
        code: Code,
        message: Message,
        advice: Message = NO_MESSAGE,
        replacement: str | None = None,
        choices: tuple[tuple[str, Message], ...] = (),
    ) -> None:
        """Take the sentence that says what is wrong, the advice, and the value to write instead, if known.

        ``choices`` are values of which only the author knows which one is meant, each with what it would mean.
        """
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice
        self.replacement = replacement
        self.choices = choices
