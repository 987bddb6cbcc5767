"""When the holidays of `codebook/holidays.yaml` fall.

Easter comes from python-dateutil. Feasts of the moon (Eid, Diwali, Passover, the Lunar New Year) are found but not
placed: their day depends on sightings and calendars that no library here has, and differs between countries.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from pydantic import BaseModel, ConfigDict

from reportedly.resolution.intervals import days_in_month
from reportedly.resources import load_model

FILE = "holidays.yaml"
#: `nth` of the last such weekday of a month.
LAST = -1


class Day(BaseModel):
    """The rule of a holiday, by one of: day of a month, nth weekday of a month, days after Easter; or none of them."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    easter: int | None = None
    orthodox_easter: int | None = None

    def in_year(self, year: int) -> date | None:
        """Return the day in a year; None when no rule tells it or it has no such day."""
        if self.easter is not None:
            sunday: date = easter(year, EASTER_WESTERN)
            return sunday + timedelta(days=self.easter)
        if self.orthodox_easter is not None:
            sunday = easter(year, EASTER_ORTHODOX)
            return sunday + timedelta(days=self.orthodox_easter)
        if self.month is None or (self.year is not None and self.year != year):
            return None
        if self.day is not None:
            return date(year, self.month, self.day)
        return self._nth_weekday(year, self.month)

    def _nth_weekday(self, year: int, month: int) -> date | None:
        if self.weekday is None or self.nth is None:
            return None
        days = (date(year, month, number) for number in range(1, days_in_month(year, month) + 1))
        found = [day for day in days if day.weekday() == self.weekday]
        return found[-1 if self.nth == LAST else self.nth - 1]


class Holiday(BaseModel):
    """One entry: names for one day.

    Attributes:
        names: As written, capitals included.
        of: Whose holiday it is; the names count only behind one of these.
        bare: Whether the names are also used for things of the feast ("Christmas trees").
        unit: What it lasts when its day is not told.
        falls: The rule; empty when none tells.
        examples: For the test.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    names: list[str]
    of: list[str] = []
    bare: bool = False
    unit: str = "day"
    falls: Day = Day()
    examples: list[dict[str, object]]

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form, with its owner where that is needed."""
        return tuple(f"{owner} {name}" for owner in self.of for name in self.names) or tuple(self.names)


@dataclass(frozen=True, slots=True)
class Holidays:
    """The holidays by their forms.

    Attributes:
        by_form: Form → holiday.
        bare: The forms that are also used for things.
    """

    by_form: dict[str, Holiday]
    bare: frozenset[str]


@lru_cache(maxsize=1)
def holidays() -> Holidays:
    """Load the holidays once a process."""
    entries = load_model(FILE, list[Holiday])
    by_form = {form: entry for entry in entries for form in entry.forms}
    return Holidays(by_form, frozenset(form for form, entry in by_form.items() if entry.bare))
