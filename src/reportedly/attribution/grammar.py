"""Proposes attributions from the dependency parse: the grammar's way to source, cue and content."""

from collections.abc import Iterator

from reportedly.attribution.lexicon import AttributionLexicon
from reportedly.attribution.markers import propose_adjective, propose_adverb, propose_noun, propose_preposition
from reportedly.attribution.proposals import Proposal
from reportedly.attribution.quoting import hand_out_quotations
from reportedly.attribution.verbs import propose_verb
from reportedly.language.annotated import AnnotatedText

#: Tried in this order at every word; the first that finds an attribution there wins.
RULES = (propose_preposition, propose_verb, propose_adverb, propose_noun, propose_adjective)

#: Who speaks inside somebody's own quotation is that somebody, and whom he addresses says nothing.
FILLERS = frozenset({"i", "we", "you"})


def propose(annotated: AnnotatedText, *, lexicon: AttributionLexicon) -> tuple[Proposal, ...]:
    """Return every attribution that the grammar finds, in reading order.

    Args:
        annotated: The text with its parse and quotations.
        lexicon: The cues.
    """
    found = [p for p in _candidates(annotated, lexicon) if not _is_filler(p, annotated)]
    return tuple(sorted(hand_out_quotations(found, annotated), key=lambda p: (p.start, p.cue_head.i)))


def _candidates(annotated: AnnotatedText, lexicon: AttributionLexicon) -> Iterator[Proposal]:
    for token in annotated.doc:
        proposal = next((p for rule in RULES if (p := rule(token, annotated, lexicon=lexicon))), None)
        if proposal is not None:
            yield proposal


def _is_filler(proposal: Proposal, annotated: AnnotatedText) -> bool:
    """Tell "I think" and "you know" inside a quotation: they add nobody to the chain and nothing to the claim."""
    head = proposal.source_head
    if head is None or head.lower_ not in FILLERS:
        return False
    return annotated.quotation_at(proposal.cue_head.idx) is not None
