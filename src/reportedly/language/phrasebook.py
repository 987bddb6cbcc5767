"""Many word groups found in one pass over a text: a trie over tokens, however many entries it holds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A word group found, with everything that the book says of it: more than one value where it is ambiguous."""

    start: int
    end: int
    values: tuple[T, ...]


@dataclass(slots=True)
class _Node(Generic[T]):
    values: tuple[T, ...] = ()
    next: dict[str, "_Node[T]"] = field(default_factory=dict)


class Phrasebook(Generic[T]):
    """Word groups and what they mean.

    Args:
        entries: Words and value; the same words may come with several values.
    """

    def __init__(self, entries: Iterable[tuple[Sequence[str], T]]) -> None:
        self._root: _Node[T] = _Node()
        for words, value in entries:
            node = self._root
            for word in words:
                node = node.next.setdefault(word, _Node())
            if value not in node.values:
                node.values = (*node.values, value)

    def find(self, forms: Sequence[Sequence[str]]) -> Iterator[Found[T]]:
        """Yield the word groups of a text from left to right: the longest at each place, none inside another.

        Args:
            forms: For each token the forms under which it may be looked up, the likeliest first.
        """
        at, first = 0, self._root.next.keys()
        while at < len(forms):
            # Nearly every word ends here: it begins no entry.
            found = None if first.isdisjoint(forms[at]) else self._longest(self._root, forms, at, start=at)
            if found is not None:
                yield found
            at = at + 1 if found is None else found.end

    def _longest(self, node: _Node[T], forms: Sequence[Sequence[str]], at: int, *, start: int) -> Found[T] | None:
        best = Found(start, at, node.values) if node.values else None
        if at == len(forms):
            return best
        for form in forms[at]:
            child = node.next.get(form)
            if child is not None:
                found = self._longest(child, forms, at + 1, start=start)
                if found is not None and (best is None or found.end > best.end):
                    best = found
        return best
