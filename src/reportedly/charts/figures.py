"""Who gives which figure: a line for each origin, from the least to the most that it gave; nothing is averaged."""

from collections.abc import Iterable, Iterator, Sequence

import altair as alt

from reportedly.charts.theme import INK, PAPER, QUADS, RULE, WIDTH
from reportedly.charts.words import Looks, Picture, encoded, finished, layers, legible, nothing, rows
from reportedly.linking.explanation import FigureLine, GivenRange
from reportedly.records import Quad
from reportedly.wording.counting import number_words, range_words
from reportedly.wording.when import iso_words

STEP = 34
TITLE = "Figures, by who gives them"
MARK = QUADS[Quad.MATERIAL_COOPERATION]
#: Beyond these, a picture is no help; the ledger lists them all.
LINES, ORIGINS = 8, 20


def figure_ranges(figures: Sequence[FigureLine], *, width: int = WIDTH) -> Picture:
    """Draw each figure's origins below one another, on one axis.

    A dot is a figure, a bar a range, an arrow an end that was left open ("at least 61"); hollow dots are figures that
    the same origin has replaced since.

    Args:
        figures: Of an explanation.
        width: Of the picture, in pixels.
    """
    drawn = [line for line in figures if any(_ends(given) for given in line.given)][:LINES]
    if not drawn:
        return nothing(TITLE)
    chart = alt.vconcat(*(_panel(line, width=width) for line in drawn), spacing=26)
    taken_back = any(given.superseded for line in drawn for given in line.given)
    notes = ["Hollow: replaced since by the same source."] if taken_back else []
    if len(drawn) < len(figures):
        notes.append(f"{len(drawn)} of {len(figures)} figures.")
    return finished(chart, title=TITLE, says=" ".join(map(_says, drawn)), notes=notes)


def _panel(line: FigureLine, *, width: int) -> alt.LayerChart:
    given = [one for one in line.given if _ends(one)][:ORIGINS]
    values = [_row(one) for one in given]
    order = [legible(one.by) for one in given]
    everything = [end for one in given for end in (*_ends(one), *one.superseded)]
    edges = alt.Scale(domain=[min(0.0, *everything), max(everything) * 1.08 or 1.0], nice=False)
    names = width // 3
    base = alt.Chart(rows(values), width=width - names, height=alt.Step(STEP)).encode(
        y=alt.Y(
            "by:N", sort=order, axis=alt.Axis(title=None, domain=False, ticks=False, grid=True, labelLimit=names - 10)
        )
    )
    low = alt.X(
        "low:Q", scale=edges, axis=alt.Axis(title=_name(line), tickMinStep=1, tickCount=width // 100, grid=False)
    )
    point: Looks = {
        "shape": "circle", "filled": True, "size": 90, "color": MARK.light, "stroke": PAPER.light, "strokeWidth": 1,
        "opacity": 1,
    }  # fmt: skip
    tooltip = ["by:N", "figure:N", "said:N"]
    return layers(
        base.mark_bar(height=5, color=MARK.light).encode(x=low, x2="high:Q", tooltip=tooltip),
        base.mark_point(**point).encode(x=low, tooltip=tooltip),
        base.mark_point(**point).encode(x="high:Q", tooltip=tooltip),
        base.mark_text(text="→", align="left", dx=8, color=MARK.light, fontSize=14)
        .encode(x="low:Q")
        .transform_filter("datum.open === 'above'"),
        base.mark_text(text="←", align="right", dx=-8, color=MARK.light, fontSize=14)
        .encode(x="high:Q")
        .transform_filter("datum.open === 'below'"),
        base.mark_text(align="center", dy=-12, color=INK.light).encode(x="high:Q", text="figure:N"),
        _replaced(given, order),
    )


def _replaced(given: Iterable[GivenRange], order: Sequence[str]) -> alt.Chart:
    values = [
        {"by": legible(one.by), "value": value, "figure": f"{number_words(value)}, replaced since"}
        for one in given
        for value in one.superseded
    ]
    hollow = alt.Chart(rows(values)).mark_point(
        shape="circle", filled=True, size=70, color=PAPER.light, stroke=RULE.light, strokeWidth=1.6, opacity=1
    )
    return encoded(hollow, x="value:Q", y=alt.Y("by:N", sort=list(order)), tooltip=["by:N", "figure:N"])


def _row(one: GivenRange) -> dict[str, str | float]:
    ends = _ends(one)
    open_side = "above" if one.high is None else "below" if one.low is None else "none"
    return {
        "by": legible(one.by),
        "low": min(ends),
        "high": max(ends),
        "open": open_side,
        "figure": range_words(one.low, one.high),
        "said": "" if one.as_of is None else iso_words(one.as_of),
    }


def _ends(one: GivenRange) -> list[float]:
    return [end for end in (one.low, one.high) if end is not None]


def _name(line: FigureLine) -> str:
    return str(line.kind) if line.unit is None else legible(f"{line.unit} ({line.kind})")


def _says(line: FigureLine) -> str:
    return f"{_name(line).capitalize()}: {'; '.join(_given_words(line.given))}."


def _given_words(given: Iterable[GivenRange]) -> Iterator[str]:
    for one in given:
        before = f", {', '.join(map(number_words, one.superseded))} before" if one.superseded else ""
        yield f"{range_words(one.low, one.high)} by {legible(one.by)}{before}"
