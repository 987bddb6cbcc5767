"""Results come in order from any number of processes, whatever happens to these."""

import os
import signal
import time

import pytest

from reportedly.errors import ReportedlyError
from reportedly.pool import WorkerPool, map_in_order


def test_results_come_in_the_order_of_the_items(work):
    assert list(map_in_order(range(50), make=work.doubling, workers=2)) == [2 * n for n in range(50)]


def test_nothing_to_do_starts_no_process(work):
    assert list(map_in_order([], make=work.broken_at_start, workers=2)) == []


def test_items_are_read_ahead_only_as_far_as_needed(work):
    taken = []

    def items():
        for n in range(1000):
            taken.append(n)
            yield n

    results = map_in_order(items(), make=work.doubling, workers=1)
    next(results)
    results.close()
    assert len(taken) < 20


def test_an_item_is_worked_on_while_the_source_still_looks_for_the_next(work, tmp_path):
    def items():
        yield 1
        deadline = time.monotonic() + 120
        while not list(tmp_path.glob("done-1-*")) and time.monotonic() < deadline:
            time.sleep(0.05)
        yield len(list(tmp_path.glob("done-1-*")))

    assert list(map_in_order(items(), make=work.Dying(tmp_path, set()), workers=1)) == [2, 2]


def test_items_and_results_larger_than_a_pipe_holds_do_not_lock_up(work):
    large = [letter * 3_000_000 for letter in "abcdefgh"]
    assert list(map_in_order(large, make=work.large_both_ways, workers=2)) == [text * 2 for text in large]


@pytest.mark.parametrize("how", ["kill", "exit"])
@pytest.mark.parametrize("deaths", [1, 2])
def test_the_work_of_a_dead_worker_is_done_again_and_nothing_else(work, tmp_path, deaths, how):
    for number in range(deaths):
        (tmp_path / f"life{number}").touch()
    make = work.Dying(tmp_path, {5}, how)
    assert list(map_in_order(range(20), make=make, workers=2)) == [2 * n for n in range(20)]
    done = [path.name.split("-")[1] for path in tmp_path.glob("done-*")]
    # What the dead one had answered into the pipe, and nobody had read yet, counts as answered.
    assert sorted(done) == sorted(str(n) for n in range(20))


def test_an_item_that_kills_every_worker_is_given_up_and_the_others_are_not(work, tmp_path):
    for number in range(3):
        (tmp_path / f"life{number}").touch()
    results = map_in_order(range(9), make=work.Dying(tmp_path, {4}), workers=2, give_up=lambda n, how: (n, how))
    expected = [2 * n for n in range(9)]
    expected[4] = (4, "ended by SIGKILL, perhaps for want of memory")
    assert list(results) == expected


def test_an_item_that_kills_every_worker_is_an_error_where_nothing_says_what_to_make_of_it(work, tmp_path):
    for number in range(3):
        (tmp_path / f"life{number}").touch()
    results = map_in_order(range(3), make=work.Dying(tmp_path, {1}, "exit"), workers=1)
    assert next(results) == 0
    with pytest.raises(ReportedlyError, match="over one item, 3 times: it ended with exit status 3"):
        next(results)


def test_a_worker_killed_from_outside_is_replaced(work):
    with WorkerPool(make=work.telling_process, workers=1) as pool:
        results = pool.map(range(40))
        _, process = next(results)
        os.kill(process, signal.SIGKILL)
        rest = list(results)
    assert [item for item, _ in rest] == list(range(1, 40))
    assert rest[-1][1] != process


def test_workers_that_die_before_they_are_ready_are_an_error_and_not_a_hang(work):
    with pytest.raises(ReportedlyError, match="before it was ready: it ended with exit status 4"):
        list(map_in_order([1], make=work.dead_at_start, workers=2))


def test_what_keeps_a_worker_from_starting_is_told(work):
    with pytest.raises(ReportedlyError, match="ValueError: no model here"):
        list(map_in_order([1], make=work.broken_at_start, workers=1))


def test_an_item_that_needs_too_much_memory_fails_where_it_stands(work):
    results = map_in_order([1, 2_000, 3], make=work.greedy, workers=1, memory=500)
    assert next(results) == 1_000_000
    with pytest.raises(MemoryError):
        next(results)


def test_what_the_work_raises_comes_at_its_place(work):
    with pytest.raises(ReportedlyError, match="LookupError: 7"):
        list(map_in_order([7], make=work.refusing, workers=1))


def test_a_pool_keeps_its_processes_from_one_map_to_the_next(work):
    with WorkerPool(make=work.telling_process, workers=1) as pool:
        first, second = (list(pool.map([n])) for n in (1, 2))
        assert first[0][1] == second[0][1]


def test_a_map_that_is_left_early_leaves_nothing_to_the_next(work):
    with WorkerPool(make=work.telling_process, workers=2) as pool:
        results = pool.map(range(100))
        _, process = next(results)
        results.close()
        assert [item for item, _ in pool.map("abc")] == ["a", "b", "c"]
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and _is_alive(process):
        time.sleep(0.05)
    assert not _is_alive(process)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
