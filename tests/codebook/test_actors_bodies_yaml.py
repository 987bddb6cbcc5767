import re
from typing import Any

import pycountry
import pytest

from reportedly.resources import load_yaml

BODIES: list[dict[str, Any]] = load_yaml("actors/organisations.yaml")
REGIONS: list[dict[str, Any]] = load_yaml("actors/breakaways.yaml")
COUNTRIES: list[dict[str, Any]] = load_yaml("actors/countries.yaml")
CODES = {country.alpha_3 for country in pycountry.countries} | {"KOS"}
SPECIAL = {"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"}
SECTORS = {
    *("GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PRM", "PTY", "REB", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL"),
    *("EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"),
}


def forms_of(entry: dict[str, Any]) -> list[str]:
    """All forms of a body or region."""
    return [entry["name"], *entry["aliases"], *entry.get("adjectives", []), *entry.get("people", [])]


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body["name"])
def test_organisation(body: dict[str, Any]) -> None:
    assert [key for key in body if key != "shared"] == ["name", "aliases", "code", "sectors", "example"]
    assert body.get("shared", True) is True
    assert body["code"] in CODES | SPECIAL
    assert set(body["sectors"]) <= SECTORS


@pytest.mark.parametrize("region", REGIONS, ids=lambda region: region["name"])
def test_breakaway(region: dict[str, Any]) -> None:
    assert list(region) == ["name", "aliases", "adjectives", "people", "country", "sectors", "example"]
    assert region["country"] in CODES
    assert region["sectors"][0] == "PRE"


@pytest.mark.parametrize("entry", BODIES + REGIONS, ids=lambda entry: entry["name"])
def test_example_uses_a_form(entry: dict[str, Any]) -> None:
    forms = forms_of(entry)
    # A name that begins small is capitalised at the start of a sentence.
    forms += [form[0].upper() + form[1:] for form in forms]
    assert any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", entry["example"]) for form in forms)


@pytest.mark.parametrize("entries", [BODIES, REGIONS], ids=["organisations", "breakaways"])
def test_no_form_twice(entries: list[dict[str, Any]]) -> None:
    forms = [form for entry in entries for form in forms_of(entry)]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_no_form_of_a_country() -> None:
    lists = ("aliases", "adjectives", "people", "seat_aliases")
    countries = {form for country in COUNTRIES for field in lists for form in country[field]}
    countries |= {country["name"] for country in COUNTRIES} | {country["capital"] for country in COUNTRIES}
    assert {form for entry in BODIES + REGIONS for form in forms_of(entry)} & countries == set()


def test_organisations_are_many() -> None:
    assert len(BODIES) >= 150
    assert {body["code"] for body in BODIES} >= SPECIAL
