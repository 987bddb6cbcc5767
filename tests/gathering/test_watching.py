"""Cycles of a watch over a site that changes between them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.gathering.rhythm import Rhythm
from reportedly.gathering.state import PageState, WatchState
from reportedly.gathering.visiting import Visit
from reportedly.gathering.watching import Cycle, Watcher, mixed
from reportedly.gathering.watchlist import WatchedFeed, Watchlist
from reportedly.reading.learned import FurnitureMemory, LearnedLine
from reportedly.reading.listing import FeedEntry
from reportedly.records import Article, Failure

STORY = "The ferry Aurora left Suva on Monday with ninety people on board, the harbour master said."


def page(words: str = STORY) -> str:
    return f"<html><body><article><h1>Ferry leaves</h1><p>{words}</p><p>{STORY}</p></article></body></html>"


def rss(*items: str, ttl: int | None = None) -> str:
    told = f"<ttl>{ttl}</ttl>" if ttl else ""
    return f'<rss version="2.0"><channel><title>Kiosk</title>{told}{"".join(items)}</channel></rss>'


def item(link: str, *, title: str = "Ferry leaves", guid: str = "same") -> str:
    return f"<item><title>{title}</title><link>{link}</link><guid>{guid}</guid></item>"


@pytest.fixture
def state(tmp_path: Path) -> Iterator[WatchState]:
    with WatchState.open(tmp_path / "watch") as opened:
        yield opened


@pytest.fixture
def watch(site, state, make_fetcher):
    """Make a watcher of the site's feed /feed; keywords are those of the feed."""

    def make(*, revisit: tuple[float, ...] = (), path: str = "/feed", furniture=None, **feed) -> Watcher:
        watched = WatchedFeed(address=site.url(path), rhythm=Rhythm(300, 3600), **feed)
        watchlist = Watchlist((watched,), revisit)
        return Watcher(watchlist, state=state, fetcher=make_fetcher(tries=1), furniture=furniture)

    return make


def run(watcher: Watcher) -> tuple[list[Article | Failure], Cycle]:
    counts, results = Cycle(), []
    for visit in watcher.cycle(counts):
        if isinstance(visit, Failure):
            results.append(visit)
        else:
            assert visit.result is not None
            results.append(visit.result)
            watcher.settle(visit)
    return results, counts


def test_new_entries_are_visited_once(site, watch, clock) -> None:
    site.put("/feed", rss(item("/a"), item("/b"), item("/a", title="Again")))
    site.put("/a", page())
    site.put("/b", page())
    watcher = watch()
    results, counts = run(watcher)
    assert [article.url for article in results] == [site.url("/a"), site.url("/b")]
    assert (counts.feeds, counts.listed, counts.pages) == (1, 2, 2)
    assert run(watcher) == ([], Cycle())
    clock.time += 301
    results, counts = run(watcher)
    assert (results, counts) == ([], Cycle(feeds=1))
    assert sorted(site.paths()) == ["/a", "/b", "/feed", "/feed"]


def test_a_feed_that_has_not_changed_is_not_sent_again(site, watch, clock) -> None:
    site.put("/feed", rss(item("/a")), etag='"1"')
    site.put("/a", page())
    watcher = watch()
    run(watcher)
    clock.time += 301
    assert run(watcher) == ([], Cycle(feeds=1))
    assert [asked.headers.get("If-None-Match") for asked in site.asked if asked.path == "/feed"] == [None, '"1"']


def test_a_changed_entry_is_visited_again(site, watch, clock) -> None:
    site.put("/feed", rss(item("/a")))
    site.put("/a", page(), etag='"1"')
    watcher = watch()
    run(watcher)
    site.put("/feed", rss(item("/a", title="Ferry leaves late")))
    site.put("/a", page("The ferry left late."), etag='"2"')
    clock.time += 301
    (article,), _ = run(watcher)
    assert article.text.startswith("The ferry left late.")


