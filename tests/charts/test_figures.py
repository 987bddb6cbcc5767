"""Figures by who gives them: ranges, open ends, replaced figures."""

import pytest

from reportedly.charts import NARROW, WIDTH, figure_ranges
from reportedly.charts.figures import LINES
from reportedly.charts.words import NOTHING
from reportedly.linking.explanation import FigureLine, GivenRange
from reportedly.records import QuantityKind

KILLED = FigureLine(
    kind=QuantityKind.KILLED,
    low=8,
    high=40,
    given=(
        GivenRange(by="regional governor", low=10, high=10, as_of="2025-07-02", superseded=(8.0,)),
        GivenRange(by="Awa Sawadogo", low=11, high=14),
        GivenRange(by="Sahel Ledger", low=40, high=None),
        GivenRange(by="army", low=None, high=12),
        GivenRange(by="a shepherd", low=None, high=None),
    ),
)


def test_each_origin_has_its_own_line(drawn) -> None:
    picture = drawn(figure_ranges([KILLED]))
    said = {"regional governor", "10", "Awa Sawadogo", "11 – 14", "Sahel Ledger", "at least 40", "army", "at most 12"}
    assert {*said, "→", "←", "killed"} <= set(picture.texts)
    assert "a shepherd" not in picture.texts
    assert "Hollow: replaced since by the same source." in picture.texts
    assert picture.description.endswith(
        "Killed: 10 by regional governor, 8 before; 11 – 14 by Awa Sawadogo; at least 40 by Sahel Ledger; "
        "at most 12 by army; unknown by a shepherd."
    )


def test_each_figure_has_an_axis_of_its_own(drawn) -> None:
    tents = FigureLine(
        kind=QuantityKind.COUNT, unit="tents", low=400, high=400, given=(GivenRange(by="mayor", low=400, high=400),)
    )
    assert {"killed", "tents (count)"} <= set(drawn(figure_ranges([KILLED, tents])).texts)


@pytest.mark.parametrize(("width", "cut"), [(WIDTH, False), (NARROW, True)])
def test_a_narrow_picture_cuts_names(drawn, width: int, cut: bool) -> None:
    name = "governor's office of the region"
    line = FigureLine(kind=QuantityKind.KILLED, low=8, high=8, given=(GivenRange(by=name, low=8, high=8),))
    picture = drawn(figure_ranges([line], width=width))
    assert float(picture.root.get("width")) < width + 60
    assert (name not in picture.texts) is cut
    assert any(text.startswith("governor's") and text.endswith("…") for text in picture.texts) is cut


def test_zero_can_be_drawn(drawn) -> None:
    none = FigureLine(kind=QuantityKind.KILLED, low=0, high=0, given=(GivenRange(by="army", low=0, high=0),))
    assert {"army", "0"} <= set(drawn(figure_ranges([none])).texts)


def test_the_figures_left_out_are_counted() -> None:
    chart = figure_ranges([KILLED] * (LINES + 1))
    assert chart.title.subtitle[-1] == f"{LINES} of {LINES + 1} figures."


def test_no_figures_give_a_picture_that_says_so() -> None:
    empty = FigureLine(
        kind=QuantityKind.KILLED, low=None, high=None, given=(GivenRange(by="army", low=None, high=None),)
    )
    assert NOTHING in figure_ranges([empty]).description
