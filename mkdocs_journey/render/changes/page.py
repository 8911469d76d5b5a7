"""The page that lists all changes of a site, in a build for reviewers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.diff.comparison import gravity
from mkdocs_journey.diff.review import Review
from mkdocs_journey.drawing.changes import ChangesView, changes_view
from mkdocs_journey.drawing.other_curve import earlier_curve
from mkdocs_journey.drawing.spark import small_curve
from mkdocs_journey.drawing.texts import WrittenText, WrittenTexts
from mkdocs_journey.drawing.totals import total_of
from mkdocs_journey.render.html.curves import spark_html
from mkdocs_journey.render.html.elements import from_template, without_delimiters
from mkdocs_journey.render.html.rendered import Heading, Rendered
from mkdocs_journey.render.html.sanitizer import without_links
from mkdocs_journey.render.html.written import TextsAsHtml
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.views.moments import course_of

if TYPE_CHECKING:
    from jinja2 import Environment


class _ShownMap(NamedTuple):
    id: str
    title: WrittenText
    address: str
    told: ChangesView
    spark: Markup | None


def render_changes_page(review: Review, surroundings: Surroundings, environment: Environment) -> Rendered:
    """What changed on each map and of each persona, the gravest first; or why that is not known."""
    words = surroundings.words
    texts = WrittenTexts("")
    if review.comparison is None:
        total = words("review.unknown", base=review.base, why=review.why_not)
    elif not review.comparison.changes:
        total = words("review.nothing", base=review.base)
    else:
        total = words("review.total", total=total_of(review.comparison, words), base=review.base)
    shown = list(_maps(review, surroundings, texts))
    html = TextsAsHtml(surroundings.inline, texts.files)
    level = surroundings.level
    page = from_template(
        environment,
        "journey/what-changed.html",
        words=words,
        total=total,
        maps=html.shown(tuple(shown)),
        level=level,
        without_links=without_links,
    )
    headings = tuple(Heading(level, one.id, html.plain(one.title)) for one in shown)
    return Rendered(without_delimiters(page), headings)


def _maps(review: Review, surroundings: Surroundings, texts: WrittenTexts) -> Iterator[_ShownMap]:
    for one in sorted(review.maps.values(), key=lambda one: min(map(gravity, one.changes))):
        where, atlas = one.where, surroundings.atlas
        entry = atlas.journeys.get(where.id) if where.kind == "journey" else None
        link = surroundings.links(f"{where.kind}:{where.id}", "") if entry or where.id in atlas.personas else None
        page = link.address.partition("#")[0] if link else ""
        yield _ShownMap(
            f"changes-{where.kind}-{where.id}",
            texts(where.title, entry.document.block.file if entry else ""),
            link.address if link else "",
            changes_view(one, entry, texts, surroundings.words, page),
            _spark(entry, review),
        )


def _spark(entry: JourneyEntry | None, review: Review) -> Markup | None:
    found = review.journeys.get(entry.id) if entry else None
    earlier = earlier_curve(found, entry) if entry and found else None
    course = course_of(entry) if entry and earlier else None
    return spark_html(small_curve(course, earlier), "div") if course else None
