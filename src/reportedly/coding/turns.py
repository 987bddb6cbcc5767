"""Acts that count as another type than their words say: what somebody will not do, what somebody will do unless."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from spacy.tokens import Token

from reportedly.coding.role_words import RoleWord, words_by_role
from reportedly.coding.steps import governed
from reportedly.language.phrases import children

ConditionRole: TypeAlias = Literal["condition", "bound", "will"]


def _words(role: ConditionRole) -> frozenset[str]:
    return words_by_role("conditions.yaml", RoleWord[ConditionRole])[role]


def is_refusal(verb: Token) -> bool:
    """Tell whether somebody will not do it: "said it *will not* lift the ban"."""
    return is_willed(verb) and any(children(verb, "neg"))


def promises_not(verb: Token) -> bool:
    """Tell whether what somebody binds themselves to is not to do it: "vowed *not* to return the heights"."""
    bound = governed(verb)
    return bool(bound) and all(any(children(clause, "neg")) for clause in bound)


def is_willed(verb: Token) -> bool:
    """Tell whether the verb says what somebody will do."""
    return any(helper.lower_ in _words("will") for helper in children(verb, "aux"))


def conditions(verb: Token) -> Iterator[Token]:
    """Yield the heads of the clauses on which an announced act hangs: "will leave unless he *resigns*"."""
    return _clauses(verb, "condition")


def bounds(verb: Token) -> Iterator[Token]:
    """Yield the heads of the clauses that say until when: "swore to fight until they *held* the town"."""
    return (clause for holder in (verb, *governed(verb)) for clause in _clauses(holder, "bound"))


def _clauses(verb: Token, role: ConditionRole) -> Iterator[Token]:
    for clause in children(verb, "advcl"):
        if any(mark.lower_ in _words(role) for mark in children(clause, "mark")):
            yield clause
