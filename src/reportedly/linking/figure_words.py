"""The words around a figure that a sentence changes or puts (codebook/linking/figures.yaml), as patterns."""

import re
from functools import cache
from typing import Literal, TypeAlias

from reportedly.linking.terms import Strict
from reportedly.resources import load_model

Group: TypeAlias = Literal["before", "about", "number of", "crowd", "toll", "measure"]


class FigureWords(Strict):
    """One entry of figures.yaml."""

    group: Group
    words: tuple[str, ...]
    example: str


@cache
def figure_words(group: Group) -> frozenset[str]:
    """Return the words of one group."""
    entries = load_model("linking/figures.yaml", list[FigureWords])
    return frozenset(word for entry in entries if entry.group == group for word in entry.words)


@cache
def naming(group: Group) -> re.Pattern[str]:
    """Return what finds a word of a group."""
    return re.compile(rf"\b(?:{_any(group)})\b")


@cache
def before_figure() -> re.Pattern[str]:
    """Return what fits the end of what stands before a figure that is given: "to about"."""
    return re.compile(rf"\b(?:{_any('before')})\s+(?:(?:{_any('about')})\s+)?$")


@cache
def counted_things() -> re.Pattern[str]:
    """Return what finds the things that a figure counts, as its group `unit`."""
    return re.compile(rf"\b(?:{_any('number of')}) (?P<unit>(?:[\w’'-]+ ){{0,2}}?[\w’'-]+s)\b")


@cache
def measure_behind() -> re.Pattern[str]:
    """Return what fits a measure right behind a figure: times, prices, shares and lengths are no people or things."""
    return re.compile(rf"[\s-]*(?:%|(?:{_any('measure')})\b)")


def _any(group: Group) -> str:
    return "|".join(map(re.escape, sorted(figure_words(group), key=lambda word: (-len(word), word))))
