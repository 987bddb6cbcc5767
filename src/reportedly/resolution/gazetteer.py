"""The gazetteer: countries, their first and second divisions, and cities, by name.

Data from GeoNames (CC BY 4.0), made by `genscripts/gazetteer.py`. Seas, rivers and facilities are not in it but in
`codebook/places/`. Ranking by context belongs to the resolver of places; here only population counts.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, Self

from reportedly.resolution.name_blocks import NameBlocks
from reportedly.resolution.place_names import bare_name, fold_name
from reportedly.resources import resource_path

EntryKind = Literal["country", "region", "city"]
LocatedBy = Literal["own", "outline", "cities", "namesake"]
FILE = "gazetteer.bin"
KINDS: dict[str, EntryKind] = {"n": "country", "1": "region", "2": "region", "c": "city"}
LEVELS = {"n": 0, "1": 1, "2": 2}
EVIDENCE: dict[str, LocatedBy] = {"o": "own", "l": "outline", "m": "cities", "s": "namesake"}
FoundBy = Literal["name", "spelling", "other name"]
# Marks of lines that refer to a place under another key.
SPELLING = ">"
OTHER_NAME = "<"
FOUND_BY: dict[str, FoundBy] = {SPELLING: "spelling", OTHER_NAME: "other name"}
# An other name counts a fortieth of the population, so that "Islamabad" is not Chattogram nor "Salisbury" Harare, while
# "Bangalore" and "Saigon", which nobody else bears, still lead where they should.
OTHER_NAME_DISCOUNT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """A place that GeoNames knows.

    Attributes:
        geonames_id: Its GeoNames id.
        name: Its main name there: "Kyiv".
        kind: Country, region (a first- or second-level division) or city.
        level: 0 for a country, 1 and 2 for divisions; None for a city.
        country: ISO 3166-1 alpha-3; XKX for Kosovo.
        admin1_code: Code of the first-level division, as GeoNames writes it: "12"; None when unknown.
        admin1: Name of the first-level division; a first-level division names itself.
        population: Inhabitants; for a first-level division the sum over the cities known in it; None when unknown.
        rank: What `lookup` orders by: the population, except that a division that shares its name with one of its own
            cities counts no more than that city, and a place found by an other name counts a fortieth.
        lat: Degrees north; None when nothing tells.
        lon: Degrees east.
        located_by: Where the coordinates come from: `own` (GeoNames), `outline` (middle of the country's largest land
            mass), `cities` (middle of its cities, by population), `namesake` (the city in it of the same name).
        capital: For a country: the name of its capital.
        is_capital: Whether it is the capital of a country.
        found_by: Whether the name is its main one, a spelling of it, or an other name: former or foreign.
    """

    geonames_id: int
    name: str
    kind: EntryKind
    level: int | None
    country: str
    admin1_code: str | None
    admin1: str | None
    population: int | None
    rank: int
    lat: float | None
    lon: float | None
    located_by: LocatedBy | None
    capital: str | None
    is_capital: bool
    found_by: FoundBy


class Gazetteer:
    """Places by name.

    `load` takes a few milliseconds; a worker process that receives a gazetteer loads its own from the same file.

    Args:
        path: The file that `genscripts/gazetteer.py` wrote.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._table = NameBlocks(path.read_bytes())
        self._admin1: dict[str, str] = self._table.head["admin1"]
        self._countries: dict[str, dict[str, Any]] = self._table.head["countries"]
        self._capitals = frozenset(row["capital_id"] for row in self._countries.values())

    @classmethod
    def load(cls, path: Path | None = None) -> Self:
        """Open the packaged gazetteer, or another file of its make."""
        return cls(path or resource_path(FILE))

    def __reduce__(self) -> tuple[Callable[[Path], "Gazetteer"], tuple[Path]]:
        return (type(self), (self._path,))

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the file, for the configuration's hash."""
        return sha256(self._path.read_bytes()).hexdigest()

    @property
    def countries(self) -> tuple[str, ...]:
        """The alpha-3 codes of all countries, sorted."""
        return tuple(sorted(self._countries))

    def country(self, alpha3: str) -> GazetteerEntry | None:
        """Return a country by its ISO 3166-1 alpha-3 code (XKX is Kosovo); None when there is no such country."""
        row = self._countries.get(alpha3)
        return None if row is None else self._entry(row["fields"], capital=row["capital"])

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Return every place of that name, the most populous first.

        1. The name as it stands, whatever its accents, case and punctuation: "St. Petersburg", "Lodz".
        2. Else without the word that tells its kind, among places of that kind: "Idlib province", "Kano city".

        Args:
            name: A place name as written in the text.

        Returns:
            Places by descending rank, then by GeoNames id; empty when the name is unknown.
        """
        folded = fold_name(name)
        if found := self._filed_under(folded):
            return found
        bare = bare_name(folded)
        if bare is None:
            return ()
        return tuple(entry for entry in self._filed_under(bare.name) if entry.kind == bare.kind)

    def _filed_under(self, key: str) -> tuple[GazetteerEntry, ...]:
        entries = [
            self._referred(row) if row[0] in FOUND_BY else self._found(key, row) for row in self._table.rows(key)
        ]
        return tuple(sorted(entries, key=lambda entry: (-entry.rank, entry.kind != "city", entry.geonames_id)))

    def _referred(self, fields: list[str]) -> GazetteerEntry:
        """Follow a line that files a place under another key than its main one."""
        mark, key, geonames_id = fields
        main = next(row for row in self._table.rows(key) if row[0] not in FOUND_BY and row[1] == geonames_id)
        entry = self._found(key, main)
        rank = entry.rank // OTHER_NAME_DISCOUNT if mark == OTHER_NAME else entry.rank
        return replace(entry, found_by=FOUND_BY[mark], rank=rank)

    def _found(self, key: str, fields: list[str]) -> GazetteerEntry:
        kind, geonames_id, name, country, *rest = fields
        capital = self._countries[country]["capital"] if KINDS[kind] == "country" else None
        # The generator leaves out a name that the key tells.
        return self._entry([kind, geonames_id, name or key.title(), country, *rest], capital=capital)

    def _entry(self, fields: list[str], *, capital: str | None) -> GazetteerEntry:
        kind, geonames_id, name, country, admin1_code, population, rank, lat, lon, evidence = fields
        return GazetteerEntry(
            geonames_id=int(geonames_id),
            name=name,
            kind=KINDS[kind],
            level=LEVELS.get(kind),
            country=country,
            admin1_code=admin1_code or None,
            admin1=self._admin1.get(f"{country}.{admin1_code}"),
            population=int(population) if population else None,
            rank=int(rank or population or 0),
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            located_by=EVIDENCE.get(evidence),
            capital=capital,
            is_capital=int(geonames_id) in self._capitals,
            found_by="name",
        )
