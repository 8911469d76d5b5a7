"""Looks for texts that break what is promised, guided by the code that they reach. Run by hand; needs atheris.

Run: python -m tests.hostile.fuzz -atheris_runs=1000000 [FOLDER OF INPUTS ...]

It begins with every block of the example site and every row of the tables of traps. Each kind of failure is
printed once when it is found, and once more at the end with the shortest input that shows it; then the exit code is 1.
"""

from __future__ import annotations

import atexit
import difflib
import os
import re
import sys
import tempfile
import time
import traceback
import zlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["mkdocs_journey"]):
    from mkdocs_journey.model.names import all_names
    from mkdocs_journey.model.views import VIEWS
    from tests.hostile.promise import broken_promises

ROOT = Path(__file__).parent.parent.parent
BLOCK = re.compile(r"^ *```(journeys?|persona)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
LONGEST = 400
"""Bytes of an input, if no option says otherwise. What is longer takes longer, and shows little more."""
TWICE = 8
"""One input in so many is compiled twice."""
FENCE = "`" * 12
SIGNS = (
    "- ", ": ", ":", "#", " #", "[", "]", "{", "}", "'", '"', "&a ", "*a", "!", "|", ">", "%", "@", ",", "? ", "<<: ",
    "---", "...", "```", "~~~", "```journey", "view: ", "<!--", "-->", "    ", "\t", "\u00a0", "\u3000", "\u200b", "\ufeff",
    "\x85", "\u2028", "：", "，", "“", "”", "・", "\x00", "journey:", "persona:", "](", "../", "//", "page: ",
    '"/\\t/[x"', "++5", "²", "(?)", "2026-11-22",
    "-2..2", "90d", "5", "+1 glad", "true", "JN305", "r:", "\\x00", "\\ud800", "\\t", "\u202e",
)  # fmt: skip
"""What YAML, Markdown and the fields give a meaning to."""

ODD = (
    "? ?",
    "? - ?",
    "- ? - : a",
    ": :",
    "{? a: b}",
    "[? a]",
    "&a *a",
    "!!a b",
    "a: !<b> c",
    "? |\n  a\n: - b",
    "- - - a",
)
"""Short blocks that are YAML and that nobody writes."""


def files_of(data: bytes) -> dict[str, str]:
    """The files that an input stands for: a page, a block, two blocks, a map and a view of it, or a block and the
    file that it names.
    """
    kind, text = (data[0] if data else 0), data[1:].decode("utf-8", "surrogateescape")
    match kind % 7:
        case 0:
            return {"page.md": text}
        case 1:
            return {"page.md": fenced("journey", text)}
        case 2:
            return {"page.md": fenced("persona", text)}
        case 3:
            first, _, second = text.partition("\n===\n")
            return {"page.md": f"# Page\n\n{fenced('journey', first)}\n{fenced('journey', second)}"}
        case 4:
            return {"page.md": fenced("journey", "file: map.yml"), "map.yml": text}
        case 5:
            first, _, second = text.partition("\n===\n")
            return {"journey.md": fenced("journey", first), "index.md": fenced("journeys", second)}
        case _:
            first, _, second = text.partition("\n===\n")
            return {"journey.md": fenced("journey", first), "team/persona.md": fenced("persona", second)}


def fenced(kind: str, body: str) -> str:
    """A block; its fence is longer than any that an input is likely to close it with."""
    return f"{FENCE}{kind}\n{body}\n{FENCE}\n"


def seeds() -> list[bytes]:
    """Inputs to begin with, in pieces that are short enough."""
    found: list[bytes] = []
    for path in sorted((ROOT / "example_site" / "docs").rglob("*.md")):
        text = path.read_text("utf-8")
        found += [b"\0" + part.encode() for part in re.split(r"\n(?=#)", BLOCK.sub(r"```\1\ntitle: a\n```", text))]
        for kind, body in BLOCK.findall(text):
            if kind == "journeys":
                found.append(b"\5title: a\nphases: [One]\n===\n" + body.encode())
                continue
            parts = (
                re.split(r"\n(?=\S)", body) if kind == "persona" else re.split(r"\n(?=\S|  - name|      - name)", body)
            )
            found += [(b"\2" if kind == "persona" else b"\1") + part.encode() for part in parts]
    tests = ROOT / "tests"
    for table in (*tests.glob("source/*.txt"), *tests.glob("rules/*.txt")):
        rows = f"\n{table.read_text('utf-8')}".split("\n=== ")[1:]
        bodies = [row.partition("\n")[2].partition("\n--- says")[0] for row in rows]
        found += [b"\0" + body.encode() for body in bodies]
        found += [kind + body.encode() for body in bodies for kind in (b"\1", b"\4")]
    places = (tests / "source" / "places.md").read_text("utf-8")
    found += [b"\0" + part.encode() for part in places.split("\n\n\n")]
    found += [b"\1" + odd.encode() for odd in ODD]
    found += [f"\5title: a\nphases: [One]\n===\nview: {view}\njourney: a#one\n".encode() for view in VIEWS]
    return [seed[:LONGEST] for seed in found]


def remembered(closest: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """The same function, which does nothing twice."""

    @lru_cache(maxsize=100_000)
    def known(word: str, possibilities: tuple[str, ...], *options: float, **named: float) -> list[str]:
        return closest(word, possibilities, *options, **named)

    return lambda word, possibilities, *options, **named: known(word, tuple(possibilities), *options, **named)


class Failures:
    """What went wrong, each kind once, with the shortest input that shows it."""

    def __init__(self) -> None:
        self.shortest: dict[str, bytes] = {}
        self.runs = 0
        self.start = time.monotonic()

    def __call__(self, data: bytes) -> None:
        """One run."""
        self.runs += 1
        try:
            # Now and then everything is done twice; for the same input always or never.
            broken = broken_promises(files_of(data), twice=zlib.crc32(data) % TWICE == 0)
            kinds = [re.sub(r"\d+|'.*?'|“.*?”", "…", sentence) for sentence in broken]
        except Exception as error:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            kinds = [f"{type(error).__name__} in {Path(frame.filename).name}, {frame.name}"]
        for kind in kinds:
            known = self.shortest.get(kind)
            if known is None or len(data) < len(known):
                self.shortest[kind] = data
            if known is None:
                print(f"FOUND {kind}: {data[:300]!r}", file=sys.stderr, flush=True)

    def tell(self) -> None:
        """Print what was found, and leave with exit code 1 if that is anything."""
        seconds = time.monotonic() - self.start
        print(f"{self.runs:,} runs in {seconds:,.0f} s, {len(self.shortest)} kinds of failures", file=sys.stderr)
        for kind, data in self.shortest.items():
            print(f"\n{kind}\n    {data!r}", file=sys.stderr)
        sys.stderr.flush()
        if self.shortest:
            os._exit(1)


def main() -> None:
    """Fuzz until libFuzzer's options say that it is enough."""
    # Looking for near words takes a third of the time, and the words are mostly the same.
    difflib.get_close_matches = remembered(difflib.get_close_matches)
    failures = Failures()
    atexit.register(failures.tell)
    with tempfile.TemporaryDirectory() as folder:
        begin = Path(folder, "begin")
        begin.mkdir()
        for number, seed in enumerate(dict.fromkeys(seeds())):
            (begin / str(number)).write_bytes(seed)
        words = [*(f"{name}: " for name in sorted(all_names()) if name.isascii()), *SIGNS]
        entries = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words)
        dictionary = Path(folder, "words.txt")
        dictionary.write_text("".join(f'"{entry}"\n' for entry in entries), "utf-8")
        atheris.Setup(
            [sys.argv[0], f"-dict={dictionary}", f"-max_len={LONGEST}", "-timeout=20", *sys.argv[1:], str(begin)],
            failures,
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
