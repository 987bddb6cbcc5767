"""Mishaps: harm that nobody meant. What nature, traffic, machines and illness do is no attack of anybody's."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from spacy.tokens import Token

from reportedly.coding.role_words import RoleWord, words_by_role
from reportedly.language.arguments import OBJECTS, is_passive
from reportedly.language.partitives import counted
from reportedly.language.phrases import children
from reportedly.language.word_groups import words_of

MishapRole: TypeAlias = Literal["force", "wreck", "through", "terrain", "abyss", "violence"]
#: How a clause that tells what followed hangs on what happened: "overturned, *killing* nine".
FOLLOWING = frozenset({"advcl", "conj", "acl", "relcl", "parataxis"})
#: How far up what happened is looked for; a bound, for mutated parses.
MAX_CLIMB = 4

#: What burns, and what is shot.
AMBIGUOUS = "fire"


def _words(role: MishapRole) -> frozenset[str]:
    return words_by_role("mishaps.yaml", RoleWord[MishapRole])[role]


def is_mishap(trigger: Token) -> bool:
    """Tell whether the harm that a verb tells came of a mishap.

    1. The vehicle itself hit the ground. 2. A force of nature did it, or what it followed from. 3. It followed when
    something came to grief, through a fault or the heat. Where violence is told beside it, (2) and (3) may be deeds.

    Args:
        trigger: The verb of an assault.
    """
    if trigger.pos_ != "VERB":
        return False
    deeds = tuple(_deeds(trigger))
    if any(map(_hits_ground, deeds)):
        return True
    if any(word.pos_ != "VERB" and word.lemma_.lower() in _words("violence") for word in trigger.sent):
        return False
    return any(_comes_to_grief(deed) or any(map(_is_force, _doers(deed))) for deed in deeds)


def _hits_ground(verb: Token) -> bool:
    """Tell "before their *jet* struck a hillside" from jets, more than one, that strike hills."""
    one = any(doer.tag_ in {"NN", "NNP"} for doer in _doers(verb))
    return one and any(o.lemma_.lower() in _words("terrain") for o in children(verb, *OBJECTS))


def _deeds(trigger: Token) -> Iterator[Token]:
    """Yield the verb and what it followed from: the clauses above, those beside, and "when" something happened."""
    verb = trigger
    for _ in range(MAX_CLIMB):
        yield verb
        if is_passive(verb) and not any(children(verb, "agent")):
            yield from (clause for clause in children(verb, "advcl") if any(children(clause, "advmod", "mark")))
        # "The store blew up, the office *said*, wounding four": the parser hangs what followed on who says so.
        yield from (clause for clause in children(verb, "ccomp") if clause.i < verb.i < trigger.i)
        if verb.dep_ not in FOLLOWING:
            return
        verb = verb.head
        if verb.pos_ in {"NOUN", "PROPN"}:
            # "A truck *overturned*, killing nine": the parser hangs both on the truck.
            yield from (clause for clause in children(verb, "acl") if clause.i < trigger.i)
            return


def _doers(verb: Token) -> Iterator[Token]:
    """Yield who or what does it, by the parse alone: nobody in a passive without "by"."""
    passive = is_passive(verb)
    by_whom = [noun for by in children(verb, "agent") for noun in children(by, "pobj")]
    nouns = by_whom if passive else list(children(verb, "nsubj"))
    yield from map(counted, nouns)
    if verb.dep_ in {"acl", "relcl"} and not passive:
        yield counted(verb.head)


def _is_force(noun: Token) -> bool:
    """Tell "the fire that killed" from "Russian fire", "tank fire" and "fire from a hill"."""
    if noun.lemma_.lower() not in _words("force"):
        return False
    aimed = any(child.tag_ in {"NNP", "JJ"} or child.dep_ == "compound" for child in children(noun, "compound", "amod"))
    return not (noun.lemma_.lower() == AMBIGUOUS and (aimed or any(children(noun, "prep", "poss"))))


def _comes_to_grief(verb: Token) -> bool:
    """Tell a verb without an object that tells how a vehicle or a house came to grief, or what came through a fault."""
    through = (noun for prep in children(verb, "prep", "agent") for noun in children(prep, "pobj"))
    if any(noun.lemma_.lower() in _words("through") for noun in through):
        return True
    if any(children(verb, *OBJECTS)):
        return False
    fallen = (prep for prep in children(verb, "prep", "prt", "advmod") if prep.lower_ in words_of("falling"))
    ends = (noun.lemma_.lower() for prep in fallen for noun in children(prep, "pobj"))
    return verb.lemma_.lower() in _words("wreck") or not _words("abyss").isdisjoint(ends)
