"""What readers do in the console: filter, turn pages, take data away, follow chains, by mouse and by key."""

import csv
import io
import json
from pathlib import Path

import pytest

#: A browser is no part of the quick tests: `make soak`.
pytestmark = pytest.mark.soak


@pytest.fixture
def page(visit):
    return visit()


def count_of(page) -> int:
    """Return the number in the heading of the list of events."""
    return int(page.locator("h1").inner_text().split()[0])


def open_event(page, console: str, words: str) -> None:
    """Open the event of a story's headline that most articles tell."""
    page.goto(f"{console}/stories")
    page.get_by_role("link", name=words).first.click()
    page.locator("main a[href^='/events/']").first.click()


def test_filters_narrow_the_list_and_can_be_taken_away(page, console: str) -> None:
    page.goto(f"{console}/events")
    every = count_of(page)
    page.get_by_label("Actor").fill("miners")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**actor=miners**")
    some = count_of(page)
    assert 0 < some < every
    page.locator("a.chip", has_text="actor").click()
    assert count_of(page) == every


def test_a_facet_tells_how_many_it_leaves(page, console: str) -> None:
    page.goto(f"{console}/events")
    choice = page.locator("fieldset.facet li").filter(has_text="denied").first
    promised = int(choice.locator(".count").inner_text())
    choice.get_by_role("link").click()
    assert count_of(page) == promised > 0
    page.locator("a.chosen").click()
    assert count_of(page) > promised


def test_pages_follow_one_another_and_hold_every_event_once(page, console: str) -> None:
    page.goto(f"{console}/events")
    links = "main tbody a[href^='/events/']"
    shown = set()
    while True:
        shown |= {link.get_attribute("href") for link in page.locator(links).all()}
        following = page.get_by_role("link", name="Next page")
        if not following.count():
            break
        following.click()
        page.wait_for_load_state()
    assert len(shown) == count_of(page)
    page.get_by_role("link", name="First page").click()
    assert page.get_by_role("link", name="Next page").count() == 1


def test_exports_hold_exactly_the_view(page, console: str) -> None:
    page.goto(f"{console}/events?quad=material+conflict")
    taken = {}
    for name in ("CSV", "JSON"):
        with page.expect_download() as download:
            page.get_by_role("link", name=name, exact=True).click()
        taken[name] = Path(download.value.path()).read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(taken["CSV"])))
    assert len(rows) == len(json.loads(taken["JSON"])) == count_of(page)


def test_the_mouse_shows_the_chain_of_a_mark(page, console: str) -> None:
    page.goto(f"{console}/articles?q=rubber")
    page.locator("main a[href^='/articles/']").first.click()
    hook = page.locator(".text .hook").first
    note = hook.locator(".note")
    assert not note.is_visible()
    hook.locator("a").hover()
    note.wait_for(state="visible")
    assert note.locator("xpath=.").inner_text().strip()
    assert page.locator(".text .lit").count() > 0
    page.locator("h1").hover()
    note.wait_for(state="hidden")
    assert page.locator(".text .lit").count() == 0


def test_the_keyboard_shows_the_chain_of_a_mark(page, console: str) -> None:
    page.goto(f"{console}/articles?q=rubber")
    page.locator("main a[href^='/articles/']").first.click()
    page.locator("article .lede a, article .legend a").last.focus()
    page.keyboard.press("Tab")
    note = page.locator(".hook:focus-within .note")
    note.wait_for(state="visible")
    assert note.inner_text().strip()
    page.keyboard.press("Escape")
    assert page.locator(".hook:focus-within").count() == 0


def test_the_chain_shows_without_scripts_too(visit, console: str) -> None:
    page = visit(java_script_enabled=False)
    page.goto(f"{console}/articles?q=rubber")
    page.locator("main a[href^='/articles/']").first.click()
    hook = page.locator(".text .hook").first
    hook.locator("a").hover()
    hook.locator(".note").wait_for(state="visible")


def test_the_tree_of_origins_opens_and_closes(page, console: str) -> None:
    open_event(page, console, "Colombian air raid")
    copies = page.locator("details.copies").first
    inside = copies.get_by_role("link").first
    assert not inside.is_visible()
    copies.locator("summary").click()
    inside.wait_for(state="visible")
    copies.locator("summary").focus()
    page.keyboard.press("Enter")
    inside.wait_for(state="hidden")


def test_the_picture_of_the_tree_is_drawn(page, console: str) -> None:
    open_event(page, console, "Colombian air raid")
    with page.expect_response("**/origins.svg") as answer:
        page.get_by_text("The same as a picture").click()
    answer.value.finished()
    page.wait_for_load_state("networkidle")
    assert (
        page.locator("img[src$='origins.svg']").evaluate("image => image.decode().then(() => image.naturalWidth)") > 600
    )


def test_the_drawings_of_a_story_are_drawn_and_stand_as_tables_too(page, console: str) -> None:
    page.goto(f"{console}/stories")
    page.get_by_role("link", name="Colombian air raid").first.click()
    for drawing in ("flow.svg", "ledger.svg"):
        image = page.locator(f"img[src$='{drawing}']").first
        image.scroll_into_view_if_needed()
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 500
    table = page.locator("details.table").first
    assert not table.get_by_role("link").first.is_visible()
    table.locator("summary").click()
    table.get_by_role("link").first.wait_for(state="visible")
    page.locator("section[aria-labelledby=graph] tbody a").first.click()
    page.wait_for_url("**/articles/**")


def test_words_are_found_from_every_page(page, console: str) -> None:
    page.goto(f"{console}/about")
    page.get_by_label("Words in articles").fill("trawlers")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=trawlers**")
    assert page.locator("main a[href^='/articles/']").count() >= 6


def test_the_keyboard_can_skip_the_masthead(page, console: str) -> None:
    page.goto(f"{console}/events")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
