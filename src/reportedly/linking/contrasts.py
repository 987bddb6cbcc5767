"""What a sentence says that it was not: "on Sunday, not on Monday", "four, not six", "off Balut and not in Bitung"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.linking.terms import Strict
from reportedly.linking.words import WORD, plain_words
from reportedly.resolution.numbers import find_numbers
from reportedly.resources import load_model

FILE = "linking/contrasts.yaml"
NAME = r"[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*"


class ContrastWords(Strict):
    """One entry of contrasts.yaml."""

    group: str
    words: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """Something that is said not to be so.

    Attributes:
        kind: What is disputed: "date", "place" or "figure".
        words: As they stand: "Monday", "six".
        number: What they are worth, for a figure.
    """

    kind: str
    words: str
    number: float | None = None

    def is_said_in(self, text: str) -> bool:
        """Whether somebody's words hold it; a figure in any form, and not as one more thing that it was not."""
        if self.number is not None:
            return any(one.value == self.number for one in find_numbers(text)) and not any(find_contrasts(text))
        is_there = f" {plain_words(self.words)} " in f" {plain_words(text)} "
        return is_there and all(other.words != self.words for other in find_contrasts(text))


@dataclass(frozen=True, slots=True)
class StatedDays:
    """The days of the week that a text names.

    Attributes:
        names: Which.
        is_statement: Whether it says when something was that is known already: "the incident took place on Friday".
    """

    names: frozenset[str]
    is_statement: bool


def find_contrasts(text: str) -> Iterator[Contrast]:
    """Yield what a text says that it was not.

    >>> [contrast.words for contrast in find_contrasts("It was at Brass on Sunday, not at Nembe and not on Monday.")]
    ['Nembe', 'Monday']
    """
    for match in _opening().finditer(text):
        rest = text[match.end() :]
        name = re.match(NAME, rest)
        number = next((one for one in find_numbers(rest) if one.span[0] == 0), None)
        if name is not None and name.group().split()[0] in words_of("weekdays"):
            yield Contrast("date", name.group().split()[0])
        elif number is not None and number.value is not None and match["where"] is None:
            yield Contrast("figure", rest[slice(*number.span)], number.value)
        elif match["where"] is not None and (place := name or _noun_before_but(rest)) is not None:
            yield Contrast("place", place.group())


def stated_days(text: str) -> StatedDays:
    """Return which days of the week a text names, and whether it says of something known when it was."""
    names = frozenset(match.group() for match in WORD.finditer(text) if match.group() in words_of("weekdays"))
    return StatedDays(names, _statement().match(text.removeprefix("that ").lstrip('“"‘')) is not None)


@cache
def words_of(group: str) -> frozenset[str]:
    """Return the words of a group of contrasts.yaml, as they stand.

    Raises:
        KeyError: There is no such group.
    """
    return {entry.group: frozenset(entry.words) for entry in load_model(FILE, tuple[ContrastWords, ...])}[group]


def _noun_before_but(rest: str) -> re.Match[str] | None:
    """Return the place of "not on *the highway* but in an orchard"."""
    return re.match(rf"the [\w-]+(?: [\w-]+)?(?= but (?:{_any('where')})\b)", rest)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\bnot (?:(?P<where>{_any('where')}) )?(?=[A-ZÀ-Þ\w])")


@cache
def _statement() -> re.Pattern[str]:
    # "The mayor happened to be there" says nothing about when.
    return re.compile(rf"(?:it|(?:the|this) [\w-]+) (?:{_any('happening')})\b(?! to\b)", re.IGNORECASE)


def _any(group: str) -> str:
    return "|".join(sorted(words_of(group)))
