"""Every figure of a deed with who gives it, where and as of when; ranges stand by origin, nothing is averaged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.linking.claiming import Profile, kind_of
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
#: Crowds smaller than this are the two or three who are quoted.
LEAST_CROWD = 10
CROWD = "crowd"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as one source gives it.

    Attributes:
        id: Of the event or claim that gives it.
        given: For the ledger.
        unit: Stem of what is counted; empty for victims and money, which the kind tells.
        order: Number of the article, and where the figure stands in it.
    """

    id: str
    given: GivenValue
    unit: str
    order: tuple[int, int]

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
            figure = _figure(quantity, telling, by=by, desk=desk, is_crowd=EventType.PROTEST in profile.kinds_of_event)
            given = figure.given
            found.setdefault((figure.measure, given.value, given.low, given.high, by, given.article), figure)
    kept = _telling(found.values(), profile)
    return _superseding(sorted(kept, key=lambda figure: (figure.order, figure.given.kind, figure.given.by)))


def current(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return what each source holds now: of its latest article the figure that stands first."""
    latest: dict[tuple[object, str], Figure] = {}
    for figure in figures:
        key = (figure.measure, figure.given.by)
        known = latest.get(key)
        if known is None or figure.order[0] > known.order[0]:
            latest[key] = figure
    return tuple(latest.values())


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


def _figure(quantity: Quantity, telling: Telling, *, by: str, desk: Desk, is_crowd: bool) -> Figure:
    published = desk.report[telling.article].article.published.value
    claimed = telling.claim.date if telling.claim is not None else None
    given = GivenValue(
        kind=quantity.kind, value=quantity.value, low=quantity.low, high=quantity.high, unit=quantity.unit, by=by,
        article=telling.article, as_of=(claimed.start if claimed is not None and claimed.start else published),
    )  # fmt: skip
    size = quantity.value or quantity.low or quantity.high or 0.0
    unit = ""
    if quantity.kind is QuantityKind.COUNT:
        is_crowd = is_crowd and size >= LEAST_CROWD
        unit = CROWD if is_crowd else (stem_list(quantity.unit or "") or ("",))[-1]
    return Figure(telling.id, given, unit, (desk.order[telling.article], quantity.span[0]))


def _telling(figures: Iterable[Figure], profile: Profile) -> tuple[Figure, ...]:
    """Leave out what is counted but has nothing to do with the deed: one source alone counts it, and it is no party."""
    each = tuple(figures)
    givers: dict[str, set[str]] = {}
    for figure in each:
        givers.setdefault(figure.unit, set()).add(figure.given.by)
    return tuple(
        figure for figure in each
        if figure.given.kind is not QuantityKind.COUNT
        or figure.unit == CROWD
        or figure.unit in profile.parties
        or (figure.unit and len(givers[figure.unit]) > 1)
    )  # fmt: skip


def _superseding(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Mark the figures that the same source has replaced in a later article."""
    now = {(figure.measure, figure.given.by): figure for figure in current(figures)}
    marked = []
    for figure in figures:
        latest = now[(figure.measure, figure.given.by)]
        is_old = figure.order[0] < latest.order[0] and figure.given.value != latest.given.value
        marked.append(replace(figure, given=replace(figure.given, superseded=True)) if is_old else figure)
    return tuple(marked)
