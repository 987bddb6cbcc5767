"""Who speaks of himself: a source that denies a charge, or tells what it did or had done to it."""

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.attribution.proposals import Proposal
from reportedly.language.annotated import AnnotatedText
from reportedly.records import Act, SourceKind

#: Who has a stake as a body or an office; a resident who says "they fled" is a witness.
STAKEHOLDERS = frozenset({SourceKind.OFFICIAL, SourceKind.ORGANISATION})
PERSONAL = frozenset({"he", "she", "him", "her", "his"})
COMMON = frozenset({"it", "they", "them", "its", "their"})
#: What hangs on a verb as its doer, its sufferer or as whose either is.
ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative"})


def speaks_of_itself(proposal: Proposal, kind: SourceKind, annotated: AnnotatedText) -> bool:
    """Tell whether a source is a party to what it says.

    Args:
        proposal: What is said, and the head of who says it.
        kind: The kind of that source.
        annotated: The text.
    """
    head = proposal.source_head
    if head is None:
        return False
    named = any(_stands_for(token, head, annotated) for token in _pronouns(proposal))
    if kind in STAKEHOLDERS:
        return named or proposal.cue.act is Act.DENY
    return named and proposal.cue.act is Act.DENY


def _pronouns(proposal: Proposal) -> Iterator[Token]:
    doc = proposal.cue_head.doc
    for start, end in proposal.content:
        span = doc.char_span(start, end, alignment_mode="expand")
        yield from (t for t in span or () if t.lower_ in PERSONAL | COMMON and t.dep_ in ROLES)


def _stands_for(pronoun: Token, source: Token, annotated: AnnotatedText) -> bool:
    """Tell whether a pronoun is the source: by its entity, else by its number where nothing else is known."""
    entity = annotated.entity_at(pronoun)
    if entity is not None:
        return entity is annotated.entity_at(source) or entity is annotated.entity_at(_name_beside(source))
    return pronoun.lower_ in COMMON


def _name_beside(source: Token) -> Token:
    return next((c for c in source.children if c.dep_ == "appos" and c.pos_ == "PROPN"), source)
