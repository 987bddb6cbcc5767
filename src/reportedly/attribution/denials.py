"""Which claim a denial denies, where that stands in the text."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from spacy.tokens import Token

from reportedly.attribution.proposals import Proposal
from reportedly.language.annotated import AnnotatedText
from reportedly.language.phrases import phrase_tokens
from reportedly.language.word_groups import words_of
from reportedly.records import Act, Claim, Factuality

#: Acts that put something forward which another may deny.
ASSERTING = frozenset({Act.SAY, Act.REPORT, Act.ALLEGE, Act.REVEAL, Act.CONFIRM, Act.THINK, Act.WARN})
#: How many characters before a denial the claim may stand: about a screen of text.
REACH = 2500
#: What is worth a shared word, the denier's name in what he denies, and an accusation; a claim needs ENOUGH of them.
WORD, NAMED, ACCUSED, ENOUGH = 1.0, 1.0, 1.0, 2.0
#: What each claim in between takes off.
FAR = 0.2
TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@dataclass(frozen=True)
class Denials:
    """Ties denials to the claims that they deny, for one text.

    Attributes:
        proposals: In reading order.
        claims: What they amount to, in the same order.
        annotated: The text.
        nouns: Nouns that stand for a whole claim: "the accusation".
    """

    proposals: Sequence[Proposal]
    claims: Sequence[Claim]
    annotated: AnnotatedText
    nouns: frozenset[str]

    def denied_by(self, index: int) -> str | None:
        """Return the id of the claim that one claim denies, the nearest of the best."""
        claim, anaphor = self.claims[index], self._stands_for_claim(self.proposals[index])
        if claim.act is not Act.DENY and not claim.factuality.value.endswith("-"):
            return None
        most = ENOUGH + ACCUSED if anaphor else WORD * len(self._matters[index]) + NAMED + ACCUSED + WORD
        best: tuple[float, int] | None = None
        for distance, other in enumerate(self._candidates(index)):
            if most - FAR * distance < ENOUGH:
                break
            worth = self._worth(index, other, anaphor=anaphor) - FAR * distance
            if worth >= ENOUGH and (best is None or worth > best[0]):
                best = (worth, other)
        return None if best is None else self.claims[best[1]].id

    def _candidates(self, index: int) -> Iterator[int]:
        """Yield claims of other sources near a denial: those before it, then those behind it, the nearest first."""
        mine, (at, _) = self.claims[index], self._places[index]
        first, last = (bisect_right(self._in_order, (place, len(self.claims))) for place in (at - REACH, at))
        before = sorted(self._in_order[first:last], key=lambda place: at - place[0])
        behind = (self._in_order[i] for i in range(last, len(self.claims)))
        for _, other in chain(before, behind):
            if other != index and self._may_be_denied(self.claims[other], mine):
                yield other

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """Where each claim starts, with its index."""
        return [(proposal.start, index) for index, proposal in enumerate(self.proposals)]

    @cached_property
    def _in_order(self) -> list[tuple[int, int]]:
        return sorted(self._places)

    def _may_be_denied(self, other: Claim, mine: Claim) -> bool:
        same_source = bool(other.sources and mine.sources) and other.sources[-1].name == mine.sources[-1].name
        positive = other.factuality is not Factuality.UU and not other.factuality.value.endswith("-")
        related = other.parent == mine.id or mine.parent == other.id
        return other.act in ASSERTING and positive and not same_source and not related

    def _stands_for_claim(self, proposal: Proposal) -> bool:
        """Tell a denial of "it" or "the accusation" from one that tells again what is denied."""
        if proposal.cue.act is not Act.DENY or proposal.content_head is None:
            return False
        head = proposal.content_head
        return head.pos_ == "PRON" or head.lemma_.lower() in self.nouns

    def _worth(self, index: int, other: int, *, anaphor: bool) -> float:
        earlier = self._places[other][0] < self._places[index][0]
        if anaphor:
            return ENOUGH + ACCUSED if earlier else 0.0
        mine, its = self._matters[index], self._matters[other]
        accused = self.claims[other].act is Act.ALLEGE
        told_of = self.proposals[other].cue_head.head == self.proposals[index].source_head
        named = bool(self._names(index) & its) or told_of
        worth = WORD * len(mine & its) + NAMED * named + ACCUSED * accused
        denies = self.claims[index].act is Act.DENY
        return worth + WORD * (denies and earlier) if mine & its or (named and accused) else 0.0

    @cached_property
    def _matters(self) -> list[set[str]]:
        """The telling lemmas of each claim's content."""
        return [self._matter(claim) for claim in self.claims]

    def _matter(self, claim: Claim) -> set[str]:
        spans = (self.annotated.doc.char_span(*s, alignment_mode="expand") for s in claim.content)
        tokens = (t for span in spans if span is not None for t in span)
        return {t.lemma_.lower() for t in tokens if t.pos_ in TELLING} - words_of("light content")

    def _names(self, index: int) -> set[str]:
        """Return the words of a claim's source."""
        head: Token | None = self.proposals[index].source_head
        return set() if head is None else {t.lemma_.lower() for t in phrase_tokens(head) if t.pos_ in TELLING}
