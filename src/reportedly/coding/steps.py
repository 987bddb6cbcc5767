"""The steps of a role path: from a trigger to the heads that may fill a role.

A path such as `complement.prep:with` is compiled once, when the codebook is read. Steps are described at the head of
`codebook/roles.yaml`.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import TypeAlias

from spacy.tokens import Token

from reportedly.coding.codebook import Entry
from reportedly.errors import CodebookError
from reportedly.language.arguments import complements, governor, objects, prepositional, subjects
from reportedly.language.phrases import children, conjuncts
from reportedly.resources import load_model

Step: TypeAlias = Callable[[Token], tuple[Token, ...]]
#: Ways of steps that are walked side by side; what all of them lead to is reached.
Path: TypeAlias = tuple[tuple[Step, ...], ...]
#: Finds the light verb over a nominal trigger; None where there is none.
SupportFinder: TypeAlias = Callable[[Token], Token | None]


def compile_path(text: str, *, support: SupportFinder) -> Path:
    """Turn `"object + prep:in.prep:against"` into steps.

    Raises:
        CodebookError: A step is not one of those that `codebook/roles.yaml` describes.
    """
    return tuple(tuple(_compile_step(step, support=support) for step in way.split(".")) for way in text.split(" + "))


def _compile_step(text: str, *, support: SupportFinder) -> Step:
    name, _, words = text.partition(":")
    if name == "prep" and words:
        return partial(_prepositions, prepositions=frozenset(words.split("|")))
    if name == "support" and not words:
        return partial(_support, finder=support)
    if name in STEPS and not words:
        return STEPS[name]
    raise CodebookError("roles.yaml", f"no such step in a role path: {text!r}")


def follow(path: Path, trigger: Token) -> tuple[Token, ...]:
    """Walk a path from the trigger; return the heads at its end, in reading order, each once."""
    ends = {token.i: token for way in path for token in _walk(way, trigger)}
    return tuple(ends[i] for i in sorted(ends))


def _walk(way: tuple[Step, ...], trigger: Token) -> tuple[Token, ...]:
    reached: tuple[Token, ...] = (trigger,)
    for step in way:
        reached = tuple(t for start in reached for t in step(start))
    return reached


def _prepositions(token: Token, *, prepositions: frozenset[str]) -> tuple[Token, ...]:
    return prepositional(token, prepositions)


def _support(token: Token, *, finder: SupportFinder) -> tuple[Token, ...]:
    verb = finder(token)
    return () if verb is None else (verb,)


def _possessors(token: Token) -> tuple[Token, ...]:
    return tuple(t for owner in children(token, "poss") for t in conjuncts(owner))


def _nationalities(token: Token) -> tuple[Token, ...]:
    """Return words before a noun that name a nation, a body or a person: "*U.S.* strikes", "*NATO* aid"."""
    before = children(token, "amod", "compound", "nmod")
    return tuple(t for word in before if word.ent_type_ or word.tag_ in ("NNP", "NNPS") for t in conjuncts(word))


def _datives(token: Token) -> tuple[Token, ...]:
    nouns = (t for t in children(token, "dative") if t.pos_ != "ADP")
    return tuple(t for noun in nouns for t in conjuncts(noun))


def _itself(token: Token) -> tuple[Token, ...]:
    return (token,)


def _subjects(token: Token) -> tuple[Token, ...]:
    """Return who does it, or who is as the adjective says: "*Chad* is ready to help", "*Armed* by Chad, …"."""
    if token.pos_ in ("ADJ", "NOUN") and token.dep_ in ("acomp", "attr", "oprd"):
        return subjects(token.head)
    return subjects(token)


class Deed(Entry):
    """One entry of `codebook/deeds.yaml`."""

    noun: str
    example: str


@cache
def deeds() -> frozenset[str]:
    """Return the lemmas of acts whose nationality or owner is the doer."""
    return frozenset(entry.noun for entry in load_model("deeds.yaml", list[Deed]))


def _deed(token: Token) -> tuple[Token, ...]:
    return (token,) if {token.lemma_.lower(), token.lower_} & deeds() else ()


def _governors(token: Token) -> tuple[Token, ...]:
    verb = governor(token)
    return () if verb is None else (verb,)


STEPS: dict[str, Step] = {
    "subject": _subjects,
    "object": objects,
    "dative": _datives,
    "poss": _possessors,
    "nationality": _nationalities,
    "complement": complements,
    "deed": _deed,
    "governor": _governors,
    "self": _itself,
}
