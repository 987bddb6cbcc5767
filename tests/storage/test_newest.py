"""A list is the same whether the newest articles were asked one by one or everything that fits was gathered."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import Store
from reportedly.storage import Filters, queries, stories

WIRE = SimpleNamespace(**runpy.run_path(str(Path(__file__).resolve().parent / "wire.py")))
NEWS = runpy.run_path(str(Path(__file__).resolve().parents[2] / "bench" / "made_up_news.py"))
FILTERS = (
    Filters(),
    Filters(type="PROTEST"),
    Filters(actor="dockers"),
    Filters(recipient="crane"),
    Filters(country="POL"),
    Filters(source="union"),
    Filters(text="strike OR dockers"),
    Filters(since="2026-04-13", until="2026-04"),
    Filters(type="AID", country="MLI"),
    Filters(actor="dockers", source="police", text="Gdynia"),
    Filters(revisions=True),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("newest") / "news.db"
    with Store.open(path, write=True) as store:
        for report in (*WIRE.REPORTS, *NEWS["Newsroom"](events=1).reports(12)):
            store.add(report)
        store.link()
    return path


@pytest.mark.parametrize("newest", [0, 1, 4, 9, 10_000])
@pytest.mark.parametrize("filters", FILTERS, ids=str)
@pytest.mark.parametrize("limit", [1, 3])
def test_a_limited_list_is_the_beginning_of_the_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch, filters: Filters, newest: int, limit: int
) -> None:
    monkeypatch.setattr(queries, "NEWEST", newest)
    monkeypatch.setattr(stories, "NEWEST", newest)
    with Store.open(path) as store:
        events = [(report.article.id, event.id) for report in store.events(filters) for event in report.events]
        shown = [
            (report.article.id, event.id) for report in store.events(filters, limit=limit) for event in report.events
        ]
        assert shown == events[:limit]
        claims = [claim for report in store.claims(filters) for claim in report.claims]
        assert [claim for one in store.claims(filters, limit=limit) for claim in one.claims] == claims[:limit]
        assert list(store.stories(filters, limit=limit)) == list(store.stories(filters))[:limit]


def test_every_filter_finds_something(path: Path) -> None:
    with Store.open(path) as store:
        assert all(list(store.events(filters)) and list(store.stories(filters)) for filters in FILTERS)
