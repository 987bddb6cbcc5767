"""Pictures of what a store holds: rows or records in, an Altair chart out, written as SVG, PNG or a page.

Needs the extra `console`. Used by `reportedly plot`, by the pages of the console, and in notebooks.
"""

from reportedly.charts.figures import figure_ranges
from reportedly.charts.flow import story_flow
from reportedly.charts.ledger import figures_over_time
from reportedly.charts.origins import origin_tree
from reportedly.charts.pairs import dyads
from reportedly.charts.rendering import Form, render, render_svg
from reportedly.charts.theme import NARROW, WIDTH
from reportedly.charts.timeline import timeline
from reportedly.charts.world import world_map
from reportedly.storage.listings import DayCount, PairCount, PlaceCount

__all__ = [
    "NARROW",
    "WIDTH",
    "DayCount",
    "Form",
    "PairCount",
    "PlaceCount",
    "dyads",
    "figure_ranges",
    "figures_over_time",
    "origin_tree",
    "render",
    "render_svg",
    "story_flow",
    "timeline",
    "world_map",
]
