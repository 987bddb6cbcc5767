"""How much happened when: cooperation stands above the line, conflict hangs below it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

import altair as alt

from reportedly.charts.quads import quad_colour, quad_words
from reportedly.charts.theme import QUADS, RULE, WIDTH
from reportedly.charts.words import Picture, encoded, finished, layers, nothing, rows
from reportedly.records import Quad
from reportedly.storage.listings import DayCount
from reportedly.wording.counting import counted
from reportedly.wording.when import iso_words

#: A bar is a day while so many days fit, else a week, a month, a year.
DAYS, WEEKS, MONTHS = 92, 400, 365 * 12
#: Pixels for a label below the axis.
LABEL = 100
HEIGHT = 220
#: One event of one day is no wall of colour: so many bars have room at least, and so many events of each sort.
BARS, EVENTS = 12, 3
#: One event in so many may be left out.
TAIL = 10
#: What a bar is built of, from the line outwards.
ABOVE = (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)
BELOW = (Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT)


@dataclass(frozen=True, slots=True)
class Period:
    """What one bar stands for: its name, how its first day is written below the axis, about how many days it has."""

    name: str
    label: str
    days: int


DAY, WEEK = Period("day", "%-d %b %Y", 1), Period("week", "%-d %b %Y", 7)
MONTH, YEAR = Period("month", "%b %Y", 30), Period("year", "%Y", 365)


def timeline(counts: Iterable[DayCount], *, width: int = WIDTH) -> Picture:
    """Draw how many events of each quadrant fall on each day, week, month or year.

    Args:
        counts: By day; a day that is none (an event without a date) is left out.
        width: Of the picture, in pixels.
    """
    dated = [(day, count) for count in counts if (day := _day(count.day)) is not None and count.events > 0]
    if not dated:
        return nothing("Events over time")
    by_day: Counter[date] = Counter()
    for day, count in dated:
        by_day[day] += count.events
    first, last = _core(by_day)
    period = _period(first, last)
    bars: Counter[tuple[date, Quad]] = Counter()
    for day, count in dated:
        if first <= day <= last:
            bars[_first_of(day, period), count.quad] += count.events
    chart = layers(_bars(bars, period=period, width=width), _zero())
    says, notes = _says(bars, period=period), list(_left_out(by_day, first, last))
    return finished(chart, title=f"Events by {period.name}", says=" ".join([says, *notes]), notes=notes)


def _core(by_day: Counter[date]) -> tuple[date, date]:
    """Return the first and the last day to show.

    A few events of long ago (what a report recalls), or far ahead, would press all others into a corner: where a tenth
    of the events at most takes more than half of the time, that tenth is left out.
    """
    days = sorted(by_day)
    tail = by_day.total() // TAIL
    upwards = _without_tail(days, by_day, tail)
    return upwards[0], _without_tail(upwards[::-1], by_day, tail)[0]


def _without_tail(days: list[date], by_day: Counter[date], tail: int) -> list[date]:
    """Return days, in their order, without those of a tail that takes half of the way to the last, and so on."""
    kept, gone = 0, 0
    for number, day in enumerate(days):
        if 2 * abs(days[-1] - day) < abs(days[-1] - days[kept]):
            kept = number
        gone += by_day[day]
        if gone > tail:
            break
    return days[kept:]


def _left_out(by_day: Counter[date], first: date, last: date) -> Iterator[str]:
    earlier = sum(events for day, events in by_day.items() if day < first)
    later = sum(events for day, events in by_day.items() if day > last)
    if earlier:
        yield f"{counted(earlier, 'event')} before {iso_words(first.isoformat())} not shown."
    if later:
        yield f"{counted(later, 'event')} after {iso_words(last.isoformat())} not shown."


def _bars(bars: Counter[tuple[date, Quad]], *, period: Period, width: int) -> alt.Chart:
    starts = sorted({start for start, _ in bars})
    end = _next(starts[-1], period)
    ticks = [tick.isoformat() for tick in _ticks(starts[0], end, period, labels=max(2, width // LABEL))]
    above, below = (max(EVENTS, *(sum(bars[start, q] for q in quads) for start in starts)) for quads in (ABOVE, BELOW))
    axis = alt.Axis(values=ticks, format=period.label, title=None, grid=False, labelOverlap=True, labelFlush=True)
    heights = alt.Axis(
        labelExpr="format(abs(datum.value), ',d')", title="conflict ↓   events   ↑ cooperation", tickMinStep=1,
        tickCount=5, domain=False, ticks=False,
    )  # fmt: skip
    blocks = alt.Chart(rows(_blocks(bars, starts, period=period)), width=width, height=HEIGHT)
    return encoded(
        blocks.mark_rect(xOffset=0.5, x2Offset=-0.5),
        x=alt.X("from:T", axis=axis, scale=alt.Scale(type="utc", domain=_room(starts[0], end, period))),
        x2="to:T",
        y=alt.Y("low:Q", axis=heights, scale=alt.Scale(domain=[-below, above], nice=True)),
        y2="high:Q",
        color=quad_colour(width=width),
        tooltip=[alt.Tooltip("when:N", title=period.name), alt.Tooltip("quad:N"), alt.Tooltip("events:Q")],
    )


def _room(first: date, end: date, period: Period) -> list[str]:
    """Return where the axis begins and ends: few bars stand in its middle."""
    missing = max(0, BARS * period.days - (end - first).days) // 2
    wider = max(1, first.toordinal() - missing), min(date.max.toordinal(), end.toordinal() + missing)
    return [date.fromordinal(day).isoformat() for day in wider]


def _blocks(
    bars: Counter[tuple[date, Quad]], starts: Sequence[date], *, period: Period
) -> Iterator[dict[str, str | int]]:
    """Yield the blocks of each bar: what is verbal stands next to the line, what is material beyond it."""
    for start in starts:
        whole = {
            "from": start.isoformat(),
            "to": _next(start, period).isoformat(),
            "when": iso_words(start.isoformat()),
        }
        for quads, sign in ((ABOVE, 1), (BELOW, -1)):
            low = 0
            for quad in quads:
                events = bars[start, quad]
                if events:
                    high = low + sign * events
                    yield {**whole, "quad": str(quad), "events": events, "low": low, "high": high}
                    low = high


def _zero() -> alt.Chart:
    return encoded(alt.Chart(rows([{"zero": 0}])).mark_rule(color=RULE.light), y="zero:Q")


def _says(bars: Counter[tuple[date, Quad]], *, period: Period) -> str:
    by_start: Counter[date] = Counter()
    by_quad: Counter[Quad] = Counter(dict.fromkeys(QUADS, 0))
    for (start, quad), events in bars.items():
        by_start[start] += events
        by_quad[quad] += events
    busiest = min(start for start in by_start if by_start[start] == max(by_start.values()))
    return (
        f"{counted(by_quad.total(), 'event')} from {iso_words(min(by_start).isoformat())} to "
        f"{iso_words(max(by_start).isoformat())}: {quad_words(by_quad)}. The {period.name} with "
        f"most, {iso_words(busiest.isoformat())}, has {by_start[busiest]:,}."
    )


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _period(first: date, last: date) -> Period:
    days = (last - first).days
    return DAY if days < DAYS else WEEK if days < WEEKS else MONTH if days < MONTHS else YEAR


def _first_of(day: date, period: Period) -> date:
    if period is DAY:
        return day
    if period is WEEK:
        return date.fromordinal(max(1, day.toordinal() - day.weekday()))
    return day.replace(day=1) if period is MONTH else day.replace(month=1, day=1)


def _next(start: date, period: Period) -> date:
    """Return where the next bar begins; the last that a calendar has ends with it."""
    if start.year == date.max.year:
        return date.max
    if period is DAY:
        return start + timedelta(days=1)
    if period is WEEK:
        return start + timedelta(days=7)
    if period is YEAR or start.month == 12:
        return date(start.year + 1, 1, 1)
    return start.replace(month=start.month + 1)


def _ticks(first: date, end: date, period: Period, *, labels: int) -> Sequence[date]:
    starts = [first]
    while starts[-1] < end:
        starts.append(_next(starts[-1], period))
    inside = list(takewhile(lambda start: start < end, starts)) or [first]
    return inside[:: -(-len(inside) // labels)]
