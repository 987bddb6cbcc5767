"""What a watch remembers."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.errors import StoreError
from reportedly.gathering.fetching import Validators
from reportedly.gathering.state import FeedState, PageState, WatchState
from reportedly.reading.listing import FeedEntry

FEED = "https://kiosk.example/rss"
PAGE = "https://kiosk.example/a"
ENTRY = FeedEntry(address=PAGE, title="Ferry “Aurora” leaves", authors=("Ana Sitoe",))


def test_what_is_kept_is_there_after_a_restart(tmp_path: Path) -> None:
    feed = FeedState(address=FEED, due=50.5, pause=300.0, failures=2, validators=Validators(FEED, '"1"', None))
    with WatchState.open(tmp_path / "watch") as state:
        assert state.feed(FEED) == FeedState(address=FEED)
        state.keep_feed(feed)
        assert state.list_page(PAGE, feed=FEED, entry=ENTRY, now=10.0)
    with WatchState.open(tmp_path / "watch") as state:
        assert state.feed(FEED) == feed
        assert state.due_pages(10.0, most=5) == [PageState(address=PAGE, feed=FEED, entry=ENTRY, due=10.0)]
        assert state.next_page() == 10.0


def test_an_entry_is_due_again_only_when_it_changes(tmp_path: Path) -> None:
    with WatchState.open(tmp_path / "watch") as state:
        state.list_page(PAGE, feed=FEED, entry=ENTRY, now=10.0)
        (page,) = state.due_pages(10.0, most=5)
        done = PageState(address=PAGE, feed=FEED, entry=ENTRY, visits=1, validators=Validators(PAGE, '"1"', None))
        assert page.visits == 0
        state.keep_page(done)
        assert not state.list_page(PAGE, feed=FEED, entry=ENTRY, now=20.0)
        assert (state.due_pages(99.0, most=5), state.next_page()) == ([], None)
        changed = FeedEntry(address=PAGE, title="Ferry sinks")
        assert state.list_page(PAGE, feed=FEED, entry=changed, now=30.0)
        (page,) = state.due_pages(30.0, most=5)
        # The server is still asked whether the page itself has changed.
        assert (page.entry, page.visits, page.validators) == (changed, 0, done.validators)


def test_pages_come_in_the_order_in_which_they_fell_due(tmp_path: Path) -> None:
    with WatchState.open(tmp_path / "watch") as state:
        for number in (3, 1, 2):
            state.list_page(f"{PAGE}/{number}", feed=FEED, entry=ENTRY, now=float(number))
        assert [page.due for page in state.due_pages(3.0, most=2)] == [1.0, 2.0]


def test_pages_that_nobody_lists_are_forgotten(tmp_path: Path) -> None:
    with WatchState.open(tmp_path / "watch") as state:
        state.list_page(PAGE, feed=FEED, entry=ENTRY, now=10.0)
        state.forget(1000.0)
        assert state.next_page() == 10.0
        state.keep_page(PageState(address=PAGE, feed=FEED, entry=ENTRY, visits=3))
        state.forget(1000.0)
        assert state.list_page(PAGE, feed=FEED, entry=ENTRY, now=2000.0)


def test_one_watch_at_a_time(tmp_path: Path) -> None:
    with WatchState.open(tmp_path / "watch"), pytest.raises(StoreError, match="another watch is running"):
        WatchState.open(tmp_path / "watch")


@pytest.mark.parametrize("kind", ["text", "database", "newer"])
def test_another_programs_file_is_left_alone(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "watch"
    if kind == "text":
        path.write_text("Dear diary, nothing happened today. " * 50)
    else:
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE a (b)")
            if kind == "newer":
                connection.execute("PRAGMA application_id = 1380996183")
                connection.execute("PRAGMA user_version = 9")
        connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="no record of a watch|newer version"):
        WatchState.open(path)
    assert path.read_bytes() == before


def test_the_words_of_articles_are_kept_no_longer_than_needed(tmp_path: Path) -> None:
    entry = FeedEntry(address=PAGE, title="Ferry leaves", body="<p>It left at noon.</p>", summary="At noon.")
    with WatchState.open(tmp_path / "watch") as state:
        state.list_page(PAGE, feed=FEED, entry=entry, now=10.0)
        state.list_page(f"{PAGE}/2", feed=FEED, entry=entry, now=11.0, keeps_text=True)
        first, second = state.due_pages(20.0, most=5)
        assert (first.entry, second.entry) == (entry.without_text(), entry)
        assert not state.list_page(PAGE, feed=FEED, entry=entry, now=20.0)
        state.keep_page(replace(second, due=30.0))
        assert state.due_pages(40.0, most=5)[1].entry == entry
        state.keep_page(replace(second, due=None))
    assert b"noon" not in (tmp_path / "watch").read_bytes()
