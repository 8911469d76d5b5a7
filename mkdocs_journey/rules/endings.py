"""The end of a map, which may show that a journey goes one way or another."""

from __future__ import annotations

import re
from functools import cache

from mkdocs_journey.languages.language import known_language
from mkdocs_journey.languages.patterns import one_of_words
from mkdocs_journey.model.journey import Phase, Step
from mkdocs_journey.rules.examined import ExaminedMap

_WORD = re.compile(r"\w+")


def other_endings(seen: ExaminedMap) -> list[Step | Phase]:
    """What else may come at the end in place of the last column; nothing where the journey ends in one way only."""
    phases = seen.journey.phases
    if not phases:
        return []
    says_or = _says_or(known_language(seen.language))
    last = phases[-1]
    if len(last.steps) > 1:
        names = [step.name for step in last.steps]
        about = (last.name, *(item.text for item in last.definition), *names)
        return list(last.steps[:-1]) if _begin_alike(names) or any(map(says_or.search, about)) else []
    if len(phases) > 1 and says_or.match(last.name):
        before = phases[-2]
        return [before.steps[-1] if before.steps else before]
    return []


@cache
def _says_or(tag: str) -> re.Pattern[str]:
    """By which words a phase or a step says that it is one way of several."""
    anywhere, first = (one_of_words("ending", where, tag) for where in ("anywhere", "first"))
    return re.compile(rf"{anywhere}|^{first}", re.IGNORECASE)


def _begin_alike(names: list[str]) -> bool:
    """Whether all names begin with the same word, as *Browse live* and *Browse later* do."""
    first = {match[0].casefold() for name in names if (match := _WORD.search(name))}
    return len(first) == 1 and all(len(_WORD.findall(name)) > 1 for name in names)
