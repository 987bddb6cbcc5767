"""What stands beside the names of places: what they lie in, their fellows in a list, nationalities, kind words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from reportedly.records import PlaceKind
from reportedly.resolution.marks import Marks
from reportedly.resolution.place_bearers import Bearer
from reportedly.resolution.place_context import Surroundings, Whole, lies_inside
from reportedly.resolution.place_lexicon import PlaceLexicon
from reportedly.resolution.place_stretches import Stretch
from reportedly.resolution.place_support import LIST_MARKS

#: Between a name and what it lies in: "Nyala, the capital of South Darfur", "Hamadi (in Osun State)".
BRIDGES = frozenset({",", "(", "in", "of", "the", "a", "located", "capital"})
OWNERS = frozenset({"'s", "’s", "'", "’"})
#: How many tokens such a bridge or a nationality may stand away.
REACH = 4

Options = Mapping[int, Sequence[Bearer]]


class Neighbours:
    """The neighbours of one text's names.

    Args:
        doc: The text's analysis.
        stretches: Its names of places, in reading order.
        options: The places that bear each name, by its first token.
        marks: Its countries and nationalities.
        lexicon: The codebook's places.
    """

    def __init__(
        self, doc: Doc, stretches: Sequence[Stretch], options: Options, *, marks: Marks, lexicon: PlaceLexicon
    ) -> None:
        self._doc = doc
        self._marks = marks
        self._passable = BRIDGES | lexicon.directions | lexicon.kind_words.keys()
        self._described = lexicon.directions | lexicon.kind_words.keys() | {"of"}
        self._inside: dict[str, set[Whole]] = defaultdict(set)
        self._cities: dict[str, set[Whole]] = defaultdict(set)
        self._siblings: dict[int, set[str]] = defaultdict(set)
        self._elsewhere: dict[int, Whole] = {}
        for left, right in pairwise(stretches):
            self._compare(left, right, options)
        for stretch in stretches:
            self._inside[stretch.span.text] |= set(self._nationality(stretch))

    def of(self, stretch: Stretch) -> Surroundings:
        """Return what stands beside a name; what it lies in counts for all its mentions."""
        kind = stretch.support.kind
        return Surroundings(
            inside=frozenset(self._inside[stretch.span.text]),
            cities=frozenset(self._cities[stretch.span.text]),
            siblings=frozenset(self._siblings[stretch.span.start]),
            kinds=frozenset() if kind is None else frozenset({kind}),
            elsewhere=self._elsewhere.get(stretch.span.start),
        )

    def _compare(self, left: Stretch, right: Stretch, options: Options) -> None:
        words = self._between(left, right)
        if not words or left.span.text == right.span.text:
            return
        here, there = options[left.span.start], options[right.span.start]
        if all(word in LIST_MARKS or word == "the" for word in words):
            self._siblings[left.span.start] |= _divided(there)
            self._siblings[right.span.start] |= _divided(here)
        if all(word in self._passable for word in words) and not _fellows(here, there):
            self._inside[left.span.text] |= _wholes(there)
            self._cities[left.span.text] |= _of_city(there)
            self._siblings[right.span.start] |= _holders(here, there)
            if words == [","] and not self._lists_on(right):
                self._deny(left, here, there)
        if words[0] in OWNERS and all(word in self._described for word in words[1:]):
            self._inside[right.span.text] |= _wholes(here)

    def _deny(self, left: Stretch, here: Iterable[Bearer], there: Sequence[Bearer]) -> None:
        """Note that nothing known by a name lies where the text puts it: "Bradford, Ontario"."""
        divisions = [b for b in there if b.level == 1 and not b.namesake]
        wholes = _wholes(there)
        if len(divisions) == 1 and not any(lies_inside(b, wholes) or b.level in {0, 1} for b in here):
            self._elsewhere[left.span.start] = (divisions[0].country, divisions[0].admin1)

    def _lists_on(self, right: Stretch) -> bool:
        """Tell whether a list goes on after a name, so that the comma before it may be one too: "Lima, Texas and"."""
        return right.span.end < len(self._doc) and self._doc[right.span.end].lower_ in {"and", "or", "&"}

    def _between(self, left: Stretch, right: Stretch) -> list[str]:
        if right.span.start - left.span.end > REACH:
            return []
        return [token.lower_ for token in self._doc[left.span.end : right.span.start]]

    def _nationality(self, stretch: Stretch) -> Iterator[Whole]:
        """Yield the nationality before a kind word: "the Indonesian island of Flores"."""
        if stretch.support.kind is None:
            return
        for token in self._doc[max(stretch.span.start - REACH, 0) : stretch.span.start]:
            nation = self._marks.nation(token)
            if nation is not None and nation.form == "adjective":
                yield nation.code, None


def _wholes(options: Iterable[Bearer]) -> set[Whole]:
    """Return the countries and divisions that a name can be."""
    return {(b.country, b.admin1 if b.level == 1 else None) for b in options if b.level in {0, 1}}


def _of_city(options: Iterable[Bearer]) -> set[Whole]:
    """Return the division of the largest city that a name can be: "Randwick, Sydney"."""
    best = max(options, key=lambda bearer: bearer.weight, default=None)
    return set() if best is None or best.level == 0 or best.admin1 is None else {(best.country, best.admin1)}


def _holders(here: Iterable[Bearer], there: Iterable[Bearer]) -> set[str]:
    """Return the countries where a name can be a division that the place before it lies in: "Athens, Georgia"."""
    cities = {(b.country, b.admin1) for b in here if b.kind is PlaceKind.CITY}
    return {b.country for b in there if b.level == 1 and (b.country, b.admin1) in cities}


def _divided(options: Iterable[Bearer]) -> set[str]:
    """Return the countries of which a name can be a first-level division."""
    return {bearer.country for bearer in options if bearer.level == 1}


def _fellows(here: Iterable[Bearer], there: Iterable[Bearer]) -> bool:
    """Tell whether two names can be divisions of one country: "Oregon, Ohio" is a list."""
    first = {b.country for b in here if b.level == 1 and not b.namesake}
    return bool(first & {b.country for b in there if b.level == 1 and not b.namesake})
