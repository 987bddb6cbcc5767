"""What is known of names from other texts: an explicit file, made by `reportedly actors learn` or by hand.

A memory answers for full names only, and abstains where what it holds does not agree: two people of one name, or one
that changed office at about that time, are left as the text has them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from reportedly.records import Article
from reportedly.resolution.days import Days
from reportedly.resolution.full_names import is_full_name, name_key
from reportedly.resolution.portraits import Portrait
from reportedly.resolution.remembered import Remembered

T = TypeVar("T")

#: An office is taken to hold this many days before it was first and after it was last shown.
NEAR = 365
#: Among lines that are near, those count that are hardly farther than the nearest: an office left long before another
#: was taken up says nothing of the one who bears the other.
HARDLY_FARTHER = 30
#: Share of the articles that must agree. Of the 1,232 names that a looser learner found in PolNeAR train 5 had two
#: countries, mostly by stray sentences among many: a stray must not silence the rest, nor may a namesake speak.
AGREED = 0.9


class ActorMemory:
    """Remembered actors, asked for by name and date.

    Args:
        lines: In any order.

    Attributes:
        lines: Sorted, so that the same knowledge is written as the same bytes.
    """

    def __init__(self, lines: Iterable[Remembered] = ()) -> None:
        self.lines = tuple(sorted(lines, key=_order))
        self._by_key: dict[str, list[Remembered]] = defaultdict(list)
        for line in self.lines:
            for key in dict.fromkeys(name_key(name) for name in (line.name, *line.aliases)):
                self._by_key[key].append(line)

    def recall(self, names: Iterable[str], *, article: Article, told: Portrait) -> Portrait:
        """Return country and sectors that a text leaves open, as far as the memory agrees on them.

        1. Only lines that do not speak against what the text tells: the same country, a sector in common.
        2. Only lines whose dates lie in or near the article's; an article without a date takes all.
        3. The country that nine in ten articles agree on; where they do not, those are namesakes, and nothing is said.
        4. The sectors whose first nine in ten articles agree on.

        Args:
            names: What the text calls them; names of one word are passed over.
            article: When it was published decides which lines count.
            told: What the text tells.

        Returns:
            What is to be added; an empty portrait for nothing. Titles stay what the article says.
        """
        if told.country and told.sectors:
            return Portrait()
        lines = [line for line in self._named(names) if _agrees(line, told)]
        lines = _near(lines, article.published.value)
        countries = _tally(lines, lambda line: line.country)
        country = _agreed(countries)
        if countries and country is None:
            return Portrait()
        of_country = [line for line in lines if line.country in {None, country}]
        first = _agreed(_tally(of_country, lambda line: line.sectors[:1] or None))
        sectors = next((line.sectors for line in _most_shown(of_country) if line.sectors[:1] == first), ())
        return Portrait(country=None if told.country else country, sectors=() if told.sectors else sectors)

    def _named(self, names: Iterable[str]) -> list[Remembered]:
        # A name may run over a line's end.
        whole = (" ".join(name.split()) for name in names)
        keys = dict.fromkeys(name_key(name) for name in whole if is_full_name(name))
        return list(dict.fromkeys(line for key in keys for line in self._by_key.get(key, ())))


def _order(line: Remembered) -> tuple[str, ...]:
    what = (line.country or "", " ".join(line.sectors), line.title or "", str(line.articles))
    shown = (text for shown in line.shown_by for text in (shown.article, shown.sentence))
    return name_key(line.name), line.name, line.first or "", line.last or "", *what, *line.aliases, *shown


def _agrees(line: Remembered, told: Portrait) -> bool:
    if told.country is not None and line.country != told.country:
        return False
    return not told.sectors or not set(told.sectors).isdisjoint(line.sectors)


def _near(lines: list[Remembered], published: str | None) -> list[Remembered]:
    if published is None or not lines:
        return lines
    days = Days.of(published)
    gaps = [line.period.gap(days) for line in lines]
    farthest = min(gaps) + HARDLY_FARTHER if min(gaps) <= NEAR else -1
    return [line for line, gap in zip(lines, gaps, strict=True) if gap <= farthest]


def _tally(lines: Iterable[Remembered], of: Callable[[Remembered], T | None]) -> dict[T, int]:
    """Count the articles that show each value; lines without one are silent."""
    counts: dict[T, int] = defaultdict(int)
    for line in lines:
        value = of(line)
        if value is not None:
            counts[value] += line.articles
    return counts


def _agreed(counts: dict[T, int]) -> T | None:
    best = max(counts, key=lambda value: counts[value], default=None)
    return best if best is not None and counts[best] >= AGREED * sum(counts.values()) else None


def _most_shown(lines: Iterable[Remembered]) -> list[Remembered]:
    return sorted(lines, key=lambda line: -line.articles)
