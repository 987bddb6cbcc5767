"""Which noun before it a word of a source takes up: a pronoun, "the agency", and whose spokesman "a spokesman" is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from reportedly.attribution.epithets import find_bearers
from reportedly.attribution.hop_names import is_called
from reportedly.attribution.kind_words import SourceKinds
from reportedly.language.annotated import AnnotatedText
from reportedly.language.phrases import children
from reportedly.language.word_groups import words_of
from reportedly.records import SourceKind

BODY_KINDS = frozenset({SourceKind.OFFICIAL, SourceKind.ORGANISATION})
PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True)
class References:
    """Looks back from the words of sources, in one text.

    Attributes:
        annotated: The text.
        kinds: The codebook's nouns and names.
    """

    annotated: AnnotatedText
    kinds: SourceKinds

    def stands_for(self, head: Token) -> Token:
        """Return the noun that a pronoun without a known entity takes up: the subject before it that it fits."""
        if head.i in self.bearers:
            return self.bearers[head.i]
        if head.lower_ in words_of("taking out of many"):
            whole = (noun for link in children(head, "prep") for noun in children(link, "pobj") if link.lower_ == "of")
            return next(whole, None) or self._several_before(head) or head
        if head.lower_ in words_of("taking up several") and head.pos_ != "NOUN":
            return self._several_before(head) or head
        if head.pos_ == "NOUN":
            return self._medium_before(head) or self._several_before(head) or head
        if head.lower_ not in words_of("subject pronouns"):
            return head
        entity = self.annotated.entity_at(head)
        if entity is not None:
            return self._body_around(head) or self.bearers.get(entity.mentions[0].head) or head
        said = _said_before(head)
        nouns = [t for t in self._before(head) if t.pos_ in ("NOUN", "PROPN") and t.i not in said]
        subjects = (t for t in nouns if t.dep_ in ("nsubj", "nsubjpass"))
        return next((t for t in subjects if self._fits(t, head)), None) or self._less_likely(head, nouns) or head

    def _body_around(self, pronoun: Token) -> Token | None:
        """Return the diocese where the mentions take "it" for its place: "The Diocese of *Awka* mourns, *it* said"."""
        entity = self.annotated.entity_at(pronoun)
        if pronoun.lower_ != "it" or entity is None or entity.label not in PLACES:
            return None
        heads = (self.annotated.doc[m.head] for m in entity.mentions if m.head < pronoun.i)
        owners = (t.head.head for t in heads if t.dep_ == "pobj" and t.head.lower_ == "of")
        return next((t for t in owners if t.dep_ in ("nsubj", "nsubjpass") and self._fits(t, pronoun)), None)

    @cached_property
    def bearers(self) -> dict[int, Token]:
        """The heads of the names that definite nouns take up, by the index of the noun."""
        return find_bearers(self.annotated, self.kinds)

    def _several_before(self, head: Token) -> Token | None:
        """Return whom "the pair", "both" or "all three" take up: those named together, or the people, last before."""
        taken = any(c.lower_ in ("the", "all") for c in head.lefts) or head.lower_ == "both"
        if head.lower_ not in words_of("taking up several") or not taken or any(children(head, "prep")):
            return None
        spoken = (t for t in self._shortly_before(head) if self.annotated.quotation_at(t.idx) is None)
        for token in spoken:
            entry = self.kinds.noun_of(token) if token.tag_ == "NNS" else None
            if token.pos_ == "PROPN" and any(children(token, "conj")):
                return token
            if entry is not None and entry.human and token.dep_ in ("nsubj", "pobj", "dobj", "nsubjpass"):
                return token
        return None

    def alike(self, head: Token) -> Token:
        """Return the one whom "another" is told to be like: "a diplomat said … *Another* said"."""
        if head.lower_ not in words_of("others of the same") or head.pos_ == "NOUN":
            return head
        people = ((t, self.kinds.noun_of(t)) for t in self._shortly_before(head) if t.pos_ == "NOUN")
        return next((t for t, e in people if e is not None and e.human and t.dep_ == "nsubj"), head)

    def _less_likely(self, pronoun: Token, nouns: Sequence[Token]) -> Token | None:
        """Return a paper or people in any place: "on page 9 of the audit … it notes", "held four men … they say"."""
        if pronoun.lower_ == "it":
            entries = ((noun, self.kinds.noun_of(noun)) for noun in reversed(nouns))
            return next((noun for noun, e in entries if e is not None and e.kind is SourceKind.DOCUMENT), None)
        if pronoun.lower_ != "they":
            return None
        around = (t for t in self._shortly_before(pronoun) if t.tag_ == "NNS" and t.i < pronoun.sent.start)
        people = ((t, self.kinds.noun_of(t)) for t in around)
        return next((t for t, e in people if e is not None and e.human), None)

    def _medium_before(self, head: Token) -> Token | None:
        """Return the agency or outlet that "the agency" or "the paper" takes up: the one named last before it."""
        group = "words for agencies" if head.lower_ in words_of("words for agencies") else "words for papers"
        alone = all(c.lower_ == "the" for c in head.lefts) and any(head.lefts)
        if head.lower_ not in words_of(group) or not alone or any(children(head, "prep", "relcl", "appos")):
            return None
        wanted = SourceKind.WIRE if group == "words for agencies" else SourceKind.OUTLET
        names = (t for t in self._shortly_before(head) if t.pos_ == "PROPN" and t.dep_ != "compound")
        return next((t for t in names if self._is_named_medium(t, wanted)), None)

    def _is_named_medium(self, name: Token, wanted: SourceKind) -> bool:
        medium = self.kinds.medium_at(name)
        return (SourceKind(medium.kind) if medium is not None else self.kinds.outlet_of(name)) is wanted

    def _shortly_before(self, head: Token) -> Iterator[Token]:
        """Yield the tokens before a word in its sentence and the two before it, the nearest first."""
        start = head.sent.start
        for _ in range(2):
            start = head.doc[start - 1].sent.start if start > 0 else 0
        yield from reversed(head.doc[start : head.i])

    def _before(self, head: Token) -> Iterator[Token]:
        """Yield the tokens of the sentence up to a word, then of the sentence before, each from its beginning."""
        sentence = head.sent
        yield from (t for t in sentence if t.i < head.i)
        if sentence.start > 0:
            yield from head.doc[sentence.start - 1].sent

    def _fits(self, noun: Token, pronoun: Token) -> bool:
        entry = self.kinds.noun_of(noun)
        plural = noun.tag_ in ("NNS", "NNPS")
        if pronoun.lower_ == "they":
            return plural or (entry is not None and not entry.human)
        human = (entry is not None and entry.human) or noun.ent_type_ == "PERSON" or is_called(noun, self.kinds)
        if pronoun.lower_ in ("he", "she"):
            return not plural and human
        medium = noun.pos_ == "PROPN" and (self.kinds.medium_at(noun) or self.kinds.outlet_of(noun)) is not None
        return not plural and (medium or (entry is not None and not entry.human))

    def master_of(self, head: Token) -> SourceKind | None:
        """Return the kind of the body that a bare spokesman or "its director" speaks for: the one named last before."""
        nouns = [head, *children(head, "appos"), *([head.head] if head.dep_ == "appos" else [])]
        owned = any(t.lower_ in ("its", "their") for noun in nouns for t in children(noun, "poss"))
        bare = not any(t for noun in nouns for t in children(noun, "poss", "compound") if t.pos_ != "PROPN")
        leads = any((entry := self.kinds.noun_of(noun)) is not None and entry.human and entry.speaks for noun in nouns)
        callings = [self.kinds.noun_of(noun) for noun in nouns]
        owned = owned and not any(e is not None and e.is_private for e in callings)  # "one of its pilots"
        if not ((leads and bare) or (owned and head.pos_ in ("NOUN", "PROPN"))):
            return self._office_of(nouns) if leads else None
        told = [kind for t in self._before(head) if (kind := self._body_kind(t)) is not None]
        return told[-1] if told else None

    def _office_of(self, nouns: Sequence[Token]) -> SourceKind | None:
        """Return the kind of the one whose spokesman "his spokesman" is: who holds an office, named last before."""
        owners = [c for noun in nouns for c in children(noun, "poss") if c.lower_ in ("his", "her")]
        entries = (self.kinds.noun_of(t) for owner in owners for t in self._before(owner))
        told = [e.kind for e in entries if e is not None and e.human and e.kind in BODY_KINDS]
        return told[-1] if told else None

    def _body_kind(self, noun: Token) -> SourceKind | None:
        """Return what who leads a body is: of a hospital an expert, of a party or a ministry what that is itself."""
        lender = self.kinds.lenders.get(noun.lemma_.lower()) if noun.pos_ in ("NOUN", "PROPN") else None
        if lender is not None and lender.kind is SourceKind.EXPERT:
            return lender.kind
        entry = self.kinds.noun_of(noun)
        return entry.kind if entry is not None and entry.kind in BODY_KINDS and not entry.human else None


def _said_before(speaker: Token) -> frozenset[int]:
    """Return the tokens of what a speaker behind it says: "*A letter was sent*, it adds" is not said by the letter."""
    verb = speaker.head
    clauses = [verb.head] if verb.dep_ == "parataxis" else children(verb, "ccomp")
    return frozenset(t.i for clause in clauses for t in clause.subtree if t.i < speaker.i)
