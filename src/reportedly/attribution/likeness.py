"""How much the contents of two attributions share."""

from collections.abc import Iterable, Sequence

from reportedly.records import Span


def likeness(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return which share of what two contents cover both cover."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    return shared / (_length(one) + _length(other) - shared)


def bounds(spans: Sequence[Span]) -> Span:
    """Return where the first of some spans begins and the last ends."""
    return spans[0][0], spans[-1][1]


def touches(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether a span shares a place with one of the others."""
    return any(touch(span, other) for other in others)


def _length(spans: Iterable[Span]) -> int:
    return sum(end - start for start, end in spans)


def touch(one: Span, other: Span) -> bool:
    """Tell whether two spans share a place."""
    return one[0] < other[1] and other[0] < one[1]
