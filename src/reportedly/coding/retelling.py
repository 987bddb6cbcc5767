"""Which proposals tell the same act, as the grammar shows it: "a *strike killed* nine", "*ambushed* … the *ambush*"."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from spacy.tokens import Token

from reportedly.coding.merging import party_key
from reportedly.coding.people import Filler
from reportedly.coding.proposals import Proposal
from reportedly.language.arguments import is_passive, prepositional
from reportedly.language.phrases import children

#: The places of two proposals in reading order, the earlier first.
Tie: TypeAlias = tuple[int, int]
#: Prepositions that lead from what somebody suffered to the act: "died *in* the raid".
THROUGH = frozenset({"in", "during", "by", "for", "with"})
#: Words that open the clause of the act behind what somebody suffered: "nine were killed *when* gunmen attacked".
OPENING = frozenset({"when", "as", "after"})
#: How far back "the ambush" may point, in events: what lies further back is another one as often as not.
REACH = 12


def ties(proposals: Sequence[Proposal]) -> Iterator[Tie]:
    """Yield the pairs of proposals of one type that tell one act.

    1. The one's noun is the subject of the other's verb, or stands behind it: "a raid killed nine", "died in a raid".
    2. The later one points back with a definite noun of the earlier one's word: "ambushed … the ambush".
    3. The one says in a clause of time how those came to harm of whom the other tells: "nine were *killed* when
       gunmen *stormed* a post".
    4. One names none of its parties, and nobody but them: "attacked a camp … *six were killed*". Such an echo may come
       first in its own sentence: "*six died* when gunmen attacked a camp".
    """
    ahead: dict[int, int] = {}
    for later, proposal in enumerate(proposals):
        earlier = ((i, proposals[i]) for i in range(later - 1, -1, -1) if proposals[i].type is proposal.type)
        index = next((i for i, other in islice(earlier, REACH) if _is_one_act(proposal, other)), None)
        if index is None and proposal.is_echo:
            after = next((i for i, other in _after(proposals, later) if _is_one_act(proposal, other)), None)
            if after is not None:
                ahead.setdefault(after, later)
        elif index is not None:
            ahead.pop(later, None)
            yield index, later
    yield from ((echo, told) for told, echo in ahead.items())


def _after(proposals: Sequence[Proposal], index: int) -> Iterator[tuple[int, Proposal]]:
    """Yield what comes behind a proposal in its sentence and is of its type."""
    here = proposals[index]
    for later in range(index + 1, len(proposals)):
        if proposals[later].trigger.sent.start != here.trigger.sent.start:
            return
        if proposals[later].type is here.type:
            yield later, proposals[later]


def without_idle_echoes(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Leave out echoes of nothing, and those that only stand beside a verb: "killed in *the raid*"."""
    tied = {index for pair in ties(proposals) for index in pair}
    return tuple(
        p for index, p in enumerate(proposals)
        if not p.is_echo or (index in tied and not any(_is_told_by(other, p) for other in proposals))
    )  # fmt: skip


def _is_one_act(proposal: Proposal, other: Proposal) -> bool:
    # An echo names nothing of its own: two acts that share one would become one act.
    if other.is_echo or (proposal.mode and other.mode and proposal.mode != other.mode):
        return False
    if _is_one_clause(proposal, other) or _is_one_clause(other, proposal) or _points_back(proposal, other):
        return True
    if _befell(proposal, other) or _befell(other, proposal):
        return True
    return proposal.is_echo and _names_nobody_else(proposal, other)


def _befell(suffered: Proposal, told: Proposal) -> bool:
    """Tell what others than its doers came to by an act: "attacked a post, *killing* nine", "were *killed* when …"."""
    verb = suffered.trigger
    if _is_upshot(verb, told.trigger):
        return not suffered.roles.actors and _names_nobody_else(suffered, told)
    if not is_passive(verb) or suffered.roles.actors or not told.roles.actors:
        return False
    clause = next((t for t in (told.trigger, *told.trigger.ancestors) if t.head == verb and t.dep_ == "advcl"), None)
    if clause is None or not any(t.lower_ in OPENING for t in children(clause, "advmod", "mark")):
        return False
    return not _names(suffered.roles.recipients) & _names(told.roles.actors) and _names_nobody_else(suffered, told)


