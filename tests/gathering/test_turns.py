"""Turns at hosts."""

import threading
import time

from reportedly.gathering.clock import SystemClock
from reportedly.gathering.turns import Turns


def test_requests_to_one_host_stand_apart(clock) -> None:
    turns = Turns(clock, patience=30)
    for _ in range(3):
        with turns.at("a.example", address="http://a.example/", pause=1.0):
            clock.time += 0.25
    assert clock.waits == [1.0, 1.0]


def test_hosts_do_not_wait_for_each_other(clock) -> None:
    turns = Turns(clock, patience=30)
    for host in ("a.example", "b.example", "c.example"):
        with turns.at(host, address=f"http://{host}/", pause=1.0):
            pass
    assert clock.waits == []


def test_a_host_is_asked_by_one_thread_at_a_time() -> None:
    turns = Turns(SystemClock(), patience=30)
    inside, most = [], []

    def visit() -> None:
        with turns.at("a.example", address="http://a.example/", pause=0.0):
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.02)
            inside.pop()

    threads = [threading.Thread(target=visit) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 5


def test_a_short_peace_is_waited_for(clock) -> None:
    turns = Turns(clock, patience=30)
    turns.close("a.example", seconds=12)
    with turns.at("a.example", address="http://a.example/", pause=0.0):
        pass
    assert clock.waits == [12]
