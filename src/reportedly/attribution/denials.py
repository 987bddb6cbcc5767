"""Which claim a denial denies, where that stands in the text."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from spacy.tokens import Token

from reportedly.attribution.proposals import Proposal
from reportedly.language.annotated import AnnotatedText
from reportedly.language.phrases import children, phrase_tokens
from reportedly.language.word_groups import words_of
from reportedly.records import Act, Claim, Factuality
from reportedly.resolution.actors import ActorView

#: Acts that put something forward which another may deny.
ASSERTING = frozenset({Act.SAY, Act.REPORT, Act.ALLEGE, Act.REVEAL, Act.CONFIRM, Act.THINK, Act.WARN})
#: How many characters before a denial the claim may stand: about a screen of text.
REACH = 2500
#: What is worth a shared word, the denier's name in what he denies, and an accusation; a claim needs ENOUGH of them.
WORD, NAMED, ACCUSED, ENOUGH = 1.0, 1.0, 1.0, 2.0
#: What each claim in between takes off, and what the denier's name adds where any claim will do.
FAR, SLIGHT = 0.2, 0.3
#: An article and a noun.
SHORT = 2
#: How many words besides may stand in a content that only denies: "utter nonsense".
MORE = 1
#: Where that which is denied stands: "called *it* a lie", "the *charge* was rejected".
OBJECTS = frozenset({"dobj", "nsubjpass", "nsubj", "pobj", "appos", "ROOT"})
TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@dataclass(frozen=True)
class Denials:
    """Ties denials to the claims that they deny, for one text.

    Attributes:
        proposals: In reading order.
        claims: What they amount to, in the same order.
        annotated: The text.
        nouns: Nouns that stand for a whole claim: "the accusation".
        actors: Tells of which country a word is.
    """

    proposals: Sequence[Proposal]
    claims: Sequence[Claim]
    annotated: AnnotatedText
    nouns: frozenset[str]
    actors: ActorView

    def denied_by(self, index: int) -> str | None:
        """Return the id of the claim that one claim denies, the nearest of the best."""
        claim, anaphor = self.claims[index], self._stands_for_claim(index)
        if claim.act is not Act.DENY and not claim.factuality.value.endswith("-") and not anaphor:
            return None
        most = ENOUGH + ACCUSED + SLIGHT if anaphor else WORD * len(self._matters[index]) + NAMED + ACCUSED + WORD
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

    def _stands_for_claim(self, index: int) -> bool:
        """Tell a denial of "it" or "the accusation", or a bare "Nonsense", from one that tells again what is denied."""
        proposal, words = self.proposals[index], list(self._words(self.claims[index]))
        if is_rebuttal(words, self.nouns) or any(_is_no_such(t) for t in words):
            return True
        if proposal.cue.act is Act.DENY and words and not self._matters[index]:
            return True  # "denied that it ever was", "denies having done so"
        if proposal.cue.act is not Act.DENY or proposal.content_head is None:
            return False
        if len(words) == 1 and words[0].lower_ in words_of("standing for a claim"):
            return True
        if len(words) == SHORT and words[0].lower_ in words_of("taking up a claim"):
            return words[1].lemma_.lower() in self.nouns  # "that figure", of which the parser may make a clause
        head, cue = proposal.content_head, proposal.cue_head
        if len(words) == SHORT and head.i < cue.i and head.lemma_.lower() in self.nouns:
            return True  # "…, a charge Kigali denied"
        above = (head, cue) if head.pos_ in ("ADJ", "NOUN", "PROPN", "PRON") else (cue,)
        return any(takes_up_claim(t, self.nouns) for t in words if t == head or t.head in above)

    def _worth(self, index: int, other: int, *, anaphor: bool) -> float:
        earlier = self._places[other][0] < self._places[index][0] or self._looks_back(other, index)
        mine, its = self._matters[index], self._matters[other]
        told_of = self.proposals[other].cue_head.head == self.proposals[index].source_head
        named = (
            bool(self._names(index) & (its | self._named_sources[other])) or told_of or self._speaks_for(index, other)
        )
        if anaphor:
            return ENOUGH + ACCUSED + SLIGHT * named if earlier else 0.0
        accused = self.claims[other].act is Act.ALLEGE
        worth = WORD * len(mine & its) + NAMED * named + ACCUSED * accused + WORD * self._contradicts(index, other)
        denies = self.claims[index].act is Act.DENY
        # Whoever is spoken of and denies something in the next breath denies that.
        answers = named and earlier and (denies or self._speaks_of_himself(index) or self._follows(index, other))
        if not (mine & its or (named and accused) or answers):
            return 0.0
        return worth + WORD * (earlier and (denies or answers))

    def _looks_back(self, other: int, index: int) -> bool:
        """Tell what is told behind a denial, but was said before it.

        "The yard denied … A welder *had said* …", "“Nonsense,” said the abbot *when told* that …".
        """
        cue = self.proposals[other].cue_head
        if cue.dep_ == "advcl" and cue.head == self.proposals[index].cue_head:
            return any(c.lower_ in ("when", "after", "once") for c in cue.children)
        return any(c.lower_ == "had" for c in children(cue, "aux")) and self._follows(other, index)

    def _contradicts(self, index: int, other: int) -> bool:
        """Tell "the depot is burning … *Nothing is burning*": the same is said, the next moment, not to be."""
        head, its = self.proposals[index].content_head, self.proposals[other].content_head
        if not (self._follows(index, other) and self.claims[index].factuality.value.endswith("-")):
            return False
        mine = self._words(self.claims[index])
        told = {t.lemma_ for t in self._words(self.claims[other])}
        # "No oil was spilled"
        none = any(t.lower_ == "no" and t.head.lemma_ in told for t in mine)
        return none or (head is not None and its is not None and bool(_predicates(head) & _predicates(its)))

    def _speaks_for(self, index: int, other: int) -> bool:
        """Tell whether a claim speaks of the denier's country: "Russian jets", denied by Moscow."""
        sources = self.claims[index].sources
        actor = sources[-1].actor if sources else None
        return actor is not None and actor.country is not None and actor.country in self._countries(other)

    def _countries(self, index: int) -> set[str]:
        """Return the countries that a claim's content names, and who is accused."""
        accused = (t for noun in children(self.proposals[index].cue_head, "nsubjpass", "dobj") for t in noun.subtree)
        named = (
            t for t in chain(self._words(self.claims[index]), accused) if t.pos_ == "PROPN" or t.ent_type_ == "NORP"
        )
        return {country for t in named if (country := self.actors.resolve(t).country) is not None}

    def _follows(self, index: int, other: int) -> bool:
        """Tell whether a claim comes right behind another one, in the next sentence at the latest."""
        mine, its = self.proposals[index].cue_head.sent, self.proposals[other].cue_head.sent
        return its.start <= mine.start <= its.end

    def _speaks_of_himself(self, index: int) -> bool:
        """Tell "the referee said *he* had never taken a dinar": the subject of what is said is who says it."""
        head, source = self.proposals[index].content_head, self.proposals[index].source_head
        subject = None if head is None else next(children(head, "nsubj", "nsubjpass"), None)
        if subject is None or source is None:
            return False
        subject = next(children(subject, "poss"), subject)  # "*its* planes had not crossed"
        if subject.pos_ != "PRON":
            return False
        entity = self.annotated.entity_at(subject)
        return subject.lower_ in ("we", "i") or (entity is not None and entity is self.annotated.entity_at(source))

    @cached_property
    def _matters(self) -> list[set[str]]:
        """The telling lemmas of each claim's content."""
        return [self._matter(claim) for claim in self.claims]

    def _matter(self, claim: Claim) -> set[str]:
        return {t.lemma_.lower() for t in self._words(claim) if t.pos_ in TELLING} - words_of("light content")

    @cached_property
    def _named_sources(self) -> list[set[str]]:
        """The telling words of each claim's whole source: the hospital of "two nurses at the hospital"."""
        heads = (proposal.source_head for proposal in self.proposals)
        return [set() if h is None else {t.lemma_.lower() for t in h.subtree if t.pos_ in TELLING} for h in heads]

    def _words(self, claim: Claim) -> Iterator[Token]:
        spans = (self.annotated.doc.char_span(*s, alignment_mode="expand") for s in claim.content)
        yield from (t for span in spans if span is not None for t in span)

    def _names(self, index: int) -> set[str]:
        """Return the words of a claim's source, and of whose it is: "*its* director" of the hospital."""
        head: Token | None = self.proposals[index].source_head
        if head is None:
            return set()
        pronouns = (head,) if head.pos_ == "PRON" and self._speaks_of_himself(index) else ()
        owners = (self.annotated.entity_at(owner) for owner in (*children(head, "poss"), *pronouns))
        owned = {word for e in owners if e is not None for word in e.name.lower().split()}
        return owned | {t.lemma_.lower() for t in phrase_tokens(head) if t.pos_ in TELLING}


