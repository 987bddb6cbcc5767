"""Figures and things counted, with their bounds and the words that show them."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.records.base import Record, Span


class QuantityKind(StrEnum):
    """What a figure measures."""

    KILLED = "killed"
    INJURED = "injured"
    ARRESTED = "arrested"
    DISPLACED = "displaced"
    MISSING = "missing"
    MONEY = "money"
    SHARE = "share"
    COUNT = "count"
    DURATION = "duration"
    RATE = "rate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Record):
    """A figure in the text.

    Attributes:
        kind: What it measures.
        value: The figure; None for "between 30 and 40", which has both bounds instead.
        low: Lower bound, included; None when open.
        high: Upper bound, included; None when open.
        unit: "people", "year", "tonne" …
        currency: ISO 4217 for money.
        per: "month" in "$67 million monthly".
        modifier: "at least", "around": as it stands.
        text: The words.
        span: Where they stand.
    """

    kind: QuantityKind
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    currency: str | None = None
    per: str | None = None
    modifier: str | None = None
    text: str
    span: Span


class ItemCategory(StrEnum):
    """What sort of thing an event is about."""

    AIRCRAFT = "aircraft"
    MISSILE = "missile"
    RADAR = "radar"
    DRONE = "drone"
    VESSEL = "vessel"
    VEHICLE = "vehicle"
    ELECTRONIC_WARFARE = "electronic-warfare"
    AMMUNITION = "ammunition"
    AID = "aid"
    MONEY = "money"
    TERRITORY = "territory"
    PERSON = "person"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Record):
    """A thing that an event is about.

    Attributes:
        text: The words: "new missile batteries".
        span: Where they stand.
        category: What sort of thing.
        count: How many; None when the text does not say.
        action: What happens to it: deliver, repair, refurbish, share, release …
    """

    text: str
    span: Span
    category: ItemCategory
    count: int | None = None
    action: str | None = None
