"""The steps of a role path: from a trigger to the heads that may fill a role.

A path such as `complement.prep:with` is compiled once, when the codebook is read. Steps are described at the head of
`codebook/roles.yaml`.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import TypeAlias

from spacy.tokens import Token

from reportedly.coding.codebook import Entry, Words
from reportedly.errors import CodebookError
from reportedly.language.arguments import complements, governor, objects, prepositional, subjects
from reportedly.language.phrases import children, conjuncts
from reportedly.language.word_groups import words_of
from reportedly.resources import load_model

Step: TypeAlias = Callable[[Token], tuple[Token, ...]]
#: How a word before a noun hangs on it.
BEFORE_NOUN = ("amod", "compound", "nmod")
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


def governed(verb: Token) -> tuple[Token, ...]:
    """Return the heads of the clauses that a verb governs.

    The parser takes many an infinitive for a purpose: what follows "have sworn *to fight*" at once is governed.
    """
    clauses = complements(verb)
    near = (c for c in children(verb, "advcl") if 0 < c.left_edge.i - verb.i <= 1 and c.tag_ == "VB")
    return clauses or tuple(t for c in near for t in conjuncts(c) if t.pos_ == "VERB")


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
    """Return words before a noun that name a nation, a body or a person: "*U.S.* strikes", "*NATO* aid".

    A name may stand before another: "*U.S.* Reaper strikes".
    """
    before = list(children(token, *BEFORE_NOUN))
    within = [word for outer in before for word in children(outer, *BEFORE_NOUN)]
    names = (word for word in (*within, *before) if word.ent_type_ or word.tag_ in ("NNP", "NNPS"))
    return tuple(t for word in names for t in conjuncts(word))


class Band(Entry):
    """One entry of `codebook/bands.yaml`."""

    noun: str
    sectors: Words
    example: str


@cache
def bands() -> dict[str, tuple[str, ...]]:
    """Return the nouns that tell, before the noun of an act, who does it, with the sectors that they bring."""
    return {entry.noun: entry.sectors for entry in load_model("bands.yaml", list[Band])}


def _bands(token: Token) -> tuple[Token, ...]:
    """Return common nouns before an act that tell who does it: "*rebel* attacks"."""
    return tuple(t for word in children(token, *BEFORE_NOUN) if word.lemma_.lower() in bands() for t in conjuncts(word))


def _participles(token: Token) -> tuple[Token, ...]:
    """Return what is said of a noun by participles: "crimes *committed* by the militia"."""
    return tuple(clause for clause in children(token, "acl", "relcl") if clause.pos_ == "VERB")


def _datives(token: Token) -> tuple[Token, ...]:
    nouns = (t for t in children(token, "dative") if t.pos_ != "ADP")
    return tuple(t for noun in nouns for t in conjuncts(noun))


def _itself(token: Token) -> tuple[Token, ...]:
    return (token,)


def _subjects(token: Token) -> tuple[Token, ...]:
    """Return who does it, or who is as the adjective says: "*Chad* is ready to help", "*Armed* by Chad, …"."""
    predicate = token.pos_ in ("ADJ", "NOUN") and token.dep_ in ("acomp", "attr", "oprd")
    found = subjects(token.head if predicate else token)
    return tuple(t for subject in found for t in _nouns_of(subject))


def _nouns_of(subject: Token) -> tuple[Token, ...]:
    """Return the noun of a subject that the parser built the wrong way up: "*nurses* working in Mali said"."""
    own = next(children(subject, "nsubj"), None) if subject.pos_ == "VERB" else None
    return (subject,) if own is None else conjuncts(own)


def _bearers(token: Token) -> tuple[Token, ...]:
    """Return who is in the state that a participle names: "*Chad* is opposed to talks", however the parser hung it."""
    found = objects(token)
    if found:
        return found
    helpers = [token.head] if token.dep_ in ("acomp", "attr") else list(children(token, "auxpass", "aux"))
    return tuple(t for helper in helpers for t in subjects(helper))


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


class GivingVerb(Entry):
    """One entry of `codebook/giving.yaml`."""

    verb: str
    example: str


@cache
def giving_verbs() -> frozenset[str]:
    """Return the verbs whose object is what is given."""
    return frozenset(entry.verb for entry in load_model("giving.yaml", list[GivingVerb]))


def _whoms(token: Token) -> tuple[Token, ...]:
    """Return to whom a verb does something; "send" and its like do it with their objects."""
    particle = next((f" {child.lower_}" for child in children(token, "prt")), "")
    return () if f"{token.lemma_.lower()}{particle}" in giving_verbs() else objects(token)


def _outcomes(token: Token) -> tuple[Token, ...]:
    """Return the deed whose outcome a participle tells: "was *shelled* by rebels, killing nine"."""
    return (token.head,) if token.tag_ == "VBG" and token.dep_ == "advcl" and token.head.pos_ == "VERB" else ()


def _governors(token: Token) -> tuple[Token, ...]:
    verb = governor(token)
    return () if verb is None else (verb,)


def _tellers(token: Token) -> tuple[Token, ...]:
    """Return the verb that tells what a clause says: "*said* that Chad was arming rebels"; a belief tells nobody."""
    tells = token.dep_ == "ccomp" and token.head.pos_ == "VERB"
    return (token.head,) if tells and token.head.lemma_.lower() not in words_of("thinking verbs") else ()


STEPS: dict[str, Step] = {
    "subject": _subjects,
    "object": objects,
    "whom": _whoms,
    "bearer": _bearers,
    "dative": _datives,
    "poss": _possessors,
    "nationality": _nationalities,
    "band": _bands,
    "complement": governed,
    "deed": _deed,
    "governor": _governors,
    "teller": _tellers,
    "self": _itself,
    "outcome": _outcomes,
    "participle": _participles,
}
