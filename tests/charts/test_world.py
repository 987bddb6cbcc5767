"""The map: dots, names, what it leaves out, and its outline."""

import json

import pytest

from reportedly.charts import PlaceCount, world_map
from reportedly.charts.theme import QUADS
from reportedly.charts.words import NOTHING
from reportedly.charts.world import DOTS, OUTLINE
from reportedly.records import Quad
from reportedly.resources import resource_path


def place(name: str, lat: float, lon: float, events: int = 1, quad: Quad = Quad.MATERIAL_CONFLICT) -> PlaceCount:
    return PlaceCount(name=name, lat=lat, lon=lon, quad=quad, events=events)


def test_the_outline_is_of_countries_without_names_and_antarctica() -> None:
    outline = json.loads(resource_path(OUTLINE).read_text(encoding="utf-8"))
    shapes = outline["objects"]["countries"]["geometries"]
    assert len(shapes) == 176
    assert all(set(shape) == {"type", "arcs"} for shape in shapes)


def test_a_dot_has_the_colour_of_most_of_its_events_and_a_name(drawn) -> None:
    talks = place("Lima", -12.05, -77.04, 2, Quad.VERBAL_COOPERATION)
    picture = drawn(world_map([place("Lima", -12.05, -77.04, 3), talks, place("Oslo", 59.9, 10.75)]))
    assert {"Lima", "Oslo", "events", "1", "5"} <= set(picture.texts)
    assert QUADS[Quad.MATERIAL_CONFLICT].light in picture.fills
    assert picture.description == (
        "Where it happened. 6 events at 2 places: 4 material conflict, 2 verbal cooperation. "
        "Most in Lima (5), Oslo (1)."
    )


def test_names_do_not_stand_over_other_dots() -> None:
    chart = world_map([place("Bamako", 12.65, -8.0, 5), place("Ouagadougou", 12.37, -1.53), place("Lima", -12, -77)])
    assert [row["place"] for row in chart.layer[2].data.values] == ["Lima", "Ouagadougou"]


def test_two_places_of_one_name_are_two_dots() -> None:
    chart = world_map([place("Tripoli", 32.9, 13.2), place("Tripoli", 34.4, 35.8)])
    assert len(chart.layer[1].data.values) == 2


@pytest.mark.parametrize(("lat", "lon"), [(91.0, 0.0), (0.0, -180.5), (float("nan"), 0.0)])
def test_what_is_nowhere_on_earth_is_left_out(lat: float, lon: float) -> None:
    assert NOTHING in world_map([place("Nowhere", lat, lon)]).description


def test_the_places_left_out_are_counted() -> None:
    chart = world_map(place(f"Town {number}", number % 80, number % 170) for number in range(DOTS + 3))
    assert chart.title.subtitle == [f"The {DOTS} places with most events; 3 places with fewer not shown."]
    assert len(chart.layer[1].data.values) == DOTS
