"""Whom "the entomologist" or "the club" takes up, of whom the text tells only by these words what he or it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from reportedly.attribution.kind_words import KindEntry, SourceKinds
from reportedly.attribution.source_words import is_of_office
from reportedly.language.annotated import AnnotatedText, Entity
from reportedly.language.given_names import is_given
from reportedly.language.phrases import children, phrase_tokens
from reportedly.language.word_groups import words_of
from reportedly.records import SourceKind

#: A definite noun looks so many sentences back.
NEAR = 2
BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.WIRE})
SINGULAR = frozenset({"NN", "NNP"})
PLACES = frozenset({"GPE", "LOC", "NORP", "FAC", "DATE"})


def find_bearers(annotated: AnnotatedText, kinds: SourceKinds) -> dict[int, Token]:
    """Return the head of the name that definite nouns take up, by the index of the noun: "*the entomologist* said".

    Only where the text spoke of no other such noun before, and where one name alone could be meant: the subject of a
    sentence shortly before, of whom nothing else was told.

    Args:
        annotated: The text.
        kinds: The codebook's nouns.
    """
    search = _Search(annotated, kinds)
    for noun in annotated.doc:
        search.look_at(noun)
    return search.found


@dataclass(slots=True)
class _Search:
    """Walks through one text, and remembers which nouns it has met."""

    annotated: AnnotatedText
    kinds: SourceKinds
    found: dict[int, Token] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)

    def look_at(self, noun: Token) -> None:
        if noun.pos_ not in ("NOUN", "PROPN"):
            return
        known = len(self.met)
        self.met.add(noun.lemma_)
        # Most nouns are met again or have no "the": the codebook is asked about the others only.
        if len(self.met) == known or noun.tag_ not in SINGULAR or not _is_definite(noun):
            return
        entry = self.kinds.noun_of(noun) if noun.tag_ == "NN" else None
        if (entry is None and not _is_follower(noun)) or not self._takes_up(noun):
            return
        human = entry is None or entry.human
        bearer = self._person(noun, entry) if human else self._body(noun, entry)
        if bearer is not None:
            self.found[noun.i] = bearer

    def _takes_up(self, noun: Token) -> bool:
        """Tell a noun with "the" that nothing else tells from others: no owner, no name beside it."""
        told = any(c.lower_ in words_of("distinguishing") or c.dep_ in ("poss", "nummod") for c in noun.lefts)
        told = told or any(_tells_apart(c, noun) for c in noun.rights)
        followed = noun.i + 1 < len(noun.doc) and noun.nbor(1).pos_ == "PROPN"
        return not told and not followed and self._is_new(noun)

    def _is_new(self, noun: Token) -> bool:
        """Tell a noun that the mentions tie to nothing before it; "he" behind it may be tied to it."""
        entity = self.annotated.entity_at(noun)
        if entity is None or _is_follower(noun):
            return True
        return entity.mentions[0].head == noun.i and not _has_name(entity, noun.doc)

    def _before(self, noun: Token) -> Iterator[Token]:
        """Yield the tokens of the sentence up to a noun and of the ones shortly before, in reading order."""
        start = noun.sent.start
        for _ in range(NEAR):
            start = noun.doc[start - 1].sent.start if start > 0 else 0
        yield from noun.doc[start : noun.i]

    def _person(self, noun: Token, entry: KindEntry | None) -> Token | None:
        """Return the only person named, if he acts and nothing that he is called speaks against it."""
        people = [(t, e) for t in self._before(noun) if (e := self._person_at(t)) is not None]
        acting = [(t, e) for t, e in people if t.dep_ == "nsubj"]
        if not acting or len({id(e) for _, e in people}) != 1:
            return None
        entity = acting[-1][1]
        if entry is None:
            return self._name_of(entity, noun)
        called = {e.kind for e in self._callings(entity)}
        described = any(children(noun, "amod"))
        if entry.kind is SourceKind.OFFICIAL and not described and entry.kind not in called:
            return None  # "Ana Paz was in the crowd. The mayor said": of mayors there is one, named or not
        return self._name_of(entity, noun) if called <= {entry.kind} else None

    def _person_at(self, token: Token) -> Entity | None:
        """Return who is named at a token, by a name, a pronoun or a noun that takes the name up."""
        at = self.found.get(token.i, token)
        mention, entity = self.annotated.mention_at(at), self.annotated.entity_at(at)
        heads = mention is not None and mention.head == at.i
        return entity if heads and entity is not None and entity.label == "PERSON" else None

    def _callings(self, entity: Entity) -> Iterator[KindEntry]:
        """Yield what somebody is called wherever the text names him."""
        for mention in entity.mentions:
            head = self.annotated.doc[mention.head]
            nouns = (head, *children(head, "appos", "compound"), *([head.head] if head.dep_ == "appos" else []))
            yield from (e for noun in nouns if (e := self.kinds.noun_of(noun)) is not None and e.human)

    def _name_of(self, entity: Entity, noun: Token) -> Token | None:
        heads = (self.annotated.doc[m.head] for m in entity.mentions if m.head < noun.i)
        return next((t for t in heads if t.pos_ == "PROPN"), None)

    def _body(self, noun: Token, entry: KindEntry | None) -> Token | None:
        """Return the only name of no person, if it is a subject."""
        names = [t for t in self._before(noun) if _heads_name(t) and not self._names_person(t)]
        subjects = [t for t in names if t.dep_ in ("nsubj", "nsubjpass")]
        fits = entry is not None and entry.kind in BODIES and len({t.text for t in names}) == 1
        return subjects[-1] if subjects and fits else None

    def _names_person(self, name: Token) -> bool:
        entity = self.annotated.entity_at(name)
        told = entity is not None and entity.label == "PERSON" and any(True for _ in self._callings(entity))
        return told or is_given(phrase_tokens(name)[0].text)


def _is_definite(noun: Token) -> bool:
    return any(c.lower_ == "the" for c in children(noun, "det"))


def _tells_apart(child: Token, noun: Token) -> bool:
    """Tell "the clerk *of the court*" and "the clerk *who wept*" from what is only added behind a comma."""
    if child.dep_ == "prep" and is_of_office(child, noun):
        return False  # "The head *of government*"
    if child.dep_ == "prep" and noun.head.lemma_ in words_of("going on saying"):
        return False  # "The chief executive of Tallow *added*"
    added = child.dep_ == "relcl" and child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ","
    return child.dep_ in ("prep", "relcl", "acl", "appos") and not added and child.head == noun


def _is_follower(noun: Token) -> bool:
    """Tell who is called by his nation or party: "*the Brazilian* said", "the Liberal said"."""
    return noun.ent_type_ == "NORP" and noun.tag_ in ("NN", "NNP") and noun.dep_ == "nsubj"


def _has_name(entity: Entity, doc: Doc) -> bool:
    return any(doc[m.head].pos_ == "PROPN" for m in entity.mentions)


def _heads_name(token: Token) -> bool:
    inside = token.dep_ in ("compound", "nmod", "amod") and token.head.pos_ == "PROPN"
    return token.pos_ == "PROPN" and not inside and token.ent_type_ not in PLACES
