"""The page of the handbook that explains every rule, and the same of one rule for a terminal."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_journey.findings import Code, LifeCycle, Severity
from mkdocs_journey.model import codes as model_codes
from mkdocs_journey.model.values import Period
from mkdocs_journey.references import codes as reference_codes
from mkdocs_journey.rules.document import ONLY_PAGE, read_document
from mkdocs_journey.rules.settings import NO_LIMITS_SET, NO_SETTINGS
from mkdocs_journey.rules.table import CODES
from mkdocs_journey.source import codes as source_codes

_INTRODUCTION = """\
# All rules

These are the rules by which `mkdocs build` and `mkdocs-journey check` look at your maps and personas.
None of them wants to be obeyed for its own sake: each says why it is there, and shows an example of what it finds and
of how that is put right. In a terminal, `mkdocs-journey check --explain JN302` tells the same of one rule.

## What a finding means

| Severity | The map or persona | `mkdocs-journey check` and `mkdocs build --strict` |
| --- | --- | --- |
| `error` | is not drawn; a box in its place says what to mend | fail |
| `warning` | is drawn | fail |
| `info` | is drawn; this is a hint | pass |

A build without `--strict` always passes, and everything else on the page is drawn as if nothing were wrong.

A rule in **preview** is new. Whatever its severity will be, it gives hints for now, so that no upgrade fails your
build.

## Leave something as it is

Sometimes a map is right and a rule is not. Then say so, in the block, or in the phase or step that it is about, and
give the reason:

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
````

The reason is for your colleagues. You get a warning where it is missing, and where there is nothing left to ignore.
Errors cannot be ignored, because there would be no map to draw.

## Decide for the whole handbook

What your team has agreed upon stands in `mkdocs.yml`. Everything can be left out:

```yaml
plugins:
  - journey:
      check:
        ignore: [JN313, JN36]  # not reported, unless they are errors
        select: [JN1, JN2, JN3]  # nothing but these is reported, and errors
        severity:
          JN324: warning  # error, warning or info
        fail_on: warning  # what fails, and worse; or error, info, never
        limits:
"""
_AFTER_LIMITS = """\
```

