"""Lists of sources under filters: the same by every way, after any order of adding, recoding and retracting."""

import runpy
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import Report, Store
from reportedly.records import Date
from reportedly.storage import Filters, SourceCount, sources, totals

Counting = Callable[[Store, Filters], list[SourceCount]]

WIRE = SimpleNamespace(**runpy.run_path(str(Path(__file__).resolve().parent / "wire.py")))
BUILD = SimpleNamespace(**runpy.run_path(str(Path(__file__).resolve().parents[1] / "builders.py")))
FILTERS = (
    Filters(),
    Filters(type="ASSAULT"),
    Filters(type="COERCE", country="PER"),
    Filters(actor="army"),
    Filters(actor="nobody of that name"),
    Filters(recipient="miners", source="an"),
    Filters(since="2025-03-03", until="2025-03-03"),
    Filters(type="ASSAULT", since="2025-03-09"),
    Filters(text="helicopter", type="ASSAULT"),
    Filters(text="third NOT second"),
    Filters(source="quispe", until="2025-03"),
)


def a_text(day: int, page: int, words: str) -> Report:
    article = BUILD.an_article()
    text = f"{article.text}\n\nThe {words} report of page {page} ends here."
    changed = article.to_dict() | {"id": f"{words}{page}", "text": text, "url": f"https://harbourpost.example/{page}"}
    changed["published"] |= {"value": f"2025-03-{day:02d}"}
    return BUILD.a_report(article=type(article).from_dict(changed))


def codings(report: Report) -> list[Report]:
    """Return a text as several coders may have coded it: chains, claims and events differ."""
    event, claim = BUILD.an_event(), BUILD.a_claim()
    asserted = replace(event, id="event2", type="COERCE", claim=claim.id, sources=claim.sources, mentions=())
    later = Date(start="2025-03-11", end="2025-03-12", precision="day", text="later")
    told_twice = replace(event, mentions=(*event.mentions, replace(event.mentions[0], claim=claim.id)))
    return [
        report,
        replace(report, claims=(), events=()),
        replace(report, events=(event, asserted, replace(asserted, id="event3", actors=()))),
        replace(report, claims=(replace(claim, date=later), replace(claim, id="claim2")), events=(asserted,)),
        replace(report, claims=(), events=(replace(told_twice, date=None, place=None),)),
        replace(report, claims=(claim, claim), events=(told_twice, replace(asserted, date=later))),
    ]


TEXTS = [
    a_text(day, page, words)
    for page, day, words in ((1, 4, "first"), (1, 9, "second"), (1, 9, "third"), (2, 4, "first"))
]
CODED = [codings(text) for text in TEXTS]
STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "recode", "retract"]), st.integers(0, 3), st.integers(0, 5)),
    min_size=1,
    max_size=7,
)


def take(store: Store, step: tuple[str, int, int]) -> None:
    what, text, coding = step
    report = CODED[text][coding]
    if what == "retract":
        store.retract(report.article.id, when="2025-06-01")
    else:
        {"add": store.add, "recode": store.recode}[what](report)


def kept(store: Store) -> tuple[list[tuple[object, ...]], ...]:
    """Return what is kept of sources, without the numbers that they happened to get."""
    queries = (
        """
        SELECT folded, kind, heard.article, claim, event, type, anonymous, origin, first_day, last_day
        FROM heard JOIN source_totals ON number = source
        """,
        "SELECT folded, kind, articles, named, claims, events, origins FROM source_totals",
    )
    return tuple(sorted(store._connection.execute(query)) for query in queries)


@settings(max_examples=20)
@given(steps=STEPS)
def test_any_order_of_work_leaves_what_counting_anew_gives(
    counted_anew: Counting, steps: Sequence[tuple[str, int, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "news.db", write=True) as store:
        for step in steps:
            take(store, step)
        for few, greatest in ((1, 1), (1, 8), (1, 20), (20_000, 50_000)):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(sources, "FEW", few)
                patch.setattr(sources, "GREATEST", greatest)
                for wanted in FILTERS:
                    whole = counted_anew(store, wanted)
                    assert list(store.sources(wanted)) == whole
                    assert list(store.sources(wanted, limit=2)) == whole[:2]
        assert kept(store) == kept_after_counting_again(store)


def kept_after_counting_again(store: Store) -> tuple[list[tuple[object, ...]], ...]:
    """Take every current text out of the count, see that nothing is left, and count all in again."""
    numbers = [number for (number,) in store._connection.execute("SELECT number FROM articles WHERE current")]
    for number in numbers:
        totals.count_out(store._connection, number)
    assert kept(store) == ([], [])
    for number in reversed(numbers):
        totals.count_in(store._connection, number)
    return kept(store)


def test_every_filter_finds_something_or_nothing_as_meant(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db", write=True) as store:
        for coded in CODED:
            store.add(coded[5])
        found = {str(wanted): len(list(store.sources(wanted))) for wanted in FILTERS}
    assert found.pop(str(Filters(actor="nobody of that name"))) == 0
    assert all(found.values())


def test_an_older_store_is_counted_as_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Store.open(path, write=True) as store:
        for coded, coding in zip(CODED, (5, 4, 2, 3), strict=True):
            store.add(coded[coding])
        before = kept(store)
        for statement in (
            "DROP TABLE heard",
            "DROP TABLE listed_articles",
            "DROP TABLE failures",
            "DROP TRIGGER tellings_listed",
            "DROP TRIGGER events_grouped",
            "DROP VIEW new_listed_groups",
            "DROP TABLE listed_groups",
            "PRAGMA user_version = 4",
        ):
            store._connection.execute(statement)
    with Store.open(path, write=True) as store:
        assert kept(store) == before


@pytest.mark.parametrize("wanted", [Filters(), Filters(type="PROTEST"), Filters(source="o")], ids=str)
@pytest.mark.parametrize("limit", [1, 3])
def test_pages_of_sources_are_the_whole_list(tmp_path: Path, wanted: Filters, limit: int) -> None:
    with Store.open(tmp_path / "news.db", write=True) as store:
        for report in WIRE.REPORTS:
            store.add(report)
        page = store.listings.sources(wanted, limit=limit)
        found = [*page.rows]
        while page.next is not None:
            page = store.listings.sources(wanted, limit=limit, after=page.next)
            assert page.rows
            found += page.rows
        assert found == list(store.sources(wanted))
        assert len(found) > 3