def _is_upshot(verb: Token, deed: Token) -> bool:
    """Tell what a comma and a participle behind a deed say came of it, whatever the parser hangs the participle on."""
    if verb.tag_ != "VBG" or verb.sent.start != deed.sent.start or deed.i > verb.i or any(children(verb, "nsubj")):
        return False
    return verb.dep_ in ("advcl", "acl", "conj") and (verb.head == deed or verb.nbor(-1).text == ",")


def _names_nobody_else(echo: Proposal, told: Proposal) -> bool:
    """Tell whether an echo's doers are those told of, and its victims of no other country: some of a convoy's men."""
    named, known = _names(echo.roles.actors), _names(told.roles.actors)
    theirs, ours = _countries(echo.roles.recipients), _countries(told.roles.recipients)
    if theirs & _countries(told.roles.actors) and not theirs & ours:
        return False  # What hits the side that struck before is another blow.
    sides = _sides(echo.roles.recipients)
    if sides & _sides(told.roles.actors) and not sides & _sides(told.roles.recipients):
        return False  # So is what police suffer after police have fired.
    return (not named or bool(named & known)) and (not theirs or not ours or bool(theirs & ours))


def _names(fillers: tuple[Filler, ...]) -> set[str]:
    return {party_key(filler.actor) for filler in fillers if filler.political}


def _countries(fillers: tuple[Filler, ...]) -> set[str]:
    return {filler.actor.country for filler in fillers if filler.actor.country is not None}


def _sides(fillers: tuple[Filler, ...]) -> set[tuple[str | None, str]]:
    return {(filler.actor.country, filler.actor.sectors[0]) for filler in fillers if filler.actor.sectors}


def _is_told_by(verb: Proposal, noun: Proposal) -> bool:
    """Tell a noun that hangs on the verb or its object: "claimed responsibility for *the ambush*"."""
    if verb.type is not noun.type or verb.trigger.pos_ != "VERB" or noun.trigger.pos_ != "NOUN":
        return False
    holders = (verb.trigger, *children(verb.trigger, "dobj"))
    behind = (head for holder in holders for head in prepositional(holder, THROUGH))
    return noun.trigger in (*children(verb.trigger, "nsubj"), *behind)


def _is_one_clause(verb: Proposal, noun: Proposal) -> bool:
    if verb.trigger.pos_ != "VERB" or noun.trigger.pos_ != "NOUN":
        return False
    return noun.trigger in (*children(verb.trigger, "nsubj"), *prepositional(verb.trigger, THROUGH))


def _points_back(later: Proposal, earlier: Proposal) -> bool:
    trigger = later.trigger
    behind = [noun for holder in (trigger, *children(trigger, "dobj")) for noun in prepositional(holder, THROUGH)]
    behind += children(trigger, "nsubj")
    # "… killed 26 tourists, *the worst attack* on civilians in years": a judgement of what was just told.
    judged = trigger.dep_ in ("appos", "npadvmod", "dobj") and any(t.tag_ == "JJS" for t in children(trigger, "amod"))
    if judged and trigger.sent.start == earlier.trigger.sent.start and trigger.left_edge.nbor(-1).text == ",":
        return True
    told = {_stem(word) for word in earlier.candidate.words}
    return any(_is_definite(noun) and _stem(noun) in told for noun in (trigger, *behind))


def _is_definite(noun: Token) -> bool:
    """Tell "the ambush", which was told before, from "an ambush"; "the ambush *of* nine men" may be told first here."""
    definite = any({"Def", "Dem"} & {*det.morph.get("Definite", []), *det.morph.get("PronType", [])}
                   for det in children(noun, "det"))  # fmt: skip
    return noun.pos_ == "NOUN" and definite and not any(children(noun, "prep", "relcl", "acl"))


def _stem(word: Token) -> str:
    return word.lemma_.lower().removesuffix("ing")
