import operator
import os
from functools import partial

import pytest

from reportedly.errors import ReportedlyError
from reportedly.pool import map_in_order

# A spawned worker imports what it is sent by name, so these are made of the standard library alone.
doubler = partial(partial, operator.mul, 2)
dying = partial(partial, os._exit)


def test_results_come_in_the_order_of_the_items():
    assert list(map_in_order(range(50), make=doubler, workers=2)) == [2 * n for n in range(50)]


def test_items_are_read_ahead_only_as_far_as_needed():
    taken = []

    def items():
        for n in range(1000):
            taken.append(n)
            yield n

    results = map_in_order(items(), make=doubler, workers=1)
    next(results)
    results.close()
    assert len(taken) < 20


def test_a_dead_worker_is_an_error_and_not_a_hang():
    with pytest.raises(ReportedlyError, match="worker process died"):
        list(map_in_order([3], make=dying, workers=1))
