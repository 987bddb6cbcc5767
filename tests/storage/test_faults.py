"""What goes wrong around a store: a full disk, a death between write and commit, a clock that jumps back."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly import Report, Store, StoreError
from reportedly.storage import Outcome, Run

NUMBER = 60


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory, report_of: Callable[..., Report]) -> Path:
    """Reports that need more room than the small disk has."""
    file: Path = tmp_path_factory.mktemp("source") / "reports.jsonl"
    lines = [report_of(f"Report {number}. " + "It snowed. " * 800).to_json() for number in range(NUMBER)]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_a_full_disk_loses_nothing_that_was_added_and_the_rest_is_added_later(
    adding, small_disk, undisturbed, rows_of
) -> None:
    path = small_disk.folder / "news.db"
    process = subprocess.run(
        [sys.executable, *adding.command(path)],
        capture_output=True,
        text=True,
        preexec_fn=small_disk.limit,
        check=False,
    )
    assert process.returncode == 1
    assert process.stderr.splitlines()[-1].startswith(f"reportedly.errors.StoreError: {path}: the disk ")
    added = process.stdout.split().count("added")
    assert 0 < added < NUMBER
    small_disk.make_room()
    with Store.open(path) as store:
        assert len(list(store.reports())) == added
    outcomes = adding.run(path)
    assert (outcomes.count("known"), outcomes.count("added")) == (added, NUMBER - added)
    rows, _ = undisturbed
    assert rows_of(path) == rows


DYING = """
import os, signal, sys
from reportedly import Report, Store
from reportedly.storage import store as module

def die(connection, number):
    os.kill(os.getpid(), signal.SIGKILL)

with Store.open(sys.argv[1], write=True) as store:
    before, after = (Report.from_json(line) for line in sys.stdin)
    store.add(before)
    module.join_lineage = die
    store.add(after)
"""


def test_a_death_between_write_and_commit_leaves_nothing_of_the_report(path: Path, report_of, rows_of) -> None:
    before, after = report_of("It rained."), report_of("It poured.")
    given = f"{before.to_json()}\n{after.to_json()}\n".encode()
    died = subprocess.run([sys.executable, "-c", DYING, str(path)], input=given, capture_output=True, check=False)
    assert died.returncode == -signal.SIGKILL
    with Store.open(path, write=True) as store:
        assert [report.article.id for report in store.reports()] == [before.article.id]
        assert (store.add(before), store.add(after)) == (Outcome.KNOWN, Outcome.ADDED)
        assert len(list(store.reports())) == 2
    rows_of(path)  # looks for damage and for rows without owners


def test_a_clock_that_jumps_back_changes_nothing_but_the_time_of_a_new_run(store: Store, path: Path, report_of) -> None:
    report = report_of("It rained.")
    late, early = (Run(coder=report.coder, started=f"20{year}-01-01T00:00:00+00:00") for year in (31, 19))
    store.begin(late)
    assert store.add(report) is Outcome.ADDED
    store.begin(early)
    assert store.add(report) is Outcome.KNOWN
    assert store.add(report_of("It poured.")) is Outcome.ADDED
    # The same coder with the same settings is one run, which began when it was first seen.
    (started,) = store._connection.execute("SELECT started FROM runs").fetchall()
    assert started == (late.started,)
    assert len(list(store.reports())) == 2


def test_a_store_that_another_one_locks_is_named_and_what_was_added_stays(store: Store, path: Path, report_of) -> None:
    with Store.open(path, write=True, patience=0.05) as second:
        second.add(report_of("Before."))
        store._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="is locked"):
            second.add(report_of("Meanwhile."))
        store._connection.execute("ROLLBACK")
        assert second.add(report_of("Meanwhile.")) is Outcome.ADDED
        assert len(list(second.reports())) == 2


@pytest.mark.parametrize("size", [0, 100, 4096, 20_000])
def test_a_store_cut_short_is_an_error_in_words(store: Store, path: Path, report_of, size: int) -> None:
    for number in range(5):
        store.add(report_of(f"Report {number}."))
    store.close()
    os.truncate(path, size)
    for left in path.parent.glob(f"{path.name}-*"):
        left.unlink()
    if size == 0:
        # An empty file is one that a store may be made of.
        with Store.open(path, write=True) as again:
            assert list(again.reports()) == []
        return
    with pytest.raises(StoreError, match=r"is no store|is damaged|the disk"), Store.open(path, write=True) as broken:
        list(broken.reports())
        broken.add(report_of("Once more."))
