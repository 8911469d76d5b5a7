"""Blocks are found where pymdownx.superfences finds them, at their real places, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from mkdocs_journey.source.fences import find_blocks, outline_of, scan, split_lines
from mkdocs_journey.source.near_misses import find_near_misses
from tests.growing import MOST, power

PLACES = Path(__file__).with_name("places.md").read_text(encoding="utf-8")
KINDS = ("journey", "persona", "journeys")


def found_by_superfences(page: str) -> list[str]:
    """Bodies of the blocks that a reader of the converted page sees, sorted."""

    def record(source, language, class_name, options, md, **_):
        return f'<b data-found="{source.encode().hex()}">{language}</b>'

    def accept(language, inputs, options, attrs, md):
        options.update(inputs)
        return True

    fences = [{"name": kind, "class": kind, "format": record, "validator": accept} for kind in KINDS]
    converter = markdown.Markdown(
        extensions=[
            "admonition", "pymdownx.details", "pymdownx.tabbed", "def_list", "footnotes", "md_in_html",
            "pymdownx.superfences",
        ],
        extension_configs={
            "pymdownx.tabbed": {"alternate_style": True},
            "pymdownx.superfences": {"custom_fences": fences},
        },
    )  # fmt: skip
    html = re.sub("<!--.*?-->", "", converter.convert(page), flags=re.DOTALL)
    return sorted(bytes.fromhex(body).decode() for body in re.findall('data-found="([0-9a-f]*)"', html))


def bodies(page: str) -> list[str]:
    return sorted(block.text for block in find_blocks(page, "page.md"))


def ids(page: str) -> list[str]:
    return [block.lines[0].text.removeprefix("id: ") for block in find_blocks(page, "page.md")]


def without_front_matter(page: str) -> str:
    return page.split("\n---\n", 1)[1]


def test_blocks_are_found_in_every_place_and_nowhere_else():
    assert ids(PLACES) == [
        "plain", "tildes", "four-backticks", "options", "below-text", "in-a-list", "in-a-deeper-list",
        "in-a-tight-list", "behind-a-tab", "in-an-admonition", "second-in-an-admonition", "in-details", "in-a-tab",
        "in-a-list-in-a-tab", "in-a-quote", "in-a-quote-in-a-quote", "in-a-quote-in-a-list", "in-a-definition",
        "in-a-footnote", "in-html", "in-html-without-markdown", "behind-comments",
        "comments-do-not-reach-over-blank-lines-in-text", "two-spaces", "last",
    ]  # fmt: skip


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_the_same_blocks_are_found_as_superfences_finds(line_end):
    page = PLACES.replace("\n", line_end)
    assert bodies(page) == found_by_superfences(without_front_matter(PLACES))


def test_every_line_of_a_block_stands_in_the_file_where_it_says():
    lines = split_lines(PLACES)
    wrong = [
        line
        for block in find_blocks(PLACES, "page.md")
        for line in block.lines
        if (line.text and lines[line.number - 1] != line.prefix + line.text)
        or lines[line.number - 1][line.column - 1 :] != line.text
    ]  # fmt: skip
    assert wrong == []


def test_a_block_knows_its_kind_its_options_and_its_place():
    page = '\ufeff---\r\na: b\r\n---\r\n- item\r\n\r\n\t```journey title="x"\r\n\tid: a\r\n\t```\r\n'
    [block] = find_blocks(page, "a/b.md")
    assert (block.kind, block.options, str(block.opening)) == ("journey", 'title="x"', "a/b.md:6:2")
    assert [(line.text, line.number, line.column, line.prefix) for line in block.lines] == [("id: a", 7, 2, "\t")]


def test_only_line_feeds_and_carriage_returns_end_a_line():
    [block] = find_blocks("a\x85b\u2028c\x0cd\n```journey\nid: a\u2029b\n```\n", "page.md")
    assert [(line.text, line.number) for line in block.lines] == [("id: a\u2029b", 3)]


def test_scan_tells_which_lines_to_take_out_and_what_stood_before_them():
    lines = ["text", "", "> ```journey", "> id: a", "> ```", "", "  ~~~persona", "  ~~~"]
    assert [(fence.start, fence.end, fence.prefix) for fence in scan(lines, "page.md")] == [(2, 5, "> "), (6, 8, "  ")]


@pytest.mark.parametrize(
    "opening", ["```Journey", "```{journey}", "```{.journey}", "```journey {.wide}", "```journey # c", "```journey a=b"]
)
def test_other_forms_of_the_opening_line_are_not_ours(opening):
    assert ids(f"{opening}\nid: no\n```\n") == []


NEAR_MISSES = [
    ("```Journey\nid: a\n```", "1:1 JN050 “Journey” is no kind of block", ("```journey",), 1, 1, True),
    ("> ~~~PERSONA\n> id: a\n> ~~~", "1:3 JN050 “PERSONA” is no kind of block", ("> ~~~persona",), 1, 1, True),
    ("```jouney\nid: a\n```", "1:1 JN050 “jouney” is no kind of block", ("```journey",), 1, 1, False),
    ("```personna\nid: a\n```", "1:1 JN050 “personna” is no kind of block", ("```persona",), 1, 1, False),
    ("```jounrey\nid: a\n```", "1:1 JN050 “jounrey” is no kind of block", ("```journey",), 1, 1, False),
    ("```{journey}\nid: a\n```", "1:1 JN051 More than the word journey stands", ("```journey",), 1, 1, True),
    ("```{.journey}\nid: a\n```", "1:1 JN051 More than the word journey stands", ("```journey",), 1, 1, True),
    (
        "```journey # comment\nid: a\n```",
        "1:1 JN051 More than the word journey stands",
        ("```journey", "# comment"),
        1,
        1,
        True,
    ),
    ("```yaml journey\nid: a\n```", "1:1 JN050 “yaml journey” is no kind", ("```journey",), 1, 1, False),
    ("```customer-journey\nid: a\n```", "1:1 JN050 “customer-journey” is no kind", ("```journey",), 1, 1, False),
    ("~~~ Customer Journey Map\nid: a\n~~~", "1:1 JN050 “Customer Journey” is no kind", ("~~~journey",), 1, 1, False),
    ("```journeys-map\ntitle: x\n```", "1:1 JN050 “journeys-map” is no kind", ("```journey",), 1, 1, False),
    ("```journeys_maps\ntitle: x\n```", "1:1 JN050 “journeys_maps” is no kind", ("```journey",), 1, 1, False),
    ("```journeys-atlas\n```", "1:1 JN051 More than", ("```journeys", "view: atlas"), 1, 1, True),
    ("```journeys: atlas\n```", "1:1 JN051 More than", ("```journeys", "view: atlas"), 1, 1, True),
    ("```journeymap\nid: a\n```", "1:1 JN050 “journeymap” is no kind", ("```journey",), 1, 1, False),
    (
        "```journey title: Buying a jacket\nid: a\n```",
        "1:1 JN051 More than the word journey stands",
        ("```journey", "title: Buying a jacket"),
        1,
        1,
        True,
    ),
    (
        "> ```Journey map: Buying, slowly: #1\n> id: a\n> ```",
        "1:3 JN050 “Journey” is no kind",
        ("> ```journey", "> title: 'Buying, slowly: #1'"),
        1,
        1,
        True,
    ),
    (
        "```journey title: Buying a jacket\ntitle: Buying\n```",
        "1:1 JN051 More than the word journey stands",
        ("```journey", "# title: Buying a jacket"),
        1,
        1,
        False,
    ),
    (
        "```journey id: jacket, title: Buying a jacket\nphases: [A]\n```",
        "1:1 JN051 More than the word journey stands",
        ("```journey", "id: jacket", "title: Buying a jacket"),
        1,
        1,
        True,
    ),
    ("```journeys view: atlas\n```", "1:1 JN051 More than", ("```journeys", "view: atlas"), 1, 1, True),
    ("```journeys map\njourney: a\n```", "1:1 JN051 “map” on the line", ("```journeys", "view: map"), 1, 1, True),
    (
        "```persona Carla Voss\nrole: a\n```",
        "1:1 JN051 “Carla Voss” on",
        ("```persona", "name: Carla Voss"),
        1,
        1,
        True,
    ),
    ('```journey title="A"\nphases: [B]\n```', '1:1 JN051 “title="A"” on', ("```journey", "title: A"), 1, 1, True),
    ("```journey {#buy}\ntitle: A\n```", "1:1 JN051 More than", ("```journey", "id: buy"), 1, 1, True),
    ("'''journey\nid: a\n'''", "1:1 JN051 ''' opens no block", ("```journey", "id: a", "```"), 1, 3, False),
    ("``journey\nid: a\n``", "1:1 JN051 `` opens no block", ("```journey", "id: a", "```"), 1, 3, False),
    (
        "> :::persona Mia\n> role: b\n> :::",
        "1:3 JN051 ::: opens",
        ("> ```persona", "> name: Mia", "> role: b", "> ```"),
        1,
        3,
        False,
    ),
    ("```journey\nid: a\n````", "1:1 JN052 This journey block is never closed", ("```",), 3, 3, False),
    ("~~~journey\nid: a\n```\n\nText", "1:1 JN052 This journey block is never closed", ("~~~",), 3, 3, False),
    (
        "---\na: b\n---\n```journey\nid: a\n\n# Next",
        "4:1 JN052 This journey block is never closed",
        ("```",),
        6,
        5,
        False,
    ),
    ("    text\n\n- a\n\n    ```journey\n    id: a\n\nb", "5:5 JN052 This journey block", ("    ```",), 7, 6, False),
]


@pytest.mark.parametrize(("page", "said", "lines", "first", "last", "certain"), NEAR_MISSES)
def test_a_fence_that_looks_meant_for_us_is_told_with_its_mend(page, said, lines, first, last, certain):
    [finding] = find_near_misses(page, "page.md")
    assert str(finding)[: len("page.md:" + said)] == f"page.md:{said}"
    mend = finding.mend
    assert (mend.lines, mend.first, mend.last, mend.certain) == (lines, first, last, certain)


@pytest.mark.parametrize(
    "page",
    [
        "```journey\nid: a\n```",
        "````markdown\n```Journey\n```\n````",
        "<!--\n```Journey\n```\n-->",
        "text\n\n    ```Journey\n    ```",
        "```person\n```\n```java\n```\n```json\n```",
        "The word ```journey in text.",
        "```journey map\nid: a\n```",
        '```journey title="A"\ntitle: A\n```',
        "```bash\nmkdocs-journey check\n```\n```sh mkdocs-journey check\n```",
        "'''journey\nNo fields here.\n'''",
        '```python title="journey.py"\nid: a\n```',
        "``journey`` is a word.",
    ],
)
def test_what_is_no_near_miss_is_left_alone(page):
    assert find_near_misses(page, "page.md") == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "number"),
    [
        (lambda size: "```journey\n" * size, 0),
        (lambda size: "> ```journey\nx\n" * (size // 2), 0),
        (lambda size: "```journey\na: b\n```\n<!--\n" * (size // 4), 25_000),
        (lambda size: "```journey " + 'a="" ' * size + "!\n```\n", 0),
        (lambda size: "```journey\n```\n" + "`" * size + "<!--" + " `x" * size + "\n-->", 1),
    ],
    ids=["never closed", "given up", "comments", "options", "backticks"],
)
def test_hostile_pages_take_no_more_than_their_length(page, number):
    assert len(find_blocks(page(100_000), "page.md")) == number
    assert power(page, find_anew, (6_250, 25_000, 100_000)) <= MOST


def find_anew(page):
    """Finds blocks of a page as if it had not been looked at before."""
    outline_of.cache_clear()
    find_blocks(page, "page.md")