def _predicates(head: Token) -> set[str]:
    """Return what a clause says of its subject: "burns", "is *full*"."""
    said = (head, *children(head, "acomp", "attr"))
    return {t.lemma_.lower() for t in said if t.pos_ in TELLING} - words_of("light content")


def _is_no_such(token: Token) -> bool:
    """Tell "no such attack" from "no such ban *on trawling*", which tells of itself what is not so."""
    no_such = token.lower_ == "such" and token.i > 0 and token.nbor(-1).lower_ == "no"
    return no_such and not any(children(token.head, "prep"))


def is_rebuttal(words: Sequence[Token], nouns: frozenset[str]) -> bool:
    """Tell “Nonsense”, "That is untrue", "there is no truth to it": all that is said is that something is not so."""
    lemmas = [(t.lemma_.lower(), t.pos_) for t in words]
    kept = [lemma for lemma, pos in lemmas if pos in TELLING or lemma in words_of("words of denial")]
    kept = [lemma for lemma in kept if lemma not in words_of("light content")]
    negated = any(t.dep_ == "neg" or t.lower_ in words_of("nobody") for t in words)
    denying = words_of("words of truth") if negated else words_of("words of denial")
    said = [lemma for lemma in kept if lemma in denying]
    subjects = [t for t in words if t.dep_ in ("nsubj", "nsubjpass") and t.lemma_.lower() not in said]
    takes_up = all(t.lower_ in words_of("standing for a claim") or takes_up_claim(t, nouns) for t in subjects)
    return bool(said) and takes_up and len(kept) - len(said) <= MORE


def takes_up_claim(token: Token, nouns: frozenset[str]) -> bool:
    """Tell "it" and "the accusation" as what is denied from "reports of a split", which tell the claim themselves."""
    if token.dep_ not in OBJECTS:
        return False
    if token.pos_ in ("PRON", "DET"):
        return token.lower_ in words_of("standing for a claim")
    definite = any(c.lower_ in words_of("taking up a claim") or c.dep_ == "poss" for c in token.children)
    told = any(c.dep_ in ("acl", "relcl", "ccomp") or c.lower_ in ("of", "about") for c in token.children)
    return token.lemma_.lower() in nouns and definite and not told
