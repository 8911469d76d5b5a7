"""A team reads in its own language what is wrong with its maps, what changed, and why a rule is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from mkdocs_journey.hosts.command.main import main
from tests.building import build
from tests.compiling import journey
from tests.repositories import commit, git, write

CONFIGURATION = "site_name: Handbuch\ntheme: {name: mkdocs, locale: de}\nplugins: [journey: {check: {ignore: [JN3]}}]\n"
MAP = journey("title: Einkauf\nphases:\n  - name: Suche\n    emotion: +1\n")
MISTAKES = """\
# Einkauf

```journey
title: Einkauf
persona: Mya
phases:
  - name: Suche
    steps:
      - name:  Vergleicht
        emotion: zufrieden
        owner:Vertrieb
```

```persona
name: Mia
```
"""


@pytest.fixture
def handbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A German handbook with one map, in a repository, and the working folder in it."""
    folder = tmp_path / "handbuch"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    commit(folder, {"mkdocs.yml": CONFIGURATION, "docs/index.md": MAP}, "Anfang", "2026-01-10")
    monkeypatch.chdir(folder)
    return folder


def run(*words: str) -> tuple[int, str]:
    """Exit code and output of the command, errors included."""
    done = CliRunner().invoke(main, words)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def test_a_check_says_what_is_wrong_and_how_it_is_mended(handbook: Path) -> None:
    assert run("check") == (0, "Alles in Ordnung; geprüft: 1 Seite, 1 Journey und keine Personas.\n")
    write(handbook, {"docs/index.md": MISTAKES})
    assert (
        run("check")[1]
        == """\
docs/index.md

  5:10  Warnung JN201  Eine Persona „Mya“ gibt es nicht.
    |
  5 | persona: Mya
    |          ^^^
    = Auf irgendeiner Seite einen persona-Block mit diesem Namen ergänzen.

  10:18  Hinweis JN126  „zufrieden“ hat keinen Wert, also ist das kein Punkt der Kurve.
     |
  10 |         emotion: zufrieden
     |                  ^^^^^^^^^
     = +1 zufrieden schreiben, oder feelings: {zufrieden: +1} in mkdocs.yml für alle Karten; +1 ist
       ein Vorschlag aus einer Liste häufiger Gefühle.
     = Stattdessen so schreiben:
  10 |         emotion: +1 zufrieden

  11:14  Fehler JN013  Nach dem Doppelpunkt fehlt ein Leerzeichen.
     |
  11 |         owner:Vertrieb
     |              ^
     = Dort eines einfügen.
     = Stattdessen so schreiben, oder --fix das tun lassen:
  11 |         owner: Vertrieb

1 Fehler, 1 Warnung und 1 Hinweis in 1 Datei; geprüft: 1 Seite, keine Journeys und 1 Persona. \
1 davon lässt sich mit --fix beheben.
"""
    )
    assert run("check", "--fix")[1].partition("\n")[0] == "1 Datei korrigiert."


def test_a_pull_request_is_commented_in_the_language_of_the_handbook(handbook: Path) -> None:
    write(handbook, {"docs/index.md": MISTAKES})
    assert run("check", "--format", "github")[1].splitlines()[1] == (
        "::warning file=docs/index.md,line=5,endLine=5,col=10,endColumn=13,"
        "title=JN201%3A Eine Persona%2C die es auf der Website nicht gibt::"
        "Eine Persona „Mya“ gibt es nicht. Auf irgendeiner Seite einen persona-Block mit diesem Namen ergänzen."
    )
    rules = json.loads(run("check", "--format", "sarif")[1])["runs"][0]["tool"]["driver"]["rules"]
    rule = next(one for one in rules if one["id"] == "JN201")
    assert rule["shortDescription"]["text"] == "Eine Persona, die es auf der Website nicht gibt."
    assert "Die Persona ist die Person, deren Journey es ist" in rule["help"]["markdown"]


def test_what_is_known_stays_known_whatever_the_language(handbook: Path) -> None:
    write(handbook, {"docs/index.md": MISTAKES})
    run("check", "--write-baseline", "--baseline", "known.json")
    write(handbook, {"mkdocs.yml": CONFIGURATION.replace("locale: de", "locale: fr")})
    assert run("check", "--baseline", "known.json")[0] == 0


def test_a_rule_is_explained(handbook: Path) -> None:
    code, told = run("check", "--explain", "JN201")
    assert (code, told.partition("\n\nSchlecht, map.md:\n")[0]) == (
        0,
        "JN201  Eine Persona, die es auf der Website nicht gibt\nWarnung\n\n"
        "Die Persona ist die Person, deren Journey es ist, und man öffnet ihr Porträt, um\n"
        "die Kurve zu verstehen. Ohne sie zeigt die Karte einen bloßen Namen, der\nnirgendwohin führt.",
    )
    page = run("rules")[1]
    assert page.startswith("# Alle Regeln\n\nNach diesen Regeln sehen sich `mkdocs build`")
    assert "### JN201: Eine Persona, die es auf der Website nicht gibt { #jn201 }\n\n*Warnung*\n" in page


