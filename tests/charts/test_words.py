"""News text in pictures."""

import pytest

from reportedly.charts.words import NOTHING, legible, nothing


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Harbour Wire", "Harbour Wire"),
        ("  two\n lines\t", "two lines"),
        ("\x1b[31mred", "␛[31mred"),
        ("left\u202etfel", "left\ufffdtfel"),
        ("\ud800 half", "\ufffd half"),
        ("a" * 60, "a" * 47 + "…"),
        ("", ""),
    ],
)
def test_news_text_is_one_short_line_without_hidden_signs(text: str, shown: str) -> None:
    assert legible(text) == shown


def test_text_of_any_length_is_cut() -> None:
    assert len(legible("word " * 2_000_000)) <= 48


def test_a_picture_of_nothing_says_so(drawn) -> None:
    picture = drawn(nothing("Where it happened"))
    assert NOTHING in picture.texts
    assert picture.description == f"Where it happened. {NOTHING}"
