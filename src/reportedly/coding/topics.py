"""The topic of an event: what is asked, refused, threatened, protested about. It is no event of its own."""

from collections import deque
from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.coding.people import Filler, People
from reportedly.language.clauses import tells_what_was
from reportedly.language.phrases import children, conjuncts
from reportedly.language.word_groups import words_of

#: What hangs on an asking, refusing or protesting word by these labels is its topic.
TOPIC_LABELS = ("xcomp", "ccomp", "pcomp", "dobj", "obj", "prep", "dative", "oprd", "acl", "nsubjpass", "relcl")
#: Prepositions that lead to where something is.
WHERE = frozenset({"in", "at", "near", "outside", "inside", "around", "across"})
#: What a light verb may carry of its noun's topic: "made a plea *for* aid", "issued a demand *to* leave".
SUPPORT_LABELS = ("prep", "xcomp", "ccomp")


def topic_roots(trigger: Token, *, anchor: Token) -> Iterator[Token]:
    """Yield the heads of what hangs on a trigger, and on the light verb over it, as its topic."""
    yield from children(trigger, *TOPIC_LABELS)
    # A purpose is topic too: "marched to demand", "sought arms to attack".
    yield from (clause for clause in children(trigger, "advcl") if any(t.tag_ == "TO" for t in children(clause, "aux")))
    if anchor != trigger:
        yield from children(anchor, *SUPPORT_LABELS)


def topic_words(trigger: Token, *, anchor: Token) -> frozenset[int]:
    """Return the indices of all tokens of the topic."""
    inside = {t for root in topic_roots(trigger, anchor=anchor) for t in root.subtree}
    told = (clause for clause in inside if tells_what_was(clause))
    return frozenset(t.i for t in inside) - frozenset(t.i for clause in told for t in clause.subtree)


def topic_parties(trigger: Token, *, anchor: Token, people: People, actors: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Return the party that the topic names, the nearest to the trigger: "rejected a *Senegalese* peace plan".

    Whoever acts, whose country is theirs, and who has none, is not meant. Where something is to be ("a curfew
    in *Algiers*") comes only after whoever is named otherwise.
    """
    named = [t for t in _nearest_first(trigger, anchor=anchor) if t.pos_ in ("NOUN", "PROPN", "ADJ")]
    parties = (_others(token, people=people, actors=actors) for token in sorted(named, key=_is_where))
    return next((found for found in parties if found), ())


def _others(token: Token, *, people: People, actors: tuple[Filler, ...]) -> tuple[Filler, ...]:
    own = {f.actor.name for f in actors}
    homes = {f.actor.country for f in actors}
    fillers = (f for t in conjuncts(token) for f in people.itself(t) if f.actor.country is not None)
    return tuple(f for f in fillers if f.actor.country not in homes and f.actor.name not in own)


def _is_where(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in WHERE


def _nearest_first(trigger: Token, *, anchor: Token) -> Iterator[Token]:
    """Walk the topic breadth first: fewer steps down the tree before more, then in reading order.

    Who mediates is no party: "a truce *brokered by Qatar*".
    """
    queue = deque(topic_roots(trigger, anchor=anchor))
    while queue:
        token = queue.popleft()
        if token.dep_ in ("acl", "amod", "relcl") and token.lemma_.lower() in words_of("mediating"):
            continue
        yield token
        queue.extend(token.children)
