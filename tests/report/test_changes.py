"""Changes in every output: what each says, whole, and that nothing an author wrote comes alive in it."""

from __future__ import annotations

import json
import re

import jsonschema
import markdown
import pytest
from bs4 import BeautifulSoup

from mkdocs_journey.diff.comparison import Comparison, compare
from mkdocs_journey.report.changes.json import changes_schema
from mkdocs_journey.report.changes.markdown import LONGEST, MARKER, escaped
from mkdocs_journey.report.formats import CHANGE_FORMATS, write_changes
from tests.compiling import compile_pages
from tests.hostile.naughty import STRINGS
from tests.report.hostile import HOSTILE
from tests.report.runner import commands
from tests.report.test_gitlab import problems

BEFORE = """
    ```journey
    title: Contract to go-live
    phases:
      - name: Contract
        steps:
          - name: Signs
            emotion: +1
          - name: Silence
            emotion: 0
            pains: [{text: Nobody tells me, owner: Onboarding, status: planned}]
      - name: Work
        emotion: +2
    ```
"""
AFTER = """
    ```journey
    title: Contract to go-live
    phases:
      - name: Contract
        steps:
          - name: Signs
            emotion: 0
          - name: Silence
            emotion: -2
            pains: [{text: Nobody tells me, status: resolved}]
      - name: Work
        emotion: +2
    ```
"""
PLACES = "docs/"


def changes(before: str = BEFORE, after: str = AFTER) -> Comparison:
    one, other = (compile_pages({"map.md": text}) for text in (before, after))
    paths = (lambda name: PLACES + name, lambda name: PLACES + name)
    return compare(one, other, ("main", "the present version"), paths)


def test_people_read_them_by_map_and_by_place() -> None:
    assert write_changes(changes(), "text") == (
        "Contract to go-live  2 emotions down, 1 pain resolved, 1 other change\n"
        "  ▆▅█ → ▅▁█\n"
        "  Signs\n"
        "    - emotion +1 → 0 (worse)\n"
        "  Silence\n"
        "    - risky: emotion 0 → −2 (worse) (the emotion falls by two or more)\n"
        "    - risky: pain Nobody tells me: owner Onboarding removed (nobody answers for it any more)\n"
        "    - pain Nobody tells me is resolved (was planned)\n"
        "\n"
        "2 risky, 2 other changes from main to the present version.\n"
    )


def test_a_comment_begins_with_what_the_next_one_finds_and_a_line_for_each_map() -> None:
    text = write_changes(changes(), "markdown")
    assert text.split("\n\n<details>")[0] == (
        f"{MARKER}\n"
        "### What changed in the customer's experience\n"
        "\n"
        "**2 risky, 2 other changes** from `main` to `the present version`.\n"
        "\n"
        "- **Contract to go\\-live**: 2 emotions down, 1 pain resolved, 1 other change\n"
        "\n"
        "| | Where | What | Before | After |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| ⚠️ risky | Contract to go\\-live › Silence | emotion (the emotion falls by two or more) | 0 | −2 |\n"
        "| ⚠️ risky | Contract to go\\-live › Silence | pain Nobody tells me: owner (nobody answers for it any more) "
        "| Onboarding |  |\n"
        "|  | Contract to go\\-live › Signs | emotion | \\+1 | 0 |"
    )
    html = BeautifulSoup(markdown.markdown(text, extensions=["tables", "md_in_html"]), "html5lib")
    assert [cell.get_text() for cell in html.select("td")][:2] == ["⚠️ risky", "Contract to go-live › Silence"]
    assert "Emotion: `▆▅█` → `▅▁█`" in text


def test_what_is_folded_is_called_by_the_title_of_its_map_without_a_backslash() -> None:
    title = "Go-live *now* <b> & @all #1"
    text = write_changes(
        changes(*(page.replace("Contract to go-live", f"'{title}'") for page in (BEFORE, AFTER))), "markdown"
    )
    (line,) = [line for line in text.splitlines() if line.startswith("<summary>")]
    assert "\\" not in line
    shown = BeautifulSoup(line, "html5lib").get_text()
    assert shown == "Go-live *now* <b> & @\u200ball #\u200b1: all 4 changes"
    # Nothing of it is markup for those who read Markdown there all the same.
    assert BeautifulSoup(markdown.markdown(line[9:-10]), "html5lib").find("p").get_text() == shown


def test_where_it_is_asked_for_the_curves_are_drawn_by_the_host() -> None:
    chart = re.search(r"```mermaid\n(.*?)```", write_changes(changes(), "markdown", mermaid=True), re.DOTALL)[1]
    assert chart.splitlines() == [
        "xychart-beta",
        '  x-axis ["Signs", "Silence", "Work"]',
        "  y-axis -2 --> 2",
        "  line [1, 0, 2]",
        "  line [0, -2, 2]",
    ]


