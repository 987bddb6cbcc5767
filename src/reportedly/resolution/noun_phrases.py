"""The parts of a noun phrase that describe its head: words before it, possessor, of-phrase, place, apposition."""

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.language.phrases import hanging
from reportedly.language.word_groups import words_of

#: What stands before a noun and describes it; articles and possessors do not.
BEFORE = frozenset({"amod", "compound", "nmod", "nummod", "advmod", "npadvmod"})


def modifiers(head: Token) -> tuple[Token, ...]:
    """Return the describing words before a head, in reading order, without those of its possessor."""
    return tuple(sorted(_before(head), key=lambda token: token.i))


def _before(head: Token) -> Iterator[Token]:
    for label, child in hanging(head.doc)[head.i]:
        if child.i < head.i and (label in BEFORE or label == "appos"):
            yield child
            yield from _before(child)
            yield from (t for c in child.rights if c.dep_ == "conj" and c.i < head.i for t in (c, *_before(c)))


def shared_descriptions(head: Token) -> tuple[Token, ...]:
    """Return coordinated describing words before a head: "Chilean" and "Peruvian" in "Chilean and Peruvian envoys"."""
    for child in head.lefts:
        if child.dep_ in BEFORE:
            others = [c for c in child.conjuncts if c.i < head.i]
            if others:
                # Of "Saudi, Turkish and Chinese" the parser joins the last two alone.
                listed = [c for c in head.lefts if c.dep_ in BEFORE and c.i < child.i and c.nbor(1).text == ","]
                return tuple(sorted((*listed, child, *others), key=lambda token: token.i))
    return ()


def shared_possessors(head: Token) -> tuple[Token, ...]:
    """Return whom several belong to: "Chile" and "Peru" in "envoys of Chile and Peru", "guards from Chile and Peru"."""
    plural = "Plur" in head.morph.get("Number", [])
    inner = next(_objects(head, words_of("shared by several")), None) if plural else None
    return () if inner is None or not inner.conjuncts else tuple(sorted((inner, *inner.conjuncts), key=lambda t: t.i))


def possessor(head: Token) -> Token | None:
    """Return the head of the possessor: "Chile" in "Chile's navy" and in "Chile's President Arana"."""
    own = (c for c in head.lefts if c.dep_ == "poss")
    of_title = (
        c for title in head.lefts if title.dep_ in {"compound", "nmod"} for c in title.lefts if c.dep_ == "poss"
    )
    return next(own, None) or next(of_title, None)


def of_object(head: Token) -> Token | None:
    """Return the head of the of-phrase: "navy" in "head of the navy"."""
    return next(_objects(head, frozenset({"of"})), None)


def spoken_for(head: Token) -> Token | None:
    """Return the head of the for-phrase: "government" in "a spokeswoman for the Hungarian government"."""
    return next(_objects(head, frozenset({"for"})), None)


def place_objects(head: Token) -> Iterator[Token]:
    """Yield the heads of the phrases that say where the head lives or sits."""
    return _objects(head, words_of("placing prepositions"))


def _objects(head: Token, words: frozenset[str]) -> Iterator[Token]:
    for prep in head.rights:
        if prep.dep_ == "prep" and prep.lower_ in words:
            yield from (c for c in prep.rights if c.dep_ == "pobj")
        elif prep.dep_ == "acl" and prep.lower_ in words_of("placing participles"):
            yield from _objects(prep, words)


def appositions(head: Token) -> tuple[Token, ...]:
    """Return the heads that stand in apposition behind a head: "director" in "Monroy, director of the institute,"."""
    return tuple(c for c in head.rights if c.dep_ == "appos")


def antecedent(token: Token) -> Token:
    """Return whom a relative pronoun stands for: "who" in "the soldiers who fled".

    Any other token stands for itself.
    """
    if token.tag_ not in {"WDT", "WP", "WP$"}:
        return token
    clause = next((t for t in (token, *token.ancestors) if t.dep_ == "relcl"), None)
    return token if clause is None else clause.head
