"""What speaks against an act: denials, other figures, places and roles, corrections; with who says so and where."""

from collections.abc import Iterator, Mapping, Sequence

from reportedly.linking.cases import Case
from reportedly.linking.desk import Desk
from reportedly.linking.differences import find_differences, find_turned_roles
from reportedly.linking.ledger import Figure, current, show_figure
from reportedly.linking.resting import is_denying
from reportedly.linking.takebacks import find_takebacks
from reportedly.linking.tellings import Telling
from reportedly.records import Contradiction


def find_contradictions(case: Case, others: Sequence[Case], desk: Desk) -> tuple[Contradiction, ...]:
    """Return what speaks against an act, each party once for each kind of disagreement.

    1. Denials, tied to the act by their own words.
    2. Figures: of two origins that differ, both sides.
    3. Corrections: an origin's figure that it has replaced itself; a claim that an origin withdraws; a house that takes
       back what it printed.
    4. Places and days: of two origins that name different towns or days, both sides.
    5. Roles: of two origins that name different doers, both sides; and another deed of the story in which who acts here
       suffers, at the same time.

    Args:
        case: The act.
        others: The other acts of the story.
        desk: Of the story.
    """
    found = [*_denials(case, desk), *_figures(case.figures), *find_takebacks(case, others, desk)]
    found += find_differences(case, desk)
    found += [entry for other in others for entry in find_turned_roles(case, other, desk)]
    each: Mapping[tuple[str, ...], Contradiction] = {
        (entry.by, entry.article, entry.what): entry for entry in reversed(found)
    }  # fmt: skip
    return tuple(each.values())[::-1]


def _denials(case: Case, desk: Desk) -> Iterator[Contradiction]:
    """Yield who denies an act: where they do it at least as often as they tell it, or where the coder heard it."""
    spoken = [one for one in case.tellings if one.chain and not one.is_aside and desk.home(one) is not None]
    stances: dict[tuple[str, str], list[Telling]] = {}
    for telling in spoken:
        stances.setdefault((desk.speaker_of(telling), telling.article), []).append(telling)
    seen: set[str] = set()
    for telling in spoken:
        by = desk.speaker_of(telling)
        said = stances[by, telling.article]
        is_even = 2 * sum(one.denies for one in said) == len(said)
        if telling.denies and by not in seen and (telling.is_coded or is_even or is_denying(said)):
            seen.add(by)
            yield Contradiction(id=telling.id, article=telling.article, by=by, what=f"{by} denies it")


def _figures(figures: Sequence[Figure]) -> Iterator[Contradiction]:
    for figure in current(figures):
        against = [
            other for other in current(figures)
            if other.measure == figure.measure and other.given.by != figure.given.by and _differ(figure, other)
        ]  # fmt: skip
        if against:
            sides = "; ".join(f"{show_figure(other)} by {other.given.by}" for other in against)
            what = f"{figure.given.kind}: {show_figure(figure)}, against {sides}"
            yield Contradiction(id=figure.id, article=figure.given.article, by=figure.given.by, what=what)


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
