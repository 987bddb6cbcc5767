"""Lays the sentences of one article beside those of an earlier one: the same, nearly the same, or the same retold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
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
#: Articles that have a smaller share of the later's terms in common share neither text nor telling.
LEAST_COMMON = 0.3


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
    mine, theirs = _outline(later), _outline(earlier)
    pairs = [_pair(number, later.sentences, earlier, theirs) for number in range(len(later.sentences))]
    found = tuple(pair for pair in pairs if pair is not None)
    copied = [later.sentences[pair.here] for pair in found if pair.is_verbatim]
    words = sum(sentence.words for sentence in later.sentences) or 1
    return Alignment(
        pairs=found,
        verbatim=sum(sentence.words for sentence in copied) / words,
        words=sum(sentence.words for sentence in copied),
        narrative=sum(sentence.words for sentence in copied if not sentence.is_quoted),
        retold=sum(later.sentences[pair.here].words for pair in found) / words,
        known=weigh_all(mine.heavy & theirs.heavy) / weigh_all(mine.heavy) if mine.heavy else 0.0,
        heavy=len(mine.heavy & theirs.heavy),
        order=_order([pair.there for pair in found]),
    )


def may_share(later: Fingerprint, earlier: Fingerprint) -> bool:
    """Whether laying two articles side by side can find anything: quickly, since most candidates share little."""
    mine, theirs = _outline(later), _outline(earlier)
    if not mine.numbers.keys().isdisjoint(theirs.numbers):
        return True
    return len(mine.terms & theirs.terms) >= LEAST_COMMON * len(mine.terms)


@dataclass(frozen=True, slots=True)
class _Window:
    """One sentence, or two neighbours, of the earlier article."""

    number: int
    terms: frozenset[str]
    sequence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Outline:
    """What tells quickly whether two articles have anything in common.

    Attributes:
        numbers: Of its sentences, by their keys.
        terms: All its terms.
        heavy: Its names and figures.
    """

    numbers: Mapping[str, int]
    terms: frozenset[str]
    heavy: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Laid:
    """An article as others are laid beside it.

    Attributes:
        windows: Its sentences, then every two neighbours.
        places: In which windows a term stands.
    """

    windows: tuple[_Window, ...]
    places: Mapping[str, Sequence[int]]


# An article is compared with all its candidates in a row, and with those that follow on its story.
@lru_cache(maxsize=512)
def _outline(article: Fingerprint) -> _Outline:
    sentences = article.sentences
    return _Outline(
        numbers={sentence.key: number for number, sentence in reversed(list(enumerate(sentences)))},
        terms=frozenset(term.casefold() for sentence in sentences for term in sentence.terms),
        heavy=frozenset(term for sentence in sentences for term in sentence.terms if is_heavy(term)),
    )


@lru_cache(maxsize=512)
def _lay(article: Fingerprint) -> _Laid:
    sentences = article.sentences
    alone = [_Window(n, frozenset(map(str.casefold, one.terms)), one.terms) for n, one in enumerate(sentences)]
    both = [_Window(a.number, a.terms | b.terms, ()) for a, b in pairwise(alone)]
    windows = (*alone, *both)
    places: dict[str, list[int]] = {}
    for place, window in enumerate(windows):
        for term in window.terms:
            places.setdefault(term, []).append(place)
    return _Laid(windows, places)


def _pair(number: int, sentences: Sequence[Sentence], article: Fingerprint, outline: _Outline) -> Pair | None:
    sentence = sentences[number]
    if sentence.key in outline.numbers:
        return Pair(number, outline.numbers[sentence.key], Likeness.SAME, 1.0)
    earlier = _lay(article)
    terms = _weighed(sentence.terms)
    weight = sum(terms.values())
    shared = _shared(terms, earlier)
    if not shared:
        return None
    best = min(shared, key=lambda place: (-shared[place], place))
    if shared[best] < max(RETOLD * weight, RETOLD_WEIGHT):
        return None
    for place in sorted(shared):
        window = earlier.windows[place]
        if window.sequence and shared[place] >= NEAR * weight and _is_near(sentence.terms, window):
            return Pair(number, window.number, Likeness.NEAR, shared[place] / weight)
    return Pair(number, earlier.windows[best].number, Likeness.RETOLD, shared[best] / weight)


@lru_cache(maxsize=8192)
def _weighed(terms: tuple[str, ...]) -> Mapping[str, float]:
    return {term.casefold(): weigh(term) for term in terms}


def _shared(terms: Mapping[str, float], earlier: _Laid) -> dict[int, float]:
    """Return what the terms of a sentence weigh that stand in each window, by the window's place."""
    found: dict[int, float] = {}
    for term in sorted(terms.keys() & earlier.places.keys()):
        for place in earlier.places[term]:
            found[place] = found.get(place, 0.0) + terms[term]
    return found


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
