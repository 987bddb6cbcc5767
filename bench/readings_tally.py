"""Counts what a report has right, wrong, missing and beyond a reading."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Outcome: TypeAlias = Literal["right", "wrong", "missing", "extra"]
Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing compared.

    Attributes:
        measure: What was compared: "claims", "actor country".
        outcome: `wrong` is both missing (what was expected) and extra (what stands in its place).
        label: The claim or event of the reading, or the words of the report.
        note: Expected and found, on one line; empty when right.
    """

    measure: str
    outcome: Outcome
    label: str = ""
    note: str = ""


@dataclass(slots=True)
class Score:
    """How often each outcome came."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    extra: int = 0

    @property
    def expected(self) -> int:
        """How many there are to find."""
        return self.right + self.wrong + self.missing

    @property
    def found(self) -> int:
        """How many were found, rightly or not."""
        return self.right + self.wrong + self.extra

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the expected that is found."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both; for fields that hold one value, the share that is right."""
        return 2 * self.right / (self.expected + self.found) if self.expected + self.found else 1.0


def tally(checks: Iterable[Check]) -> dict[str, Score]:
    """Count the outcomes of each measure."""
    scores: dict[str, Score] = {}
    for check in checks:
        score = scores.setdefault(check.measure, Score())
        setattr(score, check.outcome, getattr(score, check.outcome) + 1)
    return scores


def equal(measure: str, label: str, *, expected: Any, found: Any, right: bool) -> Check:
    """Return the check of a field that holds one value."""
    return Check(measure, "right" if right else "wrong", label, "" if right else f"expected {expected}, found {found}")


def compare_lists(
    measure: str, label: str, *, expected: list[Json], found: list[Json], accepts: Callable[[Json, Json], bool]
) -> Iterator[Check]:
    """Compare two lists without regard to order.

    What is optional in a reading is neither missing nor counted. Several found ones may answer to one expected
    ("one actor in two countries, or one for each").
    """
    for one in expected:
        if any(accepts(one, other) for other in found):
            if not one.get("optional"):
                yield Check(measure, "right", label)
        elif not one.get("optional"):
            yield Check(measure, "missing", label, f"missing {brief(one)}; found {[brief(other) for other in found]}")
    for other in found:
        if not any(accepts(one, other) for one in expected):
            yield Check(measure, "extra", label, f"extra {brief(other)}")


#: What names an actor, a figure or an item in one line, in this order.
BRIEF = ("kind", "name", "text", "country", "category", "sectors", "value", "low", "high", "count", "unit", "modifier")


def brief(record: Json | None) -> str:
    """Return the telling fields of a record on one line."""
    if record is None:
        return "none"
    kept = [f"{key}={record[key]}" for key in BRIEF if record.get(key) not in (None, [], "")]
    return " ".join(kept + [f"{key}={record[key]}" for key in ("start", "end", "precision") if key in record])


def fewest_errors(variants: Iterable[Iterator[Check]]) -> list[Check]:
    """Return the checks of the reading's variant that the report comes nearest to."""
    return min((list(variant) for variant in variants), key=lambda checks: sum(c.outcome != "right" for c in checks))
