"""All places that bear one name: countries by the codebook's words, the gazetteer's, and the codebook's own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.records import PlaceKind
from reportedly.resolution.actor_words import Nation
from reportedly.resolution.gazetteer import Gazetteer, GazetteerEntry
from reportedly.resolution.place_lexicon import KnownPlace, PlaceLexicon
from reportedly.resolution.place_names import fold_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """One of the places that bear a name.

    Attributes:
        name: Its usual name.
        kind: Country, region or city.
        level: 0 for a country, 1 and 2 for divisions of that level.
        country: As PLOVER writes it: ISO 3166-1 alpha-3, KOS for Kosovo.
        admin1: Name of the first-level division.
        weight: Inhabitants, or what stands for them.
        namesake: Whether it is a division that counts no more than the city in it of the same name.
        is_capital: Whether it is a national capital.
        geonames_id: None when it is not in the gazetteer.
        lat: Degrees north.
        lon: Degrees east.
    """

    name: str
    kind: PlaceKind
    level: int | None
    country: str
    admin1: str | None
    weight: int
    namesake: bool = False
    is_capital: bool = False
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None


class BearerBook:
    """The bearers of names, each name looked up once: make one for each text.

    Args:
        gazetteer: Places by name.
        lexicon: The codebook's places.
    """

    def __init__(self, gazetteer: Gazetteer, lexicon: PlaceLexicon) -> None:
        self._gazetteer = gazetteer
        self._lexicon = lexicon
        self._seen: dict[str, tuple[Bearer, ...]] = {}

    def of(self, name: str) -> tuple[Bearer, ...]:
        """Return the gazetteer's and the codebook's places of a name, countries included.

        Args:
            name: As it stands in the text, without article and possessive.
        """
        found = self._seen.get(name)
        if found is None:
            found = self._seen[name] = tuple(self._gathered(name))
        return found

    def of_nation(self, name: str, nation: Nation) -> tuple[Bearer, ...]:
        """Return the bearers of a name that the codebook lists for a country.

        1. A part that newswire names for the whole is that part: "Scotland".
        2. Else the country, and first-level divisions elsewhere that bear its name: "Georgia".
        """
        country = self._gazetteer.country("XKX" if nation.code == "KOS" else nation.code)
        if country is None:
            return self.of(name)
        divisions = [b for b in self.of(name) if b.level == 1]
        parts = [b for b in divisions if b.country == nation.code and fold_name(name) == fold_name(b.name)]
        if parts and fold_name(name) != fold_name(nation.name):
            return tuple(parts)
        whole = replace(_of_entry(country), name=nation.name)
        return (whole, *(b for b in divisions if b.country != nation.code))

    def _gathered(self, name: str) -> Iterator[Bearer]:
        known = list(self._lexicon.known(name))
        for entry in self._gazetteer.lookup(name):
            bearer = _of_entry(entry)
            own = next((k for k in known if _is_same(k, bearer)), None)
            if own is not None:
                known.remove(own)
                bearer = replace(bearer, lat=own.lat, lon=own.lon, weight=own.weight, namesake=False)
            yield bearer
        yield from (_of_known(place) for place in known)


def _is_same(known: KnownPlace, bearer: Bearer) -> bool:
    """Tell whether a place of the codebook is the gazetteer's under the same name."""
    alike = known.kind is bearer.kind and known.level == bearer.level and known.country == bearer.country
    return alike and (known.level == 1 or known.admin1 == bearer.admin1)


def _of_entry(entry: GazetteerEntry) -> Bearer:
    return Bearer(
        name=entry.name,
        kind=PlaceKind(entry.kind),
        level=entry.level,
        country="KOS" if entry.country == "XKX" else entry.country,
        admin1=entry.admin1 if entry.level != 0 else None,
        weight=entry.rank,
        namesake=entry.kind == "region" and entry.rank != (entry.population or 0),
        is_capital=entry.is_capital,
        geonames_id=entry.geonames_id,
        lat=entry.lat,
        lon=entry.lon,
    )


def _of_known(place: KnownPlace) -> Bearer:
    return Bearer(
        name=place.name,
        kind=place.kind,
        level=place.level,
        country=place.country,
        admin1=place.name if place.level == 1 else place.admin1,
        weight=place.weight,
        lat=place.lat,
        lon=place.lon,
    )
