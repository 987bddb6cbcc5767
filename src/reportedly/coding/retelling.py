"""Which proposals tell the same act, as the grammar shows it: "a *strike killed* nine", "*ambushed* … the *ambush*"."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from spacy.tokens import Token

from reportedly.coding.proposals import Proposal
from reportedly.language.arguments import prepositional
from reportedly.language.phrases import children

#: The places of two proposals in reading order, the earlier first.
Tie: TypeAlias = tuple[int, int]
#: Prepositions that lead from what somebody suffered to the act: "died *in* the raid".
THROUGH = frozenset({"in", "during", "by", "for", "with"})
#: How far back "the ambush" may point, in events: what lies further back is another one as often as not.
REACH = 12


def ties(proposals: Sequence[Proposal]) -> Iterator[Tie]:
    """Yield the pairs of proposals of one type that tell one act.

    1. The one's noun is the subject of the other's verb, or stands behind it: "a raid killed nine", "died in a raid".
    2. The later one points back with a definite noun of the earlier one's word: "ambushed … the ambush".
    """
    for later, proposal in enumerate(proposals):
        earlier = ((i, proposals[i]) for i in range(later - 1, -1, -1) if proposals[i].type is proposal.type)
        for index, other in islice(earlier, REACH):
            if _is_one_clause(proposal, other) or _is_one_clause(other, proposal) or _points_back(proposal, other):
                yield index, later
                break


def _is_one_clause(verb: Proposal, noun: Proposal) -> bool:
    if verb.trigger.pos_ != "VERB" or noun.trigger.pos_ != "NOUN":
        return False
    return noun.trigger in (*children(verb.trigger, "nsubj"), *prepositional(verb.trigger, THROUGH))


def _points_back(later: Proposal, earlier: Proposal) -> bool:
    trigger = later.trigger
    behind = (noun for holder in (trigger, *children(trigger, "dobj")) for noun in prepositional(holder, THROUGH))
    told = {_stem(word) for word in earlier.candidate.words}
    return any(_is_definite(noun) and _stem(noun) in told for noun in (trigger, *behind))


def _is_definite(noun: Token) -> bool:
    """Tell "the ambush", which was told before, from "an ambush"; "the ambush *of* nine men" may be told first here."""
    definite = any({"Def", "Dem"} & {*det.morph.get("Definite", []), *det.morph.get("PronType", [])}
                   for det in children(noun, "det"))  # fmt: skip
    return noun.pos_ == "NOUN" and definite and not any(children(noun, "prep", "relcl", "acl"))


def _stem(word: Token) -> str:
    return word.lemma_.lower().removesuffix("ing")
