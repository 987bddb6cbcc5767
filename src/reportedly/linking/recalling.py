"""Days on which a text looks back by how long ago they were: "freed on Sunday, five days after they were seized"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from reportedly.linking.terms import Strict
from reportedly.resolution.numbers import find_numbers
from reportedly.resources import load_model

FILE = "linking/recalling.yaml"
#: What lies further back is background.
MOST_DAYS = 10


class RecallWords(Strict):
    """One entry of recalling.yaml."""

    group: str
    words: tuple[str, ...]
    days: int = 0
    example: str


def recalled_days(text: str, *, days: Sequence[str]) -> Iterator[str]:
    """Yield the days, ISO 8601, that a text recalls, counted from the first that it names.

    Args:
        text: Of an article.
        days: The days of its news; without one there is nothing to count from.
    """
    if not days:
        return
    today = date.fromisoformat(days[0])
    found = dict.fromkeys(_spans_of_days(text))
    yield from ((today - timedelta(days=number)).isoformat() for number in found)


def _spans_of_days(text: str) -> Iterator[int]:
    """Yield how many days ago something was, as far as a text says so: "four days earlier", "a week after"."""
    for match in _pattern().finditer(text):
        number = next((one.value for one in find_numbers(match["number"])), None)
        passed = round((number or 1) * _units()[match["unit"].casefold()])
        if 0 < passed <= MOST_DAYS:
            yield passed


@cache
def _entries() -> tuple[RecallWords, ...]:
    return load_model(FILE, tuple[RecallWords, ...])


@cache
def _units() -> dict[str, int]:
    return {word: entry.days for entry in _entries() if entry.group == "unit" for word in entry.words}


@cache
def _pattern() -> re.Pattern[str]:
    units = "|".join(sorted(_units(), key=len, reverse=True))
    behind = "|".join(sorted(word for entry in _entries() if entry.group == "behind" for word in entry.words))
    return re.compile(rf"\b(?P<number>[\w-]+) (?P<unit>{units}) (?:{behind})\b", re.IGNORECASE)
