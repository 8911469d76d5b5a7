"""The end of a map, which may show that a journey goes one way or another."""

from __future__ import annotations

import re

from mkdocs_journey.languages.language import primary
from mkdocs_journey.model.journey import Phase, Step
from mkdocs_journey.rules.examined import ExaminedMap

_OR = {
    "en": r"\b(?:or|either|alternatives?|alternatively|outcomes?|endings?|vs|versus)\b|^(?:else|otherwise|if|unless)\b",
    "de": r"\b(?:oder|entweder|alternativ\w*|ausgänge?)\b|^(?:sonst|andernfalls|falls|wenn)\b",
    "es": r"\b(?:o|u|alternativas?|desenlaces?)\b|^(?:si|de lo contrario)\b",
    "fi": r"\b(?:tai|joko|vaihtoeh\w+)\b|^(?:muuten|jos)\b",
    "fr": r"\b(?:ou|soit|alternatives?|issues?)\b|^(?:sinon|si)\b",
    "it": r"\b(?:o|oppure|alternativ\w+|esit[oi])\b|^(?:altrimenti|se)\b",
    "pt": r"\b(?:ou|alternativas?|desfechos?)\b|^(?:senão|se)\b",
    "nl": r"\b(?:of|ofwel|alternatie\w+|uitkomsten?)\b|^(?:anders|als)\b",
    "ja": r"または|もしくは|あるいは|の場合",
    "zh": r"或|否则|如果",
}
"""Words by which a phase or a step says that it is one way of several, by language."""
_WORD = re.compile(r"\w+")


def other_endings(seen: ExaminedMap) -> list[Step | Phase]:
    """What else may come at the end in place of the last column; nothing where the journey ends in one way only."""
    phases = seen.journey.phases
    if not phases:
        return []
    says_or = re.compile(_OR.get(primary(seen.language), _OR["en"]), re.IGNORECASE)
    last = phases[-1]
    if len(last.steps) > 1:
        names = [step.name for step in last.steps]
        about = (last.name, *(item.text for item in last.definition), *names)
        return list(last.steps[:-1]) if _begin_alike(names) or any(map(says_or.search, about)) else []
    if len(phases) > 1 and says_or.match(last.name):
        before = phases[-2]
        return [before.steps[-1] if before.steps else before]
    return []


def _begin_alike(names: list[str]) -> bool:
    """Whether all names begin with the same word, as *Browse live* and *Browse later* do."""
    first = {match[0].casefold() for name in names if (match := _WORD.search(name))}
    return len(first) == 1 and all(len(_WORD.findall(name)) > 1 for name in names)
