"""What a store keeps of sources is what counting anew gives, under every filter, whatever becomes of texts."""

import runpy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import Report, Store
from reportedly.storage import Filters, SourceCount

Counting = Callable[[Store, Filters], list[SourceCount]]

WIRE = SimpleNamespace(**runpy.run_path(str(Path(__file__).resolve().parent / "wire.py")))


@pytest.fixture
def filled(store: Store) -> Store:
    for report in WIRE.REPORTS:
        store.add(report)
    return store


def test_totals_are_kept_with_every_text(counted_anew: Counting, filled: Store) -> None:
    assert counted_anew(filled, Filters()) == list(filled.sources())
    assert len(counted_anew(filled, Filters())) > 5
    assert max(source.articles for source in filled.sources()) >= 4


def test_a_retracted_text_leaves_the_totals(counted_anew: Counting, filled: Store) -> None:
    before = {source.name: source.articles for source in filled.sources()}
    filled.retract(WIRE.ROOT.article.id, when="2025-06-01")
    assert counted_anew(filled, Filters()) == list(filled.sources())
    after = {source.name: source.articles for source in filled.sources()}
    assert after["their union"] == before["their union"] - 1


def test_a_text_coded_again_counts_as_it_is_now(counted_anew: Counting, filled: Store) -> None:
    bare = replace(WIRE.FLOOD, claims=(), events=())
    for report in (replace(WIRE.ROOT, claims=()), bare, WIRE.FLOOD, WIRE.ROOT):
        assert filled.recode(report)
        assert counted_anew(filled, Filters()) == list(filled.sources())


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (0, 2, 1)])
def test_only_the_newest_text_of_an_article_counts(
    counted_anew: Counting,
    store: Store,
    report_of: Callable[..., Report],
    build: SimpleNamespace,
    order: tuple[int, ...],
) -> None:
    texts = [
        report_of(f"Text {day}.", published=f"2025-03-0{day}", url="https://harbourpost.example/one",
                  claims=(), events=(build.an_event(sources=(build.a_source(f"Clerk {day}"),), mentions=()),))
        for day in (1, 2, 3)
    ]  # fmt: skip
    for number in order:
        store.add(texts[number])
        assert counted_anew(store, Filters()) == list(store.sources())
    assert [source.name for source in store.sources()] == ["Clerk 3"]
    # Of an earlier text, nothing is counted; coding it again changes nothing.
    store.recode(texts[0])
    assert [source.name for source in store.sources()] == ["Clerk 3"]
    store.retract(texts[2].article.id, when="2025-06-01")
    assert list(store.sources()) == []


@pytest.mark.parametrize("part", ["union", "POLICE", "nobody of that name"])
def test_a_part_of_a_name_is_looked_up_in_the_totals(counted_anew: Counting, filled: Store, part: str) -> None:
    wanted = Filters(source=part)
    assert list(filled.sources(wanted)) == counted_anew(filled, wanted)
