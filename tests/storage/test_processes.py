"""A process may be killed at any moment, and others may read meanwhile."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random  # noqa: TID251 - moments to kill at are drawn by chance; the seed is fixed

import pytest

from reportedly import Report, Store
from reportedly.storage import Filters

NUMBER = 120


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory, report_of: Callable[..., Report]) -> Path:
    """Reports with texts of some pages; every fourth revises the one before it."""
    file: Path = tmp_path_factory.mktemp("source") / "reports.jsonl"
    lines = []
    for number in range(NUMBER):
        url = f"https://harbourpost.example/2025/{number - (number % 4 == 3)}"
        lines.append(report_of(f"Report {number}. " + "It rained. " * 300, url=url).to_json())
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def kill_and_finish(adding, path: Path, *, share: float, seconds: float) -> list[str]:
    """Kill an adding process when a share of its time has gone, read the store, and add again to the end."""
    adding.kill_after(path, share * seconds)
    with Store.open(path) as store:
        whole = [len(report.events) == len(report.claims) == 1 for report in store.reports(Filters(revisions=True))]
    assert all(whole)
    outcomes = adding.run(path)
    assert outcomes.count("known") == len(whole)
    return outcomes


def test_the_undisturbed_run_adds_everything(undisturbed) -> None:
    rows, _ = undisturbed
    assert len(rows["articles"]) == NUMBER
    assert len(rows["revisions"]) == NUMBER // 4


@pytest.mark.parametrize("share", [0.1, 0.6])
def test_a_killed_run_taken_up_again_ends_like_an_undisturbed_one(
    adding, path: Path, undisturbed, rows_of, share: float
) -> None:
    rows, seconds = undisturbed
    kill_and_finish(adding, path, share=share, seconds=seconds)
    assert rows_of(path) == rows


@pytest.mark.soak
def test_twenty_kills_at_random_moments_leave_no_trace(adding, tmp_path: Path, undisturbed, rows_of) -> None:
    rows, seconds = undisturbed
    chance = Random(7)
    known = set()
    for number in range(20):
        path = tmp_path / f"news{number}.db"
        outcomes = kill_and_finish(adding, path, share=chance.random(), seconds=seconds)
        known.add(outcomes.count("known"))
        assert rows_of(path) == rows
    assert len(known) > 10, "the moments were not spread over the run"


@pytest.mark.soak
def test_a_run_killed_again_and_again_comes_to_its_end(adding, path: Path, undisturbed, rows_of) -> None:
    rows, seconds = undisturbed
    for _ in range(10):
        process = adding.start(path)
        time.sleep(0.15 + seconds / 10)
        process.kill()
        process.communicate(timeout=60)
    adding.run(path)
    assert rows_of(path) == rows


READING = """
import sys
from reportedly import Store
from reportedly.storage import Filters
counts = [0]
while counts[-1] < int(sys.argv[2]):
    with Store.open(sys.argv[1]) as store:
        reports = list(store.reports(Filters(revisions=True)))
        assert all(len(report.events) == len(report.claims) == 1 for report in reports)
        assert sum(1 for _ in store.events(Filters(text="rained", revisions=True))) >= len(reports)
        assert len(reports) >= counts[-1]
        counts.append(len(reports))
print(len(counts))
"""


def test_two_processes_read_while_one_adds(adding, path: Path) -> None:
    Store.open(path, write=True).close()
    readers = [
        subprocess.Popen([sys.executable, "-c", READING, str(path), str(NUMBER)], stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    outcomes = adding.run(path)
    assert len(outcomes) == NUMBER + 1
    for reader in readers:
        (rounds,) = adding.finish(reader)
        assert int(rounds) > 1


def test_two_processes_may_add_the_same(adding, path: Path, undisturbed, rows_of) -> None:
    first, second = adding.start(path), adding.start(path)
    outcomes = adding.finish(first) + adding.finish(second)
    assert outcomes.count("known") == NUMBER
    rows, _ = undisturbed
    assert {row[1:3] for row in rows_of(path)["articles"]} == {row[1:3] for row in rows["articles"]}


MAKING = """
import sys
from reportedly import Store
print("ready", flush=True)
sys.stdin.read(1)
Store.open(sys.argv[1], write=True).close()
"""


def test_processes_may_make_one_store_at_the_same_moment(tmp_path: Path) -> None:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    for number in range(10):
        command = [sys.executable, "-c", MAKING, str(tmp_path / f"{number}.db")]
        making = [subprocess.Popen(command, **pipes) for _ in range(4)]
        for process in making:
            assert process.stdout.readline() == b"ready\n"
        for process in making:
            process.stdin.write(b"!")
            process.stdin.flush()
        assert [process.communicate(timeout=60)[1] for process in making] == [b""] * 4


COMMAND = "from reportedly.cli.main import run; run()"


def command(path: Path) -> subprocess.Popen[bytes]:
    """Start `reportedly add --samples` with a stopped clock."""
    environ = {**os.environ, "SOURCE_DATE_EPOCH": "1763841600"}
    arguments = ["add", "--samples", "--store", str(path)]
    return subprocess.Popen([sys.executable, "-c", COMMAND, *arguments], stdout=subprocess.PIPE, env=environ)


@pytest.mark.soak
def test_the_command_killed_at_random_moments_comes_to_the_same_end(adding, tmp_path: Path, rows_of) -> None:
    begun = time.monotonic()
    adding.finish(command(tmp_path / "undisturbed.db"))
    seconds = time.monotonic() - begun
    chance, path = Random(11), tmp_path / "news.db"
    for _ in range(6):
        process = command(path)
        time.sleep(seconds * (0.5 + chance.random() / 2))
        process.kill()
        process.communicate(timeout=60)
    adding.finish(command(path))
    assert rows_of(path) == rows_of(tmp_path / "undisturbed.db")
