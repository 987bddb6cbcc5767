"""The palette: marks and words stand out from what is behind them, on light paper and on dark."""

import pytest

from reportedly.charts.theme import COLOURS, INK, LAND, MIXED, PAPER, QUADS, SOFT


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("paper", ["light", "dark"])
@pytest.mark.parametrize("ground", [PAPER, LAND], ids=["paper", "land"])
@pytest.mark.parametrize("mark", [*QUADS.values(), MIXED])
def test_marks_stand_out(mark, ground, paper: str) -> None:
    assert contrast(getattr(mark, paper), getattr(ground, paper)) >= 3


@pytest.mark.parametrize("paper", ["light", "dark"])
@pytest.mark.parametrize("words", [INK, SOFT, *QUADS.values(), MIXED])
def test_words_can_be_read_on_paper_and_paper_on_cells(words, paper: str) -> None:
    assert contrast(getattr(words, paper), getattr(PAPER, paper)) >= 4.5


def test_each_colour_has_one_counterpart_on_dark_paper() -> None:
    assert len({colour.light for colour in COLOURS}) == len(COLOURS)
