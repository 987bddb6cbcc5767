"""Figures over time: when each was given, until when it stood, what its origin holds in the end."""

import pytest

from reportedly.charts import NARROW, WIDTH, figures_over_time
from reportedly.charts.ledger import LABEL, ORIGINS, PANELS
from reportedly.charts.words import NOTHING
from reportedly.records import GivenValue, QuantityKind


def given(by: str, low: float | None, high: float | None, as_of: str | None, **more) -> GivenValue:
    exact = low if low == high else None
    fields = {"kind": QuantityKind.KILLED, "value": exact, "low": low, "high": high, "article": "a1", **more}
    return GivenValue(by=by, as_of=as_of, **fields)


VALUES = (
    given("governor", 8, 8, "2025-07-01T09:00:00+00:00", superseded=True),
    given("governor", 10, 10, "2025-07-02"),
    given("Awa Sawadogo", 11, 14, "2025-07-02T18:00:00+02:00"),
    given("Sahel Ledger", 40, None, "2025-07-04"),
    given("army", None, 12, "2025-07-03"),
    given("a shepherd", 3, 3, None),
)


def values_of(chart, panel: int = 0) -> list[dict]:
    return chart.vconcat[panel].layer[1].data.values


def test_a_figure_stands_until_its_origin_takes_it_back() -> None:
    shown = {(row["by"], row["figure"]): row for row in values_of(figures_over_time(VALUES))}
    first, second = shown["governor", "8"], shown["governor", "10"]
    assert (first["stands"], first["until"]) == (False, "2025-07-02T00:00:00+00:00")
    assert second["stands"] and second["until"] > "2025-07-04"


def test_ranges_and_open_ends_are_told_apart(drawn) -> None:
    chart = figures_over_time(VALUES)
    picture = drawn(chart)
    held = {"10, governor", "11 – 14, Awa Sawadogo", "at least 40, Sahel Ledger", "at most 12, army"}
    assert {*held, "↑", "↓", "killed"} <= set(picture.texts)
    assert chart.title.subtitle == ["Hollow: taken back since.", "1 figure without a date not drawn."]
    assert picture.description == (
        "Figures over time, by who gives them. Killed: 8 by governor on 1 July 2025, taken back since; 10 by governor "
        "on 2 July 2025; 11 – 14 by Awa Sawadogo on 2 July 2025; at most 12 by army on 3 July 2025; at least 40 by "
        "Sahel Ledger on 4 July 2025."
    )


def test_what_is_counted_has_a_panel_of_its_own(drawn) -> None:
    tents = given("mayor", 400, 400, "2025-07-02", kind=QuantityKind.COUNT, unit="tents")
    boats = given("mayor", 7, 7, "2025-07-02", kind=QuantityKind.COUNT, unit="boats")
    assert {"killed", "tents (count)", "boats (count)"} <= set(drawn(figures_over_time([*VALUES, tents, boats])).texts)


def test_labels_do_not_cover_one_another() -> None:
    crowd = [given(f"witness {number:02}", 20, 20, "2025-07-02") for number in range(ORIGINS + 3)]
    chart = figures_over_time(crowd)
    labels = chart.vconcat[0].layer[-1].data.values
    panel = chart.to_dict()["vconcat"][0]
    floor, top = panel["layer"][1]["encoding"]["y"]["scale"]["domain"]
    heights = sorted(row["beside"] * panel["height"] / (top - floor) for row in labels)
    assert len(labels) == ORIGINS
    assert all(upper - lower >= LABEL - 0.01 for lower, upper in zip(heights, heights[1:], strict=False))


@pytest.mark.parametrize("width", [WIDTH, NARROW])
def test_a_picture_keeps_its_width(drawn, width: int) -> None:
    name = "governor's office of the region and of all its districts"
    picture = drawn(figures_over_time([given(name, 8, 8, "2025-07-02")], width=width))
    assert float(picture.root.get("width")) < width + 60
    assert any(text.startswith("8, governor's") for text in picture.texts)


@pytest.mark.parametrize("number", [0, 1])
def test_few_can_be_drawn(drawn, number: int) -> None:
    picture = drawn(figures_over_time([given("army", number, number, "2025-07-02")]))
    assert f"{number}, army" in picture.texts
    assert not any("." in text for text in picture.texts if text[:1].isdigit())


def test_the_panels_left_out_are_counted() -> None:
    counts = [given("mayor", 7, 7, "2025-07-02", kind=QuantityKind.COUNT, unit=f"boats {n}") for n in range(PANELS + 1)]
    assert figures_over_time(counts).title.subtitle == [f"{PANELS} of {PANELS + 1} figures."]


def test_without_dates_there_is_nothing_to_draw() -> None:
    assert NOTHING in figures_over_time([given("army", 3, 3, None)]).description
