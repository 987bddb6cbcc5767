"""Charts as files: SVG, PNG, pages; hostile words stay words in all of them."""

import json
import re
import struct
from xml.etree import ElementTree

import pytest

from reportedly.charts import Form, PairCount, PlaceCount, dyads, render, render_svg, world_map
from reportedly.charts.theme import PAPER
from reportedly.records import Quad

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "]]> & <!-- '\" {{datum}} ${x}",
    "\u202egnp.exe\u2069\x00\x1b[2J",
    "datum.actor || '; DROP TABLE events; --",
)


def hostile_pairs():
    return dyads(PairCount(actor=text, recipient=text, quad=Quad.VERBAL_CONFLICT, events=2) for text in HOSTILE)


def hostile_map():
    spots = enumerate(HOSTILE)
    return world_map(
        PlaceCount(name=text, lat=10.0 * number, lon=-60.0, quad=Quad.VERBAL_CONFLICT, events=2)
        for number, text in spots
    )


@pytest.fixture(scope="module", params=[hostile_pairs, hostile_map], ids=["pairs", "map"])
def chart(request: pytest.FixtureRequest):
    return request.param()


def test_svg_is_well_formed_and_holds_nothing_that_runs_or_fetches(chart) -> None:
    svg = render_svg(chart)
    root = ElementTree.fromstring(svg)
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not names & {"script", "foreignObject", "image", "a", "use", "iframe"}
    attributes = [(name, value) for element in root.iter() for name, value in element.attrib.items()]
    assert not [name for name, _ in attributes if name.startswith("on") or name.endswith("href")]
    assert not [value for _, value in attributes if "url(" in value and not value.startswith("url(#")]
    assert not re.search("[\x00-\x08\x0e-\x1f\u202a-\u202e\u2066-\u2069]", svg)
    assert "<img src=x" in "".join(root.itertext())


def test_svg_has_title_and_description(chart) -> None:
    root = ElementTree.fromstring(render_svg(chart))
    assert root.get("role") == "img"
    ids = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert [bool(ids[name]) for name in root.get("aria-labelledby", "").split()] == [True, True]


def test_a_dark_screen_gets_a_counterpart_of_every_colour(chart) -> None:
    svg = render_svg(chart)
    style, marks = re.search("<style>(.*?)</style>(.*)", svg, re.DOTALL).groups()
    used = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', marks))
    assert PAPER.light in used
    assert {colour for colour in used if f'="{colour}"]' not in style} == set()


def test_the_same_chart_gives_the_same_bytes(chart) -> None:
    assert render(chart, Form.SVG) == render(chart, Form.SVG)


def test_png_is_twice_the_size_of_the_chart(chart) -> None:
    png = render(chart, Form.PNG)
    assert png.startswith(b"\x89PNG\r\n")
    width = struct.unpack(">I", png[16:20])[0]
    assert width == 2 * float(ElementTree.fromstring(render_svg(chart)).get("width"))


def test_a_page_fetches_nothing_and_no_headline_ends_its_script(chart) -> None:
    page = render(chart, Form.HTML).decode()
    assert page.count("</script>") == 2
    head, _, data = page.partition('<script type="application/json" id="spec">')
    assert "default-src 'none'" in head
    assert "<script" not in head
    spec = json.loads(data.partition("</script>")[0])
    assert spec == chart.to_dict()
