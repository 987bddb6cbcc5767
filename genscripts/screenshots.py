"""Takes the pictures of the console in docs/pictures/ from the demo, with Chromium: `python genscripts/screenshots.py`.

Look at them before you commit them. An argument names a store to show instead of making the demo anew.
"""

import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from reportedly.cli.serve import fill_demo
from reportedly.console import LOCAL_HOSTS, ConsoleOptions, make_app
from reportedly.settings import Settings

OUTPUT = Path(__file__).resolve().parent.parent / "docs" / "pictures"
STORY = "Colombian air raid"
DENIAL = "Minister denies that bombs hit hamlet"
#: Milliseconds: pictures are drawn slowly on a machine that does something else too.
PATIENCE = 180_000


@contextmanager
def console(store: Path) -> Iterator[str]:
    """Serve a store and lend the address."""
    app = make_app(ConsoleOptions(store=store, label="Demo", hosts=LOCAL_HOSTS))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def open_page(browser: Browser, *, width: int, height: int, dark: bool = False) -> Page:
    """Open a window."""
    size: ViewportSize = {"width": width, "height": height}
    page = browser.new_context(viewport=size, color_scheme="dark" if dark else "light").new_page()
    page.set_default_timeout(PATIENCE)
    return page


def take_event(page: Page, address: str) -> None:
    """An event: who says so, with copies folded."""
    page.goto(f"{address}/stories")
    page.get_by_role("link", name=STORY).first.click()
    page.locator("main a[href^='/events/']").first.click()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=OUTPUT / "event.png")


def take_story(page: Page, address: str) -> None:
    """A story: who told it when, and who has it from whom."""
    page.goto(f"{address}/stories")
    page.get_by_role("link", name=STORY).first.click()
    page.evaluate("document.querySelectorAll('img').forEach(image => image.loading = 'eager')")
    page.wait_for_load_state("networkidle")
    page.locator("#articles").evaluate("heading => heading.scrollIntoView()")
    page.wait_for_timeout(300)
    page.screenshot(path=OUTPUT / "story.png")


def take_article(page: Page, address: str) -> None:
    """An article, dark, with the chain of a denial under the pointer."""
    page.goto(f"{address}/articles?q=denies+hamlet")
    page.get_by_role("link", name=DENIAL).click()
    page.locator(".text .denied .hook a").first.hover()
    page.wait_for_timeout(300)
    page.screenshot(path=OUTPUT / "article.png")


def take_overview(page: Page, address: str) -> None:
    """The overview."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=OUTPUT / "overview.png")


def main() -> None:
    """Take them all."""
    OUTPUT.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        store = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "demo.db"
        if not store.exists():
            fill_demo(store, Settings())
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with console(store) as address:
            take_overview(open_page(browser, width=1280, height=860), address)
            take_event(open_page(browser, width=1280, height=860), address)
            take_story(open_page(browser, width=1280, height=900), address)
            take_article(open_page(browser, width=1280, height=560, dark=True), address)
        browser.close()


if __name__ == "__main__":
    main()
