"""Every figure of an act with who gives it, where and as of when; ranges stand by origin, nothing is averaged."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.linking.claiming import kind_of
from reportedly.linking.desk import Desk
from reportedly.linking.tellings import Telling
from reportedly.linking.words import stem_list
from reportedly.records import GivenValue, Quantity, QuantityKind

#: Figures of people, and of what is counted; lengths of time and shares are seldom what sources differ over.
KINDS = frozenset({
    QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.ARRESTED, QuantityKind.DISPLACED, QuantityKind.MISSING,
    QuantityKind.COUNT, QuantityKind.MONEY,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as one source gives it.

    Attributes:
        id: Of the event or claim that gives it.
        given: For the ledger.
        unit: Stem of what is counted; empty for people and money, which the kind tells.
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


def find_figures(tellings: Sequence[Telling], desk: Desk, *, counted: frozenset[str]) -> tuple[Figure, ...]:
    """Return the figures of an act in the order in which they were given, each once for a source and article.

    Args:
        tellings: Of the act.
        desk: Of the story.
        counted: Stems of parties and things of the act: a bare number of anything else is no figure of it.
    """
    found: dict[tuple[object, ...], Figure] = {}
    for telling in tellings:
        if telling.denies or not desk.repeats.is_own(telling.article, telling.span):
            continue
        by = desk.speaker_of(telling)
        for quantity in _measuring(telling.quantities, counted):
            figure = _figure(quantity, telling, by=by, desk=desk)
            given = figure.given
            found.setdefault((figure.measure, given.value, given.low, given.high, by, given.article), figure)
    ordered = sorted(found.values(), key=lambda figure: (figure.order, figure.given.kind, figure.given.by))
    return _superseding(ordered)


def current(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return what each source holds now: of its latest article the figure that stands first."""
    latest: dict[tuple[object, str], Figure] = {}
    for figure in figures:
        key = (figure.measure, figure.given.by)
        known = latest.get(key)
        if known is None or figure.order[0] > known.order[0]:
            latest[key] = figure
    return tuple(latest.values())


def _measuring(quantities: Iterable[Quantity], counted: frozenset[str]) -> Iterator[Quantity]:
    for quantity in quantities:
        kind = kind_of(quantity)
        is_counted = kind is not QuantityKind.COUNT or bool(set(stem_list(quantity.unit or "")) & counted)
        if kind in KINDS and is_counted and (quantity.value, quantity.low, quantity.high) != (None, None, None):
            yield replace(quantity, kind=kind)


def _figure(quantity: Quantity, telling: Telling, *, by: str, desk: Desk) -> Figure:
    published = desk.report[telling.article].article.published.value
    claimed = telling.claim.date if telling.claim is not None else None
    given = GivenValue(
        kind=quantity.kind, value=quantity.value, low=quantity.low, high=quantity.high, unit=quantity.unit, by=by,
        article=telling.article, as_of=(claimed.start if claimed is not None and claimed.start else published),
    )  # fmt: skip
    unit = (stem_list(quantity.unit or "") or ("",))[-1] if quantity.kind is QuantityKind.COUNT else ""
    return Figure(telling.id, given, unit, (desk.order[telling.article], quantity.span[0]))


def _superseding(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Mark the figures that the same source has replaced in a later article."""
    now = {(figure.measure, figure.given.by): figure for figure in current(figures)}
    marked = []
    for figure in figures:
        latest = now[(figure.measure, figure.given.by)]
        is_old = figure.order[0] < latest.order[0] and figure.given.value != latest.given.value
        marked.append(replace(figure, given=replace(figure.given, superseded=True)) if is_old else figure)
    return tuple(marked)
