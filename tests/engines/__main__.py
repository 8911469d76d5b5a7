"""``python -m tests.engines`` measures the example site in three engines, and prints what falls short, a fact a line.

A word after it, such as ``paper``, prints one chapter alone.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.browser import chromium as installed_chromium
from tests.browser.serving import served
from tests.building import build, build_pages
from tests.engines import axe, firefox, instruments, nu, probes, webkit
from tests.engines.chromium import Chromium
from tests.engines.engine import A3_LANDSCAPE, A4, A4_LANDSCAPE, Engine
from tests.engines.kinds import KINDS, MAPS
from tests.engines.paper import RENDERERS, Printed
from tests.engines.typed import typed_texts
from tests.review.demonstration import build_review

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
WIDTHS = {1440: 900, 1280: 800, 1024: 768, 390: 844}
FIRST = ("h1", ".journey__title", ".journey-facts", ".journey-lane--emotion", ".journey-sev")


class Measured:
    """The sites and engines that chapters measure."""

    def __init__(
        self, engines: list[Engine], site: str, looks: str, review: str, folders: list[Path], cache: Path
    ) -> None:
        self.engines, self.site, self.looks, self.review = engines, site, looks, review
        self.folders, self.cache = folders, cache


def screen(at: Measured) -> Iterator[str]:
    """Dots, lines, edges."""
    for engine in at.engines:
        for name, path in MAPS.items():
            for dark in (False, True):
                engine.open(at.site + path, dark=dark)
                if wrong := probes.badly_painted_dots(engine):
                    yield f"dots: {engine.name}, {name}, {'dark' if dark else 'light'}: {len(wrong)} wrong, {wrong[0]}"
        engine.open(at.review + MAPS["go-live"])
        for selector, colour in ((".journey del", "--journey-alarm"), (".journey ins", "--journey-good")):
            if found := probes.without_line(engine, selector, colour):
                yield f"lines of a review: {engine.name}, {selector}: {len(found)} without: {found}"
        engine.open(at.site + "personas/ingrid/")
        if found := probes.without_line(engine, ".journey-persona li a"):
            yield f"underlines: {engine.name}, persona: {len(found)} without: {found}"
        for width in (1024, 1440):
            engine.open(at.looks + "counter/", width=width)
            shade = probes.edge_shade(engine)
            yield f"edge: {engine.name}, counter at {width}: {'not cut' if shade is None else f'shade {shade:.1f}'}"


def paper(at: Measured) -> Iterator[str]:
    """Pages on A4 and A3."""
    for engine in at.engines:
        engine.open(at.looks + "even/")
        printed = Printed(engine.pdf(A4))
        for renderer in RENDERERS:
            if found := probes.slabs(printed.pictures(renderer)[0]):
                yield f"flat curve: {engine.name}, {renderer}: {len(found)} bars, {found[0].bottom - found[0].top} px high"
        for name, path in MAPS.items():
            engine.open(at.site + path)
            for size, sheet in {"A4": A4, "A4 landscape": A4_LANDSCAPE, "A3 landscape": A3_LANDSCAPE}.items():
                found = probes.on_paper(engine, sheet)
                lost = {
                    name: value for name, value in found._asdict().items() if value and name not in ("pages", "filled")
                }
                yield f"paper: {engine.name}, {name}, {size}: {found.pages} pages, filled {found.filled}; {lost}"


def readers(at: Measured) -> Iterator[str]:
    """axe and the Nu checker."""
    script = axe.script(at.cache, print)
    for name, path in KINDS.items():
        for dark in (False, True):
            at.engines[0].open(at.site + path, dark=dark)
            for found in axe.violations(at.engines[0], script):
                yield f"axe: {name}, {'dark' if dark else 'light'}: {found}"
    for found in nu.errors(nu.jar(at.cache, print), *at.folders):
        yield f"Nu: {found}"


def reading(at: Measured) -> Iterator[str]:
    """What is in the first screen, what of the typed words is not seen, what is small, heavy, or moves."""
    docs = ROOT / "example_site" / "docs"
    for name, path in MAPS.items():
        engine = at.engines[0]
        typed = typed_texts((docs / f"{path.rstrip('/')}.md").read_text("utf-8"))
        for width, height in WIDTHS.items():
            engine.open(f"{at.site}{path}#journey-{name}", width=width, height=height)
            seen = {
                one: (at.place, at.box and (at.box[1], at.box[3]))
                for one, at in instruments.first_screen(engine, FIRST).items()
            }
            yield f"first screen: {name} at {width}: {seen}"
            shift = instruments.shifts(engine)
            if shift.ours:
                yield f"layout shift: {name} at {width}: {shift.ours:.4f}"
            if found := [(one.text, one.why) for one in instruments.unseen(engine, typed)]:
                yield f"unseen: {name} at {width}: {found}"
        yield f"elements: {name}: {instruments.elements(engine, '.journey')}"
    for name, path in KINDS.items():
        for engine in at.engines:
            engine.open(at.site + path, width=320, height=844)
            if (found := instruments.overflow(engine))[0]:
                yield f"overflow at 320: {engine.name}, {name}: {found}"
        at.engines[0].open(at.site + path)
        if small := [(one.name, one.width, one.height) for one in instruments.small_targets(at.engines[0])]:
            yield f"targets under 24 px: {name}: {len(small)}, {small[:3]}"


CHAPTERS: dict[str, Callable[[Measured], Iterator[str]]] = {
    "screen": screen, "paper": paper, "readers": readers, "reading": reading,
}  # fmt: skip


@contextmanager
def everything() -> Iterator[Measured]:
    """Three engines, and three sites: the example, its review, and the small maps."""
    from playwright.sync_api import sync_playwright

    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        for name in ("looks", "review", "firefox", "webkit"):
            (folder / name).mkdir()
        build(ROOT / "example_site" / "mkdocs.yml", folder / "example")
        build_pages(folder / "looks", {path.name: path.read_text("utf-8") for path in (HERE / "looks").glob("*.md")})
        build_review(folder / "review")
        playwright = stack.enter_context(sync_playwright())
        started = playwright.chromium.launch(
            executable_path=installed_chromium.find_or_install(print), args=installed_chromium.FLAGS
        )
        engines: list[Engine] = [Chromium(started)]
        stack.callback(engines[0].close)
        engines.append(firefox.Firefox(firefox.find_or_install(print), folder / "firefox"))
        stack.callback(engines[1].close)
        webkit.find_or_install(print)
        engines.append(webkit.WebKit(folder / "webkit"))
        stack.callback(engines[2].close)
        folders = [folder / "example", folder / "looks" / "site", folder / "review" / "site"]
        site, looks, review = (stack.enter_context(served(one)) for one in folders)
        cache = Path(tempfile.gettempdir()) / "mkdocs-journey-tests"
        cache.mkdir(exist_ok=True)
        yield Measured(engines, site, looks, review, folders, cache)


if __name__ == "__main__":
    with everything() as at:
        for chapter in sys.argv[1:] or CHAPTERS:
            for line in CHAPTERS[chapter](at):
                print(line, flush=True)
