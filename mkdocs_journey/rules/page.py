"""The page of the handbook that explains every rule, and the same of one rule for a terminal."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_journey.findings import Code, LifeCycle, Severity
from mkdocs_journey.languages.words import Words
from mkdocs_journey.message import fill, message, sentences
from mkdocs_journey.model import codes as model_codes
from mkdocs_journey.model.values import Period
from mkdocs_journey.references import codes as reference_codes
from mkdocs_journey.rules.document import ONLY_PAGE, read_document
from mkdocs_journey.rules.settings import NO_LIMITS_SET, NO_SETTINGS
from mkdocs_journey.rules.table import CODES
from mkdocs_journey.source import codes as source_codes
from mkdocs_journey.terminal_columns import wrap

_EXAMPLE_OF_IGNORE = """\
````markdown
```journey
title: Renewal
ignore: {JN302: The goals are set in January}
phases:
  - name: Decide
    steps:
      - name: Compare offers
        pains: Nobody can explain the price
        ignore: {JN326: The page is being written}
```
````"""
_BEGIN_OF_SETTINGS = """\
```yaml
plugins:
  - journey:
      check:
        ignore: [JN313, JN36]  # {ignore}
        select: [JN1, JN2, JN3]  # {select}
        severity:
          JN324: warning  # {severity}
        fail_on: warning  # {fail_on}
        limits:
"""
_SETTINGS = {
    "ignore": message("not reported, unless they are errors"),
    "select": message("nothing but these is reported, and errors"),
    "severity": message("error, warning or info"),
    "fail_on": message("what fails, and worse; or error, info, never"),
}
_LIMITS = {
    "phases": message("phases of a map"),
    "steps": message("steps of a map"),
    "characters": message("characters of one text in a cell"),
    "hypotheses": message("per cent of a map's statements that are assumed"),
    "evidence_age": message("age of evidence, in d, w, mo or y"),
    "core_personas": message("core personas of the site"),
}
_FAMILIES = {
    "JN0": (
        message("Lines and YAML"),
        message("How the lines of a block are typed. Most of these come with the mended line to paste."),
    ),
    "JN1": (message("Fields and values"), message("Which fields there are, and what they take.")),
    "JN2": (message("References"), message("Whether everything that a map or persona names is there.")),
    "JN3": (
        message("Method"),
        message("What makes a map worth trusting. These begin conversations, so most of them are hints."),
    ),
}
_NOT_IN_BLOCKS = frozenset(
    {
        source_codes.NEARLY_A_KIND, source_codes.OTHER_FORM, source_codes.UNCLOSED_FENCE,
        reference_codes.INVENTORY_UNREACHABLE, reference_codes.INVENTORY_UNUSABLE,
        model_codes.UNUSED_IGNORE, model_codes.IGNORE_WITHOUT_REASON, model_codes.WRONG_IGNORE,
    }
)  # fmt: skip
"""Found outside of blocks, or about ignores themselves: no ``ignore`` in a block takes them away."""
_HEADS = message("Code | What is found | Severity | Life cycle")
_LIVES = {
    LifeCycle.PREVIEW: message("preview"),
    LifeCycle.STABLE: message("stable"),
    LifeCycle.REMOVED: message("removed"),
}
_STANDINGS = {
    Severity.ERROR: (message("Error"), message("Error, in preview")),
    Severity.WARNING: (message("Warning"), message("Warning, in preview")),
    Severity.INFO: (message("Hint"), message("Hint, in preview")),
}
"""By severity, for a stable rule and for one in preview."""
_BAD, _GOOD = message("Bad"), message("Good")
_WIDTH = 80
"""Characters of a line of prose in a terminal."""
_SHORTEST_FENCE = 4
_BACKTICKS = re.compile("`+")
_LANGUAGES = {"json": "json", "md": "markdown", "yml": "yaml", "yaml": "yaml"}


