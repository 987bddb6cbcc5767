"""Who gave which figure when: along time, each origin's figure from the day it was given until it was taken back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import altair as alt

from reportedly.charts.moments import Stretch, read_moment, stretch_of
from reportedly.charts.theme import FONT, INK, LAND, LINE, PAPER, QUADS, RULE, SOFT, WIDTH
from reportedly.charts.words import Looks, Picture, encoded, finished, layers, legible, nothing, rows
from reportedly.records import GivenValue, Quad, QuantityKind
from reportedly.wording.counting import counted, range_words
from reportedly.wording.when import iso_words

TITLE = "Figures over time, by who gives them"
MARK = QUADS[Quad.MATERIAL_COOPERATION].light
#: Beyond these, a picture is no help; the table lists them all.
PANELS, ORIGINS = 6, 14
#: Pixels of a panel at least, of the line of days below it, and of a label with the room around it.
HEIGHT, DAYS, LABEL = 120, 18, 16
#: Pixels of a letter, from a panel to its labels, and for a tick with its words.
LETTER, LEADER, TICK = 5.7, 14, 110
#: Free space above the greatest figure, as a share of all.
ROOM = 0.15


@dataclass(frozen=True, slots=True)
class Given:
    """A figure that somebody gave at a moment; `stands` until the same origin has given another."""

    by: str
    low: float | None
    high: float | None
    at: datetime
    stands: bool
    until: datetime | None

    @property
    def ends(self) -> list[float]:
        """Return the ends that are not open."""
        return [end for end in (self.low, self.high) if end is not None]


@dataclass(frozen=True, slots=True)
class Panel:
    """The figures of one thing that is measured, the earliest first."""

    name: str
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """What an origin holds in the end: its words, its figure, and the height at which the words stand."""

    words: str
    value: float
    beside: float


@dataclass(frozen=True, slots=True)
class Frame:
    """What the marks of a panel share: its size, its time, and the figures at its foot and at its top."""

    width: int
    height: int
    time: Stretch
    title: str
    floor: float
    top: float

    def x(self, field: str) -> alt.X:
        """Return the channel of a moment."""
        ends = [self.time.first.isoformat(), self.time.last.isoformat()]
        return alt.X(f"{field}:T", axis=None, scale=alt.Scale(type="utc", domain=ends, nice=False))

    def y(self, field: str) -> alt.Y:
        """Return the channel of a figure."""
        # Half an arrest is none: of few, each is a tick.
        count = max(1, min(4, int(self.top - self.floor)))
        axis = alt.Axis(title=self.title, tickCount=count, grid=False, domain=False, ticks=False)
        return alt.Y(f"{field}:Q", axis=axis, scale=alt.Scale(domain=[self.floor, self.top], nice=False, zero=False))

    def chart(self, values: Iterable[dict[str, Any]]) -> alt.Chart:
        """Return marks to be, of this size."""
        return alt.Chart(rows(values), width=self.width, height=self.height)


def figures_over_time(values: Iterable[GivenValue], *, width: int = WIDTH) -> Picture:
    """Draw each figure as a line from the moment when it was given, one panel for each thing that is measured.

    A band is a range, an arrow an end that was left open ("at least 61"); a line ends where the same origin has given
    another figure, and its dot is hollow.

    Args:
        values: Of a merged event.
        width: Of the picture, in pixels.
    """
    every = list(values)
    panels = [panel for panel in _panels(every) if panel.given]
    if not panels:
        return nothing(TITLE)
    shown = panels[:PANELS]
    time = stretch_of(given.at for panel in shown for given in panel.given)
    chart = alt.vconcat(*(_draw(panel, time, width=width) for panel in shown), spacing=20)
    undated = sum(read_moment(value.as_of) is None for value in every)
    notes = [
        *(["Hollow: taken back since."] if any(not one.stands for panel in shown for one in panel.given) else []),
        *([f"{len(shown)} of {len(panels)} figures."] if len(shown) < len(panels) else []),
        *([f"{counted(undated, 'figure')} without a date not drawn."] if undated else []),
    ]
    return finished(chart, title=TITLE, says=" ".join(map(_says, shown)), notes=notes)


def _panels(values: Iterable[GivenValue]) -> Iterator[Panel]:
    """Yield what is measured; what is counted, by what it is that is counted."""
    grouped: defaultdict[str, list[GivenValue]] = defaultdict(list)
    for value in values:
        by_unit = value.unit is not None and value.kind is QuantityKind.COUNT
        grouped[legible(f"{value.unit} ({value.kind})") if by_unit else str(value.kind)].append(value)
    for name, own in grouped.items():
        given = (one for value in own if (one := _given(value, own)) is not None)
        yield Panel(name, tuple(sorted(given, key=lambda one: (one.at, one.by, one.ends))))


def _given(value: GivenValue, others: Iterable[GivenValue]) -> Given | None:
    """Return a figure to draw; None for one without a moment."""
    at = read_moment(value.as_of)
    has_bounds = value.low is not None or value.high is not None
    low, high = (value.low, value.high) if has_bounds else (value.value, value.value)
    if at is None or low is None and high is None:
        return None
    later = [then for other in others if other.by == value.by and (then := read_moment(other.as_of)) and then > at]
    until = min(later, default=at) if value.superseded else None
    return Given(legible(value.by), low, high, at, not value.superseded, until)


def _draw(panel: Panel, time: Stretch, *, width: int) -> alt.LayerChart:
    labels = width * 2 // 5
    frame = _frame(panel, time, width=width - labels)
    base = frame.chart(_row(given, time) for given in panel.given)
    x, low, high = frame.x("from"), frame.y("low"), frame.y("high")
    line: Looks = {"color": MARK, "strokeWidth": 1.6}
    return layers(
        _days(frame),
        encoded(base.mark_rect(color=LAND.light, opacity=1), x=x, x2="until:T", y=low, y2="high:Q"),
        encoded(base.mark_rule(**line), x=x, x2="until:T", y=low),
        encoded(base.mark_rule(**line), x=x, x2="until:T", y=high),
        _arrow(base, "↑", dy=-12, x=x, y=high),
        _arrow(base, "↓", dy=12, x=x, y=low),
        _dots(base, x=x, y=low),
        _dots(base, x=x, y=high),
        _words(frame, _labels(panel, frame), letters=int((labels - LEADER - 6) / LETTER)),
    )


def _frame(panel: Panel, time: Stretch, *, width: int) -> Frame:
    ends = [end for given in panel.given for end in given.ends]
    least, most = min(ends), max(ends)
    # From nought where that still tells the figures apart.
    floor = min(0.0, least) if least < most / 2 or least == most else max(0.0, least - (most - least))
    height = max(HEIGHT, LABEL * (1 + min(ORIGINS, len({given.by for given in panel.given}))))
    return Frame(width, height, time, panel.name, floor, most + ((most - floor) * ROOM or 1.0))


def _row(given: Given, time: Stretch) -> dict[str, Any]:
    return {
        "by": given.by,
        "from": given.at.isoformat(),
        "until": (given.until or time.last).isoformat(),
        "low": min(given.ends),
        "high": max(given.ends),
        "open": "↑" if given.high is None else "↓" if given.low is None else "",
        "stands": given.stands,
        "figure": range_words(given.low, given.high),
        "said": iso_words(given.at.isoformat()),
    }


def _days(frame: Frame) -> alt.LayerChart:
    ticks = [
        {"at": tick.at.isoformat(), "label": tick.label} for tick in frame.time.ticks(most=max(2, frame.width // TICK))
    ]
    base = frame.chart(ticks)
    return layers(
        encoded(base.mark_rule(color=LINE.light), x=frame.x("at")),
        encoded(
            base.mark_text(color=SOFT.light, baseline="top", dy=6), x=frame.x("at"), y=alt.value(frame.height),
            text="label:N",
        ),
    )  # fmt: skip


def _arrow(base: alt.Chart, sign: str, *, dy: int, x: alt.X, y: alt.Y) -> alt.Chart:
    mark = base.transform_filter(alt.FieldEqualPredicate(field="open", equal=sign))
    return encoded(mark.mark_text(text=sign, dy=dy, color=MARK, fontSize=14), x=x, y=y)


def _dots(base: alt.Chart, *, x: alt.X, y: alt.Y) -> alt.Chart:
    fill = alt.Fill("stands:N", legend=None, scale=alt.Scale(domain=[True, False], range=[MARK, PAPER.light]))
    mark = base.mark_point(shape="circle", size=60, stroke=MARK, strokeWidth=1.4, opacity=1)
    return encoded(mark, x=x, y=y, fill=fill, tooltip=["by:N", "figure:N", "said:N"])


def _labels(panel: Panel, frame: Frame) -> list[Label]:
    """Return what each origin holds in the end, from the top, no two at one height."""
    held: defaultdict[str, list[Given]] = defaultdict(list)
    for given in panel.given:
        if given.stands:
            held[given.by].append(given)
    found = sorted(((max(own[-1].ends), by) for by, own in held.items()), reverse=True)[:ORIGINS]
    scale = frame.height / (frame.top - frame.floor)
    beside = _apart([(frame.top - value) * scale for value, _ in found], height=frame.height)
    return [
        Label(f"{_range_of(held[by])}, {by}", value, frame.top - place / scale)
        for (value, by), place in zip(found, beside, strict=True)
    ]


def _range_of(held: Iterable[Given]) -> str:
    """Return the least and the most that an origin holds."""
    lows, highs = zip(*((given.low, given.high) for given in held), strict=True)
    low = None if None in lows else min(lows)
    return range_words(low, None if None in highs else max(highs))


def _apart(places: Iterable[float], *, height: float) -> list[float]:
    """Return heights from the top as near to these as words allow that must not cover one another."""
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + LABEL) if found else place)
    foot = height
    for number in range(len(found) - 1, -1, -1):
        found[number] = min(found[number], foot)
        foot = found[number] - LABEL
    return found


def _words(frame: Frame, labels: Sequence[Label], *, letters: int) -> alt.LayerChart:
    base = frame.chart(
        {"words": legible(label.words, longest=letters), "value": label.value, "beside": label.beside}
        for label in labels
    )
    leader = base.mark_rule(color=RULE.light)
    words = base.mark_text(align="left", baseline="middle", font=FONT, color=INK.light)
    return layers(
        encoded(
            leader, x=alt.value(frame.width), x2=alt.value(frame.width + LEADER - 4), y=frame.y("value"), y2="beside:Q"
        ),
        encoded(words, x=alt.value(frame.width + LEADER), y=frame.y("beside"), text="words:N"),
    )


def _says(panel: Panel) -> str:
    said = (
        f"{range_words(given.low, given.high)} by {given.by} on {iso_words(given.at.date().isoformat())}"
        f"{'' if given.stands else ', taken back since'}"
        for given in panel.given
    )
    return f"{panel.name.capitalize()}: {'; '.join(said)}."
