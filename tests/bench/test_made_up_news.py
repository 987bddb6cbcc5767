"""Made-up news is the same each time, in order, and holds the stories and copies that linking is measured on."""

import runpy
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import Store

BENCH = Path(__file__).resolve().parents[2] / "bench"


@pytest.fixture(scope="module")
def news() -> SimpleNamespace:
    return SimpleNamespace(**runpy.run_path(str(BENCH / "made_up_news.py")))


def test_the_same_seed_makes_the_same_reports_in_order(news: SimpleNamespace) -> None:
    first, again = (list(news.Newsroom(events=2).reports(60)) for _ in range(2))
    assert first == again
    assert first != list(news.Newsroom(seed=8, events=2).reports(60))
    moments = [report.article.published.value for report in first]
    assert moments == sorted(moments)
    assert len({report.article.id for report in first}) == 60


def test_every_span_of_an_event_stands_in_its_text(news: SimpleNamespace) -> None:
    for report in news.Newsroom(events=6).reports(30):
        for event in report.events:
            assert report.article.text[slice(*event.trigger)] in report.article.text[slice(*event.evidence)].split()
            assert report.article.text[slice(*event.quantities[0].span)].isdigit()


def test_stories_and_copies_are_found_in_it(news: SimpleNamespace, tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db", write=True) as store:
        for report in news.Newsroom().reports(150):
            store.add(report)
        assert store.link() == 150
        counts = store.count_links()
        assert 15 < counts.stories < 100
        assert 60 < counts.copies < 135


def test_the_measurement_runs(news, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    monkeypatch.setattr(sys, "argv", ["linking_scale.py", "60", "--store", str(tmp_path / "news.db")])
    runpy.run_path(str(BENCH / "linking_scale.py"), run_name="__main__")
    told = capsys.readouterr().out
    assert told.startswith("| articles | add, ms | link, ms |")
    assert "| type, country, month |" in told
    assert "explain: " in told
