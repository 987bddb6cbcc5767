"""Words in pictures: news text made legible and short, and the title and description that every picture has."""

from collections.abc import Iterable
from typing import Any, TypeAlias, TypeVar

import altair as alt

from reportedly.charts.theme import CONFIG, NARROW, SOFT
from reportedly.wording.printable import printable

#: Longer names are cut; a picture has no room for them, and a hostile one could be of any length.
LONGEST = 48
NOTHING = "Nothing to show."

#: What the functions of this package return; `nothing` is a Chart.
Picture: TypeAlias = alt.Chart | alt.LayerChart | alt.VConcatChart
#: How a mark looks.
Looks: TypeAlias = dict[str, Any]

C = TypeVar("C", alt.Chart, alt.LayerChart, alt.VConcatChart)


def legible(text: str, *, longest: int = LONGEST) -> str:
    """Return news text as one line that shows every control character and has at most so many characters."""
    line = " ".join(printable(text[: longest * 4]).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def finished(chart: C, *, title: str, says: str, notes: Iterable[str] = ()) -> C:
    """Return a chart with its title, what it says in words, and the looks that all share.

    Args:
        chart: As drawn.
        title: What it is about.
        says: What a reader who does not see it should know.
        notes: What stands below the title: what was left out, how to read it.
    """
    lines = list(notes)
    heading = alt.Title(title, subtitle=lines) if lines else alt.Title(title)
    done: C = chart.properties(title=heading, description=f"{title}. {says}").configure(**CONFIG)
    return done


def nothing(title: str) -> alt.Chart:
    """Return a picture that says that there is nothing to show."""
    words = alt.InlineData(values=[{"words": NOTHING}])
    mark = alt.Chart(words, width=NARROW, height=60).mark_text(align="left", x=0, fontSize=12, color=SOFT.light)
    return finished(encoded(mark, text="words:N"), title=title, says=NOTHING)


def encoded(mark: alt.Chart, **channels: Any) -> alt.Chart:
    """Return a mark with its channels; for type checkers, Altair's own `encode` returns anything."""
    chart: alt.Chart = mark.encode(**channels)
    return chart


def layers(*charts: alt.Chart | alt.LayerChart, **properties: Any) -> alt.LayerChart:
    """Return charts drawn one over the other, the first at the bottom."""
    return alt.LayerChart(layer=list(charts), **properties)


def rows(values: Iterable[dict[str, Any]]) -> alt.InlineData:
    """Return values as the data of a chart; they are never read as anything but values."""
    return alt.InlineData(values=list(values))
