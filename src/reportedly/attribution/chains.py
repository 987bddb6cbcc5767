"""The hops of a claim's own chain: who relays it, who says it, on whose authority.

Nearest the reader first: the outlet that was told, then the speaker, then whom the speaker cites. The chain of the
claim around it, if any, goes before all of these.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from reportedly.attribution.kinds import is_anonymous, kind_of
from reportedly.attribution.lexicon import AttributionLexicon
from reportedly.attribution.proposals import Proposal
from reportedly.attribution.spans import source_span
from reportedly.language.annotated import AnnotatedText, Entity
from reportedly.language.phrases import children, conjuncts, phrase_tokens, span_of
from reportedly.records import Source, SourceKind
from reportedly.resolution.actors import ActorView, is_political

UNNAMED = "unnamed source"
#: What hangs on the cue and may name a medium that passes the words on.
MEDIUM_LINKS = frozenset(
    {"dobj", "dative", "prep", "agent", "pobj", "acl", "relcl", "compound", "poss", "appos", "pcomp"}
)
#: Behind a paper's noun, these name who issued it: "a statement from the ministry".
ISSUING = frozenset({"by", "from"})
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


@dataclass(frozen=True)
class SourceReader:
    """Turns noun phrases into the hops of a chain, for one text."""

    annotated: AnnotatedText
    actors: ActorView
    lexicon: AttributionLexicon

    def hops(self, proposal: Proposal) -> tuple[Source, ...]:
        """Return the hops that a claim adds to the chain of the claim around it.

        A speaker in the first person adds none: "I" inside somebody's words is that somebody.
        """
        head = proposal.source_head
        if head is None:
            return (*self._media(proposal), unnamed_source())
        head = antecedent(head)
        if head.lower_ in FIRST_PERSON and self.annotated.entity_at(head) is None:
            return ()
        return (*self._media(proposal), *self._speaker(head), *self._authorities(proposal.cue_head))

    def _speaker(self, head: Token) -> Iterator[Source]:
        yield self.source(head)
        if self._kind(head) is SourceKind.DOCUMENT:
            issuer = issuer_of(head)
            if issuer is not None and issuer.lower_ not in ("its", "their"):
                yield self.source(issuer)

    def _media(self, proposal: Proposal) -> Iterator[Source]:
        """Yield the outlets that pass the words on: "told CNN", "carried by Xinhua", "quoted by state media"."""
        verb = proposal.cue_head
        candidates = list(_modifiers(verb, proposal))
        if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
            quoter = verb.head.head
            candidates += [*children(quoter, "nsubj"), *_modifiers(quoter, proposal)]
        seen = set() if proposal.source_head is None else {proposal.source_head}
        for token in candidates:
            if token.head not in seen and token not in seen and self._is_medium(token):
                seen.add(token)
                yield self.source(token)

    def _is_medium(self, token: Token) -> bool:
        if token.dep_ == "dobj" and token.head.lemma_ in self.lexicon.cues.relay_verbs:
            return False
        return token.pos_ in ("NOUN", "PROPN") and self._kind(token) in (SourceKind.OUTLET, SourceKind.WIRE)

    def _authorities(self, verb: Token) -> Iterator[Source]:
        """Yield whom the speaker cites: "CNN reported, citing two officials"."""
        for clause in children(verb, "advcl", "prep", "acl", "xcomp"):
            if clause.lemma_ in self.lexicon.cues.relay_verbs and clause.tag_ == "VBG":
                cited = next(children(clause, "dobj"), None)
                if cited is not None:
                    yield from self._speaker(cited)

    def source(self, head: Token) -> Source:
        """Return one hop from the noun phrase under a head."""
        entity = self._entity(head)
        actor = self.actors.resolve(head)
        return Source(
            name=self._name(head, entity),
            span=source_span(
                head,
                self.annotated.article.text,
                without=[t for t in head.subtree if t.dep_ == "case" and t.head == head],
            ),
            kind=self._kind(head),
            anonymous=is_anonymous(head, self.lexicon.kinds, named=entity is not None),
            title=self._title(head, entity) or actor.title,
            actor=actor if is_political(actor) else None,
        )

    def _kind(self, head: Token) -> SourceKind:
        """Return the kind of a source; what an earlier naming told of a person holds for "he" and the bare surname."""
        entity = self._entity(head)
        kind = kind_of(head, self.lexicon.kinds, actor=self.actors.resolve(head), entity=entity)
        if kind is not SourceKind.PERSON or entity is None:
            return kind
        namings = (self.annotated.doc[m.head] for m in entity.mentions if m.reason != "pronoun")
        told = (kind_of(h, self.lexicon.kinds, actor=self.actors.resolve(h), entity=entity) for h in namings)
        return next((other for other in told if other is not SourceKind.PERSON), kind)

    def _title(self, head: Token, entity: Entity | None) -> str | None:
        """Return the title at this naming, else at the earliest that gives one."""
        text = self.annotated.article.text
        if entity is None or entity.label != "PERSON":
            return title_of(head, entity, text)
        namings = (self.annotated.doc[m.head] for m in entity.mentions if m.reason != "pronoun")
        return next((title for h in (head, *namings) if (title := title_of(h, entity, text)) is not None), None)

    def _entity(self, head: Token) -> Entity | None:
        """Return the entity that a phrase names, itself or by the name in apposition: "his deputy, Anna Ruiz"."""
        entity = self.annotated.entity_at(head)
        if entity is not None or head.pos_ == "PROPN":
            return entity
        named = (self.annotated.entity_at(c) for c in children(head, "appos") if c.pos_ == "PROPN")
        return next((e for e in named if e is not None and e.label == "PERSON"), None)

    def _name(self, head: Token, entity: Entity | None) -> str:
        if entity is not None and entity.label == "PERSON":
            return entity.name
        medium = self.lexicon.kinds.medium_at(head)
        if medium is not None:
            return medium.name
        if entity is not None and head.pos_ == "PRON":
            return entity.name
        if len(conjuncts(head)) > 1:
            return _words([t for c in conjuncts(head) for t in phrase_tokens(c)], self.annotated.article.text)
        return _words(phrase_tokens(head), self.annotated.article.text)


def unnamed_source() -> Source:
    """Return the source of words that the text gives to nobody: "reportedly", "it is said"."""
    return Source(name=UNNAMED, kind=SourceKind.UNNAMED, anonymous=True)


def antecedent(head: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the head itself."""
    if head.lower_ not in RELATIVE:
        return head
    clause = head.head
    while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head != clause:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else head