A code may be shortened: `JN36` means all rules whose codes begin with it. The limits are shown as they are if you set
none. A severity for the full code of a rule in preview makes it count at once. Errors stay errors.
"""
_LIMITS = {
    "phases": "phases of a map",
    "steps": "steps of a map",
    "characters": "characters of one text in a cell",
    "hypotheses": "per cent of a map's statements that are assumed",
    "evidence_age": "age of evidence, in d, w, mo or y",
    "core_personas": "core personas of the site",
}
_FAMILIES = {
    "JN0": ("Lines and YAML", "How the lines of a block are typed. Most of these come with the mended line to paste."),
    "JN1": ("Fields and values", "Which fields there are, and what they take."),
    "JN2": ("References", "Whether everything that a map or persona names is there."),
    "JN3": ("Method", "What makes a map worth trusting. These begin conversations, so most of them are hints."),
}
_NOT_IN_BLOCKS = frozenset(
    {
        source_codes.NEARLY_A_KIND, source_codes.OTHER_FORM, source_codes.UNCLOSED_FENCE,
        reference_codes.INVENTORY_UNREACHABLE, reference_codes.INVENTORY_UNUSABLE,
        model_codes.UNUSED_IGNORE, model_codes.IGNORE_WITHOUT_REASON, model_codes.WRONG_IGNORE,
    }
)  # fmt: skip
"""Found outside of blocks, or about ignores themselves: no ``ignore`` in a block takes them away."""
_TABLE_HEAD = "| Code | What is found | Severity | Life cycle |\n| --- | --- | --- | --- |"
_WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Hint"}
_WIDTH = 80
"""Characters of a line of prose in a terminal."""
_SHORTEST_FENCE = 4
_BACKTICKS = re.compile("`+")
_LANGUAGES = {"json": "json", "md": "markdown", "yml": "yaml", "yaml": "yaml"}


def rules_page() -> str:
    """The page as Markdown: what findings mean, what a site can decide, all rules in tables, and each by itself."""
    limits = "\n".join(_limit_lines())
    tables = "\n".join(_table(beginning) for beginning in _FAMILIES)
    kept = [code for code in CODES.values() if code.life is not LifeCycle.REMOVED]
    sections = "\n".join(["## Rule by rule\n", *(_section(code) for code in kept)])
    return f"{_INTRODUCTION}{limits}\n{_AFTER_LIMITS}\n{tables}\n{sections}"


def rule_text(id_: str) -> str:
    """The document of one rule as plain text for a terminal. Raises KeyError where there is no rule with this code."""
    code = CODES[id_]
    parts = [f"{id_}  {_summary(code)}\n{_standing(code)}"]
    document = read_document(id_)
    if document is not None:
        parts.append(textwrap.fill(document.why, _WIDTH, break_on_hyphens=False))
        if document.settings:
            parts.append("With these settings in mkdocs.yml:\n\n" + _indented(_settings(document.settings)))
        parts += _plain_files("Bad", document.bad)
        parts += _plain_files("Good", document.good)
    parts += _consequence(code)
    return "\n\n".join(parts) + "\n"


def _limit_lines() -> Iterator[str]:
    for limit in NO_LIMITS_SET.__struct_fields__:
        value = getattr(NO_LIMITS_SET, limit)
        written = _period(value) if isinstance(value, Period) else value
        yield f"          {limit}: {written}  # {_LIMITS[limit]}"


def _period(length: Period) -> str:
    if length.days:
        return f"{length.days}d"
    return f"{length.months // 12}y" if length.months % 12 == 0 else f"{length.months}mo"


def _table(beginning: str) -> str:
    title, sentence = _FAMILIES[beginning]
    rows = "\n".join(_row(code) for id_, code in CODES.items() if id_.startswith(beginning))
    return f"## {title}\n\n{sentence}\n\n{_TABLE_HEAD}\n{rows}\n"


def _row(code: Code) -> str:
    if code.life is LifeCycle.REMOVED:
        return f"| {code.id} | {_summary(code)} | | {code.life} |"
    summary = _summary(code).replace("|", "\\|")
    return f"| [{code.id}](#{code.id.lower()}) | {summary} | {_severity(code)} | {code.life} |"


def _section(code: Code) -> str:
    lines = [f"### {code.id}: {_summary(code)} {{ #{code.id.lower()} }}", f"*{_standing(code)}*"]
    document = read_document(code.id)
    if document is not None:
        lines.append(document.why)
        if document.settings:
            lines += ["With these settings in `mkdocs.yml`:", _fenced("mkdocs.yml", _settings(document.settings))]
        lines += ["**Bad**", *_fenced_files(document.bad), "**Good**", *_fenced_files(document.good)]
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


def _summary(code: Code) -> str:
    return code.summary.rstrip(".")


def _severity(code: Code) -> Severity:
    """How grave its findings are in a site that has decided nothing."""
    return NO_SETTINGS.severity_of(code.id)


def _standing(code: Code) -> str:
    """Severity and life cycle, as a few words."""
    if code.life is LifeCycle.REMOVED:
        return "Removed"
    return _WORDS[_severity(code)] + (", in preview" if code.life is LifeCycle.PREVIEW else "")


def _consequence(code: Code) -> tuple[str, ...]:
    """Paragraphs that say what a finding means for a build, and how it is left as it is."""
    if code.life is LifeCycle.REMOVED:
        return ("Nothing is found by this rule any more.",)
    if code.severity is Severity.ERROR:
        return ("The block is not drawn until this is mended.",)
    effect = "Builds go on." if _severity(code) is Severity.INFO else "A strict build fails on it."
    place = "in mkdocs.yml, below check" if code in _NOT_IN_BLOCKS else "in the block"
    ignore = f"ignore: [{code.id}]" if code in _NOT_IN_BLOCKS else f"ignore: {{{code.id}: the reason}}"
    return f"{effect} To allow it, write {place}:", _indented(ignore)
