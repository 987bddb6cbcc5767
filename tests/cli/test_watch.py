"""`reportedly watch`: feeds in, articles and revisions in the store, through kills and stops."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import Store
from reportedly.cli.stopping import stopping
from reportedly.cli.watch import SUFFIX
from reportedly.errors import StoreError
from reportedly.storage import Filters

TEXT = "Officials in Lima said on Monday that an army helicopter shelled a mining camp near Iquitos."
WATCH = 'least = "0 s"\nmost = "1 s"\nrevisit = []\n'


def page(title: str, words: str = "It rained.") -> str:
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{TEXT}</p><p>{words}</p>"
        "<p>The government promised an inquiry, which the opposition called far too late.</p></article></body></html>"
    )


def rss(**titles: str) -> str:
    items = (f"<item><title>{title}</title><link>/{path}</link><guid>1</guid></item>" for path, title in titles.items())
    return f"<rss><channel><title>Kiosk</title>{''.join(items)}</channel></rss>"


@pytest.fixture
def feeds(site, tmp_path: Path) -> SimpleNamespace:
    """A feed of two articles, and a broken one."""
    site.put("/feed", rss(a="Helicopter shells camp", b="Camp shelled"))
    site.put("/a", page("Helicopter shells camp"))
    site.put("/b", page("Camp shelled", "It was dry."))
    path = tmp_path / "feeds.toml"
    path.write_text(f'{WATCH}[[feed]]\nurl = "{site.url("/feed")}"\n')
    return SimpleNamespace(path=path, site=site)


def texts(path: Path) -> list[str]:
    """The last paragraph but one of every text in the store, earlier ones too."""
    with Store.open(path) as store:
        return sorted(report.article.text.split("\n\n")[-2] for report in store.reports(Filters(revisions=True)))


def test_once_does_what_is_due_and_leaves(invoke, fake_rooms: SimpleNamespace, feeds, tmp_path: Path) -> None:
    once = ("watch", "feeds.toml", "--store", "news.db", "--once", "--allow-private")
    result = invoke(*once, SOURCE_DATE_EPOCH="1763841600")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "2025-11-22T20:00:00+00:00  1 feed asked, 2 pages visited: 2 articles added, 2 events, 2 claims; "
        "1 story, 0 copies in the store\n"
    )
    assert "1 feed asked, 0 pages visited: 0 articles added" in invoke(*once).stdout
    feeds.site.put("/feed", rss(a="Helicopter shells camp again", b="Camp shelled"))
    feeds.site.put("/a", page("Helicopter shells camp", "It snowed."))
    assert "1 page visited: 1 article added, 1 event, 1 claim; 1 of them another text" in invoke(*once).stdout
    assert texts(tmp_path / "news.db") == ["It rained.", "It snowed.", "It was dry."]
    assert (tmp_path / f"news.db{SUFFIX}").exists()


def test_failures_are_named_and_the_rest_is_kept(invoke, fake_rooms: SimpleNamespace, feeds, tmp_path: Path) -> None:
    site = feeds.site
    site.put("/feed", rss(gone="Gone", a="Helicopter shells camp"))
    with feeds.path.open("a") as stream:
        stream.write(f'[[feed]]\nurl = "{site.url("/none")}"\n')
    result = invoke("watch", "feeds.toml", "--store", "news.db", "--once", "--allow-private")
    assert result.exit_code == 1
    assert sorted(result.stderr.splitlines()) == [
        f"reportedly: {site.url('/gone')}: answered 404 Not Found",
        f"reportedly: {site.url('/none')}: answered 404 Not Found",
    ]
    assert "2 feeds asked (1 broken), 2 pages visited: 1 article added" in result.stdout
    assert "2 inputs failed" in result.stdout
    assert texts(tmp_path / "news.db") == ["It rained."]


def test_failures_are_noted_until_feed_and_page_are_read(
    invoke, fake_rooms: SimpleNamespace, feeds, tmp_path: Path
) -> None:
    site = feeds.site
    once = ("watch", "feeds.toml", "--store", "news.db", "--once", "--allow-private")
    invoke(*once)
    site.put("/feed", rss(c="Coming"))
    feeds.path.write_text(f'{WATCH}[[feed]]\nurl = "{site.url("/feed")}"\n[[feed]]\nurl = "{site.url("/later")}"\n')
    invoke(*once)
    assert noted(tmp_path / "news.db") == {site.url("/c"), site.url("/later")}
    site.put("/c", page("Coming", "It thawed."))
    site.put("/later", rss())
    site.put("/feed", rss(c="Coming now"))
    (tmp_path / f"news.db{SUFFIX}").unlink()
    invoke(*once)
    assert noted(tmp_path / "news.db") == set()


def noted(path: Path) -> set[str]:
    with Store.open(path) as store:
        return {line.input for line in store.listings.failures().rows}


def test_what_the_store_knows_is_not_coded_again(invoke, fake_rooms: SimpleNamespace, feeds, tmp_path: Path) -> None:
    once = ("watch", "feeds.toml", "--store", "news.db", "--once", "--allow-private")
    invoke(*once)
    (tmp_path / f"news.db{SUFFIX}").unlink()
    assert "0 articles added, 0 events, 0 claims; 2 articles known already" in invoke(*once, "--workers", "1").stdout
    assert invoke(*once, "--quiet").stdout == ""


@pytest.mark.parametrize(
    ("args", "status", "words"),
    [
        (("none.toml", "--store", "news.db"), 2, "none.toml: cannot be read"),
        (("feeds.toml",), 2, "store"),
        (("feeds.toml", "--store", "feeds.toml"), 1, "feeds.toml"),
    ],
)
def test_wrong_usage_is_told(invoke, fake_rooms, feeds, args: tuple[str, ...], status: int, words: str) -> None:
    result = invoke("watch", *args, "--once")
    assert result.exit_code == status
    assert words in result.stderr and len(result.stderr.splitlines()) == 1


def test_the_first_signal_asks_and_the_second_insists() -> None:
    asked: list[bool] = []
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), stopping(lambda: asked.append(True)):
        os.kill(os.getpid(), signal.SIGTERM)
        assert asked == [True]
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(1)
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Start a watch as a process of its own, with the real coder."""
    running: list[subprocess.Popen[bytes]] = []

    def run() -> subprocess.Popen[bytes]:
        code = "from reportedly.cli.main import run; run()"
        args = ["watch", "feeds.toml", "--store", "news.db", "--allow-private"]
        out = (tmp_path / "out.txt").open("ab")
        process = subprocess.Popen([sys.executable, "-c", code, *args], cwd=tmp_path, stdout=out, stderr=out)
        out.close()
        running.append(process)
        return process

    yield run
    for process in running:
        if process.poll() is None:
            process.kill()
        process.wait()


