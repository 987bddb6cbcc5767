"""Where it happened, on an outline of the world without names: Natural Earth's, which takes no side about borders."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import altair as alt

from reportedly.charts.quads import most, quad_colour, quad_words
from reportedly.charts.theme import INK, LAND, PAPER, RULE, WIDTH
from reportedly.charts.words import Picture, encoded, finished, layers, legible, nothing, rows
from reportedly.records import Quad
from reportedly.resources import resource_path
from reportedly.storage.listings import PlaceCount
from reportedly.wording.counting import counted

OUTLINE = "world.topo.json"
#: Beyond these, dots hide one another.
DOTS = 400
#: So many places are named, the busiest first, and so many letters of a name are shown.
NAMED, LETTERS = 8, 24
#: Degrees that a name's dot, each of its letters, and its line take on a map of full width.
DOT, LETTER, LEADING = 7.0, 3.1, 5.0
#: Areas of the smallest and the largest dot; of so few events, none is large.
FEW = 10
SIZES = (24, 440)
TITLE = "Where it happened"


class Spot(NamedTuple):
    """A place with what happened there."""

    name: str
    lat: float
    lon: float
    quads: Mapping[Quad, int]
    events: int


def world_map(counts: Iterable[PlaceCount], *, width: int = WIDTH) -> Picture:
    """Draw a dot for each place, its area by the number of events, its colour by the quadrant that most are of.

    Args:
        counts: By place; one without coordinates on Earth is left out.
        width: Of the picture, in pixels.
    """
    every = _spots(counts)
    if not every:
        return nothing(TITLE)
    shown = every[:DOTS]
    chart = layers(_land(width), _dots(shown, width=width), _names(_apart(shown, width=width))).project("equalEarth")
    left = len(every) - len(shown)
    notes = [f"The {DOTS} places with most events; {counted(left, 'place')} with fewer not shown."] if left else []
    return finished(chart, title=TITLE, says=_says(every), notes=notes)


@cache
def _outline() -> Mapping[str, Any]:
    outline: Mapping[str, Any] = json.loads(resource_path(OUTLINE).read_text(encoding="utf-8"))
    return outline


def _spots(counts: Iterable[PlaceCount]) -> list[Spot]:
    """Return the places that can be on a map, the busiest first."""
    found: defaultdict[tuple[str, float, float], Counter[Quad]] = defaultdict(Counter)
    for count in counts:
        if count.events > 0 and abs(count.lat) <= 90 and abs(count.lon) <= 180:
            found[count.name, count.lat, count.lon][count.quad] += count.events
    spots = [Spot(name, lat, lon, quads, quads.total()) for (name, lat, lon), quads in found.items()]
    return sorted(spots, key=lambda spot: (-spot.events, spot.name, spot.lat, spot.lon))


def _land(width: int) -> alt.Chart:
    data = alt.InlineData(values=_outline(), format=alt.TopoDataFormat(type="topojson", feature="countries"))
    shape = alt.Chart(data, width=width, height=width // 2)
    return encoded(shape.mark_geoshape(fill=LAND.light, stroke=PAPER.light, strokeWidth=0.6, tooltip=None))


def _dots(spots: Sequence[Spot], *, width: int) -> alt.Chart:
    largest = max(spot.events for spot in spots)
    values = [
        {"place": legible(s.name), "lat": s.lat, "lon": s.lon, "quad": str(most(s.quads)), "events": s.events}
        for s in spots
    ]
    legend = alt.Legend(
        title="events", symbolFillColor=RULE.light, orient="bottom-left", offset=0, format=",d", values=_steps(largest)
    )
    scale = alt.Scale(type="sqrt", domain=[0, max(largest, FEW)], range=list(SIZES))
    return encoded(
        alt.Chart(rows(values)).mark_circle(opacity=1, stroke=PAPER.light, strokeWidth=0.8),
        longitude="lon:Q",
        latitude="lat:Q",
        color=quad_colour(width=width),
        size=alt.Size("events:Q", scale=scale, legend=legend),
        tooltip=[alt.Tooltip("place:N"), alt.Tooltip("events:Q"), alt.Tooltip("quad:N", title="mostly")],
    )


def _names(spots: Iterable[Spot]) -> alt.Chart:
    values = [{"place": legible(spot.name, longest=LETTERS), "lat": spot.lat, "lon": spot.lon} for spot in spots]
    mark = alt.Chart(rows(values)).mark_text(
        align="left", baseline="middle", dx=13, color=INK.light, fontSize=11, stroke=None
    )
    return encoded(mark, longitude="lon:Q", latitude="lat:Q", text="place:N")


def _apart(spots: Iterable[Spot], *, width: int) -> list[Spot]:
    """Return the busiest places whose names stand in the way of no other name and no other dot."""
    every = list(spots)
    degree = WIDTH / width
    named: list[Spot] = []
    for spot in every:
        free = not any(_hides(spot, other, degree=degree) for other in every if other is not spot)
        if free and len(named) < NAMED and not any(_hides(other, spot, degree=degree) for other in named):
            named.append(spot)
    return named


def _hides(spot: Spot, other: Spot, *, degree: float) -> bool:
    """Return whether the name of a place would stand over the dot of another."""
    reach = degree * (DOT + LETTER * min(len(spot.name), LETTERS))
    return 0 <= other.lon - spot.lon < reach and abs(other.lat - spot.lat) < degree * LEADING


def _steps(largest: int) -> list[int]:
    """Return the numbers of the legend: the largest, and one or two below it."""
    return sorted({1, max(1, largest // 4), largest})


def _says(spots: list[Spot]) -> str:
    quads: Counter[Quad] = Counter()
    for spot in spots:
        quads.update(spot.quads)
    busiest = ", ".join(f"{legible(spot.name)} ({spot.events:,})" for spot in spots[:5])
    return (
        f"{counted(quads.total(), 'event')} at {counted(len(spots), 'place')}: {quad_words(quads)}. Most in {busiest}."
    )
