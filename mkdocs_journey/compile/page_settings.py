"""What a page says of itself below ``journey:`` in its front matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, get_args

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import Message, message
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_NAME, shortened
from mkdocs_journey.source.codes import PAGE_SETTING
from mkdocs_journey.source.fences import split_lines
from mkdocs_journey.source.front_matter import front_matter_length

if TYPE_CHECKING:
    import yaml

Strip = Literal["above", "below", "off"]
"""Where the strip of a page stands: above or below its content, or nowhere."""
NO_STRIP = message("strip is above, below or off.")
_FIELD = "journey"
_SETTING = "strip"
_OFF = frozenset({"off", "no", "false"})
"""What YAML reads as false."""
_ONE_SETTING = message("journey: in the front matter of a page has strip: above, below or off below it.")


def find_wrong_settings(text: str, file: str) -> list[Finding]:
    """What cannot be meant below ``journey:`` in the front matter of a page; ``text`` is the whole page."""
    if f"{_FIELD}:" not in text[: _end_of_front_matter(text)]:
        return []
    lines = split_lines(text)
    length = front_matter_length(lines)
    if not length:
        return []
    import yaml

    between_marks = lines[0].startswith("---")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose("\n".join(lines[1 : length - 1] if between_marks else lines[:length]), loader)
    except yaml.YAMLError:
        return []
    first = 2 if between_marks else 1
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return [
        Finding(PAGE_SETTING, _span(node, file, first), said, Mend(advice))
        for key, value in pairs
        if key.value == _FIELD
        for node, said, advice in _wrong(key, value)
    ]


def _end_of_front_matter(text: str) -> int:
    """An upper bound, which is quick to find: most pages have none."""
    if text.startswith("---"):
        end = text.find("\n---", 3)
        dots = text.find("\n...", 3)
        return max(end, dots, 0)
    end = text.find("\n\n")
    return end if end >= 0 else len(text)


def _wrong(key: yaml.Node, value: yaml.Node) -> Iterator[tuple[yaml.Node, Message, Message]]:
    import yaml

    if value.tag == "tag:yaml.org,2002:null":
        return
    if not isinstance(value, yaml.MappingNode):
        yield key, message("What stands behind journey: in the front matter of this page is not read."), _ONE_SETTING
        return
    for name, written in value.value:
        said = shortened(str(name.value), LONGEST_NAME)
        if name.value != _SETTING:
            yield name, message("“{name}” is no setting of a page.", name=said), _ONE_SETTING
        elif not _is_strip(written):
            shown = shortened(str(written.value), LONGEST_NAME) if isinstance(written, yaml.ScalarNode) else said
            yield (
                written,
                message("“{value}” is no place for a strip.", value=shown),
                NO_STRIP,
            )


def _is_strip(node: yaml.Node) -> bool:
    value = node.value
    if not isinstance(value, str):
        return False
    of_yaml = node.tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:bool")
    return value in get_args(Strip) or (of_yaml and (value.casefold() in _OFF or value in ("", "~", "null")))


def _span(node: yaml.Node, file: str, first: int) -> Span:
    begin, end = node.start_mark, node.end_mark
    same = begin.line == end.line
    return Span(
        file, begin.line + first, begin.column + 1, begin.line + first, end.column + 1 if same else begin.column + 2
    )
