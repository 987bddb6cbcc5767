"""What speaks against an act: denials, other figures, places and roles, corrections; with who says so and where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reportedly.linking.bonds import Told
from reportedly.linking.desk import Desk
from reportedly.linking.ledger import Figure, current
from reportedly.linking.merging import Deed
from reportedly.linking.parties import are_reversed, clash, days_of, overlap, same_place
from reportedly.linking.resting import Grounds
from reportedly.linking.revising import correction_in
from reportedly.linking.tellings import Telling
from reportedly.records import Contradiction, Event, Place, PlaceKind, Precision

#: Places so wide that two accounts may both be right.
WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.REGION, PlaceKind.SEA, PlaceKind.RIVER})

TURNED = "roles: told the other way round"


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
    3. Corrections: an origin's figure that it has replaced itself; a house that takes back what it printed.
    4. Places and days: of two origins that name different towns or days, both sides.
    5. Roles: of two origins that name different doers, both sides; and another deed of the story in which who acts here
       suffers, at the same time.

    Args:
        case: The act.
        others: The other acts of the story.
        desk: Of the story.
    """
    found = [*_denials(case, desk), *_figures(case.figures), *_corrections(case.figures), *_own_corrections(case, desk)]
    found += [*_places(case, desk), *_dates(case, desk), *_actors(case, desk)]
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
        if (by in denying or telling.is_coded) and by not in seen:
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


def _own_corrections(case: Case, desk: Desk) -> Iterator[Contradiction]:
    """Yield where a house says that what it printed of a deed was wrong."""
    told = {telling.article: telling for telling in reversed(case.tellings) if desk.home(telling) == telling.article}
    for article, telling in sorted(told.items(), key=lambda pair: desk.order[pair[0]]):
        text = desk.report[article].article.text
        span = correction_in(text)
        if span is not None and desk.repeats.is_own(article, span):
            words = " ".join(text[slice(*span)].split())
            yield Contradiction(
                id=telling.id, article=article, by=desk.house_name(article), what=f"correction: {words}"
            )


def _places(case: Case, desk: Desk) -> Iterator[Contradiction]:
    for one, other in combinations(_by_origin(case, desk), 2):
        place, other_place = one.narrow_place, other.narrow_place
        if place is None or other_place is None or same_place(place, other_place) or _lies_near(place, other_place):
            continue
        yield from _both(one, other, f"place: {place.name}", f"place: {other_place.name}")


def _dates(case: Case, desk: Desk) -> Iterator[Contradiction]:
    for one, other in combinations(_by_origin(case, desk), 2):
        if one.told.is_update or other.told.is_update:
            continue
        day, other_day = one.told.event.date, other.told.event.date
        if day is None or other_day is None or Precision.DAY not in {day.precision, other_day.precision}:
            continue
        if not overlap(*(days_of(side.told.event, article=side.told.report.article) for side in (one, other))):
            yield from _both(one, other, f"date: {day.start}", f"date: {other_day.start}")


def _actors(case: Case, desk: Desk) -> Iterator[Contradiction]:
    for one, other in combinations(_by_origin(case, desk), 2):
        actors, others = one.told.event.actors, other.told.event.actors
        if clash(actors, others):
            names, other_names = (", ".join(actor.name for actor in side) for side in (actors, others))
            yield from _both(one, other, f"roles: by {names}", f"roles: by {other_names}")


@dataclass(frozen=True, slots=True)
class Side:
    """What one origin says of a deed: its name, and the event in which it does."""

    by: str
    told: Told

    @property
    def narrow_place(self) -> Place | None:
        """The town or facility that it names."""
        place = self.told.event.place
        return None if place is None or place.kind in WIDE else place


def _by_origin(case: Case, desk: Desk) -> tuple[Side, ...]:
    """Return the events in which origins tell a deed, in order; each origin may tell several."""
    origins = {voice.name for voice in case.grounds.voices}
    telling_of = {
        telling.id: telling for telling in reversed(case.tellings)
        if telling.is_coded and not telling.denies and not telling.is_aside and desk.home(telling) is not None
    }  # fmt: skip
    sides = []
    for told in sorted(case.act.told, key=lambda one: one.order):
        telling = telling_of.get(told.event.id)
        if telling is not None and (by := desk.speaker_of(telling)) in origins:
            sides.append(Side(by, told))
    return tuple(sides)


def _both(one: Side, other: Side, what: str, against: str) -> Iterator[Contradiction]:
    """Yield both sides of a disagreement, unless one origin is on both."""
    if one.by == other.by:
        return
    for side, mine, theirs in ((one, what, against), (other, against, what)):
        yield Contradiction(
            id=side.told.event.id, article=side.told.report.article.id, by=side.by,
            what=f"{mine}, against {theirs.partition(': ')[2]}",
        )  # fmt: skip


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
            yield Contradiction(id=event.id, article=article, by=voice.name, what=f"{TURNED} by {voice.name}")


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
