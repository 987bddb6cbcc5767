"""Finds the neighbours of a span: a text may hold thousands of attributions, and each concerns only those around it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from reportedly.records import Span

T = TypeVar("T")

#: Characters in one of the stretches into which a text is divided.
STRETCH = 500


class Nearby(Generic[T]):
    """Things of a text, to be found by the stretches of text that they touch.

    Args:
        items: The things.
        spans_of: Where one of them stands.
    """

    def __init__(self, items: Sequence[T], spans_of: Callable[[T], Iterable[Span]]) -> None:
        self._items = items
        self._places: dict[int, list[int]] = {}
        for index, item in enumerate(items):
            for stretch in {s for span in spans_of(item) for s in _stretches(span)}:
                self._places.setdefault(stretch, []).append(index)

    def around(self, *spans: Span) -> Iterator[T]:
        """Yield what shares a stretch with one of some spans, in the order of the things."""
        found = {index for span in spans for s in _stretches(span) for index in self._places.get(s, ())}
        yield from (self._items[index] for index in sorted(found))


def _stretches(span: Span) -> Iterable[int]:
    return range(span[0] // STRETCH, max(span[0], span[1] - 1) // STRETCH + 1)
