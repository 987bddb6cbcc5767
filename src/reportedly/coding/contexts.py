"""Which of PLOVER's contexts an event has: by words of its sentence, by sectors of its parties."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from spacy.tokens import Span as DocSpan

from reportedly.coding.codebook import Codebook
from reportedly.records import Actor


class ContextFinder:
    """Looks up the lemmas of a sentence among those that show a context."""

    def __init__(self, codebook: Codebook) -> None:
        by_lemma, by_sector = defaultdict(set), defaultdict(set)
        for name, context in codebook.contexts.items():
            for lemma in context.lemmas:
                by_lemma[lemma].add(name)
            for sector in context.sectors:
                by_sector[sector].add(name)
        self._by_lemma: Mapping[str, set[str]] = dict(by_lemma)
        self._by_sector: Mapping[str, set[str]] = dict(by_sector)
        self._order = {name: i for i, name in enumerate(codebook.contexts)}

    def find(self, sentence: DocSpan, *, parties: Iterable[Actor], given: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the contexts in the codebook's order.

        Args:
            sentence: The sentence that tells the event.
            parties: Actors and recipients.
            given: Contexts that the frame decides.
        """
        found = set(given)
        for key in _keys([token.lemma_.lower() for token in sentence]):
            found |= self._by_lemma.get(key, set())
        for party in parties:
            for sector in party.sectors:
                found |= self._by_sector.get(sector, set())
        return tuple(sorted(found, key=self._order.__getitem__))


def _keys(lemmas: list[str]) -> Iterator[str]:
    """Yield single lemmas, pairs ("oil field"), and words that the tokenizer splits at their hyphen ("same-sex")."""
    yield from lemmas
    yield from (f"{first} {second}" for first, second in pairwise(lemmas))
    for first, hyphen, second in zip(lemmas, lemmas[1:], lemmas[2:], strict=False):
        if hyphen == "-":
            yield f"{first}-{second}"
