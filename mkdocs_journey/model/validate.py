"""From a tree to a journey, a persona or a view, and everything that is wrong with it, all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace
from pydantic import ValidationError

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.languages.language import FALLBACK, languages, meaning, primary
from mkdocs_journey.message import all_of, message
from mkdocs_journey.model import codes
from mkdocs_journey.model.advice import is_misspelt
from mkdocs_journey.model.checks import check_journey
from mkdocs_journey.model.document import Document, Path, nearest
from mkdocs_journey.model.emotions import refuse_off_scale
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.language_tags import has_labels
from mkdocs_journey.model.names import all_labels, all_names, field_name, names_of_lists, near_name, plain_name
from mkdocs_journey.model.new_lanes import as_added_lane, with_new_lanes
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.reading import BlockReading
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.model.values import Scale, plain_signs, scale
from mkdocs_journey.model.view import View
from mkdocs_journey.model.view_checks import check_view
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_NAME, shortened
from mkdocs_journey.source.text import Block, MarginLines
from mkdocs_journey.source.tree import Mapping
from mkdocs_journey.source.yaml import read_yaml

_WHOLE = re.compile(r"[+-]?[0-9]+$")
_UNFIT = message("This value does not fit here.")
_ADD_LANE = message("To add a lane, write its name and label: device: Device.")
ROOTS: dict[str, type[Journey | Persona | View]] = {"journey": Journey, "persona": Persona, "journeys": View}
"""Kind of block to what it describes."""


def validate(
    block: Block, tree: Mapping, feelings: dict[str, str] | None = None, language: str = FALLBACK
) -> tuple[Document | None, list[Finding]]:
    """Validate the tree of a block.

    ``feelings`` are the site's words with scores; the block's own come before them. ``language`` is that of the site,
    for blocks that name none: in it, words and dates are read. Where there are
    errors, the document lacks the wrong values, or is None where nothing can be made of the rest.
    """
    reading = BlockReading(block, ROOTS[block.kind], language)
    data = reading.read(tree)
    reading.findings = with_new_lanes(block, tree, reading.findings, reading.new_lanes)
    if reading.no_names:
        reading.findings = [
            one for one in reading.findings if one.code is not codes.OTHER_NAME or one.span not in reading.no_names
        ]
    context: dict[str, Any] = {"language": reading.language}
    if block.kind == "journey":
        _lanes(data, reading)
        declared = _scale(data)
        context |= {"scale": declared, "feelings": _feelings(data, reading, feelings or {}, declared)}
    model = _model(ROOTS[block.kind], data, context, reading)
    document = None
    if model is not None:
        document = Document(block, model, reading.written, tuple(reading.linked))
        reading.findings.extend(_language_without_labels(document, getattr(model, "lang", None), language))
        if isinstance(model, Journey):
            told = not model.phases and _is_told(reading, tree, "phases")
            reading.findings.extend(check_journey(document, model, language, phases_told=told))
        elif isinstance(model, View):
            reading.findings.extend(check_view(document, model))
    return document, sorted(reading.findings, key=lambda finding: finding.span)


def _language_without_labels(document: Document, tag: str | None, language: str) -> Iterator[Finding]:
    """A block in a language in which there are no labels, unless that is the language of the whole site."""
    if tag and not has_labels(tag) and primary(tag) != primary(language):
        said = message(
            "There are no labels in “{language}” here, so readers see English ones.",
            language=shortened(tag, LONGEST_NAME),
        )
        advice = message("There are labels in {languages}.", languages=all_of(languages()))
        yield Finding(codes.NO_LABELS, document.place("lang"), said, Mend(advice))


def read_lines(
    block: Block, lines: Sequence[str], feelings: dict[str, str] | None = None, language: str = FALLBACK
) -> tuple[Document | None, list[Finding]]:
    """What lines say in place of those of a block, and everything that is wrong with them, in lines from 1."""
    meant = replace(block, lines=MarginLines(tuple(lines), 1))
    tree, wrong = read_yaml(meant, all_names(), names_of_lists(), all_labels())
    if tree is None:
        return None, wrong
    document, more = validate(meant, tree, feelings, language)
    return document, [*wrong, *more]


def _model(
    root: type[Journey | Persona | View], data: dict[str, Any], context: dict[str, Any], reading: BlockReading
) -> Journey | Persona | View | None:
    """The model; where values are wrong, what is left without them, so that the rest can be looked at as well."""
    try:
        return root.model_validate(data, context=context)
    except ValidationError as trouble:
        _report(trouble, reading)
        for error in trouble.errors(include_url=False, include_input=False, include_context=False):
            _leave_out(data, error["loc"])
    try:
        return root.model_validate(data, context=context)
    except ValidationError:
        return None


def _leave_out(data: Any, path: Path) -> None:
    """Take a value out of nested data. List items stay in place, as empty ones, so that the places of others hold."""
    *outer, last = path or ("",)
    for name in outer:
        try:
            data = data[name]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(data, dict):
        data.pop(last, None)


def _report(trouble: ValidationError, reading: BlockReading) -> None:
    for error in trouble.errors(include_url=False, include_input=False):
        path: Path = error["loc"]
        if error["type"] == "missing":
            continue
        span = _nearest(path, reading)
        cause = (error.get("ctx") or {}).get("error")
        if isinstance(cause, Trouble):
            reading.report(cause.code, span, cause.message, cause.advice, cause.replacement, choices=cause.choices)
        else:
            said = message("This value does not fit {field}.", field=path[-1]) if path else _UNFIT
            reading.report(codes.WRONG_VALUE, span, said)


def _nearest(path: Path, reading: BlockReading) -> Span:
    return nearest(reading.written, path) or reading.values[()]


def _is_told(reading: BlockReading, tree: Mapping, field: str) -> bool:
    """Whether something is wrong with the name or the value of a field of a journey."""
    if any(is_misspelt(entry.name, field, Journey) for entry in tree.entries):
        return True
    place = reading.values.get((field,))
    return place is not None and any(place.line <= f.span.line <= place.end_line for f in reading.findings)


def _scale(data: dict[str, Any]) -> Scale | None:
    """The scale of a map; None where it is declared and cannot be read."""
    try:
        declared = scale(data.get("emotion_scale"))
    except Trouble:
        return None
    return declared if isinstance(declared, Scale) else Scale()


def _feelings(
    data: dict[str, Any], reading: BlockReading, site: dict[str, str], declared: Scale | None
) -> dict[str, float]:
    """Words in casefold with their scores. A score that is no number, or off the map's scale, is a finding."""
    scores: dict[str, float] = {}
    own = data.get("feelings", {})
    for word, text, span in [
        *((word, text, None) for word, text in site.items()),
        *((word, text, reading.values.get(("feelings", word))) for word, text in own.items()),
    ]:
        try:
            score = _score(word, text)
            if span is not None and declared is not None:
                refuse_off_scale(score, declared)
        except Trouble as trouble:
            scores.pop(word.strip().casefold(), None)
            if span is not None:
                reading.report(trouble.code, span, trouble.message, trouble.advice)
        else:
            scores[word.strip().casefold()] = score
    return scores


