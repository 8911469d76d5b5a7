"""Fields that say yes or no: ``true`` and ``false``, and what people write in their place."""

from __future__ import annotations

from mkdocs_journey.languages.answers import Answer, answered
from mkdocs_journey.message import Message, message
from mkdocs_journey.model import codes
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.quoting import shortened
from mkdocs_journey.source.mending import in_quotation_marks
from mkdocs_journey.source.values import value_trouble

_WRITTEN = {Answer.YES: "true", Answer.NO: "false"}
_AS_YES, _AS_NO = message("as yes"), message("as no")


def flag(text: object) -> object:
    """``true`` or ``false``."""
    if not isinstance(text, str):
        return text
    word = text.strip().casefold()
    if word in ("true", "false"):
        return word == "true"
    found = answered(text)
    better = _WRITTEN.get(found.answer) if found is not None and not found.rest else None
    alone = found is not None and not found.rest
    yes = _AS_YES if alone else message("as yes, without these words")
    no = _AS_NO if alone else message("as no, without these words")
    raise Trouble(
        codes.WRONG_FLAG,
        message("“{text}” is neither true nor false.", text=shortened(text)),
        message("Write {better}.", better=better) if better else message("Write true or false."),
        better,
        () if better else (("true", yes), ("false", no)),
    )


def flag_or_reason(text: object) -> object:
    """``true``, ``false``, or a text that gives the reason."""
    if not isinstance(text, str):
        return text
    word = text.strip().casefold()
    if word in ("true", "false"):
        return word == "true"
    found = answered(text)
    if found is None:
        return text
    better = _WRITTEN.get(found.answer) if not found.rest else None
    raise Trouble(
        codes.WRONG_FLAG,
        message("“{text}” would be shown as the reason.", text=shortened(text)),
        message("Write {better}, or the reason itself.", better=better)
        if better
        else message("Write true or false, or the reason itself."),
        better,
        () if better else _choices(found.answer, found.rest),
    )


def _choices(answer: Answer, rest: str) -> tuple[tuple[str, Message], ...]:
    if not rest:
        return ("true", _AS_YES), ("false", _AS_NO)
    reason = (_as_value(rest), message("as yes, with this as the reason"))
    if answer is Answer.NO:
        return ("false", message("as no, without the other words")), reason
    return reason, ("true", message("as yes, without a reason"))


def _as_value(text: str) -> str:
    trouble = value_trouble(text)
    return in_quotation_marks(text) if text[0] in "'\"[{" or (trouble is not None and trouble.quotes) else text
