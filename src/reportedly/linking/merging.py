"""Events of a story's articles that tell one act become one deed; the pairs with the strongest ties come first."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from reportedly.linking.bonds import Bond, Told, bond, rules_out, tell
from reportedly.linking.deeds import types_near
from reportedly.records import Report


@dataclass(frozen=True, slots=True)
class Deed:
    """One act, as a story's articles tell it.

    Attributes:
        told: Its events, the fullest first.
        reasons: Of each event but the first of its group, why it is held to be the same act, by event id.
    """

    told: tuple[Told, ...]
    reasons: tuple[tuple[str, tuple[str, ...]], ...]


def merge_events(reports: Sequence[Report]) -> tuple[Deed, ...]:
    """Join the events of several articles that tell the same act.

    Two events are one when enough ties them (`bonds.bond`) and nothing rules out any two of the group: one strange
    event cannot chain two acts together.

    Returns:
        By the place of their first event in the story.
    """
    told = sorted((tell(report, event) for report in reports for event in report.events), key=lambda one: one.order)
    pairs = [
        (-tie.strength, first, second, tie)
        for first, second in combinations(range(len(told)), 2)
        if told[second].event.type in types_near(told[first].event.type)
        and (tie := bond(told[first], told[second])) is not None
    ]  # fmt: skip
    groups = [[index] for index in range(len(told))]
    reasons: list[dict[str, Bond]] = [{} for _ in told]
    group_of = list(range(len(told)))
    for _, first, second, tie in sorted(pairs, key=lambda pair: pair[:3]):
        here, there = sorted((group_of[first], group_of[second]))
        if here == there or any(rules_out(told[a], told[b]) for a in groups[here] for b in groups[there]):
            continue
        reasons[here] |= reasons[there] | {told[second].event.id: tie}
        groups[here] += groups[there]
        for index in groups[there]:
            group_of[index] = here
        groups[there] = []
    return tuple(_act([told[i] for i in sorted(group)], reasons[n]) for n, group in enumerate(groups) if group)


def _act(told: list[Told], reasons: dict[str, Bond]) -> Deed:
    ranked = sorted(told, key=lambda one: (-_fullness(one), one.order))
    return Deed(tuple(ranked), tuple((key, reasons[key].reasons) for key in sorted(reasons)))


def _fullness(told: Told) -> int:
    event = told.event
    parts = len(event.actors) + len(event.recipients) + len(event.items) + len(event.quantities)
    return parts + (event.date is not None) + (event.place is not None)
