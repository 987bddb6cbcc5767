"""Rules and habits: what a law says, what anybody may do, what is done every Tuesday. None of it has happened."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from spacy.tokens import Token

from reportedly.coding.role_words import RoleWord, words_by_role
from reportedly.language.arguments import OBJECTS
from reportedly.language.partitives import counted
from reportedly.language.phrases import children
from reportedly.language.word_groups import words_of
from reportedly.records import EventType

NormRole: TypeAlias = Literal["law", "pact", "rule", "fresh", "may", "usual", "each", "day", "state"]
#: Tags of the simple present.
PRESENT = frozenset({"VBZ", "VBP"})
#: What people of a kind are able to do, none of them did: "French presidents *can* dissolve the assembly".
ABLE = "can"


def _words(role: NormRole) -> frozenset[str]:
    return words_by_role("norms.yaml", RoleWord[NormRole])[role]


def is_norm(trigger: Token, kind: EventType) -> bool:
    """Tell whether a sentence says what a trigger's deed is by law, and not that anybody did it.

    1. A law or pact does it, or allows or demands it. 2. Somebody may do it under a law, or to anybody of a kind.
    3. A conviction only describes whom a place holds.

    Args:
        trigger: The word that names the deed.
        kind: The type of the deed.
    """
    verbs = (trigger, *trigger.ancestors)
    return (
        any(_is_of_law(verb, trigger) for verb in verbs)
        or any(_is_allowed(verb) for verb in verbs)
        or (kind is EventType.SANCTION and _describes(trigger))
    )


def is_habit(trigger: Token) -> bool:
    """Tell what is done as a habit, in the present tense: "meet every Tuesday", "usually meet", "meet on Sundays"."""
    if trigger.tag_ not in PRESENT or any(children(trigger, "aux")):
        return False
    if any(adverb.lower_ in _words("usual") for adverb in children(trigger, "advmod")):
        return True
    times = (det.lower_ for time in children(trigger, "npadvmod") for det in children(time, "det"))
    days = (noun.lower_ for prep in children(trigger, "prep") for noun in children(prep, "pobj"))
    return not _words("each").isdisjoint(times) or not _words("day").isdisjoint(days)


def _is_of_law(verb: Token, trigger: Token) -> bool:
    """Tell a verb whose subject is a law: itself the deed, in the present tense, or what allows or demands the deed."""
    opens = verb.dep_ == "relcl" and verb.tag_ in PRESENT and verb.lemma_.lower() in _words("rule")
    if opens and verb != trigger and trigger.tag_ in ("VB", "VBP") and not any(children(trigger, "mark")):
        return True  # "A pact that *lets* them send troops": they have not sent any.
    texts = [noun for noun in map(counted, children(verb, "nsubj")) if _is_text(noun, "law", "pact")]
    if not texts:
        return False
    if verb != trigger and verb.lemma_.lower() in _words("rule"):
        return True
    itself = verb == trigger or (trigger.dep_ == "conj" and trigger.head == verb)
    return itself and verb.tag_ in PRESENT and not any(map(_is_fresh, texts))


def _is_fresh(text: Token) -> bool:
    """Tell a law that is news: a "new" one, or one of which a clause tells when it came."""
    described = {word.lower_ for word in children(text, "amod", "compound")}
    return not described.isdisjoint(_words("fresh")) or any(children(text, "acl", "relcl"))


def _is_text(noun: Token, *roles: NormRole) -> bool:
    return any(noun.lemma_.lower() in _words(role) for role in roles)


def _is_allowed(verb: Token) -> bool:
    """Tell "under the statute police may …", "any state may …", "prosecutors can hold a suspect"."""
    if not any(helper.lower_ in _words("may") for helper in children(verb, "aux")):
        return False
    if any(_is_text(noun, "law") for noun in _grounds(verb)):
        return True
    doers = list(children(verb, "nsubj"))
    if any(det.lower_ == "any" for doer in doers for det in children(doer, "det")):
        return True
    if not any(doer.tag_ == "NNS" and not any(children(doer, "det", "poss", "nummod")) for doer in doers):
        return False
    able = any(helper.lower_ == ABLE for helper in children(verb, "aux"))
    dets = (det for noun in children(verb, *OBJECTS) for det in children(noun, "det"))
    return able or any(det.lower_ in words_of("anybody") for det in dets)


def _grounds(verb: Token) -> Iterator[Token]:
    preps = (prep for prep in children(verb, "prep") if prep.lower_ in words_of("grounds in law"))
    return (noun for prep in preps for noun in children(prep, "pobj"))


def _describes(participle: Token) -> bool:
    """Tell a participle that only says what sort of people a place holds: "has 1,800 men *convicted* of theft"."""
    if participle.dep_ != "acl" or participle.tag_ != "VBN":
        return False
    verb = participle.head.head
    return participle.head.dep_ in OBJECTS and verb.tag_ in PRESENT and verb.lemma_.lower() in _words("state")
