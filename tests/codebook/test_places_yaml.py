import re
from collections import Counter
from typing import Any

import pycountry
import pytest

from reportedly.resolution.gazetteer import Gazetteer
from reportedly.resources import codebook_files, load_yaml

FIELDS = ["name", "aliases", "kind", "country", "lat", "lon", "example"]
KINDS = {
    "places/seas.yaml": {"sea"},
    "places/regions.yaml": {"continent", "region"},
    "places/rivers.yaml": {"river"},
    "places/territories.yaml": {"territory"},
    "places/facilities.yaml": {"facility"},
}
PLACES: list[tuple[str, dict[str, Any]]] = [(file, place) for file in KINDS for place in load_yaml(file)]
CODES = {country.alpha_3 for country in pycountry.countries} | {"KOS", None}
#: Degrees of longitude between a place and the middle of its country: Kaliningrad and Russia are 78 apart.
FARTHEST = 80


def forms_of(place: dict[str, Any]) -> list[str]:
    """The name and its aliases."""
    return [place["name"], *place["aliases"]]


def test_every_file_is_listed() -> None:
    assert set(codebook_files("places")) == set(KINDS)


@pytest.mark.parametrize(("file", "place"), PLACES, ids=lambda value: value["name"] if isinstance(value, dict) else "")
def test_entry(file: str, place: dict[str, Any]) -> None:
    assert list(place) == FIELDS
    assert place["kind"] in KINDS[file]
    assert place["country"] in CODES
    assert -90 <= place["lat"] <= 90
    assert -180 <= place["lon"] <= 180
    assert any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", place["example"]) for form in forms_of(place))


@pytest.mark.parametrize("file", KINDS)
def test_file_is_sorted_and_names_nothing_twice(file: str) -> None:
    places = load_yaml(file)
    names = [place["name"] for place in places]
    assert names == sorted(names)
    assert [form for form, n in Counter(form for place in places for form in forms_of(place)).items() if n > 1] == []


def test_no_form_stands_in_two_files() -> None:
    count = Counter(form for _, place in PLACES for form in forms_of(place))
    assert [form for form, n in count.items() if n > 1] == []


def test_places_lie_near_their_country() -> None:
    gazetteer = Gazetteer.load()
    for _, place in PLACES:
        country = place["country"] and gazetteer.country(place["country"])
        if country:
            assert abs(country.lat - place["lat"]) < FARTHEST / 2, place["name"]
            assert abs(country.lon - place["lon"]) < FARTHEST, place["name"]


def test_facilities_are_many() -> None:
    assert len(load_yaml("places/facilities.yaml")) >= 40
