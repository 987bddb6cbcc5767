"""Who does how much to whom: a matrix of the busiest, each cell by how much of it is conflict."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt

from reportedly.charts.quads import COOPERATION
from reportedly.charts.theme import LAND, MIXED, PAPER, QUADS, WIDTH
from reportedly.charts.words import Looks, Picture, finished, layers, legible, nothing, rows
from reportedly.records import Quad
from reportedly.storage.listings import PairCount
from reportedly.wording.counting import counted

#: Rows and columns of the matrix at most, on a picture of full width and on one for a phone; letters of their names.
MOST, FEW = 12, 6
NAME, SHORT = 30, 14
CELL, SMALL = 38, 32
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


def dyads(counts: Iterable[PairCount], *, width: int = WIDTH) -> Picture:
    """Draw a matrix of actors and recipients, the busiest first, with the number of events in each cell.

    Args:
        counts: By actor and recipient.
        width: What the picture has room for, in pixels; a narrow one shows fewer.
    """
    is_narrow = width < WIDTH
    letters = SHORT if is_narrow else NAME
    every: defaultdict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for count in counts:
        if count.events > 0:
            pair = legible(count.actor, longest=letters), legible(count.recipient, longest=letters)
            every[pair][count.quad not in COOPERATION] += count.events
    if not every:
        return nothing(TITLE)
    shown = _shown(every, most=FEW if is_narrow else MOST)
    actors, recipients = _busiest(shown, side=0), _busiest(shown, side=1)
    total, drawn = _total(every), _total(shown)
    notes = [f"The busiest pairs: {drawn:,} of {counted(total, 'event')}."]
    chart = _matrix(shown, actors=actors, recipients=recipients, is_narrow=is_narrow)
    return finished(chart, title=TITLE, says=_says(every), notes=notes if drawn < total else [])


def _matrix(pairs: Pairs, *, actors: list[str], recipients: list[str], is_narrow: bool) -> alt.LayerChart:
    cell = SMALL if is_narrow else CELL
    size: Looks = {"width": cell * len(recipients), "height": cell * len(actors)}
    x = alt.X("recipient:N", sort=recipients, axis=_axis("to whom", orient="top", labelAngle=-40))
    y = alt.Y("actor:N", sort=actors, axis=_axis("who", orient="left"))
    empty = [{"actor": actor, "recipient": recipient} for actor in actors for recipient in recipients]
    values = [
        {"actor": actor, "recipient": recipient, "events": split.total(), "share": _band(split)}
        for (actor, recipient), split in pairs.items()
    ]
    scale = alt.Scale(domain=list(BANDS), range=[colour.light for _, colour in BANDS.values()])
    legend = alt.Legend(title=None, orient="bottom", symbolType="square", columns=2 if is_narrow else 3)
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


def _shown(pairs: Pairs, *, most: int) -> Pairs:
    """Return the busiest pairs, as many as a matrix has rows and columns for."""
    shown: dict[tuple[str, str], Counter[bool]] = {}
    for pair in _ranked(pairs):
        actors, recipients = {actor for actor, _ in shown} | {pair[0]}, {whom for _, whom in shown} | {pair[1]}
        if len(actors) <= most and len(recipients) <= most:
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
