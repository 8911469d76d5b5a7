"""What messages repeat of an author's words."""

from mkdocs_journey.quoting import LONGEST_NAME, quoted, shortened, without_markup


def test_a_text_that_fits_is_left_as_it_is_and_a_longer_one_is_cut_with_a_sign():
    assert [shortened(text, 6) for text in ("", "sixsix", "seven!!", "four  more", "😀" * 7)] == [
        "", "sixsix", "seven…", "four…", "😀😀😀😀😀…",
    ]  # fmt: skip


def test_a_quote_stands_on_one_line_without_what_a_reader_does_not_see():
    assert [quoted(text) for text in ("a\n  b", "**Pay** [here](pay.md) :fontawesome-solid-star:", "**")] == [
        "a b", "Pay here", "**",
    ]  # fmt: skip
    assert len(quoted("word " * 100)) == LONGEST_NAME


def test_icons_and_addresses_are_no_part_of_a_text():
    assert without_markup(":star: ==Ask== `help`, ![a face](face.png)") == "Ask help, a face"
