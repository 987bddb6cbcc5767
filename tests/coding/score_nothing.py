"""Scores the sentences in which nothing happened: `python tests/coding/score_nothing.py [-v]`.

Share = sentences that yield an event, of whatever modality, in percent of all; the fewer, the better. With `-v` the
events found in the open part are listed; no option lists the held-back part, whose texts leave no function here.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import yaml

from reportedly import Coder
from reportedly.records import Event

FOLDER = Path(__file__).resolve().parent
OPEN, HELD_BACK = "nothing_happened.yaml", "nothing_happened_heldback.yaml"
#: More of them, open as a whole: by two other hands, and two by the hand that works on the rules.
MORE = ("nothing_more.yaml", "nothing_wire.yaml", "nothing_accidents.yaml", "nothing_probes.yaml")
KINDS = (
    "sport",
    "business",
    "weather",
    "fiction",
    "court",
    "opinion",
    "metaphor",
    "science",
    "history",
    "hypothetical",
    # Those that follow stand in nothing_wire.yaml alone.
    "statistics",
    "biography",
    "obituary",
    "schedule",
    "law",
    "accident",
    "analysis",
    "background",
)


@dataclass(slots=True)
class Tally:
    """How many sentences of each kind there are, and how many of them yield an event."""

    total: Counter[str] = field(default_factory=Counter)
    coded: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """Sentences that yield an event over all sentences."""
        return self.coded.total() / self.total.total()


def load(name: str) -> list[dict[str, str]]:
    """Return the items of one of the files."""
    items: list[dict[str, str]] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return items


def is_held_back(text: str) -> bool:
    """Tell which of the two files a sentence belongs to."""
    return int(sha256(text.encode()).hexdigest()[:8], 16) % 3 == 0


def events_of(coder: Coder, text: str) -> tuple[Event, ...]:
    """Return what is coded in one sentence.

    Raises:
        RuntimeError: The coder failed; its own traceback would show the sentence, so it is not kept.
    """
    try:
        return coder.code(text).events
    except Exception as error:
        raise RuntimeError(f"{type(error).__name__} raised by a sentence") from None


def score(coder: Coder, name: str) -> Tally:
    """Count one file."""
    tally = Tally()
    for item in load(name):
        tally.total[item["kind"]] += 1
        tally.coded[item["kind"]] += bool(events_of(coder, item["text"]))
    return tally


def faults(coder: Coder) -> Iterator[str]:
    """Yield a line for each sentence of the open files that yields an event."""
    for item in (item for name in (OPEN, *MORE) for item in load(name)):
        text = item["text"]
        if events := events_of(coder, text):
            found = ", ".join(f"{event.type} “{text[slice(*event.trigger)]}”" for event in events)
            yield f"{item['kind']}: {found} | {text}"


def main() -> None:
    """Print the shares by kind, then what is invented in the open files when it is asked for."""
    coder = Coder()
    for name in (OPEN, HELD_BACK, *MORE):
        tally = score(coder, name)
        print(f"{name}: {tally.coded.total()} of {tally.total.total()} sentences yield an event, {tally.share:.4f}")
        for kind in (kind for kind in KINDS if tally.total[kind]):
            print(f"  {kind:12} {tally.coded[kind]:3} of {tally.total[kind]:3}")
    if "-v" in sys.argv[1:]:
        print(*faults(coder), sep="\n")


if __name__ == "__main__":
    main()
