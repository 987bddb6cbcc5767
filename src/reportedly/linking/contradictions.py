"""What speaks against an act: denials, other figures, places and roles, corrections; with who says so and where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reportedly.linking.bonds import Told
from reportedly.linking.desk import Desk
from reportedly.linking.ledger import Figure, current
from reportedly.linking.merging import Deed
from reportedly.linking.parties import are_reversed, days_of, overlap, same_place
from reportedly.linking.resting import Grounds
from reportedly.linking.tellings import Telling
from reportedly.records import Contradiction, Event, Place, PlaceKind

#: Places so wide that two accounts may both be right.
WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.REGION, PlaceKind.SEA, PlaceKind.RIVER})


@dataclass(frozen=True, slots=True)
class Case:
    """An act with everything that was found on it.

    Attributes:
        act: Its events.
        tellings: Where it is told.
        grounds: On whom it rests.
        figures: Who gives which.
    """

    act: Deed
    tellings: tuple[Telling, ...]
    grounds: Grounds
    figures: tuple[Figure, ...]


def find_contradictions(case: Case, others: Iterable[Case], desk: Desk) -> tuple[Contradiction, ...]:
    """Return what speaks against an act, each party once for each kind of disagreement.

    1. Denials, tied to the act by their own words.
    2. Figures: of two origins that differ, both sides.
    3. Corrections: an origin's figure that it has replaced itself.
    4. Places: of two origins that name different towns, both sides.
    5. Roles: another act of the story in which who acts here suffers, at the same time.

    Args:
        case: The act.
        others: The other acts of the story.
        desk: Of the story.
    """
    found = [*_denials(case, desk), *_figures(case.figures), *_corrections(case.figures), *_places(case, desk)]
    found += [entry for other in others for entry in _roles(case, other, desk)]
    each: Mapping[tuple[str, ...], Contradiction] = {
        (entry.by, entry.article, entry.what): entry for entry in reversed(found)
    }  # fmt: skip
    return tuple(each.values())[::-1]


def _denials(case: Case, desk: Desk) -> Iterator[Contradiction]:
    seen: set[str] = set()
    denying = {voice.name for voice in case.grounds.denying}
    for telling in case.tellings:
        if not telling.denies or not telling.chain or desk.home(telling) is None:
            continue
        by = desk.speaker_of(telling)
        if by in denying and by not in seen:
            seen.add(by)
            yield Contradiction(id=telling.id, article=telling.article, by=by, what=f"{by} denies it")


def _figures(figures: Sequence[Figure]) -> Iterator[Contradiction]:
    for figure in current(figures):
        against = [
            other for other in current(figures)
            if other.measure == figure.measure and other.given.by != figure.given.by and _differ(figure, other)
        ]  # fmt: skip
        if against:
            sides = "; ".join(f"{_show(other)} by {other.given.by}" for other in against)
            what = f"{figure.given.kind}: {_show(figure)}, against {sides}"
            yield Contradiction(id=figure.id, article=figure.given.article, by=figure.given.by, what=what)


def _corrections(figures: Sequence[Figure]) -> Iterator[Contradiction]:
    now = {(figure.measure, figure.given.by): figure for figure in current(figures)}
    for figure in figures:
        latest = now[(figure.measure, figure.given.by)]
        if figure.given.superseded:
            what = f"{figure.given.kind}: {_show(latest)}, where {figure.given.by} had said {_show(figure)}"
            yield Contradiction(id=latest.id, article=latest.given.article, by=latest.given.by, what=what)


def _places(case: Case, desk: Desk) -> Iterator[Contradiction]:
    named = list(_named_places(case, desk))
    for (by, place, told), (other_by, other, other_told) in combinations(named, 2):
        if by == other_by or same_place(place, other) or _lies_near(place, other):
            continue
        for who, where, side, against in ((by, place, told, other), (other_by, other, other_told, place)):
            what = f"place: {where.name}, against {against.name}"
            yield Contradiction(id=side.event.id, article=side.report.article.id, by=who, what=what)


def _named_places(case: Case, desk: Desk) -> Iterator[tuple[str, Place, Told]]:
    """Yield the first narrow place that each origin gives."""
    by_event = {telling.id: telling for telling in reversed(case.tellings) if telling.is_coded and not telling.denies}
    seen: set[str] = set()
    for told in sorted(case.act.told, key=lambda one: one.order):
        telling, place = by_event.get(told.event.id), told.event.place
        if telling is None or place is None or place.kind in WIDE:
            continue
        by = desk.speaker_of(telling)
        if by not in seen and desk.repeats.is_own(telling.article, telling.span):
            seen.add(by)
            yield by, place, told


def _lies_near(one: Place, other: Place) -> bool:
    """Whether one place is a part of what the other names, as far as their levels tell."""
    return PlaceKind.FACILITY in {one.kind, other.kind} and one.country == other.country


def _roles(case: Case, other: Case, desk: Desk) -> Iterator[Contradiction]:
    if not _turned(case, other):
        return
    mine = {voice.name for voice in case.grounds.voices}
    for voice in other.grounds.voices:
        article = other.grounds.articles[voice.name][0]
        if voice.name not in mine:
            event = _first_event(other.act)
            yield Contradiction(
                id=event.id, article=article, by=voice.name, what=f"roles: {voice.name} tells it the other way round"
            )


def _turned(case: Case, other: Case) -> bool:
    """Whether two acts of one type at one time have their roles exchanged, each told by somebody."""
    return any(
        mine.event.type is theirs.event.type
        and are_reversed(mine.event, theirs.event)
        and overlap(*(days_of(told.event, article=told.report.article) for told in (mine, theirs)))
        for mine in case.act.told for theirs in other.act.told
    )  # fmt: skip


def _first_event(act: Deed) -> Event:
    return act.told[0].event


def _differ(one: Figure, other: Figure) -> bool:
    """Whether two figures cannot both be right; "10 to 20" and 15 can."""
    low, high = _bounds(one)
    other_low, other_high = _bounds(other)
    if one.given.value is not None and other.given.value is not None:
        return one.given.value != other.given.value
    return low > other_high or other_low > high


def _bounds(figure: Figure) -> tuple[float, float]:
    given = figure.given
    low = given.value if given.low is None else given.low
    high = given.value if given.high is None else given.high
    return float("-inf") if low is None else low, float("inf") if high is None else high


def _show(figure: Figure) -> str:
    given = figure.given
    if given.value is not None:
        return f"{given.value:,g}"
    ends = ("" if end is None else f"{end:,g}" for end in (given.low, given.high))
    return " to ".join(ends).strip()