def _score(word: str, text: str) -> int:
    plain = plain_signs(str(text)).strip()
    if _WHOLE.match(plain) and len(plain) < 6:
        return int(plain)
    said = message("“{text}” is no score for {word}.", text=shortened(str(text)), word=shortened(str(word)))
    raise Trouble(codes.WRONG_EMOTION, said, message("Write a whole number, such as +1."))


def _lanes(data: dict[str, Any], reading: BlockReading) -> None:
    """Lane names under their standard names; in a list, only lanes that exist."""
    lanes = data.get("lanes")
    if not lanes:
        return
    ordered_only = not any(lanes.values())
    standard: dict[str, str] = {}
    for written, label in lanes.items():
        own = plain_name(written) in reading.own_lanes
        name = (
            None if own else field_name(Step, written, reading.language) or field_name(Phase, written, reading.language)
        )
        if name is None and ordered_only:
            better = near_name(Step, written, reading.language) or near_name(Phase, written, reading.language)
            span = reading.keys[("lanes", written)]
            advice = message("Did you mean {better}?", better=better) if better else _ADD_LANE
            said = message("There is no lane “{name}”.", name=shortened(written))
            reading.report(codes.UNKNOWN_LANE, span, said, advice, better or as_added_lane(written))
            continue
        standard[name or plain_name(written)] = meaning("lane_setting", label, reading.language) or label
    data["lanes"] = standard