def wait_for(wanted: set[str], store: Path, *, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if wanted <= set(texts(store)):
                return
        except StoreError:
            # The store is not there yet.
            pass
        time.sleep(0.1)
    raise AssertionError(f"{wanted} did not come: {(store.parent / 'out.txt').read_text()}")


def test_a_watch_that_is_killed_goes_on_where_it_was(feeds, start, tmp_path: Path) -> None:
    site, store = feeds.site, tmp_path / "news.db"
    site.put("/feed", rss(a="First", b="Camp shelled", c="Copter"))
    site.put("/c", page("Copter", "It was hot."))
    first = start()
    wait_for({"It rained."}, store, process=first)
    first.kill()
    first.wait()
    # While nobody watches, the story changes; it changes once more when somebody does.
    site.put("/feed", rss(a="Second", b="Camp shelled", c="Copter"))
    site.put("/a", page("Helicopter shells camp", "It snowed."))
    second = start()
    wait_for({"It snowed.", "It was dry.", "It was hot."}, store, process=second)
    site.put("/feed", rss(a="Third", b="Camp shelled", c="Copter"))
    site.put("/a", page("Helicopter shells camp", "It thundered."))
    wait_for({"It thundered."}, store, process=second)
    second.send_signal(signal.SIGTERM)
    assert second.wait(timeout=60) == 0
    assert texts(store) == ["It rained.", "It snowed.", "It thundered.", "It was dry.", "It was hot."]
    with Store.open(store) as kept:
        (story,) = (r.article for r in kept.reports() if r.article.url == site.url("/a"))
        assert story.text.split("\n\n")[-2] == "It thundered."
        assert [revision.current for revision in kept.revisions(story.id)] == [False, True]
    lines = (tmp_path / "out.txt").read_text().splitlines()
    assert lines and all("feed asked" in line or "feeds asked" in line for line in lines)
