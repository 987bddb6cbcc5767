"""Several texts of one article: the newest counts, all are kept, with what each changed."""

from itertools import permutations
from pathlib import Path

import pytest

from reportedly import Store
from reportedly.records import Article
from reportedly.storage import Filters, Outcome
from reportedly.storage.revisions import MOST_LINES, compare

URL = "https://harbourpost.example/2025/camp"


def article_of(text: str, **changes: object) -> Article:
    return Article.verbatim(text, **changes)  # type: ignore[arg-type]


def test_the_later_text_of_an_address_is_current(store: Store, report_of) -> None:
    first, second = report_of("Nine died.", url=URL), report_of("Eleven died.", url=URL)
    assert (store.add(first), store.add(second)) == (Outcome.ADDED, Outcome.REVISED)
    assert [report.article.id for report in store.events()] == [second.article.id]
    assert [report.article.id for report in store.claims()] == [second.article.id]
    assert [report.article.id for report in store.reports()] == [second.article.id]
    assert {report.article.id for report in store.events(Filters(revisions=True))} == {
        first.article.id,
        second.article.id,
    }


def test_a_revision_names_the_text_before_it(store: Store, report_of) -> None:
    first, second = report_of("Nine died.", url=URL), report_of("Eleven died.", url=URL)
    store.add(first)
    store.add(second)
    kept, earlier = store.report(second.article.id), store.report(first.article.id)
    assert kept is not None and earlier is not None
    assert (kept.article.revision_of, earlier.article.revision_of) == (first.article.id, None)
    (revision,) = store.revisions(first.article.id)
    assert (revision.id, revision.earlier, revision.current) == (second.article.id, first.article.id, True)
    assert (revision.added, revision.removed, revision.diff) == (1, 1, "-Nine died.\n+Eleven died.")
    assert store.revisions(second.article.id) == (revision,)


@pytest.mark.parametrize(
    "url",
    [
        "http://harbourpost.example/2025/camp",
        "https://www.HarbourPost.example/2025/camp/",
        "https://harbourpost.example/2025/camp#comments",
    ],
)
def test_an_address_may_be_written_in_several_ways(store: Store, report_of, url: str) -> None:
    store.add(report_of("Nine died.", url=URL))
    assert store.add(report_of("Eleven died.", url=url)) is Outcome.REVISED


@pytest.mark.parametrize("url", [None, "https://harbourpost.example/", "https://harbourpost.example"])
def test_texts_without_an_address_of_their_own_stand_alone(store: Store, report_of, url: str | None) -> None:
    store.add(report_of("Nine died.", url=url))
    assert store.add(report_of("Eleven died.", url=url)) is Outcome.ADDED


def test_another_query_is_another_address(store: Store, report_of) -> None:
    store.add(report_of("Nine died.", url=f"{URL}?id=1"))
    assert store.add(report_of("Eleven died.", url=f"{URL}?id=2")) is Outcome.ADDED


def test_the_same_words_under_another_title_are_a_revision(store: Store, report_of) -> None:
    first, second = report_of("Nine died."), report_of("Nine died.", title="Camp shelled, nine dead")
    assert first.article.id == second.article.id
    store.add(first)
    assert store.add(second) is Outcome.REVISED
    report = store.report(first.article.id)
    assert report is not None
    assert (report.article.title, report.article.revision_of) == ("Camp shelled, nine dead", None)
    (revision,) = store.revisions(first.article.id)
    assert revision.diff == "-title: Helicopter shells mining camp in Peru\n+title: Camp shelled, nine dead"


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_date_decides_which_text_is_newest(store: Store, report_of, order: tuple[int, ...]) -> None:
    times = [None, "2025-03-04", "2025-03-04T18:00:00+02:00", "2025-03-04T16:30:00Z"]
    reports = [report_of(f"Version {number}.", url=URL, published=time) for number, time in enumerate(times)]
    for number in order:
        store.add(reports[number])
    ids = [report.article.id for report in reports]
    assert [(revision.earlier, revision.id) for revision in store.revisions(ids[0])] == [
        *zip(ids, ids[1:], strict=False)
    ]
    (current,) = store.reports()
    assert current.article == Article.from_dict(reports[3].article.to_dict() | {"revision_of": ids[2]})


def test_a_text_that_joins_two_articles_makes_them_one(store: Store, report_of) -> None:
    store.add(report_of("Nine died.", url=URL))
    store.add(report_of("Eleven died.", url="https://harbourpost.example/other"))
    assert store.add(report_of("Eleven died.", url=URL, title="Now with a title")) is Outcome.REVISED
    assert len(list(store.reports())) == 1
    assert len(list(store.reports(Filters(revisions=True)))) == 3


def test_coming_back_to_an_earlier_text_changes_nothing(store: Store, report_of, path: Path, rows_of) -> None:
    first, second = report_of("Nine died.", url=URL), report_of("Eleven died.", url=URL)
    for report in (first, second):
        store.add(report)
    before = rows_of(path)
    assert store.add(first) is Outcome.KNOWN
    assert rows_of(path) == before


def test_comparing_tells_title_authors_credits_dates_and_lines() -> None:
    before = article_of("One.\n\nTwo.", title="A", byline=("Ana",), published="2025-03-04")
    after = article_of("One.\n\nThree.\n\nFour.", title="B", byline=("Ana",), credits=("Wire",), published="2025-03-05")
    change = compare(before, after)
    assert change.diff.splitlines() == [
        "-title: A", "+title: B", "-date: 2025-03-04", "+credit: Wire", "+date: 2025-03-05", "-Two.", "+Three.",
        "+", "+Four.",
    ]  # fmt: skip
    assert (change.added, change.removed) == (6, 3)


def test_lines_that_look_like_a_diff_are_counted_right() -> None:
    change = compare(article_of("--- a\n@@ b"), article_of("--- a\n@@ b\n+++ c\n@@ d"))
    assert (change.added, change.removed, change.diff) == (2, 0, "++++ c\n+@@ d")


def test_texts_too_long_to_compare_are_counted() -> None:
    lines = [f"line {number}" for number in range(MOST_LINES + 1)]
    change = compare(article_of("\n".join(lines)), article_of("\n".join([*reversed(lines[5:]), "new"])))
    assert (change.added, change.removed, change.diff) == (1, 5, "")
