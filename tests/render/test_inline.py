"""Inline Markdown of YAML texts: what an author may write, and what never comes alive."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from markupsafe import Markup
from material.extensions.emoji import to_svg, twemoji

from mkdocs_journey.drawing.surroundings import Link
from mkdocs_journey.render.html.inline import InlineMarkdown
from mkdocs_journey.render.html.sanitizer import without_links
from tests.growing import MOST, power

EXTENSIONS = [
    "admonition", "attr_list", "md_in_html", "toc", "footnotes", "pymdownx.superfences", "pymdownx.emoji",
    "pymdownx.tilde", "pymdownx.caret", "pymdownx.mark", "pymdownx.keys", "pymdownx.inlinehilite", "mkdocs_journey",
]  # fmt: skip
CONFIGURATIONS = {"pymdownx.emoji": {"emoji_index": twemoji, "emoji_generator": to_svg}}
SITE = InlineMarkdown(EXTENSIONS, CONFIGURATIONS)


def convert(text, resolve=lambda address: address, site=SITE):
    return str(site.convert([text], resolve)[0])


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("plain", "plain"),
        ("**bold** and *soft*", "<strong>bold</strong> and <em>soft</em>"),
        ("`a < b`", "<code>a &lt; b</code>"),
        ("~~old~~ ^^new^^ ==both==", "<del>old</del> <ins>new</ins> <mark>both</mark>"),
        ("[SSO](../faq/sso.md 'If it fails')", '<a href="../faq/sso.md" title="If it fails">SSO</a>'),
        ("<https://a.example/?x=1&y=2>", '<a href="https://a.example/?x=1&amp;y=2">https://a.example/?x=1&amp;y=2</a>'),
        ("![Queue](queue.png)", '<img alt="Queue" src="queue.png">'),
        ("one\n\ntwo\nthree", "one<br>two<br>three"),
        ("*one\ntwo*", "<em>one<br>two</em>"),
        ("R&D *now* &lt;b&gt; &amp;", "R&amp;D <em>now</em> &amp;lt;b&amp;gt; &amp;amp;"),
        ("snake_case_name", "snake_case_name"),
        ("予約が **消えた**。", "予約が <strong>消えた</strong>。"),
        ("- no list", "- no list"),
        ("# no heading", "# no heading"),
        ("[text](a.md){ .big onclick=x }", '<a href="a.md">text</a>{ .big onclick=x }'),
        ("*soft*{: #id }", "<em>soft</em>{: #id }"),
    ],
)
def test_a_text_becomes_inline_html(written, html):
    assert convert(written) == html


def test_tags_are_shown_as_text():
    assert convert("<b>bold</b> *soft*") == "&lt;b&gt;bold&lt;/b&gt; <em>soft</em>"


def test_icons_are_drawn():
    svg = BeautifulSoup(convert(":material-email: asks Priya"), "html5lib").select_one("span.twemoji > svg")
    assert svg["viewbox" if svg.has_attr("viewbox") else "viewBox"] == "0 0 24 24"
    assert svg.path["d"]
    assert 'viewBox="0 0 24 24"' in convert(":material-email:")


def test_without_an_extension_its_marks_stay_as_written():
    assert convert("~~old~~ :material-email:", site=InlineMarkdown([])) == "~~old~~ :material-email:"


def test_extensions_that_act_on_plain_words_are_heard():
    assert convert("-- so", site=InlineMarkdown(["smarty"])) == "– so"
    assert "<a href" in convert("see https://a.example", site=InlineMarkdown(["pymdownx.magiclink"]))
    assert convert("(c) 2026", site=InlineMarkdown(["pymdownx.smartsymbols"])) == "© 2026"
    glossary = InlineMarkdown(["abbr"], {"abbr": {"glossary": {"CSM": "Customer success manager"}}})
    assert convert("Our CSM", site=glossary) == 'Our <abbr title="Customer success manager">CSM</abbr>'


def test_an_extension_that_breaks_costs_only_the_markup():
    assert convert("**x**", site=InlineMarkdown(["no.such.extension"])) == "<strong>x</strong>"


def test_many_texts_keep_their_order():
    texts = ["a", "*b*", "c", "**d**", "", "*e*"]
    assert [str(html) for html in SITE.convert(texts, str)] == [
        "a", "<em>b</em>", "c", "<strong>d</strong>", "", "<em>e</em>",
    ]  # fmt: skip


def test_a_refused_address_leaves_the_words():
    def refuse(address):
        return None

    assert convert("[the *words*](x.md) ![picture](y.png)", refuse) == "the <em>words</em> picture"


def test_a_resolver_gives_the_address_and_fills_an_empty_link():
    def resolve(address):
        return Link("../j/#a&b", "First & last") if address == "journey:x" else None

    assert convert("[](journey:x)", resolve) == '<a href="../j/#a&amp;b">First &amp; last</a>'


def test_images_stay_within_the_site():
    for address in ("https://a.example/x.png", "//a.example/x.png", r"/\a.example/x.png", "data:image/png;base64,AA"):
        assert convert(f"![alt]({address})") == "alt"


def test_links_can_be_taken_out():
    assert without_links(Markup(convert("[the *words*](x.md '>') end"))) == "the <em>words</em> end"
    assert without_links("a text, <a href='x.md'>no HTML</a>").startswith("a text, &lt;a href=")


NAUGHTY = [
    "<script>alert(1)</script>",
    "*a* <script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "*a* <svg onload=alert(1)><script>alert(1)</script></svg>",
    "<style>*{display:none}</style> *a*",
    "<iframe src=javascript:alert(1)> *a*",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](  javascript:alert(1))",
    "[a](<java\tscript:alert(1)>)",
    "[a](\x01javascript:alert(1))",
    "[a](java&#x0A;script:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](vbscript:x) [b](data:text/html,<script>alert(1)</script>) [c](file:///etc/passwd)",
    "<javascript:alert(1)> *a*",
    '![a](javascript:alert(1)) ![b](x.png"onerror=alert(1))',
    '![x" onerror="alert(1)](a.png)',
    "[a](x.md 'title\" onmouseover=\"alert(1)')",
    "[a](x.md){: onclick=alert(1) style=color:red id=top }",
    "*a*{: onclick=alert(1) }",
    "`<script>alert(1)</script>`",
    "`#!html <script>alert(1)</script>`",
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03 *a*",
    "\x02amp\x03lt;script\x02amp\x03gt; *a*",
    ":material-email:<script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt; *a*",
    "\ufdd0lt;script> *a*",
    "[[x]](javascript:alert(1))",
    "<a href='javascript:alert(1)' *a*>",
    "</span></dd></dl><form action=//evil.example *a*>",
    "<math><mtext><style><img title='</style><img src onerror=alert(1)>'>*a*",
    "++ctrl+<script>++",
    "[a]: javascript:alert(1)\n[a][a] *a*",
    "*a* <!-- --> <?php ?> <![CDATA[x]]>",
]
ALLOWED_TAGS = {"a", "em", "strong", "code", "span", "img", "br", "svg", "path", "kbd", "html", "head", "body"}


def is_live(html):
    tree = BeautifulSoup(html, "html5lib")
    for tag in tree.find_all(True):
        names = {name.lower() for name in tag.attrs}
        if tag.name not in ALLOWED_TAGS or "style" in names or "id" in names or any(n.startswith("on") for n in names):
            return True
        for name in ("href", "src"):
            address = "".join(c for c in tag.get(name, "") if ord(c) > 32).lower()
            scheme = re.match(r"[a-z][a-z0-9+.-]*:", address)
            if scheme and scheme[0] not in ("http:", "https:", "mailto:"):
                return True
    return False


@pytest.mark.parametrize("text", NAUGHTY)
@pytest.mark.parametrize("extensions", [EXTENSIONS, [], ["pymdownx.magiclink", "smarty", "pymdownx.smartsymbols"]])
def test_nothing_comes_alive(text, extensions):
    site = InlineMarkdown(extensions, CONFIGURATIONS)
    for html in site.convert([text, f"**{text}**", f"a {text} [b](c.md)"], str):
        assert not is_live(html), html


def test_the_same_texts_come_alive_the_unsafe_way():
    unsafe = [text for text in NAUGHTY if is_live(Markdown(extensions=["attr_list", "md_in_html"]).convert(text))]
    assert len(unsafe) >= 14


@pytest.mark.parametrize(
    "text", ["{{ x }}", "{% x %}", "{# x #}", "*a* {{{ x }}}", r"*a* \{\{ x", "`{{ x }}`", "[{{ x }}]({{y}})"]
)
def test_no_template_language_sees_a_delimiter(text):
    html = convert(text)
    assert not any(delimiter in html for delimiter in ("{{", "{%", "{#"))
    assert BeautifulSoup(html, "html5lib").get_text().count("{") == text.replace("({{y}})", "").count("{")


@pytest.mark.parametrize(
    "piece", ["[", "![", "*", "_a*b", "[a](", "`", "<a@", "\\", ":a:", "**a_", "==a", "++a", "~a^"]
)
def test_no_text_takes_long(piece):
    for sizes in [(250, 1_000, 4_000), (5_000, 20_000, 80_000)]:
        assert power(lambda size: (piece * size)[:size], convert, sizes) <= MOST
