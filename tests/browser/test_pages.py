"""Every page of the console on a wide and a narrow screen: nothing breaks, leaves the machine or shuts anybody out."""

import pytest

#: A browser is no part of the quick tests: `make soak`.
pytestmark = pytest.mark.soak

#: Each page: where it is, or where the link to one stands.
PAGES = {
    "overview": ("/", None),
    "events": ("/events?disputed=true", None),
    "no events": ("/events?actor=nobody+at+all", None),
    "event": ("/events?sort=told", "main a[href^='/events/']"),
    "stories": ("/stories", None),
    "story": ("/stories", "main a[href^='/stories/']"),
    "articles": ("/articles", None),
    "found": ("/articles?q=rubber", None),
    "article": ("/articles", "main a[href^='/articles/']"),
    "what was cut": ("/articles?q=dredges", "main a[href^='/articles/']"),
    "sources": ("/sources", None),
    "actors": ("/actors", None),
    "actor": ("/actors", "main a[href^='/actors/']"),
    "codebook": ("/codebook", None),
    "type": ("/codebook", "main a[href^='/codebook/']"),
    "reasons": ("/reasons", None),
    "about": ("/about", None),
}
SERIOUS = {"serious", "critical"}


@pytest.fixture(params=["wide", "phone"])
def page(request: pytest.FixtureRequest, visit):
    return visit(request.param)


def go_to(page, console: str, name: str) -> None:
    path, link = PAGES[name]
    page.goto(f"{console}{path}")
    if link is not None:
        page.goto(console + page.locator(link).first.get_attribute("href"))
    page.evaluate("document.querySelectorAll('img').forEach(image => image.loading = 'eager')")
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_is_whole_and_shuts_nobody_out(page, console: str, name: str) -> None:
    go_to(page, console, name)
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "the page scrolls sideways"
    broken = (
        "[...document.images].filter(image => image.checkVisibility() && !image.naturalWidth).map(image => image.src)"
    )
    assert page.evaluate(broken) == []

    from axe_playwright_python.sync_playwright import Axe

    violations = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in violations if one["impact"] in SERIOUS] == []


def test_what_is_not_there_is_said(visit, console: str) -> None:
    page = visit(java_script_enabled=False)
    # Chromium itself logs an answer of 404 as an error: asked from within, it is an answer like any other.
    answer = page.request.get(f"{console}/events/nothing")
    assert answer.status == 404
    assert "<h1" in answer.text()
