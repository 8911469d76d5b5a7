"""Faces that tell how it feels, drawn in the colour of the text beside them."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from mkdocs_journey.render.html.elements import element

_CIRCLE = "M10 1.6a8.4 8.4 0 1 0 0 16.8 8.4 8.4 0 1 0 0-16.8z"
_FEATURES = {
    "p2": "M7.2 8.4v.4M12.8 8.4v.4M6 11.3c1 3.6 7 3.6 8 0z",
    "p1": "M7.2 8.4v.4M12.8 8.4v.4M6.3 12c1.6 2.1 5.8 2.1 7.4 0",
    "z": "M7.2 8.4v.4M12.8 8.4v.4M6.6 12.8h6.8",
    "m1": "M7.2 8.4v.4M12.8 8.4v.4M6.4 13.7c1.6-2.1 5.6-2.1 7.2 0",
    "m2": "M7.2 8.4v.4M12.8 8.4v.4M6.2 14.3c1-3 6.6-3 7.6 0M5.6 6l2.6 1.2M14.4 6l-2.6 1.2",
}
"""Eyes and mouth by the name of a face, from the happiest to the saddest, on 20 units."""


@cache
def face_html(name: str) -> Markup:
    """One of the five faces that :data:`mkdocs_journey.views.moments.FACES` names; it says nothing that is not said."""
    return element(
        "svg",
        element("path", d=_CIRCLE + _FEATURES[name]),
        cls=("journey-face", f"journey-face--{name}"),
        viewBox="0 0 20 20",
        width=20,
        height=20,
        fill="none",
        stroke="currentColor",
        stroke_width=1.6,
        stroke_linecap="round",
        stroke_linejoin="round",
        aria_hidden="true",
    )
