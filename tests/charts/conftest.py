"""What the tests of pictures share: an explanation of an event that six articles tell, and a reader of SVG."""

import runpy
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from reportedly import Store
from reportedly.charts import render_svg

SVG = "{http://www.w3.org/2000/svg}"
WIRE = SimpleNamespace(**runpy.run_path(str(Path(__file__).resolve().parent.parent / "storage" / "wire.py")))


@pytest.fixture(scope="session")
def explanation(tmp_path_factory: pytest.TempPathFactory):
    """Why the dockers are held to have shut Gdynia: two origins, six articles, three of them copies."""
    with Store.open(tmp_path_factory.mktemp("charts") / "news.db", write=True) as store:
        for report in WIRE.REPORTS:
            store.add(report)
        store.link()
        return store.explain(WIRE.ROOT.events[0].id)


@pytest.fixture
def drawn():
    """Return the words that stand in the SVG of a chart, and the colours of its marks."""

    def read(chart) -> SimpleNamespace:
        svg = render_svg(chart)
        root = ElementTree.fromstring(svg)
        return SimpleNamespace(
            svg=svg,
            root=root,
            texts=["".join(element.itertext()) for element in root.iter(f"{SVG}text")],
            title=root.findtext(f"{SVG}title"),
            description=root.findtext(f"{SVG}desc"),
            fills=[element.get("fill") for element in root.iter(f"{SVG}path")],
        )

    return read
