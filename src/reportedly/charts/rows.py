"""What timeline, map and matrix are drawn from: counts of events of the real world, as a store's lists give them."""

from dataclasses import dataclass

from reportedly.records import Quad


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """How many events of a quadrant fall on a day.

    Attributes:
        day: ISO 8601: "2025-03-04".
        quad: Verbal or material, cooperation or conflict.
        events: How many.
    """

    day: str
    quad: Quad
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCount:
    """How many events of a quadrant happened at a place.

    Attributes:
        name: Of the place.
        lat: Degrees north.
        lon: Degrees east.
        quad: Verbal or material, cooperation or conflict.
        events: How many.
    """

    name: str
    lat: float
    lon: float
    quad: Quad
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PairCount:
    """How many events of a quadrant one did to the other.

    Attributes:
        actor: Who did it.
        recipient: To whom.
        quad: Verbal or material, cooperation or conflict.
        events: How many.
    """

    actor: str
    recipient: str
    quad: Quad
    events: int
