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


def propose(annotated: AnnotatedText, *, lexicon: AttributionLexicon) -> tuple[Proposal, ...]:
    """Return every attribution that the grammar finds, in reading order.

    Args:
        annotated: The text with its parse and quotations.
        lexicon: The cues.
    """
    found = list(_candidates(annotated, lexicon))
    return tuple(sorted(hand_out_quotations(found, annotated), key=lambda p: (p.start, p.cue_head.i)))


def _candidates(annotated: AnnotatedText, lexicon: AttributionLexicon) -> Iterator[Proposal]:
    for token in annotated.doc:
        proposal = next((p for rule in RULES if (p := rule(token, annotated, lexicon=lexicon))), None)
        if proposal is not None:
            yield proposal
