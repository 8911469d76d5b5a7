"""A link in prose to a journey or a persona is a reference with a card."""

from __future__ import annotations

import gzip
from pathlib import Path

from bs4 import Tag

from tests.building import MATERIAL, BuiltSite, build_pages
from tests.compiling import journey

MAP = journey("""
    title: Buying
    persona: Mia Berg
    phases:
      - name: Need
        steps:
          - name: It gets cold
            emotion: -1 chilly
            thoughts: Where is my **old** jacket?
            pains: {text: Nobody answers, id: silence}
          - name: Finds a jacket
            emotion: +2 warm
""")
PERSONA = "```persona\nname: Mia Berg\nrole: Commuter\nquote: I am always late\n```\n"
PAGES = {"buying.md": MAP, "mia.md": PERSONA}


def built(folder: Path, text: str, configuration: str = MATERIAL, *, strict: bool = True) -> BuiltSite:
    """A site with this text on its home page."""
    return build_pages(folder, {**PAGES, "index.md": text}, configuration, strict=strict)


def cards(site: BuiltSite) -> list[list[str]]:
    """The words of each card of the home page, part by part."""
    return [
        [" ".join(part.get_text(" ").split()) for part in card.find_all(recursive=False) if part.get_text().strip()]
        for card in site.page("").select(".journey-ref__card")
    ]


def test_the_card_of_a_step_tells_where_it_is_how_it_feels_and_what_somebody_thinks(tmp_path: Path) -> None:
    site = built(tmp_path, "# Home\n\nSee [the cold](journey:buying#it-gets-cold).\n")
    assert cards(site) == [
        ["Buying › 1.1 It gets cold", "−1 chilly", "“Where is my old jacket?”", "Mia Berg, Commuter"]
    ]
    assert site.page("").select_one(".journey-ref__card .journey-spark")["style"] == "--x:25;--y:75"
    link = site.page("").select_one(".journey-ref > a")
    assert (link.get_text(), link["href"]) == ("the cold", "buying/#journey-buying--need--it-gets-cold")


def test_phases_journeys_pains_and_personas_have_cards_of_their_own(tmp_path: Path) -> None:
    links = "[a](journey:buying#need) [b](journey:buying) [c](journey:buying#silence) [d](persona:mia-berg)"
    assert cards(built(tmp_path, f"# Home\n\n{links}\n")) == [
        ["Buying › 1 Need", "Worst at −1 It gets cold", "Mia Berg, Commuter"],
        ["Buying", "Worst at −1 It gets cold", "Mia Berg, Commuter"],
        ["Buying › 1.1 It gets cold", "−1 chilly", "Nobody answers", "“Where is my old jacket?”", "Mia Berg, Commuter"],
        ["Mia Berg", "Commuter", "“I am always late”"],
    ]


def test_an_ordinary_link_to_page_and_anchor_has_the_same_card(tmp_path: Path) -> None:
    text = "# Home\n\n[a](buying.md#journey-buying--need--finds-a-jacket), [b](mia.md#persona-mia-berg), [c](mia.md)\n"
    site = built(tmp_path, text)
    assert cards(site) == [
        ["Buying › 1.2 Finds a jacket", "+2 warm", "Mia Berg, Commuter"],
        ["Mia Berg", "Commuter", "“I am always late”"],
    ]
    assert [a["href"] for a in site.page("").select("article p a")] == [
        "buying/#journey-buying--need--finds-a-jacket",
        "mia/#persona-mia-berg",
        "mia/",
    ]


def test_links_in_headings_pictures_and_buttons_stay_plain(tmp_path: Path) -> None:
    text = """
        # Home of [Mia](persona:mia-berg)

        ## Why [it gets cold](journey:buying#it-gets-cold)

        [![picture](data:,)](journey:buying) [A button](journey:buying){ .md-button }
    """
    configuration = MATERIAL + "    markdown_extensions: [attr_list]\n"
    site = built(tmp_path, text, configuration)
    assert cards(site) == []
    assert [a.get_text(" ", strip=True) for a in site.page("").select(".md-sidebar--secondary .md-nav__link")] == [
        "Why it gets cold"
    ]


def test_attributes_in_braces_still_belong_to_the_link(tmp_path: Path) -> None:
    site = built(tmp_path, "[a](journey:buying){ title=Here }\n", MATERIAL + "    markdown_extensions: [attr_list]\n")
    link = site.page("").select_one(".journey-ref > a")
    assert link["title"] == "Here"


def test_every_card_is_the_description_of_its_link_and_ids_are_unique_in_the_site(tmp_path: Path) -> None:
    pages = {**PAGES, "index.md": "[a](journey:buying) [b](journey:buying)\n", "a.md": "[c](journey:buying)\n"}
    site = build_pages(tmp_path, pages, strict=True)
    found: list[Tag] = [link for page in ("", "a") for link in site.page(page).select(".journey-ref > a")]
    ids = [link["aria-describedby"] for link in found]
    assert len(set(ids)) == 3
    for link in found:
        card = link.find_next_sibling(id=link["aria-describedby"])
        assert (card["role"], card.has_attr("hidden")) == ("tooltip", True)


def test_cards_can_be_switched_off(tmp_path: Path) -> None:
    site = built(tmp_path, "[a](journey:buying)\n", MATERIAL.replace("journey: {", "journey: {cards: false, "))
    assert site.page("").select(".journey-ref, .journey-ref__card") == []
    assert [a["href"] for a in site.page("").select("article p a")] == ["buying/#journey-buying"]


def test_a_link_that_leads_nowhere_has_no_card(tmp_path: Path) -> None:
    site = built(tmp_path, "[a](journey:selling) [b](buying.md#journey-selling)\n", strict=False)
    assert cards(site) == []


def test_twenty_links_to_twenty_steps_make_a_page_heavier_by_less_than_two_kilobytes(tmp_path: Path) -> None:
    steps = "".join(
        f"      - {{name: Step {s}, emotion: {s % 5 - 2:+d}, thoughts: Thought number {s}}}\n" for s in range(20)
    )
    pages = {
        "buying.md": f"```journey\ntitle: Buying\nphases:\n  - name: Need\n    steps:\n{steps}```\n",
        "index.md": "# Home\n\n" + "\n\n".join(f"See [step {s}](journey:buying#step-{s})." for s in range(20)) + "\n",
    }
    configuration = MATERIAL.replace("journey: {", "journey: {strip: 'off', cards: false, ")
    sizes = [
        len(gzip.compress((build_pages(tmp_path / name, pages, text).folder / "index.html").read_bytes()))
        for name, text in (("with", configuration.replace("cards: false, ", "")), ("without", configuration))
    ]
    assert sizes[0] - sizes[1] < 2_000