def rules_page(words: Words | None = None) -> str:
    """The page as Markdown: what findings mean, what a site can decide, all rules in tables, and each by itself.

    In English if no words are given.
    """
    words = words or Words.load()
    tables = "\n".join(_table(beginning, words) for beginning in _FAMILIES)
    kept = [code for code in CODES.values() if code.life is not LifeCycle.REMOVED]
    heading = f"## {words.said(message('Rule by rule'))}\n"
    sections = "\n".join([heading, *(_section(code, words) for code in kept)])
    return f"{_introduction(words)}\n\n{tables}\n{sections}"


def _introduction(words: Words) -> str:
    """What is said before the tables."""
    parts = (
        f"# {words.said(message('All rules'))}",
        message(
            "These are the rules by which `mkdocs build` and `mkdocs-journey check` look at your maps and personas. "
            "None of them wants to be obeyed for its own sake: each says why it is there, and shows an example of "
            "what it finds and of how that is put right. In a terminal, `mkdocs-journey check --explain JN302` tells "
            "the same of one rule."
        ),
        f"## {words.said(message('What a finding means'))}",
        _severities(words),
        message(
            "A build without `--strict` always passes, and everything else on the page is drawn as if nothing were "
            "wrong."
        ),
        message(
            "A rule in **preview** is new. Whatever its severity will be, it gives hints for now, so that no upgrade "
            "fails your build."
        ),
        f"## {words.said(message('Leave something as it is'))}",
        message(
            "Sometimes a map is right and a rule is not. Then say so, in the block, or in the phase or step that it is "
            "about, and give the reason:"
        ),
        _EXAMPLE_OF_IGNORE,
        message(
            "The reason is for your colleagues. You get a warning where it is missing, and where there is nothing left "
            "to ignore. Errors cannot be ignored, because there would be no map to draw."
        ),
        f"## {words.said(message('Decide for the whole handbook'))}",
        message("What your team has agreed upon stands in `mkdocs.yml`. Everything can be left out:"),
        _all_settings(words),
        message(
            "A code may be shortened: `JN36` means all rules whose codes begin with it. The limits are shown as they "
            "are if you set none. A severity for the full code of a rule in preview makes it count at once. Errors "
            "stay errors."
        ),
    )
    return "\n\n".join(map(words.said, parts))


def _severities(words: Words) -> str:
    """What each severity means, as a table."""
    rows = (
        message("Severity | The map or persona | `mkdocs-journey check` and `mkdocs build --strict`"),
        "--- | --- | ---",
        message("`error` | is not drawn; a box in its place says what to mend | fail"),
        message("`warning` | is drawn | fail"),
        message("`info` | is drawn; this is a hint | pass"),
    )
    return "\n".join(f"| {words.said(row)} |" for row in rows)


def _all_settings(words: Words) -> str:
    """Every setting of a site, as mkdocs.yml holds it."""
    begin = fill(_BEGIN_OF_SETTINGS, {name: words.said(text) for name, text in _SETTINGS.items()})
    return f"{begin}{chr(10).join(_limit_lines(words))}\n```"


def rule_text(id_: str, words: Words | None = None) -> str:
    """The document of one rule as plain text for a terminal, in English if no words are given.

    Raises KeyError where there is no rule with this code.
    """
    words = words or Words.load()
    code = CODES[id_]
    parts = [f"{id_}  {_summary(code, words)}\n{_standing(code, words)}"]
    document = read_document(id_)
    if document is not None:
        parts.append("\n".join(wrap(words.said(document.why), _WIDTH)))
        if document.settings:
            settings = words.said(message("With these settings in mkdocs.yml:"))
            parts.append(f"{settings}\n\n{_indented(_settings(document.settings))}")
        parts += _plain_files(words.said(_BAD), document.bad)
        parts += _plain_files(words.said(_GOOD), document.good)
    parts += _consequence(code, words)
    return "\n\n".join(parts) + "\n"


def _limit_lines(words: Words) -> Iterator[str]:
    for limit in NO_LIMITS_SET.__struct_fields__:
        value = getattr(NO_LIMITS_SET, limit)
        written = _period(value) if isinstance(value, Period) else value
        yield f"          {limit}: {written}  # {words.said(_LIMITS[limit])}"


def _period(length: Period) -> str:
    if length.days:
        return f"{length.days}d"
    return f"{length.months // 12}y" if length.months % 12 == 0 else f"{length.months}mo"


