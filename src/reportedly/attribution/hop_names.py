"""How a source is called: by its full name, or with whom it speaks."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from reportedly.attribution.kind_words import SourceKinds
from reportedly.attribution.source_words import name_tokens, words_of
from reportedly.language.annotated import AnnotatedText, Entity
from reportedly.language.given_names import is_given
from reportedly.language.phrases import children, conjuncts

#: Labels of entities whose full name stands for every shorter one.
BODIES = frozenset({"ORG"})


def full_name(entity: Entity, annotated: AnnotatedText) -> str:
    """Return a body's name with what the mentions cut off: "the Diocese *of Awka*"."""
    if entity.label not in BODIES:
        return entity.name
    heads = (annotated.doc[m.head] for m in entity.mentions)
    named = (words_of(name_tokens(t), annotated.article.text) for t in heads if t.pos_ == "PROPN")
    return next((name for name in named if name.startswith(f"{entity.name} ")), entity.name)


def together(head: Token, annotated: AnnotatedText) -> list[Token]:
    """Return who speaks with one voice: "Russia and China", nobody from the other side of a quotation mark."""
    here = annotated.quotation_at(head.idx)
    proper = head.pos_ == "PROPN"  # no "statement" among "In a joint statement, Peru and Chile said"
    joined = (c for c in conjuncts(head) if c.i >= head.i or not proper or c.pos_ == "PROPN")
    # "In a post on X, Peru and Chile said": no X among them.
    joined = (c for c in joined if c.i >= head.i or c.dep_ != "pobj" or c.nbor(1).text != ",")
    return [c for c in joined if annotated.quotation_at(c.idx) == here]


def is_short_for(head: Token, entity: Entity) -> bool:
    """Tell whether a body's full name says more than the words here: "the Front" of the Front for Dignity."""
    if entity.label not in BODIES or len(conjuncts(head)) > 1:
        return False
    proper = any(head.doc[m.head].pos_ == "PROPN" for m in entity.mentions)
    return proper and entity.name[:1].isupper()


def is_called(head: Token, kinds: SourceKinds) -> bool:
    """Tell a person by the calling before the name, whatever label it has: "*Magistrate* Oyinkan Bello"."""
    return any(True for _ in _callings(head, kinds))


def without_calling(tokens: Iterable[Token], head: Token, kinds: SourceKinds) -> Iterator[Token]:
    """Yield the words of a name without the calling before it; a given name tells it from "General Motors"."""
    called = max((t.i for t in _callings(head, kinds) if is_given(t.nbor(1).text)), default=-1)
    return (t for t in tokens if t.i > called)


def _callings(head: Token, kinds: SourceKinds) -> Iterator[Token]:
    """Yield the callings that open a name of which two words are left, should it name no body."""
    if head.pos_ != "PROPN" or kinds.noun_of(head) is not None:
        return
    for word in [c for c in children(head, "compound") if c.i < head.i][:-1]:
        entry = kinds.nouns.get(word.lower_)
        if entry is not None and entry.human and word.is_title and word.tag_ not in ("NNS", "NNPS"):
            yield word
