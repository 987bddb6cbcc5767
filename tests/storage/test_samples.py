"""The samples' reports in a store: they come back as they were, in whatever order they were added."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import Report, Store
from reportedly.storage import Filters, Outcome

GOLDEN = Path(__file__).resolve().parent.parent / "samples" / "golden"
# What made them is left out of the golden reports: it changes with every edit of the codebook.
CODER = {"version": "1", "codebook": "PLOVER 2.0", "models": [], "config_hash": "golden"}
REPORTS = [
    Report.from_dict(data | {"coder": CODER})
    for file in sorted(GOLDEN.glob("*.json"))
    for data in json.loads(file.read_bytes())
]


def test_every_sample_with_an_event_stands_in_a_story(store: Store) -> None:
    for report in REPORTS:
        store.add(report)
    assert store.link() == len(REPORTS)
    stories = [store.story(line.id) for line in store.stories()]
    told = {article.id for story in stories if story is not None for article in story.articles}
    assert told >= {report.article.id for report in REPORTS if report.events}
    backing = store.backing(event.id for report in REPORTS for event in report.events)
    assert len(backing) == len({event.id for report in REPORTS for event in report.events})


def test_there_are_samples_with_events_and_claims() -> None:
    assert len(REPORTS) >= 10
    assert sum(len(report.events) for report in REPORTS) > 30
    assert sum(len(report.claims) for report in REPORTS) > 50


def test_every_sample_comes_back_as_it_was(store: Store, path: Path, rows_of) -> None:
    for report in REPORTS:
        assert store.add(report) is Outcome.ADDED
    assert [store.report(report.article.id) for report in REPORTS] == REPORTS
    assert {report.article.id for report in store.reports()} == {report.article.id for report in REPORTS}
    rows = rows_of(path)
    assert len(rows["events"]) == sum(len(report.events) for report in REPORTS)
    assert len(rows["claims"]) == sum(len(report.claims) for report in REPORTS)


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    """Every list and story of a store with the samples in their own order."""
    return lists(tmp_path_factory.mktemp("samples") / "news.db", REPORTS)


def lists(path: Path, reports: list[Report]) -> list[object]:
    with Store.open(path, write=True) as store:
        for report in reports:
            store.add(report)
        store.link()
        reads = (store.events, store.claims, store.reports, store.sources, store.stories)
        found: list[object] = [
            list(read(filters)) for read in reads for filters in (Filters(), Filters(text="minister"))
        ]
        return [*found, [store.story(line.id) for line in store.stories()]]


@settings(max_examples=12)
@given(order=st.permutations(range(len(REPORTS))), again=st.lists(st.integers(0, len(REPORTS) - 1), max_size=5))
def test_the_order_of_adding_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, listed: list[object], order: list[int], again: list[int]
) -> None:
    reports = [REPORTS[number] for number in (*again, *order)]
    assert lists(tmp_path_factory.mktemp("order") / "news.db", reports) == listed


def test_every_event_is_found_by_its_own_actor_type_country_and_day(store: Store) -> None:
    for report in REPORTS:
        store.add(report)
    tried = 0
    for report in REPORTS:
        for event in report.events:
            parties = {"actor": event.actors[:1], "recipient": event.recipients[:1]}
            names = {role: party.name for role, found in parties.items() for party in found}
            day = event.date.start[:10] if event.date is not None and event.date.start else None
            filters = Filters(type=event.type, since=day, **names)
            assert event.id in {one.id for found in store.events(filters) for one in found.events}
            tried += len(names) + (day is not None)
    assert tried > 50
