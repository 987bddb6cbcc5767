"""What stands around a word that may trigger frames, and what a frame asks to stand there.

A verb such as "hold" brings up dozens of frames. What they ask about is read off the parse once for all of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from spacy.tokens import Token

from reportedly.coding.codebook import Frame
from reportedly.coding.steps import governed
from reportedly.language.arguments import is_passive, objects, passive_subjects, prepositional, subjects
from reportedly.language.lemmas import lemma_of
from reportedly.language.partitives import counted
from reportedly.language.phrases import children, hanging

ANY = "*"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a frame asks of the words around its trigger, as sets; the fields are those of `Frame`."""

    subjects: frozenset[str]
    objects: frozenset[str]
    preps: frozenset[str]
    prep_objects: frozenset[str]
    complements: frozenset[str]
    modals: frozenset[str]
    beside: frozenset[str]
    without_objects: frozenset[str]
    only_objects: frozenset[str]
    unless: frozenset[str]

    @classmethod
    def of(cls, frame: Frame) -> Self:
        """Read it off a frame."""
        return cls(*(frozenset(getattr(frame, name)) for name in cls.__slots__))


class Surroundings:
    """The words around a token, by the ways in which frames ask for them; each is looked up when it is first asked for.

    Args:
        token: The trigger.
    """

    def __init__(self, token: Token) -> None:
        self._token = token

    def satisfy(self, asked: Asked) -> bool:
        """Tell whether all that a frame asks for stands here, and nothing that it forbids."""
        return (
            (not asked.subjects or not asked.subjects.isdisjoint(self._subjects))
            and (not asked.objects or not asked.objects.isdisjoint(self._things))
            and (not asked.preps or not asked.preps.isdisjoint(self._prepositions))
            and (not asked.prep_objects or self._has_prepositional_object(asked))
            and (not asked.complements or self._has_complement(asked))
            and (not asked.modals or not asked.modals.isdisjoint(self._modals))
            and (not asked.beside or not asked.beside.isdisjoint(self._clause))
            and (not asked.without_objects or asked.without_objects.isdisjoint(self._bare_objects))
            and (not asked.only_objects or asked.only_objects.issuperset(self._objects))
            and (not asked.unless or asked.unless.isdisjoint(self._clause))
        )

    def _has_prepositional_object(self, asked: Asked) -> bool:
        return any(lemma_of(o) in asked.prep_objects for o in prepositional(self._token, asked.preps))

    def _has_complement(self, asked: Asked) -> bool:
        return bool(self._governed) and (ANY in asked.complements or not asked.complements.isdisjoint(self._governed))

    @cached_property
    def _subjects(self) -> frozenset[str]:
        token = self._token
        found = passive_subjects(token) if is_passive(token) else subjects(token)
        return frozenset(lemma_of(counted(subject)) for subject in found)

    @cached_property
    def _things(self) -> frozenset[str]:
        return frozenset(word for o in things(self._token) for word in (lemma_of(o), *hyphenated(o)))

    @cached_property
    def _prepositions(self) -> frozenset[str]:
        token = self._token
        # The parser often hangs the preposition on the object ("filed a lawsuit *against*") or on a noun's light verb.
        holders = [token, *objects(token), *([token.head] if token.dep_ in ("dobj", "nsubjpass") else [])]
        # "Handed the town back *to* its elders": it hangs on the particle as well.
        holders += [side for side in children(token, "prt", "advmod") if side.i > token.i]
        labels = ("prep", "prt", "dative", "agent")
        return frozenset(p.lower_ for holder in holders for p in children(holder, *labels))

    @cached_property
    def _governed(self) -> frozenset[str]:
        return frozenset(lemma_of(clause) for clause in governed(self._token))

    @cached_property
    def _modals(self) -> frozenset[str]:
        return frozenset(aux.lower_ for clause in governed(self._token) for aux in children(clause, "aux"))

    @cached_property
    def _clause(self) -> frozenset[str]:
        return frozenset(lemma_of(word) for word in _clause_around(self._token))

    @cached_property
    def _bare_objects(self) -> frozenset[str]:
        return frozenset(counted(o).lemma_.lower() for o in objects(self._token))

    @cached_property
    def _objects(self) -> frozenset[str]:
        return frozenset(lemma_of(counted(o)) for o in objects(self._token))


def hyphenated(token: Token) -> Iterator[str]:
    """Yield the word that the tokenizer split at its hyphen: "sit-in", "walk-out"."""
    if token.i > 1 and token.nbor(-1).text == "-" and not (token.nbor(-1).whitespace_ or token.nbor(-2).whitespace_):
        yield f"{token.nbor(-2).lower_}-{token.lemma_.lower()}"


def things(verb: Token) -> Iterator[Token]:
    """Yield what a verb is done to, a passive's second object included: "reporters were denied *access*"."""
    yield from (counted(o) for o in objects(verb))
    if is_passive(verb):
        yield from (counted(o) for o in children(verb, "dobj"))


def _clause_around(token: Token) -> Iterator[Token]:
    """Yield the words around a trigger that may forbid a frame: its own clause, without the clauses under it.

    A preposition tells of the word that it hangs on alone: "attacked the camp, armed *with* machetes" is no attack
    with machetes.
    """
    top = token if token.pos_ in ("VERB", "AUX") else token.head
    # "The quake struck at dawn and killed nine": who does it stands in another clause.
    yield from (subject for subject in subjects(token) if token.dep_ == "conj" and top == token)
    near = {top, token, *objects(token)}
    queue = [top]
    while queue:
        word = queue.pop()
        if word.dep_ not in ("prep", "agent") or word.head in near:
            yield word
        queue.extend(child for _, child in hanging(word.doc)[word.i] if not _opens_clause(child))


def _opens_clause(word: Token) -> bool:
    """Tell a clause with a subject of its own, which says nothing of the one above it."""
    if word.dep_ not in ("advcl", "ccomp", "conj", "parataxis", "relcl"):
        return False
    return any(children(word, "nsubj", "nsubjpass"))
