"""Charts as SVG, PNG and pages that need nothing from outside.

vl-convert draws them in the process itself, with Vega and fonts of its own. Nothing is fetched, and words of the news
stay words: they are data to Vega, escaped in SVG, and in a page they cannot end the script that carries them.
"""

import json
from enum import StrEnum
from html import escape
from typing import Any

import altair as alt
import vl_convert

from reportedly.charts.theme import COLOURS, PAPER
from reportedly.charts.words import Picture, legible

#: The Vega-Lite that charts are written for; another would draw them otherwise.
VEGA_LITE = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
#: No address may be fetched.
NOWHERE: list[str] = []
#: Pixels of a PNG for one of the chart's: sharp on screens of today.
SCALE = 2.0
DESCRIPTION = 4_000

#: `ast`: expressions are interpreted, never compiled, so that the page needs no leave to evaluate code.
EMBED = """\
vegaEmbed("#chart", JSON.parse(document.getElementById("spec").textContent),
  {renderer: "svg", ast: true, actions: false, mode: "vega-lite"});
"""
PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; \
style-src 'unsafe-inline'; img-src data:">
<title>{title}</title>
<style>{style}body {{margin: 0; background: {paper}; font-family: sans-serif}}
svg {{max-width: 100%; height: auto}}
@media (prefers-color-scheme: dark) {{body {{background: {dark}}}}}</style>
</head>
<body>
<main><h1 hidden>{title}</h1><div id="chart" role="img" aria-label="{description}"></div></main>
<script type="application/json" id="spec">{spec}</script>
<script>{bundle}</script>
</body>
</html>
"""


class Form(StrEnum):
    """What a picture can be written as."""

    SVG = "svg"
    PNG = "png"
    HTML = "html"


def render(chart: Picture, form: Form) -> bytes:
    """Return a chart as a file.

    Args:
        chart: From this package.
        form: SVG follows the reader's light or dark screen, and so does a page, which also tells values under the
            pointer; PNG is light.
    """
    if form is Form.PNG:
        return bytes(vl_convert.vegalite_to_png(_spec(chart), VEGA_LITE, scale=SCALE, allowed_base_urls=NOWHERE))
    return (render_svg(chart) if form is Form.SVG else _page(chart)).encode()


def render_svg(chart: Picture) -> str:
    """Return a chart as SVG, with its title and description for those who do not see it."""
    spec = _spec(chart)
    drawn = vl_convert.vegalite_to_svg(spec, VEGA_LITE, allowed_base_urls=NOWHERE)
    opening, rest = drawn.split(">", 1)
    return (
        f'{opening} role="img" aria-labelledby="chart-title chart-desc">'
        f'<title id="chart-title">{_title(spec)}</title><desc id="chart-desc">{_description(spec)}</desc>'
        f"<style>{dark_style()}</style>{rest}"
    )


def dark_style() -> str:
    """Return the rules that put each colour's counterpart in its place on a dark screen."""
    rules = [
        f'[{channel}="{colour.light}"]{{{channel}:{colour.dark}}}'
        for colour in COLOURS
        for channel in ("fill", "stroke")
    ]
    return f"@media (prefers-color-scheme: dark){{{''.join(rules)}}}"


def _page(chart: Picture) -> str:
    spec = _spec(chart)
    # "<" would let the words of a headline end the script element; JSON has another way to write it.
    data = json.dumps(spec).replace("<", "\\u003c")
    return PAGE.format(
        title=_title(spec), description=_description(spec), style=dark_style(), paper=PAPER.light, dark=PAPER.dark,
        bundle=vl_convert.javascript_bundle(EMBED, VEGA_LITE), spec=data,
    )  # fmt: skip


def _spec(chart: Picture) -> dict[str, Any]:
    spec: dict[str, Any] = chart.to_dict()
    return spec


def _title(spec: dict[str, Any]) -> str:
    return escape(legible(spec["title"]["text"], longest=200))


def _description(spec: dict[str, Any]) -> str:
    return escape(legible(spec["description"], longest=DESCRIPTION))
