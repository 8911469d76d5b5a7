"""The images of curves are masks, which stand in a style and count by their shape only."""

from __future__ import annotations

from mkdocs_journey.drawing.curve import whole_line
from mkdocs_journey.model.values import Scale
from mkdocs_journey.render.html import curves


def test_a_mask_is_safe_in_a_style_attribute_and_in_other_templates():
    image = curves.mask((curves.stroke("5 5"), "M0 0C1 1 2 2 3 3"))
    assert not set('"<>#{}') & set(image)
    assert curves.mask((curves.stroke(), "")) == ""


def test_a_single_score_is_drawn_in_a_sparkline_too():
    assert curves.whole_path(whole_line([2, None], Scale())) == "M30 0h40"
