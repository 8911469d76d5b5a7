"""``journeys.json``: everything that a handbook says, with addresses, in a form that is published."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner
from jsonschema import Draft202012Validator

from mkdocs_journey.exchange.journeys_json import write_journeys_json
from mkdocs_journey.exchange.schema import journeys_schema
from mkdocs_journey.hosts.command.main import main
from tests.building import BuiltSite
from tests.exchange.handbooks import handbook, mistakes

EXAMPLE = Path(__file__).parent.parent.parent / "example_site"
PAGES = {
    "map.md": """
        ```journey
        title: Renewing
        id: renewing
        aliases: renewal
        persona: [mia-berg, sales/leo]
        parent: A year with us
        owner: Success
        reviewed: 2026-01-31
        review_every: 1mo
        emotion_scale: 1..5
        indicators: [{name: NPS, target: 40}]
        phases:
          - name: Decide
            steps:
              - name: Compare offers
                id: compare
                aliases: offers
                emotion: 2 unsure
                touchpoints: [{name: Price list, channel: Web, page: faq.md#prices}]
                pains: [{text: 'No **price**', id: price, severity: 4}]
                content: [{missing: A calculator}, 'https://x.example/a']
        ```
        """,
    "year.md": "```journey\ntitle: A year with us\nid: year\nphases: [Start]\n```\n",
    "faq.md": "# FAQ\n\n## Prices\n",
    "mia.md": "```persona\nname: Mia Berg\naliases: mia\nchannels: {Email: 40%}\nreviewed: 2026-02-01\n```\n",
    "mkdocs.yml": "plugins: [{journey: {inventories: {sales: sales.json}}}]",
    "sales.json": '{"format": "mkdocs-journey", "version": 1, "journeys": [],'
    ' "personas": [{"id": "leo", "name": "Leo", "url": "https://sales.example/leo/"}],'
    ' "aliases": {"journeys": {}, "personas": {}}}',
}


def test_everything_on_a_map_is_told_with_its_address() -> None:
    file = json.loads(write_journeys_json(handbook(PAGES)))
    renewing = file["journeys"][0]
    place = "https://handbook.example/map/#journey-renewing"
    assert file | {"journeys": [renewing["id"], file["journeys"][1]["id"]]} == {
        "format": "mkdocs-journey",
        "version": 1,
        "site": {"name": "Our handbook", "url": "https://handbook.example/"},
        "aliases": {"journeys": {"renewal": "renewing"}, "personas": {"mia": "mia-berg"}},
        "journeys": ["renewing", "year"],
        "personas": [
            {
                "id": "mia-berg",
                "name": "Mia Berg",
                "aliases": ["mia"],
                "channels": {"Email": "40%"},
                "reviewed": "2026-02-01",
                "page": "mia.md",
                "anchor": "persona-mia-berg",
                "url": "https://handbook.example/mia/#persona-mia-berg",
                "journeys": ["renewing"],
            }
        ],
    }
    assert renewing == {
        "id": "renewing",
        "title": "Renewing",
        "aliases": ["renewal"],
        "personas": ["mia-berg", "sales/leo"],
        "parent": "year",
        "owner": "Success",
        "reviewed": "2026-01-31",
        "review_every": "1mo",
        "review_due": "2026-02-28",
        "state": "current",
        "scale": {"low": 1, "high": 5},
        "indicators": [{"name": "NPS", "target": "40"}],
        "page": "map.md",
        "anchor": "journey-renewing",
        "url": place,
        "phases": [
            {
                "name": "Decide",
                "slug": "decide",
                "number": "1",
                "anchor": "journey-renewing--decide",
                "url": f"{place}--decide",
                "score": None,
                "feeling": None,
                "steps": [
                    {
                        "name": "Compare offers",
                        "id": "compare",
                        "aliases": ["offers"],
                        "slug": "compare",
                        "number": "1.1",
                        "anchor": "journey-renewing--decide--compare",
                        "url": f"{place}--decide--compare",
                        "emotion": {"text": "2 unsure"},
                        "score": 2.0,
                        "feeling": "unsure",
                        "touchpoints": [
                            {
                                "name": "Price list",
                                "channel": "Web",
                                "page": "faq.md#prices",
                                "page_url": "https://handbook.example/faq/#prices",
                            }
                        ],
                        "pains": [{"text": "No **price**", "id": "price", "severity": 4}],
                        "content": [
                            {"missing": "A calculator"},
                            {"page": "https://x.example/a", "page_url": "https://x.example/a"},
                        ],
                    }
                ],
            }
        ],
        "parts": [
            {"names": ["decide"], "title": "Decide", "url": f"{place}--decide"},
            {
                "names": ["decide/compare", "decide/offers", "compare", "offers"],
                "title": "Compare offers",
                "url": f"{place}--decide--compare",
            },
            {"names": ["price"], "title": "No **price**", "url": f"{place}--price"},
        ],
    }
    assert mistakes(file) == []


def test_where_the_site_is_not_known_addresses_start_at_its_first_page() -> None:
    file = json.loads(write_journeys_json(handbook(PAGES, url="")))
    assert file["site"] == {"name": "Our handbook", "url": ""}
    assert [journey["url"] for journey in file["journeys"]] == ["map/#journey-renewing", "year/#journey-year"]


def test_what_is_on_no_page_of_the_site_is_left_out() -> None:
    file = json.loads(write_journeys_json(handbook(PAGES, gone="map.md")))
    assert [journey["id"] for journey in file["journeys"]] == ["year"]


def test_names_are_sorted_and_the_file_ends_with_a_line_end() -> None:
    text = write_journeys_json(handbook(PAGES))
    pairs = json.loads(text, object_pairs_hook=lambda pairs: [name for name, _ in pairs])
    assert pairs == sorted(pairs)
    assert text.endswith("}\n")
    assert text == write_journeys_json(handbook(dict(reversed(PAGES.items()))))


def test_the_file_of_the_example_site_is_of_the_published_form(example_site: BuiltSite) -> None:
    file = json.loads((example_site.folder / "journeys.json").read_text("utf-8"))
    assert mistakes(file) == []
    assert "契約から稼働まで" in [journey["title"] for journey in file["journeys"]]


def test_the_schema_is_one_and_refuses_what_is_not_of_the_form() -> None:
    Draft202012Validator.check_schema(journeys_schema())
    file = json.loads(write_journeys_json(handbook(PAGES)))
    wrong = {**file, "version": 2, "journeys": [{**file["journeys"][0], "state": "past", "colour": "red"}]}
    assert mistakes(wrong) == [
        "$.journeys[0].state: 'past' is not one of ['current', 'future']",
        "$.journeys[0]: Additional properties are not allowed ('colour' was unexpected)",
        "$.version: 1 was expected",
    ]


def test_the_published_schema_is_the_one_that_the_command_prints() -> None:
    """If this fails: mkdocs-journey schema journeys.json > example_site/docs/reference/journeys.schema.json"""
    published = (EXAMPLE / "docs" / "reference" / "journeys.schema.json").read_text("utf-8")
    assert published == CliRunner().invoke(main, ["schema", "journeys.json"]).output
    assert json.loads(published) == json.loads(json.dumps(journeys_schema()))