def test_pages_are_looked_at_again_and_told_apart_from_unchanged_ones(site, watch, clock) -> None:
    site.put("/feed", rss(item("/a")), etag='"f"')
    site.put("/a", page(), etag='"1"')
    watcher = watch(revisit=(1000.0, 5000.0))
    run(watcher)
    clock.time += 1001
    _, counts = run(watcher)
    assert (counts.pages, counts.unchanged) == (1, 1)
    site.put("/a", page("The ferry came back."), etag='"2"')
    clock.time += 5001
    (article,), _ = run(watcher)
    assert article.text.startswith("The ferry came back.")
    clock.time += 99_999
    assert run(watcher)[1].pages == 0


def test_what_nobody_settled_is_visited_again(site, watch, clock) -> None:
    site.put("/feed", rss(item("/a"), item("/b")))
    site.put("/a", page())
    site.put("/b", page())
    visits = [visit for visit in watch().cycle(Cycle()) if isinstance(visit, Visit)]
    assert len(visits) == 2
    watch().settle(visits[0])
    results, counts = run(watch())
    assert [article.url for article in results] == [site.url("/b")]
    assert counts.feeds == 0


def test_a_feed_is_asked_by_its_rhythm(site, watch, clock) -> None:
    site.put("/feed", rss(ttl=10))
    watcher = watch()
    run(watcher)
    assert watcher.pause() == 600
    clock.time += 600
    run(watcher)
    assert watcher.pause() == 900


def test_a_clock_that_jumps_back_neither_silences_a_watch_nor_doubles_anything(site, watch, clock) -> None:
    site.put("/feed", rss(item("/a")))
    site.put("/a", page("The ferry to Accra leaves at noon."), etag='"1"')
    watcher = watch(revisit=(60.0,))
    clock.time += 5 * 365 * 86_400
    ahead, _ = run(watcher)
    assert len(ahead) == 1
    clock.time -= 5 * 365 * 86_400
    assert watcher.pause() == 0
    again, counts = run(watcher)
    assert (again, counts.feeds, counts.unchanged) == ([], 1, 1)
    assert watcher.pause() > 0


def test_a_broken_feed_is_told_and_left_alone_longer_each_time(site, watch, clock) -> None:
    site.put("/feed", "no feed at all")
    watcher = watch()
    pauses = []
    for _ in range(3):
        (failure,), counts = run(watcher)
        assert failure == Failure(input=site.url("/feed"), reason="is no feed")
        assert (counts.feeds, counts.broken) == (1, 1)
        pauses.append(watcher.pause())
        clock.time += pauses[-1]
    assert pauses == [600, 1200, 2400]
    site.put("/feed", rss())
    assert run(watcher) == ([], Cycle(feeds=1))
    assert watcher.pause() == 300


def test_a_host_that_asks_for_peace_gets_it(site, watch) -> None:
    site.put("/feed", status=429, retry_after="5000")
    watcher = watch()
    run(watcher)
    assert watcher.pause() == 5000


def test_a_page_that_fails_is_tried_again_and_given_up_in_the_end(site, watch, clock) -> None:
    site.put("/feed", rss(item("/a")), etag='"f"')
    site.put("/a", status=500)
    watcher = watch()
    for _ in range(12):
        run(watcher)
        clock.time += 90_000
    assert site.paths().count("/a") == 5


@pytest.mark.parametrize("status", [404, 200])
def test_a_page_without_an_article_is_not_tried_again_until_its_entry_changes(site, watch, clock, status: int) -> None:
    site.put("/feed", rss(item("/a")))
    site.put("/a", "<html><body></body></html>", status=status)
    watcher = watch()
    ((failure,), _), clock.time = run(watcher), clock.time + 301
    assert isinstance(failure, Failure) and failure.input == site.url("/a")
    assert run(watcher)[0] == []
    clock.time += 3601
    site.put("/feed", rss(item("/a", title="Now there")))
    site.put("/a", page())
    assert len(run(watcher)[0]) == 1