def test_a_build_says_it_in_its_log_and_in_the_box(handbook: Path, tmp_path: Path) -> None:
    write(handbook, {"docs/index.md": MISTAKES})
    site = build(handbook / "mkdocs.yml", tmp_path / "site")
    assert (
        site.log[2] == "WARNING index.md:11:14 JN013 Nach dem Doppelpunkt fehlt ein Leerzeichen. Dort eines einfügen."
    )
    box = site.page("").select_one(".journey-error")
    assert [one.get_text() for one in box.select(".journey-error__message")] == [
        "Nach dem Doppelpunkt fehlt ein Leerzeichen. JN013",
        "Warnung: Eine Persona „Mya“ gibt es nicht. "
        "Auf irgendeiner Seite einen persona-Block mit diesem Namen ergänzen. JN201",
        "Hinweis: „zufrieden“ hat keinen Wert, also ist das kein Punkt der Kurve. JN126",
    ]


def test_each_of_several_mends_says_what_it_would_mean(handbook: Path, tmp_path: Path) -> None:
    text = MAP.replace("emotion: +1", "emotion: 😀 sehr traurig").replace("title:", "foo: x\ntitle:")
    write(handbook, {"docs/index.md": text})
    told = run("check")[1]
    box = build(handbook / "mkdocs.yml", tmp_path / "site").page("").select_one(".journey-error").get_text(" ")
    assert [
        said for said in ("wie das Zeichen sagt", "wie die Wörter sagen") if said not in told or said not in box
    ] == []


def test_changes_are_told(handbook: Path) -> None:
    write(handbook, {"docs/index.md": MAP.replace("+1", "-2")})
    assert run("diff", "HEAD") == (
        0,
        """\
Einkauf  1 Emotion schlechter
  ▆ → ▁
  Suche
    - riskant: Emotion +1 → −2 (schlechter) (die Emotion sinkt um zwei oder mehr)

1 riskant (HEAD → aktuelle Fassung).
""",
    )
    comment = run("diff", "HEAD", "--format", "markdown")[1]
    assert comment.splitlines()[1:9] == [
        "### Was sich im Kundenerlebnis geändert hat", "",
        "**1 riskant** (`HEAD` → `aktuelle Fassung`).", "",
        "- **Einkauf**: 1 Emotion schlechter", "",
        "| | Wo | Was | Vorher | Nachher |", "| --- | --- | --- | --- | --- |",
    ]  # fmt: skip
    page = BeautifulSoup(run("diff", "HEAD", "--format", "html")[1], "html5lib")
    assert (page.html["lang"], page.title.get_text()) == ("de", "Was sich im Kundenerlebnis geändert hat")


def test_a_history_is_told(handbook: Path) -> None:
    write(handbook, {"docs/index.md": MAP.replace("+1", "-2")})
    first = git(handbook, "rev-parse", "--short=7", "HEAD")
    assert run("log", "Einkauf") == (
        0,
        f"""\
Einkauf

jetzt  noch nicht committet
    Emotion ▁ (vorher ▆), Tiefstwert Suche −2 (vorher +1), Mittelwert −2 (vorher +1)

2026-01-10  {first}  Anfang
    hier beginnt die Karte; Emotion ▆, Tiefstwert Suche +1, Mittelwert +1; Belege 0 %; keine offenen Pain Points
""",
    )


def test_what_a_command_cannot_do_is_said(handbook: Path) -> None:
    (handbook / "docs" / "latin.md").write_bytes(b"# Gr\xfc\xdfe\n")
    assert [run(*words)[1].splitlines()[-1] for words in (("log", "Einkaufe"), ("diff", "fort"), ("check",))] == [
        "Error: Eine Journey „Einkaufe“ gibt es nicht. Ist einkauf gemeint?",
        "Error: Eine Revision fort gibt es hier nicht. In der CI zuerst abrufen "
        "(actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0).",
        "latin.md ist nicht lesbar: kein UTF-8.",
    ]


@pytest.mark.parametrize("tag", ["es", "fi", "fr", "it", "ja", "nl", "pt", "pt-BR", "zh", "zh-Hant"])
def test_every_language_has_its_own_words_for_it(handbook: Path, tag: str) -> None:
    english, own = (
        run("check")[1]
        if write(handbook, {"mkdocs.yml": CONFIGURATION.replace("locale: de", f"language: {one}")}) is None
        else ""
        for one in ("en", tag)
    )
    assert own != english
