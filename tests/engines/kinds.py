"""The kinds of pages that readers of a handbook meet, each with one page of the example site."""

from __future__ import annotations

MAPS = {
    "first-value": "journeys/first-value/",
    "go-live": "journeys/go-live/",
    "lost-work-order": "journeys/lost-work-order/",
    "renewal": "journeys/renewal/",
    "renewal-outcome-sheet": "journeys/renewal-outcome-sheet/",
    "champion-leaves": "journeys/champion-leaves/",
    "ja-onboarding": "ja/onboarding/",
}
"""Every map of the example site, by its id."""
KINDS = {
    "map": "journeys/go-live/",
    "map in Japanese": "ja/onboarding/",
    "persona": "personas/ingrid/",
    "strip on a page of the FAQ, view of a part of a map": "faq/sso-error/",
    "cards of links": "teams/onboarding/",
    "view compare": "journeys/renewal-outcome-sheet/",
    "view atlas": "journeys/",
    "views atlas, backlog, reviews": "",
    "view personas": "personas/",
    "views backlog, matrix": "experience/backlog/",
    "view touchpoints": "experience/touchpoints/",
    "views teams, systems, processes": "experience/who-does-what/",
    "view content": "experience/help-pages/",
    "views evidence, reviews": "experience/evidence/",
    "views indicators, promises, history": "experience/indicators/",
    "view walkthrough": "experience/walkthrough/",
}
