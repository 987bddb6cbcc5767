"""Every figure of a deed with who gives it, where and as of when; ranges stand by origin, nothing is averaged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.linking.casualties import LEAST_CROWD, casualty_units, is_part, kind_of
from reportedly.linking.claiming import Profile
from reportedly.linking.desk import Desk
from reportedly.linking.resting import Grounds
from reportedly.linking.revising import revised_figures
from reportedly.linking.tellings import Telling
from reportedly.linking.words import stem_list
from reportedly.records import EventType, GivenValue, Quantity, QuantityKind

#: Figures of people, and of what is counted; lengths of time and shares are seldom what sources differ over.
KINDS = frozenset({
    QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.ARRESTED, QuantityKind.DISPLACED, QuantityKind.MISSING,
    QuantityKind.COUNT, QuantityKind.MONEY,
})  # fmt: skip
#: Whom the deed is done to, or who protests: "five sailors" and "eight crew members" are figures of one thing.
PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as one source gives it.

    Attributes:
        id: Of the event or claim that gives it.
        given: For the ledger.
        unit: Stem of what is counted; empty for victims and money, which the kind tells.
        order: Number of the article, and where the figure stands in it.
        is_part: Whether it is worded as a part of others: "two of them".
    """

    id: str
    given: GivenValue
    unit: str
    order: tuple[int, int]
    is_part: bool = False

    @property
    def measure(self) -> tuple[QuantityKind, str]:
        """What two figures must share to be compared."""
        return self.given.kind, self.unit


def find_figures(
    tellings: Sequence[Telling], desk: Desk, *, grounds: Grounds, profile: Profile
) -> tuple[Figure, ...]:  # fmt: skip
    """Return the figures of a deed in the order in which they were given, each once for a source and article.

    A bare number counts when its thing is a party to the deed, or when two sources count that thing.

    Args:
        tellings: Of the deed.
        desk: Of the story.
        grounds: On whom it rests: what an article says in its own voice is its only source's figure.
        profile: What the deed is known by.
    """
    found: dict[tuple[object, ...], Figure] = {}
    by_article = _voices_by_article(grounds)
    for telling in tellings:
        home = desk.home(telling)
        if telling.denies or home is None:
            continue
        by = _giver(telling, desk, by_article.get(home, ()))
        for quantity in _quantities(telling, desk):
            figure = _figure(quantity, telling, by=by, desk=desk, profile=profile)
            given = figure.given
            found.setdefault((figure.measure, given.value, given.low, given.high, by, given.article), figure)
    kept = _without_echoes(_telling(found.values(), profile), desk)
    return _superseding(sorted(kept, key=lambda figure: (figure.order, figure.given.kind, figure.given.by)))


def current(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return what each source holds now: of its latest article the first figure, exact ones before vague."""
    latest: dict[tuple[object, str], Figure] = {}
    for figure in figures:
        key = (figure.measure, figure.given.by)
        known = latest.get(key)
        if known is None or _rank(figure) > _rank(known):
            latest[key] = figure
    return tuple(latest.values())


def _rank(figure: Figure) -> tuple[int, bool, int]:
    return figure.order[0], figure.given.value is not None, -figure.order[1]


def _voices_by_article(grounds: Grounds) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, articles in grounds.articles.items():
        for article in articles:
            found.setdefault(article, []).append(name)
    return {article: tuple(names) for article, names in found.items()}


def _giver(telling: Telling, desk: Desk, voices: Sequence[str]) -> str:
    """Return who gives a figure: who is quoted, else the only one on whom the article rests, else the house."""
    quoted = desk.speakers(telling)
    if quoted and desk.voice(telling.article, quoted[-1]).is_known:
        return desk.speaker_of(telling)
    return voices[0] if len(voices) == 1 else desk.speaker_of(telling)


def _quantities(telling: Telling, desk: Desk) -> Iterator[Quantity]:
    """Yield the figures of one telling: those that the coder found, and those that the sentence raises or puts."""
    text = desk.report[telling.article].article.text
    seen: set[float | None] = set()
    for quantity in (*telling.quantities, *revised_figures(text, telling.span[0])):
        kind = kind_of(quantity)
        is_empty = (quantity.value, quantity.low, quantity.high) == (None, None, None)
        if kind in KINDS and not is_empty and quantity.value not in seen:
            seen.add(quantity.value)
            yield replace(quantity, kind=kind)


def _figure(quantity: Quantity, telling: Telling, *, by: str, desk: Desk, profile: Profile) -> Figure:
    published = desk.report[telling.article].article.published.value
    claimed = telling.claim.date if telling.claim is not None else None
    given = GivenValue(
        kind=quantity.kind, value=quantity.value, low=quantity.low, high=quantity.high, unit=quantity.unit, by=by,
        article=telling.article, as_of=(claimed.start if claimed is not None and claimed.start else published),
    )  # fmt: skip
    unit = _unit(quantity, profile, is_coded=telling.is_coded) if quantity.kind is QuantityKind.COUNT else ""
    text = desk.report[telling.article].article.text
    return Figure(
        telling.id, given, unit, (desk.order[telling.article], quantity.span[0]), is_part=is_part(quantity, text)
    )


def _unit(quantity: Quantity, profile: Profile, *, is_coded: bool) -> str:
    """Return what is counted: the stem of its noun, or that it is the people of the deed."""
    unit = (stem_list(quantity.unit or "") or ("",))[-1]
    is_person = unit in casualty_units() or not unit
    if EventType.PROTEST in profile.kinds_of_event:
        size = quantity.value or quantity.low or quantity.high or 0.0
        return PEOPLE if size >= LEAST_CROWD and (is_person or unit in profile.parties) else unit
    if unit in profile.things:
        return unit
    return PEOPLE if unit in profile.suffering or (unit and is_person and is_coded) else unit


def _telling(figures: Iterable[Figure], profile: Profile) -> tuple[Figure, ...]:
    """Leave out what is counted but has nothing to do with the deed: one source alone counts it, and it is no party."""
    each = _without_parts(tuple(figures))
    givers: dict[str, set[str]] = {}
    for figure in each:
        givers.setdefault(figure.unit, set()).add(figure.given.by)
    return tuple(
        figure for figure in each
        if figure.given.kind is not QuantityKind.COUNT
        or figure.unit == PEOPLE
        or figure.unit in profile.parties
        or (figure.unit and len(givers[figure.unit]) > 1)
    )  # fmt: skip


def _without_parts(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Leave "two of them" out beside the figure of which they are a part."""
    return tuple(
        one for one in figures
        if not one.is_part or not any(
            other.measure == one.measure and other.order[0] == one.order[0]
            and (other.given.value or 0.0) > (one.given.value or 0.0)
            for other in figures
        )
    )  # fmt: skip


def _without_echoes(figures: Sequence[Figure], desk: Desk) -> tuple[Figure, ...]:
    """Leave out what a cited house is quoted with, where a source of its own gives the same figure."""
    houses = {desk.houses.name(house) for house in desk.houses.of.values()}
    sourced = {(one.measure, one.given.value) for one in figures if one.given.by not in houses}
    return tuple(one for one in figures if one.given.by not in houses or (one.measure, one.given.value) not in sourced)


def _superseding(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Mark the figures that the same source has replaced in a later article."""
    now = {(figure.measure, figure.given.by): figure for figure in current(figures)}
    marked = []
    for figure in figures:
        latest = now[(figure.measure, figure.given.by)]
        is_old = figure.order[0] < latest.order[0] and figure.given.value != latest.given.value
        marked.append(replace(figure, given=replace(figure.given, superseded=True)) if is_old else figure)
    return tuple(marked)
