"""Colours and type of every picture: one quiet palette, and for each colour its counterpart on dark paper.

Marks stand out from paper and land by 3 to 1 and text by 4.5 to 1 in both (WCAG 2.2; `tests/charts/test_theme.py` holds
it); cooperation is blue and conflict is rust, which the colour-blind tell apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.records import Quad


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour on light paper, which stands in the chart, and on dark paper, which a dark screen puts in its place."""

    light: str
    dark: str


PAPER = Colour("#ffffff", "#16181c")
INK = Colour("#1c1b1a", "#edebe6")
SOFT = Colour("#5c5953", "#b3aea5")
RULE = Colour("#8a867e", "#8b877f")
LINE = Colour("#dedad2", "#34373d")
LAND = Colour("#efece6", "#2a2d33")
MIXED = Colour("#716d66", "#8c8880")
QUADS: Mapping[Quad, Colour] = {
    Quad.MATERIAL_COOPERATION: Colour("#17406f", "#a3c9ef"),
    Quad.VERBAL_COOPERATION: Colour("#3f78ad", "#5a8abb"),
    Quad.VERBAL_CONFLICT: Colour("#b0601a", "#bd7534"),
    Quad.MATERIAL_CONFLICT: Colour("#8a2418", "#f4a283"),
}
COLOURS = (PAPER, INK, SOFT, RULE, LINE, LAND, MIXED, *QUADS.values())

#: Widths of Liberation Sans, which measures the text, are those of Arial and Helvetica.
FONT = "Liberation Sans, Arimo, Helvetica, Arial, sans-serif"
#: What a picture of one column takes, and what one for the width of a phone takes.
WIDTH, NARROW = 720, 300

CONFIG: Mapping[str, Any] = {
    "background": PAPER.light,
    "font": FONT,
    "padding": 12,
    "view": {"stroke": None},
    "title": {
        "anchor": "start", "color": INK.light, "fontSize": 15, "fontWeight": "bold", "offset": 12,
        "subtitleColor": SOFT.light, "subtitleFontSize": 12, "subtitlePadding": 5,
    },
    "axis": {
        "labelColor": SOFT.light, "titleColor": SOFT.light, "labelFontSize": 11, "titleFontSize": 11,
        "titleFontWeight": "normal", "gridColor": LINE.light, "domainColor": RULE.light, "tickColor": RULE.light,
        "labelLimit": 260,
    },
    "legend": {
        "labelColor": INK.light, "titleColor": SOFT.light, "labelFontSize": 11, "titleFontSize": 11,
        "titleFontWeight": "normal", "orient": "top", "symbolStrokeWidth": 0,
    },
    "text": {"color": INK.light, "fontSize": 11},
}  # fmt: skip
