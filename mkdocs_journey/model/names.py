"""Names of fields: the standard one, and every other that writers use for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from inspect import get_annotations

from pydantic import BaseModel

from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.lane_table import lane_table
from mkdocs_journey.model.parts import (
    Action,
    Content,
    Contributor,
    Indicator,
    Item,
    Opportunity,
    Pain,
    Scope,
    Source,
    Touchpoint,
    Walkthrough,
)
from mkdocs_journey.model.persona import Basis, Before, Empathy, Persona
from mkdocs_journey.model.shapes import Free, Many, shapes_of
from mkdocs_journey.model.view import View

PARTS: tuple[type[BaseModel], ...] = (
    Journey, Phase, Step, Persona, Item, Action, Touchpoint, Pain, Opportunity, Content, Source, Indicator,
    Contributor, Walkthrough, Scope, Before, Empathy, Basis, View,
)  # fmt: skip

OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "actions": ("doing", "activities", "customer_actions", "steps_taken", "does", "行動", "handlungen", "aktionen", "acciones", "toiminta", "行为"),
    "actors": ("participants", "roles", "登場人物"),
    "as_of": ("measured", "measured_on"),
    "backstage": ("back_stage", "バックステージ"),
    "behaviours": ("behaviors",),
    "bio": ("story", "biography", "about"),
    "business_goal": ("company_goal", "business_objective"),
    "channel": ("channels",),
    "channels": ("channel", "preferred_channels"),
    "content": ("help", "help_content", "pages", "articles", "コンテンツ"),
    "contributors": ("authors", "team"),
    "current": ("now", "today"),
    "customer_goal": ("goal", "goals", "objective", "objectives", "user_goal", "目標", "ziel", "ziele", "objetivo", "tavoite", "目标"),
    "definition": ("description", "scope", "定義"),
    "description": ("definition", "summary", "説明"),
    "emotion": ("feeling", "feels", "mood", "sentiment", "score", "感情", "気持ち", "emoción", "tunne", "情绪", "情感"),
    "evidence": ("sources", "research", "根拠"),
    "from": ("start", "begin", "begins"),
    "to": ("end", "ends", "until"),
    "frontstage": ("front_stage", "フロントステージ"),
    "frustrations": ("pains", "pain_points", "pain_point", "painpoints", "challenges", "不満", "frustraciones"),
    "gains": ("delights", "highlights", "positives", "gain_points"),
    "goals": ("objectives", "goal", "aims", "目標", "ziele", "objetivos", "tavoitteet", "目标"),
    "id": ("key", "identifier", "slug"),
    "indicators": ("kpis", "kpi", "metrics", "measures", "指標"),
    "metrics": ("kpis", "kpi", "measures"),
    "moment_of_truth": ("mot", "moments_of_truth", "key_moment", "真実の瞬間"),
    "name": ("text", "title", "label", "名前", "nombre", "nimi", "名称"),
    "needs": ("requirements", "ニーズ"),
    "notes": ("remarks", "comments"),
    "opportunities": ("ideas", "solutions", "improvements", "recommendations", "改善案", "機会", "chancen", "oportunidades", "mahdollisuudet", "机会"),
    "owner": ("responsible", "owned_by", "担当", "担当者", "verantwortlich", "responsable", "omistaja", "负责人"),
    "page": ("link", "url", "href", "path"),
    "link": ("url", "href"),
    "pains": ("pain_points", "painpoints", "frustrations", "issues", "problems", "barriers", "課題", "ペイン", "ペインポイント", "probleme", "problemas", "ongelmat", "痛点"),
    "persona": ("customer", "user", "ペルソナ", "人物"),
    "phases": ("stages", "フェーズ", "段階", "phasen", "fases", "etapas", "vaiheet", "阶段"),
    "physical": ("physical_evidence", "物的証拠"),
    "portrait": ("photo", "image", "picture", "avatar"),
    "questions": ("asks", "質問"),
    "quote": ("quotation", "引用"),
    "redesigns": ("replaces", "redesign_of"),
    "review_every": ("review_interval", "review_cycle"),
    "reviewed": ("last_reviewed", "reviewed_on", "updated"),
    "role": ("job", "job_title", "position", "役割", "rolle", "rol", "rooli", "角色"),
    "scenario": ("situation", "シナリオ"),
    "steps": ("moments", "ステップ", "schritte", "pasos", "askeleet", "步骤"),
    "support": ("support_processes", "supporting"),
    "text": ("name", "description", "title", "label"),
    "thoughts": ("thinking", "thinks", "says", "quotes", "思考", "gedanken", "pensamientos", "ajatukset", "想法"),
    "title": ("name", "タイトル", "titel", "título", "otsikko", "标题"),
    "touchpoints": ("touch_points", "contact_points", "タッチポイント", "接点", "kontaktpunkte", "puntos_de_contacto", "kosketuspisteet", "接触点"),
    "value": ("customer_value",),
}  # fmt: skip
"""Standard name to the names that other tools, other languages and other habits use for it."""

_SPELLINGS = str.maketrans({" ": "_", "-": "_", "\u3000": "_", "\xa0": "_"})


@lru_cache(maxsize=4096)
def plain_name(written: str) -> str:
    """A field name without regard to case, spaces and hyphens."""
    return re.sub(r"_+", "_", unicodedata.normalize("NFKC", written).strip().casefold().translate(_SPELLINGS)).strip(
        "_"
    )


@cache
def field_names(part: type[BaseModel]) -> dict[str, str]:
    """Every accepted name of every field that an author may write in a part, to the standard name."""
    standard = list(standard_names(part))
    known = {name: name for name in standard}
    for name in standard:
        for other in (*OTHER_NAMES.get(name, ()), *spellings(name)):
            known.setdefault(plain_name(other), name)
    return known


@cache
def lane_names() -> dict[str, str]:
    """Every accepted name of every lane, to the standard name."""
    known = field_names(Phase) | field_names(Step)
    return {written: name for written, name in known.items() if name in lane_table()}


def lane_name(written: str, own: Mapping[str, str]) -> str | None:
    """The lane that an author means, on a map that has ``own`` under ``lanes``; None where there is no such lane.

    A lane may also be called as its map calls it.
    """
    plain = plain_name(written)
    names = {plain_name(name): name for name in own}
    labels = {plain_name(label): name for name, label in own.items() if label}
    return names.get(plain) or labels.get(plain) or lane_names().get(plain)


@cache
def standard_names(part: type[BaseModel]) -> dict[str, str]:
    """Standard name of each field that an author may write in a part, to the attribute that holds it.

    In canonical order: what the part is called, its own fields, and last what it shares with others.
    """
    own = [name for base in part.__mro__ for name in get_annotations(base) if name in part.model_fields]
    main = [name for name in ("title", "name", "text") if name in own][:1]
    return {
        info.alias or attribute: attribute
        for attribute in dict.fromkeys([*main, *own])
        for info in (part.model_fields[attribute],)
        if not (isinstance(info.json_schema_extra, dict) and info.json_schema_extra.get("derived"))
    }


@cache
def all_names() -> frozenset[str]:
    """Every name that is a field anywhere, in every accepted spelling that has no space."""
    return frozenset(name for part in PARTS for name in field_names(part))


@cache
def names_of_lists() -> frozenset[str]:
    """Those of :func:`all_names` whose fields hold lists of names or ids, and nothing that is longer."""
    return frozenset(
        written
        for part in PARTS
        for written, name in field_names(part).items()
        for shape in (shapes_of(part)[standard_names(part)[name]],)
        if (isinstance(shape, Many) and shape.names) or (isinstance(shape, Free) and shape.names_only)
    )


def spellings(name: str) -> list[str]:
    """Singular, plural and American spelling of a name."""
    variants = [name.replace("behaviour", "behavior"), name.replace("_", "")]
    if name.endswith("ies"):
        variants.append(name[:-3] + "y")
    elif name.endswith("s"):
        variants.append(name[:-1])
    else:
        variants.append(name + "s")
    return variants
