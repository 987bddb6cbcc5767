"""What could not be read is noted by input, until it is read."""

from pathlib import Path

import pytest

from reportedly import Report, Store
from reportedly.errors import SettingsError
from reportedly.records import CoderInfo, Failure
from reportedly.storage import Run, unread

RUN = Run(coder=CoderInfo(version="7.1", codebook="PLOVER 2.0", models=(), config_hash="abc"))


def noted(store: Store) -> dict[str, str]:
    return {line.input: line.reason for line in store.listings.failures(limit=100).rows}


def note(store: Store, *inputs: str, reason: str = "holds no article") -> None:
    for input in inputs:
        store.note_failure(Failure(input=input, reason=reason))


def test_a_failure_is_listed_with_its_time_and_run(store: Store) -> None:
    store.begin(RUN)
    store.note_failure(Failure(input="news/a.html", reason="holds no article"), when="2026-11-23T08:00:00+00:00")
    (line,) = store.listings.failures().rows
    assert (line.input, line.reason, line.when, line.version) == (
        "news/a.html", "holds no article", "2026-11-23T08:00:00+00:00", "7.1",
    )  # fmt: skip
    assert store.listings.about().failed == 1


def test_a_failure_takes_the_place_of_the_one_before(store: Store) -> None:
    note(store, "a.html", "b.html")
    note(store, "a.html", reason="is larger than 10 bytes")
    assert list(noted(store).items()) == [("a.html", "is larger than 10 bytes"), ("b.html", "holds no article")]
    (line, _) = store.listings.failures().rows
    assert (line.when, line.version) == (None, None)


def test_what_is_read_is_no_failure_any_more(store: Store, report_of) -> None:
    report: Report = report_of("Once.")
    note(store, "https://feed.example/", str(report.article.url), "c.html")
    store.note_read("https://feed.example/")
    store.note_read("https://never.failed.example/")
    assert set(noted(store)) == {str(report.article.url), "c.html"}
    store.add(report)
    assert set(noted(store)) == {"c.html"}


@pytest.mark.parametrize(
    ("read", "left"),
    [
        (["news"], {"newsletter.html", "other/d.html", "a.jsonl:3", "100%/e.html"}),
        (["news/"], {"newsletter.html", "other/d.html", "a.jsonl:3", "100%/e.html"}),
        (["a.jsonl", "other/d.html"], {"news/a.html", "newsletter.html", "100%/e.html"}),
        (["a.js", "_"], {"news/a.html", "newsletter.html", "other/d.html", "a.jsonl:3", "100%/e.html"}),
        (["100%"], {"news/a.html", "newsletter.html", "other/d.html", "a.jsonl:3"}),
    ],
)
def test_what_lies_in_inputs_read_again_is_dropped(path: Path, read: list[str], left: set[str]) -> None:
    with Store.open(path, write=True) as store:
        note(store, "news/a.html", "newsletter.html", "other/d.html", "a.jsonl:3", "100%/e.html")
        store.begin(RUN)
        store.note_all_read(read)
        assert set(noted(store)) == left


def test_what_failed_in_this_run_stays(store: Store) -> None:
    note(store, "news/a.html", "news/b.html")
    store.begin(RUN)
    note(store, "news/b.html", reason="still holds none")
    store.note_all_read(["news"])
    assert noted(store) == {"news/b.html": "still holds none"}


def test_the_oldest_go_when_there_are_many(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unread, "MOST", 3)
    note(store, *(f"{number}.html" for number in range(5)))
    assert list(noted(store)) == ["4.html", "3.html", "2.html"]


@pytest.mark.parametrize("text", ["\ud800 half", "x" * 5_000, "'; DROP TABLE failures; --", "\x00\x1b[2J"])
def test_hostile_inputs_and_reasons_are_kept_as_text(store: Store, text: str) -> None:
    note(store, text, reason=text)
    (input,) = noted(store)
    assert len(input) <= unread.LONGEST
    store.note_read(text)
    assert noted(store) == {}


def test_pages_of_failures_are_the_whole_list(store: Store) -> None:
    note(store, *(f"{number}.html" for number in range(5)))
    page = store.listings.failures(limit=2)
    found = [*page.rows]
    while page.next is not None:
        page = store.listings.failures(limit=2, after=page.next)
        found += page.rows
    assert [line.input for line in found] == ["4.html", "3.html", "2.html", "1.html", "0.html"]
    with pytest.raises(SettingsError, match="cursor"):
        store.listings.failures(after=store.listings.sources(limit=1).next or "x")
