"""Axes for marks that stand at moments: when they begin and end, and which days or hours are written below them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

#: Hours between ticks that people reckon in; the last is a year.
STEPS = (1, 3, 6, 12, 24, 48, 24 * 7, 24 * 14, 24 * 30, 24 * 91, 24 * 365)
#: A story of an hour is not drawn as wide as one of a year.
LEAST = timedelta(hours=12)
#: Free space at both ends, as a share of the time between them.
MARGIN = 0.04
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment with what is written below it."""

    at: datetime
    label: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time that a picture shows.

    Attributes:
        first: Where it begins.
        last: Where it ends.
    """

    first: datetime
    last: datetime

    def share(self, at: datetime) -> float:
        """Return where a moment stands, from 0 at the beginning to 1 at the end."""
        return (at - self.first) / (self.last - self.first)

    def ticks(self, *, most: int) -> Sequence[Tick]:
        """Return moments to write below the axis, so many at most, in UTC."""
        hours = next((step for step in STEPS if self._count(step) <= most), None)
        step = timedelta(hours=hours) if hours else (self.last - self.first) / max(1, most)
        midnight = self.first.replace(hour=0, minute=0, second=0, microsecond=0)
        every = (midnight + number * step for number in range((self.last - midnight) // step + 1))
        return [Tick(at, _label(at, step)) for at in every if at >= self.first]

    def _count(self, hours: int) -> int:
        return (self.last - self.first) // timedelta(hours=hours) + 1


def read_moment(value: str | None) -> datetime | None:
    """Return an ISO 8601 day or moment in UTC; None for what is neither, or a year or month alone."""
    try:
        read = datetime.fromisoformat(value or "")
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def stretch_of(moments: Iterable[datetime]) -> Stretch:
    """Return the time to show for these moments, with space at both ends; there must be one."""
    every = sorted(moments)
    first, last = every[0], every[-1]
    margin = max((last - first) * MARGIN, (LEAST - (last - first)) / 2)
    # A calendar ends; news that claims to be of its last day must not.
    room_before, room_after = first - datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC) - last
    return Stretch(first - min(margin, room_before), last + min(margin, room_after))


def _label(at: datetime, step: timedelta) -> str:
    day = f"{at.day} {at:%b}"
    return f"{day} {at.year}" if step >= DAY else f"{day}, {at:%H:%M}"
