"""What a dialect cannot say, counted while it is written, so that nobody takes silence for "did not happen"."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from reportedly.records import Event


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that a dialect has no place for.

    Attributes:
        what: What is lost, in words that go on from "left out: ".
        concerns: Whether an event has it.
    """

    what: str
    concerns: Callable[[Event], bool]


@dataclass(slots=True)
class LossReport:
    """Counts, for one export, the events that lose something.

    Attributes:
        losses: Of the dialect.
        events: How many events there were.
        dropped: How many of them are not in the export at all.
        counts: How many events lose each thing.
    """

    losses: Iterable[Loss] = ()
    events: int = 0
    dropped: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def note(self, event: Event, *, is_dropped: bool = False) -> None:
        """Count an event and what it loses."""
        self.events += 1
        self.dropped += is_dropped
        if not is_dropped:
            self.counts.update(loss.what for loss in self.losses if loss.concerns(event))

    def lines(self) -> list[str]:
        """Return one line for each thing lost, in the order of the dialect's list; no line when nothing is."""
        kept = self.events - self.dropped
        whole = [f"{self.dropped:,} of {self.events:,} events are not in it: {DROPPED}"] if self.dropped else []
        return whole + [
            f"left out in {self.counts[loss.what]:,} of {kept:,} events: {loss.what}"
            for loss in self.losses
            if self.counts[loss.what]
        ]


#: A dialect whose rows all read as "this happened" must not carry what the text denies or only imagines.
DROPPED = "the text negates, denies, plans or only imagines them, and a row would say that they happened"
