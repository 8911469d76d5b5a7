"""Small handbooks, as other programs see them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator

from mkdocs_journey.exchange.handbook import Handbook
from mkdocs_journey.exchange.schema import journeys_schema
from tests.compiling import compile_pages, report

URL = "https://handbook.example/"


def handbook(pages: Mapping[str, str], url: str = URL, *, gone: str = "") -> Handbook:
    """The handbook of some pages, which must be without a finding; the page ``gone`` is not in the built site."""
    site = compile_pages(pages)
    assert report(site) == []

    def address(page: str, anchor: str) -> str:
        fragment = f"#{anchor}" if anchor else ""
        return "" if page == gone else f"{url}{page.removesuffix('.md')}/{fragment}"

    return Handbook(site, "Our handbook", url, address)


def mistakes(file: Any) -> list[str]:
    """What in a ``journeys.json`` the published schema does not describe, or describes otherwise."""
    schema = json.loads(json.dumps(journeys_schema()))
    _close(schema)
    return sorted(f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(file))


def _close(form: Any) -> None:
    """Allow nothing that is not described."""
    for inner in form.values() if isinstance(form, dict) else form if isinstance(form, list) else ():
        _close(inner)
    if isinstance(form, dict) and isinstance(form.get("properties"), dict) and "type" in form:
        form["additionalProperties"] = False
