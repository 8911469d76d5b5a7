"""Everybody reads it: what axe and the Nu Html Checker say of pages of every kind, in light and dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building import BuiltSite
from tests.engines import axe, nu
from tests.engines.engine import Engine
from tests.engines.kinds import KINDS

SMALL = ("views backlog, matrix", "views teams, systems, processes")
"""Kinds of pages with targets that are not 24 px yet."""


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in SMALL])
def test_axe_finds_nothing_wrong(chromium: Engine, example: str, axe_script: str, kind: str, dark: bool) -> None:
    chromium.open(example + KINDS[kind], dark=dark)
    assert chromium.run("() => document.querySelectorAll('.journey-ui').length") > 0
    assert axe.violations(chromium, axe_script) == []


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", SMALL)
def test_axe_finds_nothing_wrong_but_small_targets(
    chromium: Engine, example: str, axe_script: str, kind: str, dark: bool
) -> None:
    chromium.open(example + KINDS[kind], dark=dark)
    assert {found.partition(":")[0] for found in axe.violations(chromium, axe_script)} <= {"target-size"}


def test_axe_finds_faults_that_were_put_there(chromium: Engine, shown: Callable[[str], str], axe_script: str) -> None:
    chromium.open(
        shown(
            "<main><h1>Page</h1><p style='color: #ccc'>Pale</p>"
            "<div class=journey-ui><p style='color: #ccc'>Pale</p><img src=''></div></main>"
        )
    )
    assert axe.violations(chromium, axe_script) == ["color-contrast: div > p", "image-alt: img"]


def test_the_nu_checker_finds_nothing_wrong_on_any_page(
    example_site: BuiltSite, reviewed_example: BuiltSite, looks_site: BuiltSite, nu_jar: Path
) -> None:
    folders = [site.folder for site in (example_site, reviewed_example, looks_site)]
    assert nu.errors(nu_jar, *folders) == []


def test_the_nu_checker_finds_faults_that_were_put_there(tmp_path: Path, nu_jar: Path) -> None:
    (tmp_path / "page.html").write_text(
        '<!doctype html><html lang="en"><title>Page</title><p id="a">One</p><p id="a">Two</p><ul><p>Three</p></ul>',
        "utf-8",
    )
    found = nu.errors(nu_jar, tmp_path)
    wrong = ["/page.html: Duplicate ID “a”.", "/page.html: Element “p” not allowed as child of element “ul”"]
    assert [one.startswith(told) for one, told in zip(found, wrong, strict=True)] == [True, True]
