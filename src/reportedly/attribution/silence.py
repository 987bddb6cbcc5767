"""Sayings that did not take place: "has not commented", "declined to say", "stopped short of", "nobody said"."""

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.attribution.lexicon import AttributionLexicon
from reportedly.attribution.proposals import Proposal
from reportedly.language.lemmas import lemma_of
from reportedly.language.phrases import children
from reportedly.language.word_groups import words_of

#: A bound on the way up from a cue to the verb that withholds it.
STEPS = 3


def is_negated(cue: Token, lexicon: AttributionLexicon) -> bool:
    """Tell whether a saying is denied, by "not" or by the verb above it."""
    return any(children(cue, "neg")) or any(True for _ in withholding(cue, lexicon)) or says_neither(cue, lexicon)


def withholding(cue: Token, lexicon: AttributionLexicon) -> Iterator[Token]:
    """Yield the words above a cue by which the saying is withheld, nearest first: "*declined* to say"."""
    node = cue
    for _ in range(STEPS):
        if node.dep_ not in ("xcomp", "pcomp", "prep", "advcl") or node.head == node:
            return
        node = node.head
        if lemma_of(node) in lexicon.cues.withholding:
            yield node
            return


def says_neither(cue: Token, lexicon: AttributionLexicon) -> bool:
    """Tell "neither confirmed nor denied", "declined to confirm or deny", whichever of the two verbs is the cue."""
    first = cue.head if cue.dep_ == "conj" else cue
    if any(c.lower_ == "neither" for c in first.children):
        return True
    joined = first != cue and not any(children(cue, "nsubj"))
    return joined and any(True for _ in withholding(first, lexicon))


def nobody_says(proposal: Proposal) -> bool:
    """Tell whether the source is nobody: "no one said", "neither the club nor the player denied"."""
    head = proposal.source_head
    if head is None:
        return False
    deniers = (head, *children(head, "det", "preconj", "cc"))
    return (
        any(t.lower_ in words_of("nobody") for t in deniers)
        or head.doc[head.left_edge.i : head.i + 1].text.lower() == "no one"
    )
