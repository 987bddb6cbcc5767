"""Adds the reports of a JSON Lines file to a store, in a process that may be killed: `adding.py FILE STORE`."""

import sys
from pathlib import Path

from reportedly import Report, Store
from reportedly.storage import Run


def add(source: Path, path: Path) -> None:
    """Add every report, and tell about each."""
    reports = [Report.from_json(line) for line in source.read_bytes().splitlines()]
    with Store.open(path, write=True) as store:
        store.begin(Run(coder=reports[0].coder, started="2026-11-22T20:00:00+00:00"))
        print("begun", flush=True)
        for report in reports:
            print(store.add(report), flush=True)


if __name__ == "__main__":
    add(Path(sys.argv[1]), Path(sys.argv[2]))
