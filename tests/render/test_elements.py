"""Elements escape by themselves: whatever stands in a text, a browser reads exactly that text and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from mkdocs_journey.render.html.elements import (
    as_html,
    as_markup,
    element,
    frame,
    from_template,
    joined,
    lean,
    lines,
    style,
)
from mkdocs_journey.render.html.templating import create_environment

ALIVE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;&amp;{{ 7 * 7 }}<!--"
# A browser itself turns these into others: NUL, a line end of two characters, halves of characters.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r")) | st.sampled_from(
    [ALIVE, "</p>", "</b>", "&nbsp;", '" onclick="x', "' x='", "]]>", "<", "&"]
)
many = settings(max_examples=500)


def read(html: str) -> list[tuple]:
    """What a browser makes of HTML: tag, attributes, and what stands in it."""
    return _read(html5lib.parseFragment(html, namespaceHTMLElements=False))


def _read(node) -> list:
    found = [node.text] if node.text else []
    for child in node:
        found.append((child.tag, dict(child.attrib), _read(child)))
        found += [child.tail] if child.tail else []
    return found


@dataclass(frozen=True)
class Own:
    html: str

    def __html__(self) -> Markup:
        return Markup(self.html)


class Kind(StrEnum):
    ODD = "a & b"


@many
@given(texts, texts, texts)
@example(ALIVE, ALIVE, ALIVE)
def test_any_text_is_read_as_that_text_and_as_nothing_else(value, first, second):
    html = element("p", first, element("b", second), title=value, aria_label=value, href=value, style=value, cls=value)
    attributes = dict.fromkeys(("title", "aria-label", "href", "style", "class"), value)
    assert read(html) == [("p", attributes, [*filter(None, [first]), ("b", {}, [*filter(None, [second])])])]


@many
@given(st.lists(texts), texts)
@example([ALIVE, ALIVE], ALIVE)
def test_joined_texts_are_read_as_one_text(parts, separator):
    whole = separator.join(parts)
    assert read(joined(parts, separator)) == [*filter(None, [whole])]
    assert read(as_markup(whole)) == [*filter(None, [whole])]
    assert as_html(whole) == as_markup(whole)


@many
@given(texts, texts)
@example(ALIVE, ALIVE)
def test_an_element_is_the_same_whether_its_children_come_at_once_or_later(value, child):
    kept = frame("p", title=value, cls=(value, "is-kept"), id=None)
    whole = element("p", child, element("br"), Own("<i>y</i>"), title=value, cls=(value, "is-kept"), id=None)
    assert kept(child, element("br"), Own("<i>y</i>")) == whole
    assert joined(kept.around(child, element("br"), Own("<i>y</i>"))) == whole


@many
@given(texts)
@example(ALIVE)
def test_lines_are_read_as_texts_with_breaks_between_them_by_a_template_too(text):
    html = lines(text)
    assert "".join("\n" if isinstance(one, tuple) else one for one in read(html)) == text
    assert not any(delimiter in html for delimiter in ("{{", "{%", "{#"))


@many
@given(texts)
@example(ALIVE)
def test_html_in_an_attribute_keeps_its_entities_and_cannot_end_the_value(text):
    assert read(element("p", title=as_markup(text))) == [("p", {"title": text}, [])]
    (tag, attributes, inside), *rest = read(element("p", title=Markup(text)))
    assert (tag, list(attributes), inside, rest) == ("p", ["title"], [], [])


@many
@given(texts)
@example(ALIVE)
def test_a_template_escapes_every_value(text):
    environment = create_environment()
    environment.loader.loaders.insert(0, _Only("<p title='{{ value }}' class=\"{{ value }}\">{{ value }}</p>"))
    found = from_template(environment, "one", value=text)
    assert read(found) == [("p", {"title": text, "class": text}, [*filter(None, [text])])]


def test_what_is_html_already_stands_as_it_is():
    assert element("p", Markup("<b>x</b>"), Own("<i>y</i>"), "<") == "<p><b>x</b><i>y</i>&lt;</p>"
    assert joined([Own("<i>y</i>"), "&"], Markup("<br>")) == "<i>y</i><br>&amp;"
    assert element("p", Kind.ODD, cls=Kind.ODD) == '<p class="a &amp; b">a &amp; b</p>'
    assert [type(html) for html in (element("p"), joined([]), as_markup(""), lines(""), style())] == [Markup] * 5


def test_attributes_stand_in_their_order_and_are_left_out_where_there_is_nothing_to_say():
    html = element(
        "a", "x", href="?a=1&b", hidden=True, title=None, inert=False, data_no=3, tabindex=0, alt="",
        cls=("one", None, "", "two"), rel=("", None),
    )  # fmt: skip
    assert html == '<a href="?a=1&amp;b" hidden data-no="3" tabindex="0" alt="" class="one two">x</a>'
    assert element("br", cls="y") == '<br class="y">'
    assert element("svg", viewBox="0 0 9 9", stroke_width=2) == '<svg viewBox="0 0 9 9" stroke-width="2"></svg>'


def test_a_style_is_made_of_numbers_and_images():
    image = "url('data:image/svg+xml,%3Csvg viewBox=%220 0 9 9%22%3E%3C/svg%3E')"
    made = style(row=3, y=12.5, line=image, mark="var(--journey-ink)")
    assert made == f"--row:3;--y:12.5;--line:{image};--mark:var(--journey-ink)"
    assert element("b", style=made) == f'<b style="{made}"></b>'


@pytest.mark.parametrize("value", ["1;color:red", 'x"', "</style>", "1}b{color:red", "\\3b", "a&quot;", "1\n"])
def test_nothing_ends_a_value_of_a_style(value):
    with pytest.raises(ValueError, match="no value of a style"):
        style(row=value)


@pytest.mark.parametrize("tag", ["script", "style", "textarea", "p onclick", "p>", "", "P", "!--"])
def test_elements_in_which_a_text_would_come_alive_are_not_made(tag):
    with pytest.raises(ValueError, match="no element"):
        element(tag, "x")


@pytest.mark.parametrize("name", ["onclick", "oNclick", "on_x", "srcdoc", "a b", "x>", 'x="', ""])
def test_attributes_in_which_a_text_would_come_alive_are_not_made(name):
    with pytest.raises(ValueError, match="no attribute"):
        element("p", **{name: "x"})


def test_lean_html_keeps_the_spaces_between_words():
    html = Markup("<dt>a</dt>\n<dd>b</dd>\n<p>c</p>\nd <ul>\n<li>e\n</li>\n</ul>")
    assert lean(html) == "<dt>a </dt><dd>b </dd><p>c </p>d <ul><li>e\n</li></ul>"
    assert isinstance(lean(html), Markup)


class _Only:
    """A loader with one template."""

    def __init__(self, source: str) -> None:
        self._source = source

    def load(self, environment, name, globals=None):
        return environment.from_string(self._source)
