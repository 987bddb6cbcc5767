"""A browser that watches what pages do, and the demo console for it to look at.

Debian's Chromium is driven by Playwright. Where there is none these tests are skipped, loudly; in CI that is a failure.
"""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
MISSING = "no Chromium here (Debian: apt-get install chromium): NO PAGE OF THE CONSOLE WAS LOOKED AT IN A BROWSER"
SCREENS = {
    "wide": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True},
}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it where nobody can miss it."""
    if CHROMIUM is None and any(
        "tests/browser" in report.nodeid for report in terminalreporter.stats.get("skipped", [])
    ):
        terminalreporter.section("browser tests", red=True, bold=True)
        terminalreporter.line(MISSING)


@pytest.fixture(scope="session")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a console that shows the demo."""
    import uvicorn

    from reportedly.cli.serve import fill_demo
    from reportedly.console import LOCAL_HOSTS, ConsoleOptions, make_app
    from reportedly.settings import Settings

    store = tmp_path_factory.mktemp("console") / "demo.db"
    fill_demo(store, Settings())
    app = make_app(ConsoleOptions(store=store, label="Demo", hosts=LOCAL_HOSTS))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[object]:
    """Debian's Chromium; for one module, since Playwright keeps an event loop in the thread while it runs."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, tmp_path: Path):
    """Open pages as a reader does: `visit(screen)` gives a page; at the end nothing may have gone wrong on any.

    Nothing: no error in the console, no dialog, no request that leaves the machine.
    """
    contexts = []
    seen = SimpleNamespace(errors=[], outside=[])

    def note(request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"data", "blob", "file"} and address.hostname != "127.0.0.1":
            seen.outside.append(request.url)

    def dismiss(dialog) -> None:
        seen.errors.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open_page(screen: str = "wide", **options: object):
        context = chromium.new_context(**SCREENS[screen], **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: seen.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.on("dialog", dismiss)
        page.on("request", note)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert seen.errors == []
    assert seen.outside == []
