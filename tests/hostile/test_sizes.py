"""Bombs, depths, sizes and bytes that are no text: refused in a moment, with little memory, in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.limited import MEGABYTES, TIMES, check_limited

DEPTH = 100_000


def journey(body: str) -> dict[str, bytes]:
    """A page with a block."""
    return {"page.md": f"# Page\n\n```journey\n{body}\n```\n".encode("utf-8", "surrogatepass")}


def named(content: bytes) -> dict[str, bytes]:
    """A page with a block that names a file, and the file."""
    return {"page.md": b"```journey\nfile: map.yml\n```\n", "map.yml": content}


def words(number: int) -> list[str]:
    """So many words that are all different and all near each other."""
    digits = str.maketrans("0123456789", "abcdefghij")
    return [f"field{str(count).translate(digits)}" for count in range(number)]


MAP = "title: Map\nphases:\n  - name: Need\n    steps:\n      - name: Look\n"

REFUSED = {
    "aliases": (journey("a: &a [x]\n" + "b: &b [*a,*a,*a,*a,*a,*a]\n" * 200), "JN033"),
    "aliases of aliases": (
        journey(
            "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 99))
        ),
        "JN033",
    ),
    "merge keys": (
        journey("\n".join(f"a{n}: &a{n}\n  <<: [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60))),
        "JN033",
    ),
    "brackets": (journey("a: " + "[" * DEPTH), "JN038"),
    "brackets that are closed": (journey("a: " + "[" * 40_000 + "]" * 40_000), "JN037"),
    "braces": (journey("a: " + "{" * DEPTH), "JN038"),
    "braces with fields": (journey("{a: " * 20_000), "JN031"),
    "brackets on lines of their own": (journey("a:\n" + " [\n" * 2_900), "JN027"),
    "indentation": (journey("\n".join(f"{' ' * depth}a:" for depth in range(440))), "JN037"),
    "indentation without end": (journey("\n".join(f"{' ' * depth}a:" for depth in range(DEPTH // 20))), "JN038"),
    "dashes": (journey("- " * DEPTH), "JN038"),
    "dashes that are not too many": (journey("- " * 49_000), "JN037"),
    "question marks": (journey("? " * 49_000), "JN037"),
    "colons": (journey(": " * 49_000), "JN041"),
    "5 MB of text": (journey("title: Map\n" + "description: some words that say nothing\n" * 130_000), "JN038"),
    "5 MB in one line": (journey("title: " + "x" * 5_000_000), "JN038"),
    "a million fields": (journey("\n".join(f"field{n}: x" for n in range(1_000_000))), "JN038"),
    "quotation marks": (journey("a: " + "'x" * 45_000), "JN003"),
    "a quotation mark that is never closed": (journey('title: "' + "x\n" * 2_900), "JN024"),
    "exclamation marks": (journey("a: " + "!" * 99_000), "JN001"),
    "ampersands": (journey("a: " + "&a " * 33_000), "JN001"),
    "number signs": (journey("a: " + " #" * 49_000), "JN119"),
    "backslashes": (journey('a: "' + "\\\\" * 49_000 + '"'), "JN101"),
    "digits": (journey(f"{MAP}        emotion: {'9' * 90_000}"), "JN111"),
    "digits of a scale": (journey(f"emotion_scale: 1..{'9' * 90_000}\n{MAP}"), "JN113"),
    "digits of a feeling": (journey(f"feelings: {{a: {'9' * 90_000}}}\n{MAP}"), "JN110"),
    "digits of a number": (journey(f"evidence: [{{text: a, n: {'9' * 90_000}}}]\n{MAP}"), "JN106"),
    "unknown fields": (
        journey(f"title: Map\nphases: [{{{', '.join(f'{word}: x' for word in words(2_400))}}}]"),
        "JN101",
    ),
    "unknown lanes": (journey(f"title: Map\nphases: [Need]\nlanes: [{', '.join(words(4_900))}]"), "JN114"),
    "unknown rules": (journey(f"title: Map\nphases: [Need]\nignore: [{', '.join(words(4_900))}]"), "JN142"),
    "unknown pains": (
        journey(
            f"{MAP}        pains: [{', '.join(words(2_400))}]\n"
            f"        opportunities: [{{text: a, fixes: [{', '.join(f'{word}x' for word in words(2_400))}]}}]"
        ),
        "JN204",
    ),
    "unknown journeys": (journey(f"{MAP}        thoughts: '{'[a](journey:b) ' * 6_500}'"), "JN202"),
    "backticks and a link": (journey(f"{MAP}        thoughts: '](journey:b) {'`' * 45_000}{'x' * 45_000}'"), "JN202"),
    "NUL": (journey(f"{MAP}        pains: no\0thing"), "JN040"),
    "nothing but NUL": (journey("\0" * 99_000), "JN040"),
    "halves of characters, as escapes": (journey('title: "\\ud800"\nphases: [Need]'), "JN041"),
    "5 MB, in a file": (named(b"title: x\n" * 600_000), "JN038"),
    "brackets, in a file": (named(b"a: " + b"[" * DEPTH), "JN038"),
    "a file in itself": (named(b"file: map.yml"), "JN101"),
    "a folder": ({"page.md": b"```journey\nfile: .\n```\n"}, "JN130"),
}
"""What is written, and the code of an error that is found in it."""


@pytest.mark.parametrize(("files", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_too_much_is_refused_in_little_time_and_memory(
    files: dict[str, bytes], code: str, tmp_path: Path
) -> None:
    outcome = check_limited(tmp_path, files)
    assert (outcome.exit_code, outcome.errors) == (1, "")
    assert code in outcome.findings
    assert outcome.times < TIMES
    assert outcome.megabytes < (MEGABYTES if len(files.get("page.md", b"")) < 5_500_000 else 5 * MEGABYTES)


ACCEPTED = {
    "line ends of other worlds": journey(f"{MAP}        pains:\n          - one\x85two\u2028three\u2029four"),
    "a byte order mark in the middle": journey(f"{MAP}        pains:\n          - one\ufefftwo"),
    "byte order marks at the start": {"page.md": b"\xef\xbb\xbf" + journey(MAP)["page.md"]},
    "marks that turn the direction": journey(
        f"{MAP}        pains:\n          - \u202eone\u202c \u2067two\u2069 \u200f"
    ),
    "CR as line end": {"page.md": journey(MAP)["page.md"].replace(b"\n", b"\r")},
    "CR LF as line end": {"page.md": journey(MAP)["page.md"].replace(b"\n", b"\r\n")},
    "characters that are none": journey(f"{MAP}        pains:\n          - one\ufdd0two"),
    "10,000 blank lines around": {"page.md": b"\n" * 10_000 + journey(MAP)["page.md"] + b"\n" * 10_000},
    "2,900 comments": journey("# nothing\n" * 2_900 + MAP),
    "a byte order mark in a file": named(b"\xef\xbb\xbftitle: Map\nphases: [Need]"),
}


@pytest.mark.parametrize("files", ACCEPTED.values(), ids=ACCEPTED)
def test_what_is_only_odd_is_read(files: dict[str, bytes], tmp_path: Path) -> None:
    outcome = check_limited(tmp_path, files)
    assert (outcome.exit_code, outcome.errors, outcome.findings) == (0, "", ())


UNREADABLE = {
    "bytes that are no text": b"```journey\ntitle: \xff\xfe\xc0\x80\nphases: [Need]\n```\n",
    "halves of characters": "```journey\ntitle: a\ud800b\nphases: [Need]\n```\n".encode("utf-8", "surrogatepass"),
    "UTF-16": "```journey\ntitle: a\n```\n".encode("utf-16"),
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_a_page_that_is_no_text_is_told_and_the_others_are_checked(content: bytes, tmp_path: Path) -> None:
    outcome = check_limited(tmp_path, {"bad.md": content, **journey("title: Map")})
    assert (outcome.exit_code, outcome.errors) == (2, "bad.md cannot be read: it is not UTF-8.\n")
    assert outcome.findings == ("JN119",)


UNREADABLE_FILES = [
    b"title: \xff\xfe\xc0\x80",
    "title: a\ud800b".encode("utf-8", "surrogatepass"),
    "title: Map".encode("utf-16"),
]


@pytest.mark.parametrize("content", UNREADABLE_FILES)
def test_a_file_of_a_block_that_is_no_text_is_told(content: bytes, tmp_path: Path) -> None:
    outcome = check_limited(tmp_path, named(content))
    assert (outcome.exit_code, outcome.errors) == (2, "map.yml cannot be read: it is not UTF-8.\n")
    assert outcome.findings == ("JN130",)


def test_a_page_of_many_large_blocks_is_as_cheap_as_they_are(tmp_path: Path) -> None:
    block = "```journey\n" + "a: [" * 20_000 + "\n```\n"
    outcome = check_limited(tmp_path, {"page.md": (block * 60).encode()})
    assert (outcome.exit_code, outcome.errors, set(outcome.findings)) == (1, "", {"JN002", "JN101", "JN119"})
    assert outcome.megabytes < MEGABYTES