def _table(beginning: str, words: Words) -> str:
    title, sentence = map(words.said, _FAMILIES[beginning])
    rows = "\n".join(_row(code, words) for id_, code in CODES.items() if id_.startswith(beginning))
    head = f"| {words.said(_HEADS)} |\n| --- | --- | --- | --- |"
    return f"## {title}\n\n{sentence}\n\n{head}\n{rows}\n"


def _row(code: Code, words: Words) -> str:
    summary, life = _summary(code, words), words.said(_LIVES[code.life])
    if code.life is LifeCycle.REMOVED:
        return f"| {code.id} | {summary} | | {life} |"
    escaped = summary.replace("|", "\\|")
    return f"| [{code.id}](#{code.id.lower()}) | {escaped} | {_severity(code)} | {life} |"


def _section(code: Code, words: Words) -> str:
    lines = [f"### {code.id}: {_summary(code, words)} {{ #{code.id.lower()} }}", f"*{_standing(code, words)}*"]
    document = read_document(code.id)
    if document is not None:
        lines.append(words.said(document.why))
        if document.settings:
            settings = words.said(message("With these settings in `mkdocs.yml`:"))
            lines += [settings, _fenced("mkdocs.yml", _settings(document.settings))]
        lines += [f"**{words.said(_BAD)}**", *_fenced_files(document.bad)]
        lines += [f"**{words.said(_GOOD)}**", *_fenced_files(document.good)]
    return "\n\n".join(lines) + "\n"


def _fenced_files(files: Mapping[str, str]) -> Iterator[str]:
    for path, text in files.items():
        yield _fenced(path, text, title="" if tuple(files) == (ONLY_PAGE,) else path)


def _fenced(path: str, text: str, title: str = "") -> str:
    """A text in a fence that is longer than all fences within, so that it is shown as it was typed."""
    longest = max((len(ticks) for ticks in _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(_SHORTEST_FENCE, longest + 1)
    language = _LANGUAGES.get(path.rpartition(".")[2], "text")
    option = f' title="{title}"' if title else ""
    return f"{fence}{language}{option}\n{text.rstrip()}\n{fence}"


def _plain_files(title: str, files: Mapping[str, str]) -> Iterator[str]:
    for path, text in files.items():
        name = title if tuple(files) == (ONLY_PAGE,) else f"{title}, {path}"
        yield f"{name}:\n\n{_indented(text)}"


def _indented(text: str) -> str:
    return textwrap.indent(text.rstrip(), "    ")


def _settings(settings: Mapping[str, Any]) -> str:
    """Settings as they are written in mkdocs.yml."""
    import yaml

    return yaml.safe_dump({"plugins": [{"journey": {"check": dict(settings)}}]}, sort_keys=False, allow_unicode=True)


def _summary(code: Code, words: Words) -> str:
    return words.said(code.summary).rstrip(".。")


def _severity(code: Code) -> Severity:
    """How grave its findings are in a site that has decided nothing."""
    return NO_SETTINGS.severity_of(code.id)


def _standing(code: Code, words: Words) -> str:
    """Severity and life cycle, as a few words."""
    if code.life is LifeCycle.REMOVED:
        return words.said(message("Removed"))
    return words.said(_STANDINGS[_severity(code)][code.life is LifeCycle.PREVIEW])


def _consequence(code: Code, words: Words) -> tuple[str, ...]:
    """Paragraphs that say what a finding means for a build, and how it is left as it is."""
    if code.life is LifeCycle.REMOVED:
        return (words.said(message("Nothing is found by this rule any more.")),)
    if code.severity is Severity.ERROR:
        return (words.said(message("The block is not drawn until this is mended.")),)
    hint = _severity(code) is Severity.INFO
    effect = message("Builds go on.") if hint else message("A strict build fails on it.")
    if code in _NOT_IN_BLOCKS:
        allow, ignore = message("To allow it, write in mkdocs.yml, below check:"), f"ignore: [{code.id}]"
    else:
        reason = words.said(message("the reason"))
        allow, ignore = message("To allow it, write in the block:"), f"ignore: {{{code.id}: {reason}}}"
    return words.said(sentences(effect, allow)), _indented(ignore)
