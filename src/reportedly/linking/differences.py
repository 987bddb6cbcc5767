"""Where origins differ over an act: its place, its day, who did it; as coded, or by "on Sunday, not on Monday"."""

from collections.abc import Iterator
from itertools import combinations

from reportedly.linking.cases import Case, Side, sides_of
from reportedly.linking.contrasts import find_contrasts, stated_days
from reportedly.linking.desk import Desk
from reportedly.linking.merging import Deed
from reportedly.linking.parties import are_reversed, clash, days_of, overlap, same_place
from reportedly.linking.revising import sentence_at
from reportedly.linking.tellings import Telling
from reportedly.records import Contradiction, Event, Place, PlaceKind, Precision

TURNED = "roles: told the other way round"


def find_differences(case: Case, desk: Desk) -> Iterator[Contradiction]:
    """Yield both sides wherever two origins name different towns, days or doers."""
    yield from _places(case, desk)
    yield from _dates(case, desk)
    yield from _actors(case, desk)
    yield from _contrasts(case, desk)
    yield from _days(case, desk)


def find_turned_roles(case: Case, other: Case, desk: Desk) -> Iterator[Contradiction]:
    """Yield who tells another deed of the story in which who acts here suffers, at the same time."""
    yield from _roles(case, other, desk)


def _places(case: Case, desk: Desk) -> Iterator[Contradiction]:
    for one, other in combinations(sides_of(case, desk), 2):
        place, other_place = one.narrow_place, other.narrow_place
        if place is None or other_place is None or same_place(place, other_place) or _lies_near(place, other_place):
            continue
        yield from _both(one, other, f"place: {place.name}", f"place: {other_place.name}")


def _dates(case: Case, desk: Desk) -> Iterator[Contradiction]:
    for one, other in combinations(sides_of(case, desk), 2):
        if one.told.is_update or other.told.is_update:
            continue
        day, other_day = one.told.event.date, other.told.event.date
        if day is None or other_day is None or Precision.DAY not in {day.precision, other_day.precision}:
            continue
        if not overlap(*(days_of(side.told.event, article=side.told.report.article) for side in (one, other))):
            yield from _both(one, other, f"date: {day.start}", f"date: {other_day.start}")


def _actors(case: Case, desk: Desk) -> Iterator[Contradiction]:
    for one, other in combinations(sides_of(case, desk), 2):
        actors, others = one.told.event.actors, other.told.event.actors
        if clash(actors, others):
            names, other_names = (", ".join(actor.name for actor in side) for side in (actors, others))
            yield from _both(one, other, f"roles: by {names}", f"roles: by {other_names}")


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


def _contrasts(case: Case, desk: Desk) -> Iterator[Contradiction]:
    """Yield what one origin says that it was not, and who had said so: "off Balut, and not in Bitung"."""
    for telling in _told_by_somebody(case, desk):
        by = desk.speaker_of(telling)
        for contrast in find_contrasts(words_of_telling(telling, desk)):
            against = next(
                (one for one in _told_by_somebody(case, desk)
                 if desk.speaker_of(one) != by and contrast.is_said_in(words_of_telling(one, desk))), None,
            )  # fmt: skip
            if against is None:
                continue
            other = desk.speaker_of(against)
            yield _entry(telling, by, f"{contrast.kind}: not {contrast.words}, against {other}")
            yield _entry(against, other, f"{contrast.kind}: {contrast.words}, against {by}")


def _days(case: Case, desk: Desk) -> Iterator[Contradiction]:
    """Yield both sides where one says "it happened on Friday" and others name another day of the week."""
    told = [(one, stated_days(words_of_telling(one, desk))) for one in _told_by_somebody(case, desk)]
    for telling, days in told:
        if not days.is_statement or len(days.names) != 1:
            continue
        by = desk.speaker_of(telling)
        for other, others in told:
            name = desk.speaker_of(other)
            if name != by and len(others.names) == 1 and not others.names & days.names and other.is_coded:
                mine, theirs = (", ".join(one.names) for one in (days, others))
                yield _entry(telling, by, f"date: {mine}, against {theirs}")
                yield _entry(other, name, f"date: {theirs}, against {mine}")
                break


def _told_by_somebody(case: Case, desk: Desk) -> list[Telling]:
    return [one for one in case.tellings if not one.is_aside and desk.home(one) == one.article]


def words_of_telling(telling: Telling, desk: Desk) -> str:
    """Return the words of one telling: what is claimed, else the sentence."""
    text = desk.report[telling.article].article.text
    start, end = sentence_at(text, telling.span[0])
    spans = telling.claim.content if telling.claim is not None else ((start, end),)
    return " ".join(text[slice(*span)] for span in spans)


def _entry(telling: Telling, by: str, what: str) -> Contradiction:
    return Contradiction(id=telling.id, article=telling.article, by=by, what=what)
