"""Counts of what a command went through, and the lines on standard error that name what failed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TextIO, TypeVar

from reportedly.records import Article, Failure, Report
from reportedly.wording.counting import counted
from reportedly.wording.printable import printable

T = TypeVar("T", Article, Report)


@dataclass(slots=True)
class Tally:
    """Lets good results through, names each failure on standard error, and counts both.

    Attributes:
        errors: Where failures are named.
        quiet: Whether the closing line is left out; failures are named all the same.
        counts: How many of each thing, in the order of the closing line.
        failed: How many inputs failed.
        found: What is counted in reports.
    """

    errors: TextIO
    quiet: bool = False
    counts: dict[str, int] = field(default_factory=lambda: {"article": 0})
    failed: int = 0
    found: tuple[str, ...] = ("event", "claim")

    def successes(self, results: Iterable[T | Failure]) -> Iterator[T]:
        """Yield the results that are no failures."""
        for result in results:
            if isinstance(result, Failure):
                self.failed += 1
                print_error(f"{result.input}: {result.reason}", stream=self.errors)
            else:
                self._count(result)
                yield result

    def summary(self) -> str:
        """Return the closing line: "3 articles, 12 events, 9 claims; 1 input failed"."""
        found = ", ".join(counted(number, noun) for noun, number in self.counts.items())
        return f"{found}; {counted(self.failed, 'input')} failed" if self.failed else found

    def _count(self, result: Article | Report) -> None:
        self.counts["article"] += 1
        if isinstance(result, Report):
            lengths = {"event": len(result.events), "claim": len(result.claims)}
            for noun in self.found:
                self.counts[noun] = self.counts.get(noun, 0) + lengths[noun]


def print_error(message: str, *, stream: TextIO) -> None:
    """Write one line about a problem: `reportedly: news.html: holds no article`."""
    print(f"reportedly: {printable(message)}", file=stream, flush=True)
