"""Adds the reports of a JSON Lines file to a store, in a process that may be killed: `adding.py FILE STORE [EVERY]`.

With EVERY, articles are linked after each so many, and at the end.
"""

import sys
from pathlib import Path

from reportedly import Report, Store
from reportedly.storage import Run


def add(source: Path, path: Path, *, link_every: int) -> None:
    """Add every report, and tell about each."""
    reports = [Report.from_json(line) for line in source.read_bytes().splitlines()]
    with Store.open(path, write=True) as store:
        store.begin(Run(coder=reports[0].coder, started="2026-11-22T20:00:00+00:00"))
        print("begun", flush=True)
        for number, report in enumerate(reports, start=1):
            print(store.add(report), flush=True)
            if link_every and number % link_every == 0:
                store.link()
        if link_every:
            store.link()


if __name__ == "__main__":
    add(Path(sys.argv[1]), Path(sys.argv[2]), link_every=int(sys.argv[3]) if len(sys.argv) > 3 else 0)