WIDE = """
    ```journey
    title: Wide
    emotion_scale: {}
    phases:
      - {{name: A, emotion: {}, steps: [One, Two]}}
      - {{name: B, emotion: {}}}
    ```
"""


def test_a_map_with_feelings_of_whole_phases_has_a_curve_as_well() -> None:
    told = write_changes(changes(WIDE.format("-2..2", 1, 0), WIDE.format("-2..2", -2, 0)), "text")
    assert told.splitlines()[1] == "  ▆▅ → ▁▅"


def test_a_score_of_another_scale_is_drawn_on_the_newer_one() -> None:
    comparison = changes(WIDE.format("-2..2", 2, 0), WIDE.format("0..10", 0, 5))
    chart = write_changes(comparison, "markdown", mermaid=True).partition("```mermaid\n")[2].partition("```")[0]
    assert chart.splitlines()[1:] == ['  x-axis ["A", "B"]', "  y-axis 0 --> 10", "  line [10, 5]", "  line [0, 5]"]


def test_programs_read_json_of_a_published_form() -> None:
    schema = changes_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    found = json.loads(write_changes(changes(), "json"))
    jsonschema.validate(found, schema)
    assert found["summary"] == {"breaking": 0, "risky": 2, "note": 2}
    (one,) = found["maps"]
    first = one["changes"][0]
    assert (first["grade"], first["thing"], first["field"], first["before"], first["after"]) == (
        "note", "emotion", "score", "+1", "0",
    )  # fmt: skip
    assert first["place_after"] == {"file": "docs/map.md", "line": 7, "column": 18, "end_line": 7}


def test_a_page_stands_by_itself() -> None:
    html = BeautifulSoup(write_changes(changes(), "html"), "html5lib")
    assert [item.get_text() for item in html.select("li")] == [
        "emotion +1 → 0 (worse)",
        "risky: emotion 0 → −2 (worse) (the emotion falls by two or more)",
        "risky: pain Nobody tells me: owner Onboarding removed (nobody answers for it any more)",
        "pain Nobody tells me is resolved (was planned)",
    ]
    assert html.select("script, link, img, iframe, [src], [href]") == []


def test_annotations_stand_beside_the_lines_of_the_newer_version() -> None:
    found = commands(write_changes(changes(), "github"))
    first = found[0]
    assert (first.name, first.properties["file"], first.properties["line"], first.message) == (
        "warning", "docs/map.md", "9", "emotion 0 → −2 (worse) (the emotion falls by two or more) at Silence",
    )  # fmt: skip
    assert [one.name for one in found] == ["warning", "warning", "notice", "notice"]


def test_gitlab_shows_what_is_breaking_or_risky_as_code_quality() -> None:
    text = write_changes(changes(), "gitlab")
    assert problems(text) == []
    assert [
        (one["severity"], one["check_name"], one["location"]["path"], one["location"]["lines"]["begin"], one["description"])
        for one in json.loads(text)
    ] == [
        ("minor", "map-risky-worse", "docs/map.md", 9,
         "Contract to go-live, Silence: emotion 0 → −2 (worse) (the emotion falls by two or more)"),
        ("minor", "map-risky-owner", "docs/map.md", 10,
         "Contract to go-live, Silence: pain Nobody tells me: owner Onboarding removed (nobody answers for it any more)"),
    ]  # fmt: skip


def test_gitlab_knows_a_change_again_after_lines_and_values_have_moved_on() -> None:
    def marks(after: str) -> list[str]:
        return [one["fingerprint"] for one in json.loads(write_changes(changes(BEFORE, after), "gitlab"))]

    later = AFTER.replace("    ```journey", "    # A heading\n\n    ```journey").replace(
        "name: Signs", "name: Signs\n            owner: X"
    )
    assert marks(later) == marks(AFTER)
    # Another step, another change.
    elsewhere = AFTER.replace("emotion: 0", "emotion: -1")
    assert (len(marks(elsewhere)), set(marks(AFTER)) < set(marks(elsewhere))) == (3, True)


def test_what_is_gone_stands_beside_the_title_of_its_map_and_a_map_that_is_gone_where_it_stood() -> None:
    link = "\n\n    [a](journey:contract-to-go-live#signs)\n"
    step = "          - name: Signs\n            emotion: +1\n"

    def places(after: str) -> list[tuple[str, int]]:
        found = write_changes(changes(BEFORE + link, after), "gitlab")
        assert problems(found) == []
        return [(one["check_name"], one["location"]["lines"]["begin"]) for one in json.loads(found)]

    assert step in BEFORE
    assert places(BEFORE.replace(step, "") + link) == [("map-breaking-gone", 2)]
    assert places(f"# Nothing is left\n{link.lstrip()}") == [("map-breaking-gone", 2)]


