"""Gathers descriptions into an actor memory. Memory grows with the names, not with the articles."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from reportedly.learning.descriptions import Description
from reportedly.resolution.actor_memory import ActorMemory
from reportedly.resolution.days import Days
from reportedly.resolution.full_names import name_key
from reportedly.resolution.remembered import Remembered, Shown

#: Sentences kept for each line, the earliest: enough to judge it by.
SENTENCES = 3
ALIASES = 5


class _Key(NamedTuple):
    """What makes a line of its own: two countries, offices or titles of one name are two lines."""

    name: str
    country: str | None
    sectors: tuple[str, ...]
    title: str | None


@dataclass(slots=True)
class _Row:
    articles: int = 0
    first: str | None = None
    last: str | None = None
    shown_by: tuple[tuple[str, str, str], ...] = ()

    def add(self, description: Description) -> None:
        self.articles += 1
        shown = (description.published or "", description.article, description.sentence)
        # An article without a date shows as well as any; it comes last.
        self.shown_by = tuple(sorted({*self.shown_by, shown}, key=lambda s: (not s[0], s))[:SENTENCES])
        if description.published is not None:
            days = Days.of(description.published)
            self.first = min(self.first or "9999", days.start.isoformat())
            self.last = max(self.last or "", days.end.isoformat())


@dataclass(slots=True)
class Table:
    """The descriptions seen so far; the same ones give the same memory in any order."""

    _rows: dict[_Key, _Row] = field(default_factory=lambda: defaultdict(_Row))
    _spellings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _aliases: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, descriptions: Iterable[Description]) -> None:
        """Take in what one article says."""
        for description in descriptions:
            name = name_key(description.name)
            self._spellings[name][description.name] += 1
            self._aliases[name].update(description.aliases)
            self._rows[_Key(name, description.country, description.sectors, description.title)].add(description)

    def memory(self) -> ActorMemory:
        """Return what was gathered."""
        return ActorMemory(self._line(key, row) for key, row in self._rows.items())

    def _line(self, key: _Key, row: _Row) -> Remembered:
        return Remembered.model_validate(
            {
                "name": _most_frequent(self._spellings[key.name])[0],
                "aliases": self._other_names(key.name),
                "country": key.country,
                "sectors": key.sectors,
                "title": key.title,
                "first": row.first,
                "last": row.last,
                "articles": row.articles,
                "shown_by": tuple(Shown(article=a, published=p or None, sentence=s) for p, a, s in row.shown_by),
            }
        )

    def _other_names(self, name: str) -> tuple[str, ...]:
        others = [alias for alias in _most_frequent(self._aliases[name]) if name_key(alias) != name]
        return tuple(sorted(others[:ALIASES]))


def _most_frequent(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda word: (-counts[word], word))
