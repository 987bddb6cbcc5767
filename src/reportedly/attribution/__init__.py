"""Who says what, on whose authority, and how far it may be believed.

claims = find_claims(annotated, actors=view, dates=dates, quantities=quantities, lexicon=AttributionLexicon.load())
vouch(trigger, annotated=annotated, claims=claims, lexicon=lexicon, dates=dates)
"""

from reportedly.attribution.claims import claims_of, find_claims
from reportedly.attribution.combining import Combiner
from reportedly.attribution.grammar import propose
from reportedly.attribution.lexicon import AttributionLexicon
from reportedly.attribution.proposals import Proposal
from reportedly.attribution.standing import Vouch, vouch

__all__ = ["AttributionLexicon", "Combiner", "Proposal", "Vouch", "claims_of", "find_claims", "propose", "vouch"]
