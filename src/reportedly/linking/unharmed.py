"""Sentences that say that nobody came to harm: figures of victims that are nought."""

import re
from functools import cache

from reportedly.linking.terms import Strict
from reportedly.records import Quantity, QuantityKind, Span
from reportedly.resources import load_model

FILE = "linking/unharmed.yaml"


class Unharmed(Strict):
    """One entry of unharmed.yaml."""

    kinds: tuple[QuantityKind, ...]
    words: tuple[str, ...]
    example: str


def find_unharmed(text: str, span: Span) -> tuple[Quantity, ...]:
    """Return the figures of nought in a stretch of a text: "nobody was hurt" counts no injured and no dead."""
    start = span[0]
    found = []
    for match in _pattern().finditer(text[slice(*span)]):
        for kind in _kinds()[match.group().casefold()]:
            found.append(
                Quantity(kind=kind, value=0.0, low=0.0, high=0.0, unit="people", text=match.group(),
                         span=(start + match.start(), start + match.end()))
            )  # fmt: skip
    return tuple(found)


@cache
def _kinds() -> dict[str, tuple[QuantityKind, ...]]:
    return {word: entry.kinds for entry in load_model(FILE, tuple[Unharmed, ...]) for word in entry.words}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_kinds(), key=len, reverse=True)))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
