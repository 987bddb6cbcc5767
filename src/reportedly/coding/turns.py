"""Acts that count as another type than their words say: what somebody will not do, what somebody will do unless."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, TypeAlias

from spacy.tokens import Token

from reportedly.coding.codebook import Entry
from reportedly.language.phrases import children
from reportedly.resources import load_model

ConditionRole: TypeAlias = Literal["condition", "will"]


class ConditionWord(Entry):
    """One entry of `codebook/conditions.yaml`."""

    word: str
    role: ConditionRole
    example: str


@cache
def _words(role: ConditionRole) -> frozenset[str]:
    entries = load_model("conditions.yaml", list[ConditionWord])
    return frozenset(entry.word for entry in entries if entry.role == role)


def is_refusal(verb: Token) -> bool:
    """Tell whether somebody will not do it: "said it *will not* lift the ban"."""
    return is_willed(verb) and any(children(verb, "neg"))


def is_willed(verb: Token) -> bool:
    """Tell whether the verb says what somebody will do."""
    return any(helper.lower_ in _words("will") for helper in children(verb, "aux"))


def conditions(verb: Token) -> Iterator[Token]:
    """Yield the heads of the clauses on which an announced act hangs: "will leave unless he *resigns*"."""
    for clause in children(verb, "advcl"):
        if any(mark.lower_ in _words("condition") for mark in children(clause, "mark")):
            yield clause
