"""Pictures of `reportedly plot` in a browser: they are drawn, say nothing aloud, and hostile words stay words."""

from pathlib import Path

import pytest

from reportedly.charts import Form, PairCount, dyads, render
from reportedly.records import Quad

#: A browser is no part of the quick tests: `make soak`.
pytestmark = pytest.mark.soak

HOSTILE = ("</script><script>alert(1)</script>", "<img src=x onerror=alert(2)>", "javascript:alert(3)")


@pytest.fixture
def picture(tmp_path: Path):
    def write(form: Form) -> str:
        counts = [PairCount(actor=text, recipient=text, quad=Quad.MATERIAL_CONFLICT, events=3) for text in HOSTILE]
        path = tmp_path / f"picture.{form}"
        path.write_bytes(render(dyads(counts), form))
        return path.as_uri()

    return write


@pytest.mark.parametrize("screen", ["wide", "phone"])
def test_a_page_draws_itself_without_leave_to_evaluate_code(visit, picture, screen: str) -> None:
    page = visit(screen)
    page.goto(picture(Form.HTML))
    page.locator("#chart svg").wait_for(state="visible")
    assert HOSTILE[1] in page.locator("#chart svg").text_content()
    page.locator("#chart svg path[fill='#8a2418']").first.hover(force=True)
    page.locator("#vg-tooltip-element").wait_for(state="visible")
    assert page.locator("#vg-tooltip-element img, #chart img").count() == 0


def test_a_dark_screen_gets_a_dark_picture(visit, picture) -> None:
    page = visit("phone")
    page.goto(picture(Form.SVG))
    assert page.evaluate("getComputedStyle(document.querySelector('rect')).fill") == "rgb(22, 24, 28)"
    page = visit("wide")
    page.goto(picture(Form.SVG))
    assert page.evaluate("getComputedStyle(document.querySelector('rect')).fill") == "rgb(255, 255, 255)"
