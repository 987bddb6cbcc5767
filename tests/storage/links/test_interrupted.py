"""Linking may be killed at any moment and taken up again, and others may read stories meanwhile."""

import runpy
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random  # noqa: TID251 - moments to kill at are drawn by chance; the seed is fixed

import pytest

from reportedly import Store
from reportedly.storage import Filters

NEWS = runpy.run_path(str(Path(__file__).resolve().parents[3] / "bench" / "made_up_news.py"))
NUMBER = 60


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made-up news with stories and copies; every tenth article gets a second text."""
    reports = list(NEWS["Newsroom"](events=1).reports(NUMBER))
    for number in range(9, NUMBER, 10):
        article = reports[number].article
        later = replace(article, text=f"{article.text}\n\nMore is not known yet.", title="Changed")
        reports.append(replace(reports[number], article=later))
    file: Path = tmp_path_factory.mktemp("source") / "reports.jsonl"
    file.write_text("\n".join(report.to_json() for report in reports), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def link_every() -> int:
    return 7


def kill_and_finish(adding, path: Path, *, share: float, seconds: float) -> bool:
    """Kill an adding process when a share of its time has gone, read the store, finish; tell whether work was left."""
    adding.kill_after(path, share * seconds)
    with Store.open(path) as store:
        read_stories(store)
        waiting = store.count_unlinked()
    outcomes = adding.run(path)
    return waiting > 0 or outcomes.count("added") > 0


def read_stories(store: Store) -> int:
    """Read every story whole, and explain an event of each."""
    number = 0
    for line in store.stories():
        story = store.story(line.id)
        assert story is not None
        assert len(story.articles) == line.articles
        assert store.explain(story.events[0].id).event == story.events[0]
        number += 1
    return number


def test_the_undisturbed_run_finds_stories_copies_and_revisions(undisturbed) -> None:
    rows, _ = undisturbed
    assert len(rows["articles"]) == NUMBER + NUMBER // 10
    assert len(rows["fingerprints"]) == NUMBER
    assert len(rows["copies"]) > NUMBER / 4
    assert len(rows["stories"]) > 5
    assert rows["pending"] == []


@pytest.mark.parametrize("share", [0.3, 0.7])
def test_a_killed_run_taken_up_again_ends_like_an_undisturbed_one(
    adding, path: Path, undisturbed, rows_of, share: float
) -> None:
    rows, seconds = undisturbed
    kill_and_finish(adding, path, share=share, seconds=seconds)
    assert rows_of(path) == rows


@pytest.mark.soak
def test_twenty_kills_at_random_moments_leave_no_trace(adding, tmp_path: Path, undisturbed, rows_of) -> None:
    rows, seconds = undisturbed
    chance = Random(13)
    left = 0
    for number in range(20):
        path = tmp_path / f"news{number}.db"
        left += kill_and_finish(adding, path, share=chance.random(), seconds=seconds)
        assert rows_of(path) == rows
    assert left > 10, "the moments were not spread over the run"


READING = """
import sys
from reportedly import Store
from reportedly.storage import Filters
rounds = linked = 0
while linked < int(sys.argv[2]):
    with Store.open(sys.argv[1]) as store:
        lines = list(store.stories(Filters(text="killing")))
        stories = [store.story(line.id) for line in lines]
        explained = [store.backing([id]) for story in stories if story for id in story.events[0].mentions[:1]]
        linked = sum(1 for _ in store.reports()) - store.count_unlinked()
        rounds += 1
print(rounds)
"""


def test_two_processes_read_stories_while_one_adds(adding, path: Path) -> None:
    Store.open(path, write=True).close()
    readers = [
        subprocess.Popen([sys.executable, "-c", READING, str(path), str(NUMBER)], stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    adding.run(path)
    for reader in readers:
        (rounds,) = adding.finish(reader)
        assert int(rounds) > 1
    with Store.open(path) as store:
        assert read_stories(store) == store.count_links().stories
        assert len(list(store.stories(Filters(type="ASSAULT")))) > 0
