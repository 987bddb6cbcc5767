"""Events of a story's articles that tell one act become one deed; the pairs with the strongest ties come first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from reportedly.linking.bonds import Bond, Told, are_rivals, bond, denial_bond, is_denied, rules_out, tell
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


def merge_events(reports: Sequence[Report], *, copies: Collection[str] = ()) -> tuple[Deed, ...]:
    """Join the events of several articles that tell the same act.

    Two events are one when enough ties them (`bonds.bond`) and nothing rules out any two of the group: one strange
    event cannot chain two acts together. What is only denied joins the act that it fits best: somebody has told it.

    Args:
        reports: Of one story, in order of publication.
        copies: Ids of the articles that carry another's text: a digest of two accounts does not keep these apart.

    Returns:
        By the place of their first event in the story.
    """
    told = sorted((tell(report, event) for report in reports for event in report.events), key=lambda one: one.order)
    groups = _Groups(told, copies=copies)
    pairs = [
        (-tie.strength, first, second, tie)
        for first, second in combinations(range(len(told)), 2)
        if told[second].event.type in types_near(told[first].event.type)
        and (tie := bond(told[first], told[second])) is not None
    ]  # fmt: skip
    for _, first, second, tie in sorted(pairs, key=lambda pair: pair[:3]):
        groups.join(first, second, tie)
    groups.join_denied()
    return groups.deeds()


class _Groups:
    """Events by the act that they tell, while acts are being found."""

    def __init__(self, told: Sequence[Told], *, copies: Collection[str]) -> None:
        self._told = told
        self._copies = copies
        self._members = [[index] for index in range(len(told))]
        self._reasons: list[dict[str, Bond]] = [{} for _ in told]
        self._group_of = list(range(len(told)))

    def join(self, first: int, second: int, tie: Bond) -> None:
        """Make the groups of two events one, unless something rules that out."""
        here, there = sorted((self._group_of[first], self._group_of[second]))
        rivals = are_rivals(self._told[first].event, self._told[second].event)
        if here != there and not self._ruled_out(here, there, rivals=rivals):
            self._put_together(here, there, self._told[second].event.id, tie)

    def join_denied(self) -> None:
        """Put each group that only denies to the one that tells what it denies."""
        for here in range(len(self._told)):
            if not self._members[here] or not all(is_denied(self._told[n].event) for n in self._members[here]):
                continue
            ties = [
                (-tie.strength, self._group_of[other], index, tie)
                for index in self._members[here] for other in range(len(self._told))
                if self._group_of[other] != here and not is_denied(self._told[other].event)
                and (tie := denial_bond(self._told[index], self._told[other])) is not None
            ]  # fmt: skip
            if ties:
                _, there, index, tie = min(ties, key=lambda one: one[:3])
                self._put_together(there, here, self._told[index].event.id, tie)

    def deeds(self) -> tuple[Deed, ...]:
        """Return the acts."""
        return tuple(
            _act([self._told[i] for i in sorted(members)], self._reasons[number])
            for number, members in enumerate(self._members) if members
        )  # fmt: skip

    def _ruled_out(self, here: int, there: int, *, rivals: bool) -> bool:
        return any(
            rules_out(one, other, rivals=rivals) for one in self._voting(here) for other in self._voting(there)
        )  # fmt: skip

    def _voting(self, group: int) -> list[Told]:
        """Return the events of a group that articles of their own tell; all of them where there are none."""
        members = [self._told[index] for index in self._members[group]]
        return [one for one in members if one.report.article.id not in self._copies] or members

    def _put_together(self, here: int, there: int, event: str, tie: Bond) -> None:
        self._reasons[here] |= self._reasons[there] | {event: tie}
        self._members[here] += self._members[there]
        for index in self._members[there]:
            self._group_of[index] = here
        self._members[there] = []


def _act(told: list[Told], reasons: dict[str, Bond]) -> Deed:
    ranked = sorted(told, key=lambda one: (-_fullness(one), one.order))
    return Deed(tuple(ranked), tuple((key, reasons[key].reasons) for key in sorted(reasons)))


def _fullness(told: Told) -> int:
    event = told.event
    parts = len(event.actors) + len(event.recipients) + len(event.items) + len(event.quantities)
    return parts + (event.date is not None) + (event.place is not None)
