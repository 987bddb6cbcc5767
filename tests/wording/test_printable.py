"""Hostile text becomes harmless and keeps its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.wording.printable import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text – “quoted”", "plain text – “quoted”"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("bell\x07 null\x00 delete\x7f", "bell␇ null␀ delete␡"),
        ("\x9b2J", "\ufffd2J"),
        ("evil\u202etxt.exe", "evil\ufffdtxt.exe"),
        ("\u2066isolate\u2069", "\ufffdisolate\ufffd"),
        ("two\nlines\tand\ra tab", "two lines and a tab"),
        ("line\u2028separator", "line\ufffdseparator"),
        ("half \ud800 pair", "half \ufffd pair"),
        ("[bold]markup[/bold]", "[bold]markup[/bold]"),
        ("نیم\u200cفاصله و 👩\u200d⚕️", "نیم\u200cفاصله و 👩\u200d⚕️"),
    ],
)
def test_dangerous_characters_become_visible(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_line_breaks_stay_on_request() -> None:
    assert printable("two\nlines\x1b", keep_lines=True) == "two\nlines␛"


@given(st.text(st.characters()))
def test_offsets_stay_right_and_nothing_dangerous_is_left(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert printable(shown) == shown
    assert not any(character < " " or "\x7f" <= character < "\xa0" for character in shown)
