"""Every figure of a deed with who gives it, where and as of when; ranges stand by origin, nothing is averaged."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from reportedly.linking.casualties import LEAST_CROWD, casualty_units, is_part, kind_of
from reportedly.linking.claiming import Profile
from reportedly.linking.desk import Desk
from reportedly.linking.resting import Grounds
from reportedly.linking.revising import revised_figures, sentence_at
from reportedly.linking.tellings import Telling
from reportedly.linking.unharmed import find_unharmed
from reportedly.linking.words import stem_list
from reportedly.records import EventType, GivenValue, Quantity, QuantityKind

#: Figures of people, and of what is counted; lengths of time and shares are seldom what sources differ over.
KINDS = frozenset({
    QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.ARRESTED, QuantityKind.DISPLACED, QuantityKind.MISSING,
    QuantityKind.COUNT, QuantityKind.MONEY,
})  # fmt: skip
#: Whom the deed is done to, or who protests: "five sailors" and "eight crew members" are figures of one thing.
PEOPLE = "people"

_Measured: TypeAlias = tuple[QuantityKind, float | None]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as one source gives it.

    Attributes:
        id: Of the event or claim that gives it.
        given: For the ledger.
        unit: Stem of what is counted; empty for victims and money, which the kind tells.
        order: Number of the article, and where the figure stands in it.
        is_part: Whether it is worded as a part of others: "two of them".
        are_held: Whether it counts people whom the deed takes: "nine were held", "its eleven workers".
    """

    id: str
    given: GivenValue
    unit: str
    order: tuple[int, int]
    is_part: bool = False
    are_held: bool = False

    @property
    def measure(self) -> tuple[QuantityKind, str]:
        """What two figures must share to be compared; who is held is counted among arrests or as so many people."""
        kind = QuantityKind.ARRESTED if self.are_held else self.given.kind
        return kind, "" if self.are_held else self.unit


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
    said = _said_by_article(tellings, desk)
    for telling in tellings:
        home = desk.home(telling)
        if telling.denies or home is None:
            continue
        by = _giver(telling, desk, by_article.get(home, ()), others=said.get(home, {}))
        for quantity in _quantities(telling, desk, profile):
            figure = _figure(quantity, telling, by=by, desk=desk, profile=profile)
            given = figure.given
            found.setdefault((figure.measure, given.value, given.low, given.high, by, given.article), figure)
    kept = _without_echoes(_telling(found.values(), profile), desk)
    return _superseding(sorted(kept, key=lambda figure: (figure.order, figure.given.kind, figure.given.by)))


def current(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return what each source holds now: of its latest article the first figure, exact ones before vague.

    What later articles only repeat stands where the source gave it first.
    """
    latest: dict[tuple[object, str], Figure] = {}
    since: dict[tuple[object, str], Figure] = {}
    for figure in figures:
        key = (figure.measure, figure.given.by)
        known = latest.get(key)
        if known is None or _rank(figure) > _rank(known):
            latest[key] = figure
            if known is None or _worth(figure) != _worth(known):
                since[key] = figure
    return tuple(since.values())


def _worth(figure: Figure) -> tuple[float | None, float | None, float | None]:
    return figure.given.value, figure.given.low, figure.given.high


def _rank(figure: Figure) -> tuple[int, bool, int]:
    return figure.order[0], figure.given.value is not None, -figure.order[1]


def _voices_by_article(grounds: Grounds) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, articles in grounds.articles.items():
        for article in articles:
            found.setdefault(article, []).append(name)
    return {article: tuple(names) for article, names in found.items()}


def _said_by_article(tellings: Iterable[Telling], desk: Desk) -> Mapping[str, Mapping[str, set[_Measured]]]:
    """Return what each quoted voice counts in each article, and how many."""
    found: dict[str, dict[str, set[_Measured]]] = {}
    for telling in tellings:
        if desk.speakers(telling) and (home := desk.home(telling)) is not None:
            counted = {(kind_of(quantity), quantity.value) for quantity in telling.quantities}
            found.setdefault(home, {}).setdefault(desk.speaker_of(telling), set()).update(counted)
    return found


def _giver(
    telling: Telling, desk: Desk, voices: Sequence[str], *, others: Mapping[str, Collection[_Measured]]
) -> str:  # fmt: skip
    """Return who gives a figure: who is quoted, else the only one on whom the article rests, else the house.

    Who is quoted with another figure of that kind gives not the one that the article puts beside it.
    """
    quoted = desk.speakers(telling)
    if quoted and desk.voice(telling.article, quoted[-1]).is_known:
        return desk.speaker_of(telling)
    if len(voices) != 1:
        return desk.speaker_of(telling)
    given = others.get(voices[0], ())
    own = {(kind_of(quantity), quantity.value) for quantity in telling.quantities}
    differs = own.isdisjoint(given) and not {kind for kind, _ in own}.isdisjoint(kind for kind, _ in given)
    return desk.speaker_of(telling) if differs else voices[0]


def _quantities(telling: Telling, desk: Desk, profile: Profile) -> Iterator[Quantity]:
    """Yield the figures of one telling: those that the coder found, and those that its sentence raises or denies."""
    text = desk.report[telling.article].article.text
    seen: set[float | None] = set()
    spans = telling.claim.content if telling.claim is not None else (sentence_at(text, telling.span[0]),)
    is_violent = profile.is_violent or bool(profile.kinds)
    noughts = [nought for span in spans for nought in find_unharmed(text, span)] if is_violent else []
    yield from dict.fromkeys(noughts)
    # "The toll rose to nine, doctors said, as rebels claimed the attack": nine is in the doctors' words alone.
    revised = (q for q in revised_figures(text, telling.span[0]) if any(a <= q.span[0] < b for a, b in spans))
    for quantity in (*telling.quantities, *revised):
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
    text = desk.report[telling.article].article.text
    # "Put the number of victims at six": who puts a figure on people puts it on those of the deed.
    is_put = any(one.span == quantity.span for one in revised_figures(text, quantity.span[0]))
    is_told = telling.is_coded or is_put
    unit = _unit(quantity, profile, is_coded=is_told) if quantity.kind is QuantityKind.COUNT else ""
    is_held = quantity.kind is QuantityKind.ARRESTED or unit == PEOPLE
    return Figure(
        telling.id,
        given,
        unit,
        (desk.order[telling.article], quantity.span[0]),
        is_part=is_part(quantity, text),
        are_held=is_held and EventType.COERCE in profile.kinds_of_event,
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


def show_figure(figure: Figure) -> str:
    """Return a figure as text: "10 to 20", "7"."""
    given = figure.given
    if given.value is not None:
        return f"{given.value:,g}"
    ends = ("" if end is None else f"{end:,g}" for end in (given.low, given.high))
    return " to ".join(ends).strip()