def issuer_of(document: Token) -> Token | None:
    """Return who issued a paper: its owner, or the noun after "by" and "from"."""
    owner = next(children(document, "poss"), None)
    if owner is not None:
        return owner
    links = [c for c in document.children if c.lower_ in ISSUING]
    links += [by for clause in children(document, "acl") for by in children(clause, "agent")]
    return next((obj for link in links for obj in children(link, "pobj")), None)


def title_of(head: Token, entity: Entity | None, text: str) -> str | None:
    """Return what is said of a named person in apposition: "director of the institute"."""
    if entity is None or entity.label != "PERSON":
        return None
    if head.pos_ != "PROPN" and head.pos_ != "PRON":
        return _words(phrase_tokens(head), text)
    for apposition in children(head, "appos"):
        if apposition.pos_ == "NOUN" or apposition.tag_ == "NN":
            return _words([t for t in apposition.subtree if not _is_aside(t, apposition)], text)
    return None


def _is_aside(token: Token, apposition: Token) -> bool:
    """Tell whether a token stands in a clause about the title and not in the title."""
    while token != apposition:
        if token.dep_ in ("relcl", "advcl", "appos", "parataxis"):
            return True
        token = token.head
    return False


def _words(tokens: list[Token] | tuple[Token, ...], text: str) -> str:
    """Return the words of a phrase without a leading article and without a possessive ending."""
    kept = sorted((t for t in tokens if not t.is_space), key=lambda t: t.i)
    while len(kept) > 1 and kept[0].lower_ in ("a", "an", "the"):
        kept = kept[1:]
    while len(kept) > 1 and (kept[-1].is_punct or kept[-1].dep_ == "case"):
        kept = kept[:-1]
    start, end = span_of(kept)
    return " ".join(text[start:end].split())


def _modifiers(owner: Token, proposal: Proposal) -> Iterator[Token]:
    """Yield the nouns among what hangs on a cue, without its content and its source."""
    for child in owner.children:
        if child.dep_ in MEDIUM_LINKS and not proposal.covers(child.idx) and child != proposal.source_head:
            yield from _below(child, proposal)


def _below(token: Token, proposal: Proposal) -> Iterator[Token]:
    if token == proposal.cue_head:
        return
    yield token
    for child in token.children:
        if child.dep_ in MEDIUM_LINKS and not proposal.covers(child.idx):
            yield from _below(child, proposal)
