"""The four quadrants in their colours."""

from collections import Counter
from collections.abc import Mapping

import altair as alt

from reportedly.charts.theme import NARROW, QUADS
from reportedly.records import Quad
from reportedly.wording.counting import number_words

COOPERATION = frozenset({Quad.MATERIAL_COOPERATION, Quad.VERBAL_COOPERATION})


def quad_colour(*, width: int) -> alt.Color:
    """Return the colour of a field `quad`, with its legend; the same for every picture, whatever it holds."""
    columns = 4 if width > NARROW else 2
    scale = alt.Scale(domain=[str(quad) for quad in QUADS], range=[colour.light for colour in QUADS.values()])
    return alt.Color("quad:N", scale=scale, legend=alt.Legend(title=None, symbolType="square", columns=columns))


def most(counts: Mapping[Quad, int]) -> Quad:
    """Return the quadrant that most events are of; of equals the more conflictual."""
    order = list(QUADS)
    return max(counts, key=lambda quad: (counts[quad], order.index(quad)))


def quad_words(counts: Counter[Quad]) -> str:
    """Return "12 verbal conflict, 3 material cooperation", the most first."""
    order = list(QUADS)
    ranked = sorted((quad for quad in counts if counts[quad]), key=lambda quad: (-counts[quad], order.index(quad)))
    return ", ".join(f"{number_words(counts[quad])} {quad}" for quad in ranked)
