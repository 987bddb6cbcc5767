"""The timeline: its periods, its bars, what it leaves out."""

from datetime import date, timedelta

import pytest

from reportedly.charts import NARROW, WIDTH, DayCount, timeline
from reportedly.charts.theme import QUADS
from reportedly.charts.words import NOTHING
from reportedly.records import Quad

TALK, AID, ACCUSE, FIGHT = (
    Quad.VERBAL_COOPERATION,
    Quad.MATERIAL_COOPERATION,
    Quad.VERBAL_CONFLICT,
    Quad.MATERIAL_CONFLICT,
)


def count(day: str, quad: Quad = TALK, events: int = 1) -> DayCount:
    return DayCount(day=day, quad=quad, events=events)


def every_day(first: str, days: int) -> list[DayCount]:
    start = date.fromisoformat(first)
    return [count((start + timedelta(days=number)).isoformat()) for number in range(days)]


@pytest.mark.parametrize(
    ("days", "title"),
    [(1, "Events by day"), (92, "Events by day"), (93, "Events by week"), (500, "Events by month"),
     (5_000, "Events by year")],
)  # fmt: skip
def test_bars_stand_for_longer_periods_the_longer_the_time(days: int, title: str) -> None:
    assert timeline(every_day("2011-01-03", days)).title.text == title


def test_cooperation_stands_above_the_line_and_conflict_below(drawn) -> None:
    counts = [count("2025-03-04", quad, events) for quad, events in ((TALK, 3), (AID, 2), (ACCUSE, 4), (FIGHT, 1))]
    chart = timeline(counts)
    blocks = {row["quad"]: (row["low"], row["high"]) for row in chart.layer[0].data.values}
    assert blocks == {str(TALK): (0, 3), str(AID): (3, 5), str(ACCUSE): (0, -4), str(FIGHT): (-4, -5)}
    picture = drawn(chart)
    assert set(picture.fills) >= {colour.light for colour in QUADS.values()}
    assert picture.title == "Events by day"
    assert picture.description == (
        "Events by day. 10 events from 4 March 2025 to 4 March 2025: 4 verbal conflict, 3 verbal cooperation, "
        "2 material cooperation, 1 material conflict. The day with most, 4 March 2025, has 10."
    )
    assert {"4 Mar 2025", "conflict ↓   events   ↑ cooperation", "material conflict"} <= set(picture.texts)


def test_one_event_is_no_wall_of_colour() -> None:
    encoding = timeline([count("2025-03-04", FIGHT)]).to_dict()["layer"][0]["encoding"]
    assert encoding["x"]["scale"]["domain"] == ["2025-02-27", "2025-03-10"]
    assert encoding["y"]["scale"]["domain"] == [-3, 3]


def test_counts_of_a_day_add_up_within_a_month() -> None:
    chart = timeline([*every_day("2024-01-01", 500), count("2024-02-11", TALK, 9)])
    february = next(row for row in chart.layer[0].data.values if row["from"] == "2024-02-01")
    assert (february["to"], february["events"]) == ("2024-03-01", 29 + 9)


def test_a_few_events_of_long_ago_do_not_press_the_others_into_a_corner() -> None:
    chart = timeline([count("1998-10-26"), *every_day("2025-03-01", 20)])
    assert chart.title.text == "Events by day"
    assert chart.title.subtitle == ["1 event before 1 March 2025 not shown."]
    assert "1 event before" in chart.description


def test_what_is_left_out_may_lie_at_several_distances_and_at_both_ends() -> None:
    far = [count("1962-01-01"), count("2007-05-01"), count("2040-01-01")]
    chart = timeline([*far, *every_day("2025-03-01", 30)])
    assert chart.title.subtitle == [
        "2 events before 1 March 2025 not shown.",
        "1 event after 30 March 2025 not shown.",
    ]


def test_many_events_of_long_ago_are_shown() -> None:
    assert timeline([count("1998-10-26", TALK, 5), *every_day("2025-03-01", 20)]).title.text == "Events by year"


@pytest.mark.parametrize(("width", "labels"), [(WIDTH, 7), (NARROW, 3)])
def test_a_narrow_picture_has_fewer_labels(drawn, width: int, labels: int) -> None:
    picture = drawn(timeline(every_day("2025-03-01", 21), width=width))
    assert len([text for text in picture.texts if text.endswith("2025")]) == labels
    assert float(picture.root.get("width")) < width + 100


@pytest.mark.parametrize("day", ["", "2025-13-01", "soon", "0000-00-00"])
def test_what_is_no_day_is_left_out(day: str) -> None:
    assert NOTHING in timeline([count(day)]).description
    assert "1 event " in timeline([count(day), count("2025-03-04")]).description


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_drawn(day: str, drawn) -> None:
    assert drawn(timeline([count(day)])).title == "Events by day"


def test_no_counts_give_a_picture_that_says_so(drawn) -> None:
    assert NOTHING in drawn(timeline([])).texts
    assert NOTHING in drawn(timeline([count("2025-03-04", TALK, 0)])).texts
