"""Compares words as the hand-made readings write them: without offsets, punctuation, case or articles."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

#: Punctuation inside a word or figure stays, as in the readings: "mid-January", "6,500", "8%".
WORD = re.compile(r"\w(?:[\w'’ʻ.,%-]*[\w%])?")
#: What may stand behind the noun that a description turns on: "nurse at a hospital".
PREPOSITIONS = frozenset(("of", "in", "at", "on", "from", "with", "for"))
#: "its navy" and "the navy" name what "navy" names.
DETERMINERS = frozenset(("a", "an", "the", "its", "his", "her", "their", "our", "this", "these"))


def one_of(value: Any) -> list[Any]:
    """Return the values that a field of a reading accepts."""
    return value if isinstance(value, list) else [value]


def words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return [_folded(match[0]) for match in WORD.finditer(text)]


def _folded(word: str) -> str:
    return word.replace("’", "'").casefold()


def name_words(name: str) -> list[str]:
    """Return the words of a name without the determiner before it."""
    folded = words(name)
    return folded[1:] if len(folded) > 1 and folded[0] in DETERMINERS else folded


def same_name(expected: str | None, found: str | None) -> bool:
    """Tell whether two names name the same.

    A longer found name is right when it holds the expected one. A shorter one is right only for descriptions that
    turn on the same noun ("nurse" for "nurse at a hospital"): half the name of a person or a body is not resolved.
    """
    if expected is None or found is None:
        return expected is found
    wanted, given = name_words(expected), name_words(found)
    if set(wanted) <= set(given):
        return True
    if not expected[:1].islower() or not set(given) <= set(wanted):
        return False
    return _head(wanted) in given


def _head(name: list[str]) -> str:
    """Return the noun that a description turns on: the last word before a preposition."""
    behind = next((i for i, word in enumerate(name) if i and word in PREPOSITIONS), len(name))
    return name[behind - 1]


def any_name(expected: Iterable[str | None], found: Iterable[str | None]) -> bool:
    """Tell whether one of the accepted names is one of the found ones."""
    given = list(found)
    return any(same_name(name, other) for name in expected for other in given)


@dataclass(frozen=True)
class WordIndex:
    """The words of one article, numbered, so that spans and quoted words become sets of numbers."""

    text: str

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return [match.start() for match in WORD.finditer(self.text)]

    @cached_property
    def folded(self) -> list[str]:
        """The words."""
        return words(self.text)

    def inside(self, spans: Iterable[list[int]]) -> set[int]:
        """Return the words that begin within the spans."""
        found: set[int] = set()
        for start, end in spans:
            found.update(range(bisect_left(self.starts, start), bisect_left(self.starts, end)))
        return found

    def within(self, wanted: Collection[str]) -> set[int]:
        """Return the places of single words."""
        return {place for place, word in enumerate(self.folded) if word in wanted}

    def occurrences(self, phrase: str) -> list[int]:
        """Return where the words of a phrase begin, as numbers of words."""
        wanted = words(phrase)
        size = len(wanted)
        return [i for i in range(len(self.folded) - size + 1) if self.folded[i : i + size] == wanted]

    def piece(self, first: str, last: str, *, near: Iterable[str]) -> set[int]:
        """Return the words from the first quoted ones to the last quoted ones.

        Args:
            first: The first three words, or all of a shorter piece.
            last: The last three words.
            near: Cues; of several places with these words, the shortest next to a cue is meant.

        Raises:
            ValueError: The text does not hold them.
        """
        ranges: list[range] = [found for start in self.occurrences(first) if (found := self._until(start, last))]
        if not ranges:
            raise ValueError(f"the text does not hold “{first} … {last}”")
        cues = [at for cue in near for at in self.occurrences(cue)] or [0]
        best = min(ranges, key=lambda found: (_distance(found, places=cues), len(found)))
        return set(best)

    def _until(self, start: int, last: str) -> range:
        size = len(words(last))
        end = next((at + size for at in self.occurrences(last) if at + size > start), start)
        return range(start, end)

    def quote(self, span: list[int]) -> str:
        """Return the words of a span on one line."""
        return " ".join(self.text[span[0] : span[1]].split())


def _distance(found: range, *, places: list[int]) -> int:
    return min(0 if at in found else min(abs(at - found.start), abs(at - found.stop)) for at in places)
