"""Text out of pieces of HTML."""

import pytest

from reportedly.reading.fragments import fragment_text, inline_text


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        ("<p>One <b>bold</b> word.</p>after<!-- note --> it<br>next<script>bad()</script> line",
         "One bold word.\n\nafter it\n\nnext line"),
        ("No markup:\n\n a < b and b > c", "No markup:\n\n a < b and b > c"),
        ("Fish &amp; chips", "Fish & chips"),
        ("<!-- nothing else -->", ""),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
        ("<figure>A ship<figcaption>Photo: Ana</figcaption></figure>It sailed.", "It sailed."),
        ("<p>Odd\x00 byte</p>", "Odd byte"),
        ("", ""),
    ],
)  # fmt: skip
def test_blocks_become_paragraphs(piece: str, text: str) -> None:
    assert fragment_text(piece) == text


def test_deep_nesting_does_no_harm() -> None:
    assert fragment_text("<div>" * 200 + "The end." + "</div>" * 200) == "The end."
    # Beyond 256 levels the parser drops what it finds.
    assert isinstance(fragment_text("<div>" * 9000), str)


def test_a_headline_is_one_line() -> None:
    assert inline_text("Ferry <i>“Aurora”</i>\n is&nbsp;found") == "Ferry “Aurora” is found"
