"""The MkDocs plugin: reads every page before any is built, draws blocks, makes pages."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority

from mkdocs_journey.compile import Cache, CompiledBlock, CompileOptions, SiteContent, compile_site, page_title
from mkdocs_journey.findings import Finding
from mkdocs_journey.hosts.markdown.standalone import StandalonePage
from mkdocs_journey.hosts.mkdocs.assets import add_assets, name_assets
from mkdocs_journey.hosts.mkdocs.build_files import BuildFiles
from mkdocs_journey.hosts.mkdocs.config import JourneyConfig
from mkdocs_journey.hosts.mkdocs.core_warnings import hand_on_warnings, keep_warnings
from mkdocs_journey.hosts.mkdocs.exports import add_exports, calendar_address, fill_exports
from mkdocs_journey.hosts.mkdocs.links import PageLinks
from mkdocs_journey.hosts.mkdocs.navigation import name_made_sections, place_in_navigation
from mkdocs_journey.hosts.mkdocs.overview_pages import OverviewPage, add_overview_pages
from mkdocs_journey.hosts.mkdocs.page_histories import PageHistories, address_of_commits
from mkdocs_journey.hosts.mkdocs.persona_pages import add_persona_pages
from mkdocs_journey.hosts.mkdocs.review import ReviewReader, add_changes_page, base_of, list_headings
from mkdocs_journey.hosts.mkdocs.search import DrawnBlock, lean_page, show_search
from mkdocs_journey.hosts.mkdocs.shown_page import (
    ShownPage,
    anchors_in,
    begins_with_block,
    block_title,
    converted_early,
    is_slice,
)
from mkdocs_journey.hosts.mkdocs.strips import strip_of, with_strip
from mkdocs_journey.hosts.mkdocs.watching import watch_inventories
from mkdocs_journey.languages.language import normal_tag
from mkdocs_journey.languages.translation import Translation
from mkdocs_journey.languages.words import Words
from mkdocs_journey.place import Span
from mkdocs_journey.references.addresses import unknown_target
from mkdocs_journey.relations import Destinations
from mkdocs_journey.render.block import render_block
from mkdocs_journey.render.cards.reference import render_reference_card
from mkdocs_journey.render.cards.strip import render_strip
from mkdocs_journey.render.html.inline import InlineMarkdown
from mkdocs_journey.render.html.rendered import Card, Rendered
from mkdocs_journey.render.html.templating import create_environment
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.report.baseline import BaselineError
from mkdocs_journey.safe_text import plain
from mkdocs_journey.site.files import SiteFiles
from mkdocs_journey.site.inventories import InventoryReader
from mkdocs_journey.site.options import CheckOptions, feelings_of, overview_paths, site_language
from mkdocs_journey.site.page_blocks import PageBlocks, compile_alone
from mkdocs_journey.site.reporting import without_baseline
from mkdocs_journey.site.site_language import missing_language
from mkdocs_journey.site.today import build_day
from mkdocs_journey.source.fences import Fence
from mkdocs_journey.source.links import find_links

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as SitePage

    from mkdocs_journey.diff.review import Review

log = logging.getLogger("mkdocs.plugins.mkdocs_journey")
EXTENSION = "mkdocs_journey"
BEFORE_BLOG = -40
"""After plugins that make pages (gen-files), before those that take pages away (blog, −50)."""


class JourneyPlugin(BasePlugin[JourneyConfig]):
    """Draws customer journey maps and personas."""

    def __init__(self) -> None:
        self._cache = Cache()
        self._site = compile_site(SiteContent(()))
        self._inventories = InventoryReader()
        self._histories = PageHistories()
        self._made: dict[str, CompiledBlock] = {}
        self._overviews: dict[str, OverviewPage] = {}
        self._reviews = ReviewReader()
        self._review: Review | None = None
        self._drawn: dict[str, list[DrawnBlock]] = {}
        """The blocks of each page, as search finds them again."""
        self._page: ShownPage | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep this instance while ``mkdocs serve`` rebuilds, so that unchanged blocks are not read again."""

    def on_shutdown(self) -> None:
        """Leave the log as it was."""
        keep_warnings()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Register the Markdown extension, the style sheet and the script. May be called again on one config."""
        hand_on_warnings(log)
        if EXTENSION not in config.markdown_extensions:
            config.markdown_extensions.append(EXTENSION)
        config.mdx_configs[EXTENSION] = {"host": self}
        self._page = None
        self._base = base_of(self.config.review)
        name_assets(config, review=bool(self._base))
        watch_inventories(self.config.inventories, config)
        show_search(config.plugins, lambda page: lean_page(page.content or "", self._drawn.get(page.file.src_uri, ())))
        self._language = site_language(self.config.language, config.theme)
        self._words = Words.load(normal_tag(self._language), self.config.words)
        self._environment = create_environment(config.theme.dirs)
        self._inline = InlineMarkdown(config.markdown_extensions, config.mdx_configs)
        self._today = build_day()
        self._commits = address_of_commits(config.repo_url)
        return config

    @event_priority(BEFORE_BLOG)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read every page, report what is wrong, and make the pages that the site lacks."""
        self._drawn = {}
        options = self.config
        overviews = overview_paths(options.pages, options.persona_folder)
        self._build_files = files
        self._files = SiteFiles(BuildFiles(files), config, options.persona_folder, overviews.values())
        feelings = feelings_of(options.feelings)
        inventories = self._inventories.of_site(options.inventories, Path(config.config_file_path))
        told = missing_language(self._language, options.words, Path(config.config_file_path))
        decided = CompileOptions(
            feelings, options.check, self._today, self._language, inventories, of_configuration=told
        )
        self._site = compile_site(self._files.content(), decided, self._cache)
        self._places = Destinations(self._site.atlas)
        self._histories.begin(
            self._site,
            self._files,
            CheckOptions(feelings, settings=options.check, language=self._language),
            self._today,
        )
        self._made = add_persona_pages(self._site, config, files)
        for path, block in self._made.items():
            self._files.titles[path] = getattr(block.entry, "name", "")
        made = add_overview_pages(self._site, overviews, self._files, config, files, self._words)
        self._overviews = {page.kind: page for page in made}
        self._review = self._reviews.read(self._base, config, files, self._words) if self._base else None
        if self._review and self._review.page:
            add_changes_page(self._words("review.page"), config, files)
        add_assets(config, files, review=bool(self._base))
        add_exports(self._site, options.exports, config, files)
        self._report(self._unknown(self._site.findings, config))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the pages that were made into a navigation that is written by hand; name the sections of another."""
        sections = (
            ("journeys", (), "atlas.journeys", self.config.journey_section),
            ("personas", tuple(self._made), "persona.personas", self.config.persona_section),
        )
        for kind, paths, title, named in sections:
            overview = self._overviews.get(kind)
            path = overview.path if overview else None
            if config.nav is None:
                name_made_sections(nav, [*paths, *filter(None, (path,))], named or self._words(title))
            else:
                place_in_navigation(nav, paths, files, self._words(title), named, path)
        if config.nav is not None and self._review and self._review.page:
            place_in_navigation(nav, (), files, "", None, self._review.page)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Every page has its address now: write the files for other programs."""
        fill_exports(self._site, config, files, self._words, self._today)
        return env

    def on_page_markdown(self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Know which page is being drawn; a page that begins with a block and has no title takes the block's."""
        path = page.file.src_uri
        blocks = self._blocks_of(path)
        takes_title = bool(blocks) and not page_title(markdown) and begins_with_block(markdown)
        title = block_title(blocks[0]) if takes_title else ""
        if title and not page.meta.get("title"):
            page.meta["title"] = escape(title, quote=False)
        self._page = ShownPage(page.file, PageBlocks(blocks), markdown, self._files.title(path), bool(title))
        return markdown

    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Tell MkDocs which anchors there are, so that links to them are not called broken."""
        if self._page is not None and page.file.src_uri == self._page.file.src_uri:
            if self._review and page.file.src_uri == self._review.page:
                from mkdocs_journey.render.changes.page import render_changes_page

                drawn = render_changes_page(self._review, self._surroundings(self._page), self._environment)
                list_headings(page, drawn.headings)
                self._page.anchors.update(anchors_in(drawn.html))
                html += drawn.html
            page.present_anchor_ids = (page.present_anchor_ids or set()) | self._page.anchors
            where = strip_of(page.meta, self.config.strip)
            strip = self._strip(self._page) if where != "off" else ""
            return with_strip(html, strip, where) if strip else html
        return html

    def start(self, lines: list[str]) -> None:
        """A page is being converted (for the Markdown extension)."""
        if self._page is None:
            self._alone.start(lines)

    @cached_property
    def _alone(self) -> StandalonePage:
        """What is converted before it is known on which page it stands."""
        return StandalonePage()

    def render(self, fence: Fence, level: int) -> Rendered:
        """The HTML of a block on the page that is being drawn."""
        shown = self._page
        if shown is None:
            log.warning(plain(self._words.said(converted_early(fence))))
            return self._alone.render(fence, level)
        block = shown.blocks.take(fence) or self._late(fence, shown)
        surroundings = self._surroundings(shown, 1 if shown.takes_title and level == 1 else max(level, 2))
        rendered = _render(block, shown.file.src_uri, surroundings, self._environment)
        shown.anchors.update(anchors_in(rendered.html))
        self._drawn.setdefault(shown.file.src_uri, []).append(DrawnBlock.of(rendered.html))
        return rendered

    def find_address(self, address: str) -> tuple[str, str] | None:
        """Where a ``journey:`` or ``persona:`` link in the prose of the page leads."""
        shown = self._page
        if shown is None:
            return self._alone.find_address(address)
        found = PageLinks(shown.file, self._build_files, self._site.atlas, self._files.title).markdown_address(address)
        if found is None and address not in {link.address for link in find_links(shown.markdown, "")}:
            # It was not there when the pages were read, so nobody has been told yet.
            self._report(unknown_target(address, Span(shown.file.src_uri, 1, 1, 1, 1), self._site.atlas))
        return found

    def _blocks_of(self, path: str) -> tuple[CompiledBlock, ...]:
        made = {overview.path: overview.block for overview in self._overviews.values()}
        block = self._made.get(path) or made.get(path)
        return (block,) if block is not None else self._site.blocks.get(path, ())

    def find_card(self, address: str) -> Card | None:
        """The card of a link in the prose of the page."""
        shown = self._page
        if shown is None or not self.config.cards:
            return None
        place = self._places.find(address, shown.file.src_uri)
        if place is None:
            return None
        shown.cards += 1
        id_ = f"journey-card-{quote(shown.file.src_uri)}-{shown.cards}"
        return render_reference_card(place, id_, self._surroundings(shown), self._environment)

    def _strip(self, shown: ShownPage) -> str:
        """The strip of a page; none where it shows a map, a persona or a view of several, which tell more."""
        path = shown.file.src_uri
        if not all(is_slice(block) for block in self._blocks_of(path)):
            return ""
        return render_strip(self._site.relations.of_page(path), self._surroundings(shown), self._environment)

    def _surroundings(self, shown: ShownPage, level: int = 2) -> Surroundings:
        """The page that is being drawn, as a renderer sees it."""
        links = PageLinks(shown.file, self._build_files, self._site.atlas, self._files.title)
        return Surroundings(
            self._site,
            self._words,
            lambda texts, file: self._inline.convert(texts, lambda address: links(address, file)),
            links,
            self._today,
            level,
            calendar_address(shown.file, self._build_files),
            review=self._review,
            history=self._histories,
            commits=self._commits,
        )

    def _late(self, fence: Fence, shown: ShownPage) -> CompiledBlock:
        """A block that was not there when the pages were read: another plugin wrote it just now."""
        site = compile_alone(fence.block, shown.file.src_uri, shown.title)
        self._report(site.findings)
        return site.blocks[shown.file.src_uri][0]

    def _report(self, findings: Iterable[Finding]) -> None:
        said = Translation(self._words.language)
        for finding in findings:
            fails = self.config.check.fails(finding.severity)
            log.log(logging.WARNING if fails else logging.INFO, log_line(said.finding(finding)))

    def _unknown(self, findings: tuple[Finding, ...], config: MkDocsConfig) -> tuple[Finding, ...]:
        """Findings that are not in the site's baseline."""
        if not self.config.check.baseline:
            return findings
        try:
            base = Path(config.config_file_path or ".").parent
            return without_baseline(findings, self._files, base / self.config.check.baseline)
        except BaselineError as error:
            raise PluginError(f"journey: {self._words.said(error.message)}") from None


def log_line(finding: Finding) -> str:
    """A finding as one line of the build's log."""
    return plain(f"{finding}")


def _render(block: CompiledBlock, page: str, surroundings: Surroundings, environment: Environment) -> Rendered:
    from jinja2 import TemplateError

    try:
        return render_block(block, page, surroundings, environment)
    except TemplateError as error:
        name = getattr(error, "name", None) or "a template"
        raise PluginError(f"journey: {name} of this site's custom_dir cannot be used: {error.message}") from error
