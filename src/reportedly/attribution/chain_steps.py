"""Steps over the parse between a cue and the hops around it: relative pronouns, who quotes, what hangs on a cue."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from reportedly.attribution.proposals import Proposal
from reportedly.attribution.source_words import words_of
from reportedly.attribution.subjects import source_of
from reportedly.language.phrases import children
from reportedly.records import Source

#: What hangs on the cue and may name a medium that passes the words on.
MEDIUM_LINKS = frozenset(
    {"dobj", "dative", "prep", "agent", "pobj", "acl", "relcl", "compound", "poss", "appos", "pcomp"}
)
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def inside(head: Token, proposal: Proposal) -> Token:
    """Return the head of a source, or its last noun where the parser hung the source on a word outside it."""
    if proposal.source is None or proposal.source[0] <= head.idx < proposal.source[1]:
        return head
    span = head.doc.char_span(*proposal.source, alignment_mode="contract")
    return next((t for t in reversed(span or ()) if t.pos_ in ("NOUN", "PROPN", "PRON")), head)


def as_written(source: Source, head: Token, proposal: Proposal) -> Source:
    """Give a source the words that the parser hung on its verb, as on a plural: "*a local* paper reports"."""
    verb = proposal.cue_head
    misread = head.dep_ == "compound" and head.head == verb and verb.tag_ == "NNS"
    if not misread or source.span is None or proposal.source is None:
        return source
    owners = {t for owner in children(verb, "poss") for t in owner.subtree}
    told = [t for t in head.doc[verb.left_edge.i : head.i + 1] if t not in owners and t.idx >= proposal.source[0]]
    name = words_of(told, head.doc.text)
    if not name.endswith(source.name):
        return source
    return replace(source, name=name, anonymous=source.anonymous or told[0].lower_ in ("a", "an"))


def has_capital(name: Token) -> bool:
    """Tell a title by its article: "intimated to *The* Point"."""
    return any(c.text == "The" for c in children(name, "det"))


def opens_relative(link: Token) -> bool:
    """Tell the preposition of "a video *in which* a hostage says"."""
    return any(noun.lower_ == "which" for noun in children(link, "pobj"))


def is_own_voice(noun: Token) -> bool:
    """Tell "seen by this newspaper": the publisher itself, which stands at the head of every chain."""
    return any(c.lower_ == "this" for c in children(noun, "det"))


def quoting_verb(verb: Token) -> Token | None:
    """Return the verb that quotes another's saying: "*quoted* the envoy as saying"."""
    return verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else None


def quoters(quoter: Token) -> Iterator[Token]:
    """Yield who quotes: the subject, or the object of "by" in the passive; "I" and nobody are left out."""
    source = source_of(quoter)
    head = None if source is None else antecedent(source)
    if head is not None and head.lower_ not in FIRST_PERSON:
        yield head


def antecedent(head: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the head itself."""
    if head.lower_ not in RELATIVE or head.pos_ == "PROPN":  # the WHO
        return head
    clause = head.head
    while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head != clause:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else head


def modifiers(owner: Token, proposal: Proposal) -> Iterator[Token]:
    """Yield the nouns among what hangs on a cue, without its content and its source."""
    for child in owner.children:
        if child.dep_ in MEDIUM_LINKS:
            yield from _below(child, proposal)


def _below(token: Token, proposal: Proposal) -> Iterator[Token]:
    if token in (proposal.cue_head, proposal.source_head) or proposal.covers(token.idx):
        return
    yield token
    for child in token.children:
        if child.dep_ in MEDIUM_LINKS:
            yield from _below(child, proposal)
