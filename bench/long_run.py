"""Adds a million made-up reports to a store, linked as `add` does it, and tells whether the last cost as the first did.

    python bench/long_run.py STORE [NUMBER] [--mark 10000]

NUMBER is 1,000,000 unless given. A run that was killed is taken up again by the same command: the news is the same each
time, and what is in the store is passed over. What each stretch of 10,000 cost stands in STORE.marks.jsonl, with its
date; a stretch that was interrupted is told from where it was taken up. Times, of the clock and of the processor, hold
the making of the news too (0.2 ms a report); memory is the most that the process has held so far.
"""

import argparse
import json
import resource
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from linking_scale import LINK_EVERY
from made_up_news import Newsroom
from reportedly import Report, Store

HEADING = """| articles | clock, ms | processor, ms | articles a second | peak memory, MB | file, GB | when (UTC) |
|---|---|---|---|---|---|---|"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What the reports of one stretch cost.

    Attributes:
        after: How many reports were in the store before.
        reports: How many there are now.
        clock: Seconds by the clock.
        processor: Seconds of the processor; those of other programs do not count.
        memory: Peak of the process so far, in MB.
        file: Size of the store with its log, in GB.
        when: ISO 8601, UTC.
    """

    after: int
    reports: int
    clock: float
    processor: float
    memory: float
    file: float
    when: str

    @property
    def each(self) -> float:
        """Milliseconds of the processor for a report."""
        return self.processor / (self.reports - self.after) * 1000

    def row(self) -> str:
        """Return the mark as a line of the table."""
        number = self.reports - self.after
        return (
            f"| {self.reports:,} | {self.clock / number * 1000:.1f} | {self.each:.1f} | {number / self.clock:.0f} "
            f"| {self.memory:.0f} | {self.file:.2f} | {self.when} |"
        )


class Stretch:
    """Measures from its making on."""

    def __init__(self, after: int) -> None:
        self.after = after
        self._clock = time.perf_counter()
        self._processor = time.process_time()

    def end(self, reports: int, path: Path) -> Mark:
        """Return what the reports since cost."""
        files = (path, path.with_name(path.name + "-wal"))
        return Mark(
            after=self.after,
            reports=reports,
            clock=time.perf_counter() - self._clock,
            processor=time.process_time() - self._processor,
            memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            file=sum(file.stat().st_size for file in files if file.exists()) / 1e9,
            when=datetime.now(tz=UTC).isoformat(timespec="minutes"),
        )


def new_reports(store: Store, number: int) -> Iterator[tuple[int, Report]]:
    """Yield the reports that the store lacks, each with its place in the news; they follow on those that it has."""
    is_new = False
    for place, report in enumerate(Newsroom().reports(number), start=1):
        is_new = is_new or store.look_up(report.article) is None
        if is_new:
            yield place, report


def fill(store: Store, number: int, *, mark_every: int) -> Iterator[Mark]:
    """Add and link, and yield what each stretch cost."""
    store.link()
    stretch: Stretch | None = None
    for place, report in new_reports(store, number):
        stretch = stretch or Stretch(place - 1)
        store.add(report)
        if place % LINK_EVERY == 0 or place == number:
            store.link()
        if place % mark_every == 0 or place == number:
            yield stretch.end(place, store.path)
            stretch = Stretch(place)


def compare(marks: list[Mark]) -> str:
    """Say how the last stretch compares with the first; whole ones, since the start-up of a process is none of it."""
    most = max(mark.reports - mark.after for mark in marks)
    whole = [mark for mark in marks if mark.reports - mark.after == most]
    first, last = whole[0], whole[-1]
    return (
        f"up to {last.reports:,}: {last.each:.1f} ms of the processor a report, {last.each / first.each:.2f} times the "
        f"{first.each:.1f} ms of the first {first.reports:,}"
    )


def main() -> None:
    """Fill a store, or go on filling it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("number", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--mark", type=int, default=10_000)
    options = parser.parse_args()
    notes = options.store.with_name(options.store.name + ".marks.jsonl")
    known = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
    marks = [Mark(**json.loads(line)) for line in known]
    print("\n".join([HEADING, *(mark.row() for mark in marks)]), flush=True)
    with Store.open(options.store, write=True) as store:
        for mark in fill(store, options.number, mark_every=options.mark):
            marks.append(mark)
            with notes.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(mark)) + "\n")
            print(mark.row(), flush=True)
    if marks:
        print("\n" + compare(marks))


if __name__ == "__main__":
    main()