def test_an_annotation_of_what_is_gone_stands_beside_the_title_of_its_map() -> None:
    without = BEFORE.replace("          - name: Signs\n            emotion: +1\n", "")
    (found,) = commands(write_changes(changes(BEFORE, without), "github"))
    assert (found.message, found.properties["line"]) == ("step Signs removed at Signs", "2")
    (gone,) = commands(write_changes(changes(BEFORE, "# Nothing is left\n"), "github"))
    assert (gone.message, sorted(gone.properties)) == (
        "journey Contract to go-live removed at Contract to go-live",
        ["title"],
    )


def test_people_read_a_short_id_of_a_commit_and_programs_all_of_it() -> None:
    id_ = "0123456789" * 4
    one = compile_pages({"map.md": BEFORE})
    comparison = compare(one, one, (id_, "the present version"))
    said = {name: write_changes(comparison, name) for name in ("text", "markdown", "html", "json")}
    assert {name: id_ in text for name, text in said.items()} == {
        "text": False, "markdown": False, "html": False, "json": True,
    }  # fmt: skip
    assert said["text"] == "No changes from 0123456 to the present version.\n"


def test_where_nothing_has_changed_that_is_all_that_is_said() -> None:
    nothing = changes(BEFORE, BEFORE)
    assert write_changes(nothing, "text") == "No changes from main to the present version.\n"
    assert write_changes(nothing, "github") == "No changes.\n"
    assert write_changes(nothing, "gitlab") == "[]\n"
    assert write_changes(nothing, "markdown").endswith("**No changes** from `main` to `the present version`.\n")


def many(number: int, score: int) -> str:
    steps = "\n".join(f"      - name: Step {n} {'long ' * 9}\n        emotion: {score:+d}" for n in range(number))
    return "".join(
        f"```journey\ntitle: Map {m}\nphases:\n  - name: All\n    steps:\n{steps}\n```\n\n" for m in range(20)
    )


def test_a_comment_never_gets_too_long_and_says_what_it_leaves_out() -> None:
    text = write_changes(changes(many(60, 1), many(60, 0)), "markdown")
    assert len(text) <= LONGEST + 200
    assert re.search(r"… and \d+ more parts, too long for a comment\.\n$", text)
    assert "… and 1170 more" in text
    assert text.count("<details>") == text.count("</details>")


def hostile(text: str) -> tuple[str, str]:
    """Two versions of a map that has a text in every field that may change."""
    quoted = json.dumps(text, ensure_ascii=False)

    def version(feeling: str, owner: str) -> str:
        return (
            f"``````journey\nid: map\ntitle: {quoted}\nowner: {owner}\nphases:\n  - name: {quoted}\n    id: phase\n"
            f"    steps:\n      - name: {quoted}\n        id: step\n        emotion: {feeling}\n"
            f"        pains: [{{text: {quoted}, id: pain, owner: {owner}}}]\n``````\n"
        )

    return version("-1", quoted), version("+1", "Somebody else")


DANGEROUS = [text for text in (*HOSTILE.values(), *STRINGS) if 0 < len(text.strip()) < 300 and "\x00" not in text]


@pytest.mark.slow
@pytest.mark.parametrize("name", CHANGE_FORMATS)
def test_no_text_comes_alive_in_an_output(name: str) -> None:
    seen = 0
    for text in DANGEROUS:
        comparison = changes(*hostile(text))
        if not comparison.changes:
            continue
        seen += 1
        written = write_changes(comparison, name, **({"colour": False} if name == "text" else {}))
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written), text
        if name == "github":
            assert {one.name for one in commands(written)} <= {"error", "warning", "notice"}, text
        elif name == "html":
            page = BeautifulSoup(written, "html5lib")
            assert {tag.name for tag in page.find_all()} <= {
                "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "b", "ul", "li", "del", "ins",
                "span", "small",
            }, text  # fmt: skip
        elif name == "markdown":
            page = BeautifulSoup(markdown.markdown(written, extensions=["tables", "md_in_html"]), "html5lib")
            assert {tag.name for tag in page.find_all()} <= {
                "html", "head", "body", "h3", "p", "strong", "em", "code", "ul", "li", "table", "thead", "tbody", "tr",
                "th", "td", "details", "summary",
            }, text  # fmt: skip
            assert not re.search(r"(?<![\w/])@\w|https?://|www\.\w|(?<!&)#\d", written), text
        elif name in ("json", "gitlab"):
            json.loads(written)
    assert seen > 300


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("@everyone", "@\u200beveryone"),
        ("see #12", "see \\#\u200b12"),
        ("https://evil.example", "https:\u200b/\u200b/evil\\.example"),
        ("[a](b) <i> &amp;", "\\[a\\]\\(b\\) &lt;i&gt; &amp;amp;"),
        ("a | b", "a \\| b"),
    ],
)
def test_markup_mentions_and_links_are_only_words_in_a_comment(text: str, shown: str) -> None:
    assert escaped(text) == shown
