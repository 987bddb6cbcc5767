"""Work ahead of whoever takes the results."""

import threading
import time

import pytest

from reportedly.gathering.ahead import in_order


def test_results_come_in_the_order_of_the_items() -> None:
    def work(number: int) -> int:
        time.sleep(0.02 * (3 - number % 3))
        return number * number

    found = list(in_order(range(9), work=work, at_once=3, stop=lambda: None))
    assert found == [(number, number * number) for number in range(9)]


def test_only_a_few_items_are_taken_ahead() -> None:
    taken: list[int] = []

    def items():
        for number in range(100):
            taken.append(number)
            yield number

    results = in_order(items(), work=lambda number: number, at_once=2, stop=lambda: None)
    next(results)
    assert len(taken) == 4
    results.close()


@pytest.mark.parametrize("how", ["closed", "raised"])
def test_whoever_takes_no_more_stops_the_threads(how: str) -> None:
    stopped = threading.Event()

    def items():
        yield "quick"
        yield "slow"
        if how == "raised":
            raise ZeroDivisionError
        yield "slow"

    def work(item: str) -> None:
        if item == "slow":
            stopped.wait(10)

    results = in_order(items(), work=work, at_once=1, stop=stopped.set)
    began = time.monotonic()
    assert next(results) == ("quick", None)
    if how == "closed":
        results.close()
    else:
        with pytest.raises(ZeroDivisionError):
            next(results)
    assert stopped.is_set() and time.monotonic() - began < 5
