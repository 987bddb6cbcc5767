"""Who does how much to whom: a matrix of the busiest, each cell by how much of it is conflict."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt

from reportedly.charts.quads import COOPERATION
from reportedly.charts.theme import LAND, MIXED, PAPER, QUADS
from reportedly.charts.words import Looks, Picture, finished, layers, legible, nothing, rows
from reportedly.records import Quad
from reportedly.storage.listings import PairCount
from reportedly.wording.counting import counted

#: Rows and columns of the matrix at most.
MOST = 12
CELL = 38
#: Letters of a name.
NAME = 30
TITLE = "Who did how much to whom"
#: Shares of conflict, from none to all: the first band whose share is not exceeded counts.
BANDS = {
    "cooperation only": (0.0, QUADS[Quad.MATERIAL_COOPERATION]),
    "mostly cooperation": (0.4, QUADS[Quad.VERBAL_COOPERATION]),
    "both": (0.6, MIXED),
    "mostly conflict": (0.999, QUADS[Quad.VERBAL_CONFLICT]),
    "conflict only": (1.0, QUADS[Quad.MATERIAL_CONFLICT]),
}

Pairs = Mapping[tuple[str, str], Counter[bool]]


def dyads(counts: Iterable[PairCount]) -> Picture:
    """Draw a matrix of actors and recipients, the busiest first, with the number of events in each cell."""
    every: defaultdict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for count in counts:
        if count.events > 0:
            pair = legible(count.actor, longest=NAME), legible(count.recipient, longest=NAME)
            every[pair][count.quad not in COOPERATION] += count.events
    if not every:
        return nothing(TITLE)
    shown = _shown(every)
    actors, recipients = _busiest(shown, side=0), _busiest(shown, side=1)
    total, drawn = _total(every), _total(shown)
    notes = [f"The busiest pairs: {drawn:,} of {counted(total, 'event')}."]
    chart = _matrix(shown, actors=actors, recipients=recipients)
    return finished(chart, title=TITLE, says=_says(every), notes=notes if drawn < total else [])


def _matrix(pairs: Pairs, *, actors: list[str], recipients: list[str]) -> alt.LayerChart:
    size: Looks = {"width": CELL * len(recipients), "height": CELL * len(actors)}
    x = alt.X("recipient:N", sort=recipients, axis=_axis("to whom", orient="top", labelAngle=-40))
    y = alt.Y("actor:N", sort=actors, axis=_axis("who", orient="left"))
    empty = [{"actor": actor, "recipient": recipient} for actor in actors for recipient in recipients]
    values = [
        {"actor": actor, "recipient": recipient, "events": split.total(), "share": _band(split)}
        for (actor, recipient), split in pairs.items()
    ]
    scale = alt.Scale(domain=list(BANDS), range=[colour.light for _, colour in BANDS.values()])
    legend = alt.Legend(title=None, orient="bottom", symbolType="square", columns=3)
    square: Looks = {"stroke": PAPER.light, "strokeWidth": 2}
    ground = alt.Chart(rows(empty), **size).mark_rect(color=LAND.light, tooltip=None, **square).encode(x=x, y=y)
    cells = alt.Chart(rows(values), **size).encode(x=x, y=y, tooltip=["actor:N", "recipient:N", "share:N", "events:Q"])
    return layers(
        ground,
        cells.mark_rect(**square).encode(color=alt.Color("share:N", scale=scale, legend=legend)),
        cells.mark_text(color=PAPER.light, fontWeight="bold").encode(text=alt.Text("events:Q", format=",d")),
    )


def _axis(title: str, **looks: Any) -> alt.Axis:
    return alt.Axis(title=title, domain=False, ticks=False, grid=False, **looks)


def _shown(pairs: Pairs) -> Pairs:
    """Return the busiest pairs, as many as a matrix has rows and columns for."""
    shown: dict[tuple[str, str], Counter[bool]] = {}
    for pair in _ranked(pairs):
        actors, recipients = {actor for actor, _ in shown} | {pair[0]}, {whom for _, whom in shown} | {pair[1]}
        if len(actors) <= MOST and len(recipients) <= MOST:
            shown[pair] = pairs[pair]
    return shown


def _ranked(pairs: Pairs) -> list[tuple[str, str]]:
    return sorted(pairs, key=lambda pair: (-pairs[pair].total(), pair))


def _busiest(pairs: Pairs, *, side: int) -> list[str]:
    totals: Counter[str] = Counter()
    for pair, split in pairs.items():
        totals[pair[side]] += split.total()
    return sorted(totals, key=lambda name: (-totals[name], name))


def _band(split: Counter[bool]) -> str:
    share = split[True] / split.total()
    return next(name for name, (most, _) in BANDS.items() if share <= most)


def _total(pairs: Pairs) -> int:
    return sum(split.total() for split in pairs.values())


def _says(pairs: Pairs) -> str:
    named = "; ".join(
        f"{' to '.join(pair)}: {pairs[pair].total():,}, {_band(pairs[pair])}" for pair in _ranked(pairs)[:5]
    )
    return f"{counted(_total(pairs), 'event')} between {counted(len(pairs), 'pair')}. {named}."
