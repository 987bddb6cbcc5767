"""Lays the sentences of one article beside those of an earlier one: the same, nearly the same, or the same retold."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from reportedly.linking.fingerprints import Fingerprint, Sentence
from reportedly.linking.terms import is_heavy, weigh, weigh_all

#: Nearly the same: so much of the terms of both, and in the same order.
NEAR = 0.7
NEAR_ORDER = 0.8
#: Retold: so much of what the sentence tells stands in one or two neighbouring sentences of the other.
RETOLD = 0.4
#: A retold sentence shares more than one word by chance.
RETOLD_WEIGHT = 3.0


class Likeness(StrEnum):
    """How a sentence stands to the one beside it."""

    SAME = "same"
    NEAR = "near"
    RETOLD = "retold"


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and the one of the other article that it is like.

    Attributes:
        here: Number of the sentence.
        there: Number of the other article's.
        likeness: How like they are.
        share: 0…1, how much of what the sentence tells stands there.
    """

    here: int
    there: int
    likeness: Likeness
    share: float

    @property
    def is_verbatim(self) -> bool:
        """Whether the two are the same, or nearly."""
        return self.likeness is not Likeness.RETOLD


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two articles side by side.

    Attributes:
        pairs: One for each sentence of the later article that is like one of the earlier.
        verbatim: 0…1, the share of its words that stand there, the same or nearly.
        words: How many words these are.
        narrative: How many of them are no quotations.
        retold: 0…1, the share of its words that stand there at least retold.
        known: 0…1, the share of the weight of its names and figures that stand anywhere in the earlier.
        heavy: How many names and figures both have.
        order: 0…1, how far the retold sentences keep the order; 1 of fewer than two.
    """

    pairs: tuple[Pair, ...]
    verbatim: float
    words: int
    narrative: int
    retold: float
    known: float
    heavy: int
    order: float


def align(later: Fingerprint, earlier: Fingerprint) -> Alignment:
    """Lay an article beside an earlier one.

    Args:
        later: The one that may be a copy.
        earlier: The one whose text it may carry.
    """
    numbers = {sentence.key: number for number, sentence in reversed(list(enumerate(earlier.sentences)))}
    windows = _windows(earlier.sentences)
    pairs = [_pair(number, later.sentences, numbers, windows) for number in range(len(later.sentences))]
    found = tuple(pair for pair in pairs if pair is not None)
    words = sum(sentence.words for sentence in later.sentences) or 1
    copied = [pair for pair in found if pair.is_verbatim]
    mine, theirs = _heavy(later), _heavy(earlier)
    return Alignment(
        pairs=found,
        verbatim=sum(later.sentences[pair.here].words for pair in copied) / words,
        words=sum(later.sentences[pair.here].words for pair in copied),
        narrative=sum(
            later.sentences[pair.here].words for pair in copied if not later.sentences[pair.here].is_quoted
        ),
        retold=sum(later.sentences[pair.here].words for pair in found) / words,
        known=weigh_all(mine & theirs) / weigh_all(mine) if mine else 0.0,
        heavy=len(mine & theirs),
        order=_order([pair.there for pair in found]),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Window:
    """One sentence, or two neighbours, of the earlier article."""

    number: int
    terms: frozenset[str]
    sequence: tuple[str, ...]


def _windows(sentences: Sequence[Sentence]) -> list[_Window]:
    alone = [_Window(n, _folded(one.terms), one.terms) for n, one in enumerate(sentences)]
    both = [_Window(a.number, a.terms | b.terms, ()) for a, b in pairwise(alone)]
    return alone + both


def _pair(number: int, sentences: Sequence[Sentence], numbers: dict[str, int], windows: list[_Window]) -> Pair | None:
    sentence = sentences[number]
    if sentence.key in numbers:
        return Pair(number, numbers[sentence.key], Likeness.SAME, 1.0)
    terms = {term.casefold(): weigh(term) for term in sentence.terms}
    weight = sum(terms.values())
    if not weight:
        return None
    best, share, near = None, 0.0, None
    for window in windows:
        common = terms.keys() & window.terms
        shared = sum(terms[term] for term in common) if common else 0.0
        if shared > share * weight and shared >= RETOLD_WEIGHT:
            best, share = window, shared / weight
            if share >= NEAR and window.sequence and _is_near(sentence.terms, window):
                near = window
    if near is not None:
        return Pair(number, near.number, Likeness.NEAR, share)
    if best is None or share < RETOLD:
        return None
    return Pair(number, best.number, Likeness.RETOLD, share)


def _is_near(terms: Sequence[str], window: _Window) -> bool:
    """Whether two sentences say the same in the same order; each may hold a little that the other lacks."""
    mine = [term.casefold() for term in terms]
    theirs = [term.casefold() for term in window.sequence]
    common = [term for term in mine if term in window.terms]
    if len(common) < NEAR * len(theirs):
        return False
    places = [theirs.index(term) for term in common]
    return _order(places) >= NEAR_ORDER


def _order(places: Sequence[int]) -> float:
    """Return the share of neighbours that follow each other as they do in the other text."""
    steps = list(pairwise(places))
    return sum(a <= b for a, b in steps) / len(steps) if steps else 1.0


def _heavy(article: Fingerprint) -> set[str]:
    counted = Counter(term for sentence in article.sentences for term in sentence.terms if is_heavy(term))
    return set(counted)


def _folded(terms: Sequence[str]) -> frozenset[str]:
    return frozenset(term.casefold() for term in terms)
