"""Which entity a source's noun phrase names: itself, beside it, or behind it."""

from spacy.tokens import Token

from reportedly.attribution.kind_words import SourceKinds
from reportedly.attribution.source_words import appositions
from reportedly.language.annotated import AnnotatedText, Entity
from reportedly.language.phrases import children
from reportedly.language.word_groups import words_of
from reportedly.records import SourceKind

#: Kinds of bodies that are described and then named.
DESCRIBED = frozenset({SourceKind.ORGANISATION, SourceKind.SOCIAL, SourceKind.OUTLET})


def entity_of(head: Token, annotated: AnnotatedText, kinds: SourceKinds) -> Entity | None:
    """Return the entity that a phrase names, itself or by the name in apposition: "his deputy, Anna Ruiz"."""
    entity = body_beside(head, annotated, kinds) or _named_at(head, annotated) or _behind_hyphen(head, annotated)
    calling = kinds.noun_of(head)
    # "The *Bishop* of Maralal, Peter Lekai": a calling with a capital is no name.
    if head.pos_ == "PROPN" and (calling is None or not calling.human):
        return entity
    if entity is not None and (head.pos_ != "PROPN" or annotated.doc[entity.mentions[0].head] != head):
        return entity
    named = (annotated.entity_at(c) for c in appositions(head) if c.pos_ == "PROPN")
    return next((e for e in named if e is not None and e.label == "PERSON"), entity)


def _named_at(head: Token, annotated: AnnotatedText) -> Entity | None:
    """Return the entity at a word, unless that is tied to a name which only stands before it.

    "… near Batken, *the press service* said": the mentions take what speaks for what is told of the place; and
    "the supplier" takes up no network on which somebody posted.
    """
    entity = annotated.entity_at(head)
    if entity is None or head.pos_ != "NOUN":
        return entity
    beside = head.dep_ == "appos" and head.head.dep_ == "pobj" and entity.label != "PERSON"
    network = entity.name.lower() in words_of("social networks")
    return None if beside or network else entity


def _behind_hyphen(head: Token, annotated: AnnotatedText) -> Entity | None:
    """Return whom "the vice-*chancellor*, Tanimu Bala" names, where the parser hung the name on the hyphen."""
    hyphen = head.nbor(-1) if head.i > 0 and head.nbor(-1).text == "-" else None
    return None if hyphen is None else annotated.entity_at(hyphen)


def body_beside(head: Token, annotated: AnnotatedText, kinds: SourceKinds) -> Entity | None:
    """Return the body that is named behind its description: "Norway's biggest lender, *Fjordbanken*"."""
    entry = kinds.noun_of(head) if head.pos_ == "NOUN" else None
    described = entry is not None and entry.kind in DESCRIBED
    if not (described or head.lower_ == "one"):
        return None
    named = (annotated.entity_at(c) for c in children(head, "appos") if c.pos_ == "PROPN" and c.i > head.i)
    human = entry is not None and entry.human
    return next((e for e in named if e is not None and (e.label == "ORG" or not human)), None)
