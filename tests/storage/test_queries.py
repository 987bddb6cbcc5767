"""Lists come newest first, within limits, and do not depend on the order in which things were added."""

from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import Report, Store
from reportedly.storage import Filters, SourceCount


@pytest.fixture(scope="module")
def reports(report_of: Callable[..., Report], build: SimpleNamespace) -> list[Report]:
    two = (build.an_event(), build.an_event(id="event2", type="COERCE"))
    return [
        report_of("Undated.", published=None),
        report_of("Old.", published="2024-12-31", events=two),
        report_of("New.", published="2025-03-05T10:00:00Z"),
        report_of("As new.", published="2025-03-05T10:00:00Z"),
    ]


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_lists_do_not_depend_on_the_order_of_adding(
    tmp_path: Path, reports: list[Report], order: tuple[int, ...]
) -> None:
    listed = []
    for name, numbers in (("one.db", range(4)), ("two.db", [*order, *order])):
        with Store.open(tmp_path / name, write=True) as store:
            for number in numbers:
                store.add(reports[number])
            listed.append(
                [list(read()) for read in (store.events, store.claims, store.reports, store.sources)]
                + [list(store.events(Filters(text="helicopter"), limit=3))]
            )
    assert listed[0] == listed[1]


def test_the_newest_come_first_and_the_undated_last(store: Store, reports: list[Report]) -> None:
    for report in reports:
        store.add(report)
    published = [report.article.published.value for report in store.reports()]
    assert published == ["2025-03-05T10:00:00Z", "2025-03-05T10:00:00Z", "2024-12-31", None]


@pytest.mark.parametrize(("limit", "counts"), [(None, [1, 1, 2, 1]), (3, [1, 1, 1]), (1, [1]), (0, [])])
def test_a_limit_counts_events(store: Store, reports: list[Report], limit: int | None, counts: list[int]) -> None:
    for report in reports:
        store.add(report)
    assert [len(report.events) for report in store.events(limit=limit)] == counts


def test_a_limit_counts_claims_and_sources(store: Store, reports: list[Report]) -> None:
    for report in reports:
        store.add(report)
    assert [len(report.claims) for report in store.claims(limit=2)] == [1, 1]
    assert len(list(store.sources(limit=2))) == 2


def test_events_come_in_the_order_of_their_report(store: Store, reports: list[Report]) -> None:
    store.add(reports[1])
    (report,) = store.events()
    assert report.events == reports[1].events
    assert report.claims == ()
    assert report.coder == reports[1].coder


def test_sources_are_counted_over_articles(store: Store, reports: list[Report]) -> None:
    for report in reports:
        store.add(report)
    first, *_ = (source for source in store.sources() if source.name in {"Officials", "Ana Quispe"})
    assert first == SourceCount(
        name="Officials", kind="official", anonymous=True, articles=4, claims=0, events=5, origin_of=5
    )
    (claiming,) = (source for source in store.sources() if source.name == "Ana Quispe")
    assert (claiming.articles, claiming.claims, claiming.events, claiming.origin_of) == (4, 4, 0, 0)


def test_spellings_of_a_name_count_as_one(store: Store, report_of, build: SimpleNamespace) -> None:
    for number, name in enumerate(("Ana Quispe", "ANA QUISPE", "Ana Quíspe")):
        chain = (build.a_source(name),)
        store.add(report_of(f"Text {number}.", claims=(), events=(build.an_event(sources=chain, mentions=()),)))
    (source,) = store.sources()
    assert (source.name, source.articles) == ("ANA QUISPE", 3)


def test_superseded_texts_count_only_when_asked_for(store: Store, report_of) -> None:
    url = "https://harbourpost.example/2025/camp"
    store.add(report_of("Nine died.", url=url))
    store.add(report_of("Eleven died.", url=url))
    assert {source.articles for source in store.sources()} == {1}
    assert {source.articles for source in store.sources(Filters(revisions=True))} == {2}
