"""Keeping reports: whole or not at all, once each, and the same when they come back."""

import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import Article, RecordError, Report, Store, StoreError
from reportedly.records import CoderInfo
from reportedly.storage import Outcome, Run
from reportedly.storage.store import Store as Same

HOSTILE = {
    "nothing at all": "",
    "a formula": '=HYPERLINK("http://evil.example")',
    "SQL": "'); DROP TABLE articles; --",
    "escapes": "\x1b[31mred\x1b[0m \x00 \x07",
    "reordered": "\u202egpj.exe",
    "FTS": '" OR * NEAR( ^',
    "scripts": "السودان漢字🙂\u0301",
    "long": "wide " * 20_000,
}


def test_the_package_hands_out_the_store() -> None:
    assert Store is Same


def test_a_report_comes_back_as_it_was(store: Store, report_of) -> None:
    report = report_of("It rained.")
    assert store.add(report) is Outcome.ADDED
    assert store.report(report.article.id) == report
    assert store.report("0" * 16) is None


def test_an_empty_report_comes_back_as_it_was(store: Store, build: SimpleNamespace) -> None:
    report = Report(article=Article.verbatim("Nothing happened."), coder=build.a_report().coder)
    store.add(report)
    assert store.report(report.article.id) == report
    assert list(store.reports()) == [report]
    assert list(store.events()) == []


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_come_back_as_they_were(store: Store, report_of, path: Path, rows_of, words: str) -> None:
    report = report_of(words, title=words or None, byline=[words])
    assert store.add(report) is Outcome.ADDED
    assert store.report(report.article.id) == report
    assert len(rows_of(path)["articles"]) == 1


def test_half_a_surrogate_pair_is_refused(store: Store, report_of, path: Path, rows_of) -> None:
    with pytest.raises(RecordError, match="half a surrogate pair"):
        store.add(report_of("\ud800"))
    with pytest.raises(RecordError, match="half a surrogate pair"):
        store.recode(report_of("\ud800"))
    assert rows_of(path)["articles"] == []


def test_adding_twice_changes_nothing(store: Store, report_of, path: Path, rows_of) -> None:
    store.add(report_of("Once."))
    before = rows_of(path)
    assert store.add(report_of("Once.")) is Outcome.KNOWN
    assert rows_of(path) == before


def test_what_changes_with_every_visit_makes_no_other_article(store: Store, report_of, path: Path, rows_of) -> None:
    report = report_of("Once.")
    store.add(report)
    other = report_of(
        "Once.",
        raw_sha256="1" * 64,
        furniture=[],
        published=report.article.published.to_dict() | {"evidence": "page clock", "candidates": []},
    )
    assert store.add(other) is Outcome.KNOWN
    assert store.report(report.article.id) == report


def test_an_article_is_looked_up_before_it_is_coded(store: Store, report_of) -> None:
    report = report_of("Once.")
    assert store.look_up(report.article) is None
    store.add(report)
    assert store.look_up(report.article) is Outcome.KNOWN


def test_every_row_of_a_report_is_there(
    store: Store, report_of, build: SimpleNamespace, path: Path, rows_of, without_links
) -> None:
    event = build.an_event()
    store.add(report_of("Once.", places=(event.place,), events=(event, build.an_event(id="event2", mentions=()))))
    counts = {name: len(rows) for name, rows in rows_of(path).items()}
    assert counts == {
        "runs": 1, "articles": 1, "revisions": 0, "tombstones": 0, "claims": 1, "events": 2, "parties": 4,
        "mentions": 2, "names": 7, "sources": 2 * len(event.sources) + len(build.a_claim().sources), "places": 3,
        "source_totals": 5, "heard": 8, "failures": 0, **without_links,
    }  # fmt: skip


def test_a_run_is_written_down_once(store: Store, report_of, path: Path, rows_of) -> None:
    report = report_of("Once.")
    run = Run(coder=report.coder, codebook_digest="f" * 64, settings={"pipeline": "small"}, started="2026-01-01")
    store.begin(run)
    store.begin(Run(coder=report.coder, codebook_digest="f" * 64, settings={"pipeline": "small"}, started="2027-01-01"))
    store.add(report)
    ((number, id, version, _, digest, models, settings, config, started),) = rows_of(path)["runs"]
    assert (number, id, version, digest, config) == (1, run.id, "0.1.0", "f" * 64, "abc")
    assert (models, settings, started) == ('["en_core_web_sm 3.8.0"]', '{"pipeline": "small"}', "2026-01-01")


def test_a_report_of_another_coder_has_a_run_of_its_own(store: Store, report_of, path: Path, rows_of) -> None:
    report = report_of("Once.")
    store.begin(Run(coder=report.coder, started="2026-01-01"))
    other = CoderInfo(version="9", codebook="PLOVER 2.0", models=(), config_hash="other")
    store.add(report_of("Twice.", coder=other))
    assert [row[-1] for row in rows_of(path)["runs"]] == ["2026-01-01", None]


def test_a_reader_writes_nothing(store: Store, path: Path, report_of) -> None:
    with Store.open(path) as reader, pytest.raises(StoreError, match="opened for reading only"):
        reader.add(report_of("Once."))


def test_leaving_the_block_closes_the_file(path: Path) -> None:
    with Store.open(path, write=True) as store:
        pass
    store.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        list(store.events())
    assert sorted(file.name for file in path.parent.iterdir()) == ["news.db"]


def test_a_mistake_in_a_record_leaves_nothing_half_written(
    store: Store, report_of, path: Path, rows_of, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args, **options):
        raise ZeroDivisionError

    monkeypatch.setattr("reportedly.storage.writing.place_row", fail)
    with pytest.raises(ZeroDivisionError):
        store.add(report_of("Once."))
    assert {name for name, rows in rows_of(path).items() if rows} == set()


def test_a_full_disk_leaves_nothing_half_written(store: Store, report_of, path: Path, rows_of) -> None:
    store.add(report_of("Small."))
    before = rows_of(path)
    (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
    store._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StoreError, match="the disk is full"):
        store.add(report_of("Large. " * 20_000))
    assert rows_of(path) == before
    store._connection.execute("PRAGMA max_page_count = 1000000")
    assert store.add(report_of("Large. " * 20_000)) is Outcome.ADDED
