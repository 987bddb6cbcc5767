"""What was retracted is gone from the file, stays out, and leaves a stone that says so."""

from pathlib import Path

import pytest

from reportedly import Store
from reportedly.storage import Filters, Outcome, Tombstone
from reportedly.storage.rows import content_sha256

WHEN = "2026-11-22T20:00:00+00:00"
URL = "https://harbourpost.example/2025/camp"


def bytes_of(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()))


def test_retracting_leaves_a_tombstone_and_nothing_else(store: Store, report_of, path: Path, rows_of) -> None:
    report = report_of("Nine died.")
    store.add(report)
    stone = Tombstone(
        id=report.article.id, sha256=content_sha256(report.article), retracted=WHEN, reason="the publisher asked"
    )
    assert store.retract(report.article.id, when=WHEN, reason="the publisher asked") == (stone,)
    assert store.tombstone(report.article.id) == stone
    assert {name: len(rows) for name, rows in rows_of(path).items() if rows} == {"runs": 1, "tombstones": 1}
    assert store.report(report.article.id) is None
    assert list(store.reports(Filters(text="helicopter"))) == []


def test_no_word_of_the_text_is_left_in_the_file(store: Store, report_of, path: Path) -> None:
    report = report_of("The zephyrine quarrelmonger of Xochimilco sang.", title="A flibbertigibbet returns")
    for number in range(40):
        store.add(report_of(f"Another text, number {number}."))
    store.add(report)
    for number in range(40, 80):
        store.add(report_of(f"Another text, number {number}."))
    words = (b"zephyrine", b"quarrelmonger", b"ochimilco", b"flibbertigibbet", b"libbertigibbet", b"uarrelmonger")
    assert any(word in bytes_of(path) for word in words)
    store.retract(report.article.id, when=WHEN)
    assert [word for word in words if word in bytes_of(path)] == []
    store.close()
    assert [word for word in words if word in bytes_of(path)] == []


def test_a_retracted_article_is_not_added_again(store: Store, report_of, path: Path, rows_of) -> None:
    report = report_of("Nine died.")
    store.add(report)
    store.retract(report.article.id, when=WHEN)
    before = rows_of(path)
    assert store.look_up(report.article) is Outcome.RETRACTED
    assert store.add(report) is Outcome.RETRACTED
    assert store.add(report_of("Nine died.", title="Under another title")) is Outcome.RETRACTED
    assert store.recode(report) is False
    assert rows_of(path) == before


def test_all_revisions_of_an_article_go(store: Store, report_of, path: Path, rows_of) -> None:
    first, second = report_of("Nine died.", url=URL), report_of("Eleven died.", url=URL)
    other = report_of("It rained.")
    for report in (first, other, second):
        store.add(report)
    stones = store.retract(first.article.id, when=WHEN)
    assert {stone.id for stone in stones} == {first.article.id, second.article.id}
    assert [report.article.id for report in store.reports(Filters(revisions=True))] == [other.article.id]
    assert rows_of(path)["revisions"] == []
    assert store.add(report_of("Twelve died.", url=URL)) is Outcome.ADDED


def test_retracting_what_is_not_there_does_nothing(store: Store, report_of, path: Path, rows_of) -> None:
    store.add(report_of("Nine died."))
    before = rows_of(path)
    assert store.retract("0" * 16, when=WHEN) == ()
    assert store.tombstone("0" * 16) is None
    assert rows_of(path) == before


@pytest.mark.parametrize("reason", [None, "names a child"])
def test_a_reason_is_optional(store: Store, report_of, reason: str | None) -> None:
    report = report_of("Nine died.")
    store.add(report)
    store.retract(report.article.id, when=WHEN, reason=reason)
    stone = store.tombstone(report.article.id)
    assert stone is not None
    assert stone.reason == reason
