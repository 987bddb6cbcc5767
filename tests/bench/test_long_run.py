"""The long run goes on where it was killed, and comes to the same store."""

import json
import runpy
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import Store

BENCH = Path(__file__).resolve().parents[2] / "bench"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    monkeypatch.syspath_prepend(str(BENCH))
    return SimpleNamespace(**runpy.run_path(str(BENCH / "long_run.py")))


def run(monkeypatch: pytest.MonkeyPatch, store: Path, number: int) -> None:
    monkeypatch.setattr(sys, "argv", ["long_run.py", str(store), str(number), "--mark", "40"])
    runpy.run_path(str(BENCH / "long_run.py"), run_name="__main__")


def told(store: Path) -> list[str]:
    with Store.open(store) as opened:
        return [story.to_json() for story in opened.stories()]


def test_a_run_that_was_killed_goes_on(bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys) -> None:
    with Store.open(tmp_path / "killed.db", write=True) as store:
        for _, report in list(bench.new_reports(store, 55)):
            store.add(report)
    run(monkeypatch, tmp_path / "killed.db", 120)
    marks = [json.loads(line) for line in (tmp_path / "killed.db.marks.jsonl").read_text().splitlines()]
    assert [(mark["after"], mark["reports"]) for mark in marks] == [(55, 80), (80, 120)]
    assert "times the" in capsys.readouterr().out
    run(monkeypatch, tmp_path / "whole.db", 120)
    assert told(tmp_path / "killed.db") == told(tmp_path / "whole.db") != []


def test_the_marks_of_earlier_runs_are_told_again(
    bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys
) -> None:
    run(monkeypatch, tmp_path / "news.db", 40)
    capsys.readouterr()
    run(monkeypatch, tmp_path / "news.db", 40)
    assert capsys.readouterr().out.count("| 40 |") == 1


def test_whole_stretches_are_compared(bench) -> None:
    rest = {"clock": 1.0, "memory": 1.0, "file": 1.0, "when": "2026-11-23T12:00+00:00"}
    marks = [
        bench.Mark(after=0, reports=100, processor=0.5, **rest),
        bench.Mark(after=150, reports=200, processor=9.0, **rest),
        bench.Mark(after=200, reports=300, processor=0.6, **rest),
    ]
    assert bench.compare(marks) == (
        "up to 300: 6.0 ms of the processor a report, 1.20 times the 5.0 ms of the first 100"
    )