def test_articles_may_come_from_the_feed_itself(site, watch, clock) -> None:
    body = f"<description><![CDATA[<p>{STORY * 8}</p>]]></description>"
    site.put("/feed", rss(f"<item><title>Ferry leaves</title>{body}</item>", item("/teaser")))
    results, counts = run(watch(pages=False, publisher="Kiosk", revisit=(10.0,)))
    assert site.paths() == ["/feed"]
    (article,) = [result for result in results if isinstance(result, Article)]
    assert article.publisher and article.publisher.name == "Kiosk"
    assert counts.pages == 2
    clock.time += 20
    assert run(watch(pages=False))[1] == Cycle()


@pytest.mark.parametrize("pages", [True, False])
def test_learned_furniture_is_cut_from_pages_and_from_feeds(site, watch, pages) -> None:
    line = "The Kiosk comes out at noon."
    furniture = FurnitureMemory([LearnedLine(publisher="Kiosk", where="tail", text=line, articles=5)])
    body = f"<p>{STORY}</p><p>{line}</p>"
    site.put("/feed", rss(item("/a").replace("</item>", f"<description><![CDATA[{body * 9}]]></description></item>")))
    site.put("/a", page(f"{STORY}</p><p>{line}"))
    (article,), _ = run(watch(pages=pages, publisher="Kiosk", furniture=furniture))
    assert not article.text.endswith(line)
    assert 5 in [piece.learned for piece in article.furniture]


def test_an_index_of_sitemaps_leads_to_the_latest(site, watch) -> None:
    news = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    maps = "".join(
        f"<sitemap><loc>{site.url(f'/map{n}')}</loc><lastmod>2025-03-0{n}</lastmod></sitemap>" for n in range(1, 8)
    )
    site.put("/feed", f"<sitemapindex>{maps}</sitemapindex>")
    for n in range(1, 8):
        told = f"<loc>{site.url(f'/a{n}')}</loc><news:news><news:title>T</news:title></news:news>"
        site.put(f"/map{n}", f"<urlset {news}><url>{told}</url></urlset>")
        site.put(f"/a{n}", page())
    _, counts = run(watch())
    assert counts.listed == 5
    assert "/map7" in site.paths() and "/map1" not in site.paths()


def test_a_stop_leaves_the_rest_for_the_next_time(site, watch, clock) -> None:
    site.put("/feed", rss(*(item(f"/{n}") for n in range(40))))
    for n in range(40):
        site.put(f"/{n}", page())
    watcher = watch()
    visits = watcher.cycle(Cycle())
    first = next(visits)
    assert isinstance(first, Visit)
    watcher.settle(first)
    clock.stopped = True
    assert list(visits) == []
    clock.stopped = False
    results, _ = run(watcher)
    assert len(results) == 39 and all(isinstance(result, Article) for result in results)


def test_pages_of_a_feed_that_is_watched_no_more_are_let_go(site, watch, state) -> None:
    state.list_page(site.url("/a"), feed="https://gone.example/rss", entry=FeedEntry(title="A"), now=0.0)
    site.put("/feed", rss())
    assert run(watch())[1].pages == 0
    assert state.next_page() is None


def test_links_into_the_own_network_are_not_followed(site, state, make_fetcher, monkeypatch) -> None:
    # The feed's host counts as public here, that of its entry does not.
    monkeypatch.setattr("reportedly.gathering.connecting.is_public", lambda address: address == "127.0.0.1")
    site.put("/feed", rss(item("http://169.254.169.254/latest/meta-data/"), item("file:///etc/passwd")))
    feed = WatchedFeed(address=site.url("/feed"), rhythm=Rhythm(300, 3600))
    watcher = Watcher(Watchlist((feed,), ()), state=state, fetcher=make_fetcher(allow_private=False))
    (failure,), counts = run(watcher)
    assert isinstance(failure, Failure) and "leads to 169.254.169.254" in failure.reason
    assert counts.listed == 1


def test_hosts_take_turns() -> None:
    def of(address: str) -> PageState:
        return PageState(address=address, feed="f", entry=FeedEntry())

    pages = [of(f"https://{host}.example/{n}") for host in "ab" for n in range(2)]
    assert [page.address[8] for page in mixed(pages)] == ["a", "b", "a", "b"]
