import re
from collections import defaultdict
from typing import Any

import pycountry
import pytest

from reportedly.resources import load_yaml

COUNTRIES: list[dict[str, Any]] = load_yaml("actors/countries.yaml")
FIELDS = ["iso3", "name", "aliases", "adjectives", "people", "capital", "seat_aliases", "example"]
#: Forms that two countries share in newswire; the first is who is meant when nothing else tells.
SHARED = {
    "Congolese": {"COD", "COG"},
    "Dominican": {"DOM", "DMA"},
}


def forms_of(country: dict[str, Any]) -> set[str]:
    """All forms of a country, however they are used."""
    lists = [country[field] for field in ("aliases", "adjectives", "people", "seat_aliases")]
    return {country["name"], *filter(None, [country["capital"]]), *(form for forms in lists for form in forms)}


def test_every_iso_country_and_kosovo_is_there_once() -> None:
    listed = [country["iso3"] for country in COUNTRIES]
    assert listed == sorted({country.alpha_3 for country in pycountry.countries} | {"KOS"})


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country["iso3"])
def test_entry_has_the_fields(country: dict[str, Any]) -> None:
    assert [field for field in country if field != "usual"] == FIELDS
    for field in ("aliases", "adjectives", "people", "seat_aliases"):
        assert len(set(country[field])) == len(country[field])
    assert all(isinstance(form, str) and form == form.strip() and form for form in forms_of(country))
    assert not any(form.startswith("the ") for form in forms_of(country))


def test_no_form_belongs_to_two_countries_unless_allowed() -> None:
    holders: dict[str, set[str]] = defaultdict(set)
    for country in COUNTRIES:
        for form in forms_of(country):
            holders[form].add(country["iso3"])
    assert {form: found for form, found in holders.items() if len(found) > 1} == SHARED


def test_capitals_are_no_seat_aliases() -> None:
    capitals = {country["capital"] for country in COUNTRIES}
    assert not capitals & {seat for country in COUNTRIES for seat in country["seat_aliases"]}


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country["iso3"])
def test_example_uses_a_form_of_its_country(country: dict[str, Any]) -> None:
    used = [form for form in forms_of(country) if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", country["example"])]
    assert used


def test_examples_are_not_one_template() -> None:
    examples = [country["example"] for country in COUNTRIES]
    assert len(set(examples)) == len(examples)
    tails = {" ".join(example.split()[-3:]) for example in examples}
    assert len(tails) > 0.95 * len(examples)


@pytest.mark.parametrize(
    ("form", "field", "iso3"),
    [
        ("U.S.", "aliases", "USA"),
        ("Britain", "aliases", "GBR"),
        ("DR Congo", "aliases", "COD"),
        ("Burma", "aliases", "MMR"),
        ("Dutch", "adjectives", "NLD"),
        ("Nigerien", "adjectives", "NER"),
        ("Nigerian", "adjectives", "NGA"),
        ("Spaniards", "people", "ESP"),
        ("Beijing", "capital", "CHN"),
        ("Kremlin", "seat_aliases", "RUS"),
        ("Foggy Bottom", "seat_aliases", "USA"),
    ],
)
def test_newswire_forms(form: str, field: str, iso3: str) -> None:
    found = [c["iso3"] for c in COUNTRIES if form == c[field] or (isinstance(c[field], list) and form in c[field])]
    assert found == [iso3]
