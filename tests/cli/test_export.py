"""`reportedly export`: what a store holds in other dialects, and what each loses."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import Report, Store
from reportedly.records import Modality


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, build: SimpleNamespace) -> Report:
    """A store with one article: an event that happened and one that did not."""
    planned = build.an_event(id="event2", type="COERCE", modality=Modality.FUTURE, mentions=())
    report: Report = build.a_report(events=(build.an_event(), planned), places=(build.an_event().place,))
    with Store.open(tmp_path / "news.db", write=True) as store:
        store.add(report)
    return report


def test_json_lines_are_whole_reports(invoke, kept: Report) -> None:
    result = invoke("export", "--store", "news.db", "-f", "jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [Report.from_json(line) for line in result.stdout.splitlines()] == [kept]
    assert invoke("export", "--store", "news.db", "-f", "jsonl", "--text", "nowhere").stdout == ""


def test_csv_is_that_of_code(invoke, kept: Report) -> None:
    result = invoke("export", "--store", "news.db", "-f", "csv", "--type", "ASSAULT")
    assert result.stdout.splitlines()[1].startswith(f"{kept.article.id},https://harbourpost.example/a/1,")
    assert len(result.stdout.splitlines()) == 2
    assert "csv: left out in 1 of 1 events: kinds, titles and stakes of its sources" in result.stderr


def test_polecat_tells_what_it_loses(invoke, tmp_path: Path) -> None:
    result = invoke("export", "--store", "news.db", "--out", "events.tsv")
    assert (result.exit_code, result.stdout) == (0, "")
    header, row = (tmp_path / "events.tsv").read_text().splitlines()
    assert (header.split("\t")[0], row.split("\t")[0]) == ("Event ID", "event1")
    assert result.stderr.splitlines()[:2] == [
        "polecat: 1 of 2 events are not in it: the text negates, denies, plans or only imagines them, and a row would "
        "say that they happened",
        "polecat: left out in 1 of 1 events: who says so: the chain of sources, standing and factuality",
    ]
    assert invoke("export", "--store", "news.db", "--out", "events.tsv", "-q").stderr == ""


def test_a_limit_counts_events(invoke) -> None:
    assert invoke("export", "--store", "news.db", "-f", "csv", "--limit", "1").stdout.count("\n") == 2


def test_parquet_without_duckdb_says_what_to_install(invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    result = invoke("export", "--store", "news.db", "--out", "events.parquet")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == 'reportedly: Parquet needs DuckDB: pip install "reportedly[parquet]"\n'
    assert [path.name for path in tmp_path.iterdir() if "parquet" in path.name] == []


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "no --format given; there are csv, jsonl, polecat, parquet"),
        (["--out", "events.xlsx"], "no --format given; there are csv, jsonl, polecat, parquet"),
        (["-f", "parquet"], "Parquet is no text for the screen: give --out FILE"),
    ],
)
def test_what_makes_no_sense_is_named(invoke, args: list[str], message: str) -> None:
    result = invoke("export", "--store", "news.db", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
