"""Coding again what another coder has coded: whole, resumable, and only that."""

from pathlib import Path

from reportedly import Report, Store
from reportedly.records import CoderInfo
from reportedly.storage import Run

NEW = CoderInfo(version="0.2.0", codebook="PLOVER 2.0", models=("en_core_web_sm 3.9.0",), config_hash="new")


def recoded(report: Report, build) -> Report:
    event = build.an_event(id="event9", type="COERCE", mode=None)
    return Report(article=report.article, events=(event,), coder=NEW)


def test_what_another_coder_has_coded_is_outdated(store: Store, report_of) -> None:
    old, new = report_of("Old."), report_of("New.", coder=NEW)
    store.add(old)
    store.add(new)
    assert list(store.outdated("new")) == [old.article]
    assert list(store.outdated("abc")) == [new.article]
    assert (store.count_outdated("new"), store.count_outdated("neither")) == (1, 2)


def test_recoding_replaces_what_was_found(store: Store, report_of, build, path: Path, rows_of, without_links) -> None:
    report = report_of("Old.", places=(build.an_event().place,))
    store.add(report)
    store.begin(Run(coder=NEW, started="2026-11-22"))
    again = recoded(report, build)
    assert store.recode(again) is True
    assert store.report(report.article.id) == again
    assert list(store.outdated("new")) == []
    assert {name: len(rows) for name, rows in rows_of(path).items()} == {
        "runs": 2, "articles": 1, "revisions": 0, "tombstones": 0, "claims": 0, "events": 1, "parties": 2,
        "mentions": 1, "sources": 3, "places": 1, "names": 5, "source_totals": 3, "heard": 3,
        "failures": 0, **without_links,
    }  # fmt: skip


def test_articles_may_be_recoded_while_they_are_listed(store: Store, report_of, build) -> None:
    reports = {report.article.id: report for report in (report_of(f"Text {number}.") for number in range(5))}
    for report in reports.values():
        store.add(report)
    done = [store.recode(recoded(reports[article.id], build)) for article in store.outdated("new")]
    assert done == [True] * 5
    assert store.count_outdated("new") == 0


def test_superseded_texts_are_recoded_too(store: Store, report_of) -> None:
    url = "https://harbourpost.example/2025/camp"
    store.add(report_of("Nine died.", url=url))
    store.add(report_of("Eleven died.", url=url))
    assert len(list(store.outdated("new"))) == 2


def test_a_revision_is_found_again_by_its_content(store: Store, report_of, build) -> None:
    url = "https://harbourpost.example/2025/camp"
    store.add(report_of("Nine died.", url=url))
    store.add(report_of("Eleven died.", url=url))
    for article in store.outdated("new"):
        assert store.recode(Report(article=article, coder=NEW)) is True
    assert store.count_outdated("new") == 0


def test_recoding_an_unknown_article_adds_nothing(store: Store, report_of, path: Path, rows_of) -> None:
    assert store.recode(report_of("Never added.")) is False
    assert rows_of(path)["articles"] == rows_of(path)["runs"] == []
