"""Places, with honest precision: coordinates only where the words name something that has them."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.records.base import Record, Span


class PlaceKind(StrEnum):
    """What sort of place a name names."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    SEA = "sea"
    RIVER = "river"
    FACILITY = "facility"
    CONTINENT = "continent"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """A place that the text names.

    Attributes:
        name: Canonical name: "Caribbean Sea".
        text: The words as they stand: "Venezuelan waters".
        span: Where they stand.
        kind: Country, region, city, sea …
        country: ISO 3166-1 alpha-3; None when it lies in several, or is unknown.
        admin1: Name of the first-level division.
        geonames_id: GeoNames id (CC BY 4.0); None when the name is not there.
        lat: Degrees north; None when only a wider level is known.
        lon: Degrees east.
    """

    name: str
    text: str
    span: Span | None = None
    kind: PlaceKind
    country: str | None = None
    admin1: str | None = None
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
