"""What a site decides about rules: which count, how much, and where their limits are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from mkdocs_journey.findings import LifeCycle, Severity
from mkdocs_journey.message import NO_MESSAGE, ToldError, message, sentences
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.model.values import Period, closest, period
from mkdocs_journey.rules.table import CODES, codes_of


class SettingsError(ToldError):
    """A setting that cannot be meant; the message says which, and what to write."""


TWO_YEARS = Period(24, 0)


class Limits(Struct, frozen=True):
    """Numbers beyond which a map is hard to read or to believe."""

    phases: int = 7
    """Phases of a map."""
    steps: int = 20
    """Steps of a map."""
    characters: int = 140
    """Characters of one text in a cell."""
    hypotheses: int = 50
    """Per cent of a map's statements that may be assumed."""
    evidence_age: Period = TWO_YEARS
    """Age of a source."""
    core_personas: int = 4
    """Core personas of a site."""


NO_LIMITS_SET = Limits()


class Settings(Struct, frozen=True):
    """Decisions about rules. Codes may be shortened: ``JN3`` means all that begin with it."""

    select: tuple[str, ...] = ()
    """Only these are reported; all, if empty. Errors always are: their maps cannot be drawn."""
    ignore: tuple[str, ...] = ()
    """These are not reported, unless they are errors."""
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """Another severity for some rules; the longest of several codes that fit counts."""
    fail_on: Severity | None = Severity.WARNING
    """Findings at least this grave fail ``check`` and a strict build; None: nothing does."""
    limits: Limits = NO_LIMITS_SET
    baseline: str = ""
    """File of findings that are known and not reported, relative to mkdocs.yml."""

    def severity_of(self, id_: str) -> Severity:
        """How grave findings of a code are in this site."""
        code = CODES[id_]
        chosen = max((name for name in self.severity if id_.startswith(name)), key=len, default=None)
        if code.severity is Severity.ERROR:
            return Severity.ERROR
        if chosen is not None and (code.life is not LifeCycle.PREVIEW or chosen == id_):
            return self.severity[chosen]
        return Severity.INFO if code.life is LifeCycle.PREVIEW else code.severity

    def reports(self, id_: str) -> bool:
        """Whether findings of a code are reported in this site."""
        if CODES[id_].severity is Severity.ERROR:
            return True
        selected = not self.select or id_.startswith(self.select)
        return selected and not (self.ignore and id_.startswith(self.ignore))

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of a severity fails ``check`` and a strict build."""
        return self.fail_on is not None and _ORDER[severity] <= _ORDER[self.fail_on]


NO_SETTINGS = Settings()
_ORDER = {severity: rank for rank, severity in enumerate(Severity)}
_NEVER = "never"


def read_settings(written: Mapping[str, Any]) -> Settings:
    """Settings as they stand under ``check`` in mkdocs.yml.

    Raises :class:`SettingsError` for a name, a code or a value that means nothing.
    """
    names = list(Settings.__struct_fields__)
    for name in written:
        _known(str(name), names, "check")
    found: dict[str, Any] = {}
    for name in ("select", "ignore"):
        if (value := written.get(name)) is not None:
            found[name] = read_codes(value, f"check: {name}")
    if (value := written.get("severity")) is not None:
        found["severity"] = _severities(value)
    if (value := written.get("fail_on")) is not None:
        found["fail_on"] = read_fail_on(value)
    if (value := written.get("limits")) is not None:
        found["limits"] = _limits(value)
    if (value := written.get("baseline")) is not None:
        if not isinstance(value, str):
            raise SettingsError(message("check: baseline is the name of a file, such as journey-baseline.json."))
        found["baseline"] = value
    return Settings(**found)


def read_codes(written: Any, where: str) -> tuple[str, ...]:
    """Codes, or beginnings of codes: a list, or one text with commas."""
    listed = written if isinstance(written, list | tuple) else str(written).split(",")
    ids = tuple(dict.fromkeys(str(one).strip().upper() for one in listed if str(one).strip()))
    for id_ in ids:
        if not codes_of(id_):
            near = closest(id_, list(CODES))
            said = message("{where}: there is no rule {rule}.", where=where, rule=id_[:40])
            advice = message("Did you mean {better}?", better=near) if near else NO_MESSAGE
            raise SettingsError(sentences(said, advice))
    return ids


def read_fail_on(written: Any) -> Severity | None:
    """``error``, ``warning``, ``info`` or ``never``."""
    word = str(written).strip().lower()
    if word == _NEVER:
        return None
    try:
        return Severity(word)
    except ValueError:
        raise SettingsError(message("check: fail_on is error, warning, info or never.")) from None


def _severities(written: Any) -> dict[str, Severity]:
    if not isinstance(written, Mapping):
        raise SettingsError(message("check: severity has codes with a severity each, such as JN324: warning."))
    found: dict[str, Severity] = {}
    for code, word in written.items():
        (id_,) = read_codes([code], "check: severity") or ("",)
        if all(one.severity is Severity.ERROR for one in codes_of(id_)):
            raise SettingsError(
                message("check: severity: {rule} stays an error, because its maps cannot be drawn.", rule=id_)
            )
        try:
            found[id_] = Severity(str(word).strip().lower())
        except ValueError:
            raise SettingsError(message("check: severity: {rule} is error, warning or info.", rule=id_)) from None
    return found


def _limits(written: Any) -> Limits:
    if not isinstance(written, Mapping):
        raise SettingsError(message("check: limits has names with a number each, such as phases: 7."))
    found: dict[str, Any] = {}
    for name, value in written.items():
        _known(str(name), list(Limits.__struct_fields__), "check: limits")
        if name == "evidence_age":
            try:
                found[name] = period(str(value))
            except Trouble as trouble:
                said = message("check: limits: evidence_age: {sentence}", sentence=trouble.message)
                raise SettingsError(sentences(said, trouble.advice)) from None
        elif isinstance(value, bool) or not str(value).isdecimal() or len(str(value)) > 6:
            raise SettingsError(message("check: limits: {name} is a whole number.", name=name))
        else:
            found[name] = int(value)
    return Limits(**found)


def _known(name: str, names: list[str], where: str) -> None:
    if name not in names:
        near = closest(name, names)
        said = message("{where} has no setting {name}.", where=where, name=name[:40])
        advice = (
            message("Did you mean {better}?", better=near)
            if near
            else message("There are: {names}.", names=", ".join(names))
        )
        raise SettingsError(sentences(said, advice))
