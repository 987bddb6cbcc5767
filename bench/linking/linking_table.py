"""Says, event by event, where a number of origins goes wrong: not coded, not merged, or not laid at the right door.

Of every open event: in how many of its articles the coder tells it, in how many of these the linker put it into the
merged event that stands for it, and which origins are missing and which too many, by name.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from linking_match import Answer, match_events, same_name
from linking_truth import TrueEvent, Truth


@dataclass(frozen=True, slots=True)
class EventRow:
    """What became of one true event.

    Attributes:
        key: Story id and event id.
        articles: In how many articles it is told.
        coded: In how many of these the coder tells it.
        merged: In how many of those the merged event that stands for it has it.
        true: How many origins it has.
        found: How many the linker counts; None where nothing stands for it.
        missing: Origins that are not named, by their first name.
        extra: Names that are no origin's.
    """

    key: str
    articles: int
    coded: int
    merged: int
    true: int
    found: int | None
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def cause(self) -> str:
        """Where the count goes wrong first; empty where it is right."""
        if self.found == self.true:
            return ""
        if not self.coded:
            return "not coded"
        if not self.merged:
            return "not found"
        return "not merged" if self.merged < self.coded else "origins"


def event_rows(answer: Answer, truth: Truth) -> Iterator[EventRow]:
    """Yield what became of each open event."""
    matches = match_events(answer, truth)
    for event in truth.events:
        if not event.held_back:
            yield _row(event, matches.get(event.key), answer)


def print_table(answer: Answer, truth: Truth) -> None:
    """Print a row an event, and how many are wrong by cause."""
    rows = list(event_rows(answer, truth))
    print(f"{'event':34}{'told':>5}{'coded':>6}{'merged':>7}{'true':>5}{'found':>6}  cause")
    for row in rows:
        found = "-" if row.found is None else str(row.found)
        print(f"{row.key:34}{row.articles:5}{row.coded:6}{row.merged:7}{row.true:5}{found:>6}  {row.cause}")
        for sign, names in (("-", row.missing), ("+", row.extra)):
            for name in names:
                print(f"{'':8}{sign} {name}")
    causes = [row.cause for row in rows if row.cause]
    print(", ".join(f"{cause}: {causes.count(cause)}" for cause in sorted(set(causes))), f"of {len(rows)}", end="\n\n")


def _row(event: TrueEvent, merged: dict[str, list[str]] | None, answer: Answer) -> EventRow:
    coded = {url for url, keys in answer.told.values() if event.key in keys}
    mentions = [] if merged is None else merged["mentions"]
    inside = {answer.told[one][0] for one in mentions if one in answer.told and event.key in answer.told[one][1]}
    names = [] if merged is None else merged["origins"]
    return EventRow(
        key=event.key,
        articles=len(event.passages),
        coded=len(coded),
        merged=len(inside),
        true=event.independent_origins,
        found=None if merged is None else len(names),
        missing=tuple(one[0] for one in event.origins if not any(same_name(name, one) for name in names)),
        extra=tuple(name for name in names if not any(same_name(name, one) for one in event.origins)),
    )
