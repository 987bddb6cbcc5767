"""How an event is meant: negated, hypothetical, future, historical or actual, and how sure the speaker is of it.

The reading starts at the event's word and climbs the parse to the head of the content (or of the sentence); at each
step the words of `codebook/attribution/modality.yaml` that bear on it are gathered.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Token

from reportedly.language.clauses import tells_what_was
from reportedly.language.phrases import children
from reportedly.records import Factuality, Modality
from reportedly.resources import load_model

MODALITY_FILE = "attribution/modality.yaml"
Certainty: TypeAlias = Literal["CT", "PR", "PS", "U"]
#: From sure to open: the weakest word decides.
CERTAINTIES: tuple[Certainty, ...] = ("CT", "PR", "PS", "U")
#: Of two modalities the one that stands earlier is the event's (contract: the first that applies).
PRECEDENCE = (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.FUTURE, Modality.HISTORICAL, Modality.ACTUAL)
#: A bound on the climb, because the parser can chain a whole list.
MAX_CLIMB = 12
#: A verb passes on what bears on it to what hangs on it by these labels.
VERBAL_LINKS = frozenset({"xcomp", "conj", "auxpass", "prt"})
#: A noun hands the question on to what it depends on by these labels, should that be a carrier or a governor.
NOMINAL_LINKS = frozenset({
    "dobj", "pobj", "nsubj", "nsubjpass", "pcomp", "prep", "agent", "acl", "compound", "attr", "conj", "amod", "oprd",
    "ccomp", "advcl", "acomp",
})  # fmt: skip


#: A verb is denied by these too: "*nobody* was hurt", "fired *no* shot".
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


class Role(StrEnum):
    """Where a word of modality stands towards the event."""

    AUXILIARY = "auxiliary"
    PAST_AUXILIARY = "past auxiliary"
    INFINITIVE = "infinitive"
    NEGATOR = "negator"
    MARK = "mark"
    BOUND = "bound"
    ADVERB = "adverb"
    GOVERNOR = "governor"
    MODIFIER = "modifier"
    CARRIER = "carrier"
    MEASURE = "measure"


class ModalityWord(BaseModel):
    """One entry of `modality.yaml`; the head of the file says what each field means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: frozenset[str]
    role: Role
    modality: Modality | None = None
    certainty: Certainty = "CT"
    flips: bool = False
    said_modality: Modality | None = None
    said_certainty: Certainty | None = None
    example: str
    factuality: Factuality

    def unsaid(self) -> Self:
        """Return the word with one meaning for all: "any delay *would* hurt" states nothing, whoever says it."""
        return self.model_copy(update={"said_modality": None, "said_certainty": None})

    def as_said(self) -> Self:
        """Return what the word means in the mouth of a source: "said it *would* send troops" is what will be."""
        return self.model_copy(
            update={
                "modality": self.said_modality or self.modality,
                "certainty": self.said_certainty or self.certainty,
            }
        )


@dataclass(frozen=True)
class ModalityWords:
    """The entries of `modality.yaml`, found by role and word."""

    entries: tuple[ModalityWord, ...]

    @classmethod
    def load(cls) -> Self:
        """Read the codebook's file."""
        return cls(load_model(MODALITY_FILE, tuple[ModalityWord, ...]))

    @cached_property
    def _index(self) -> dict[tuple[Role, str], ModalityWord]:
        return {(entry.role, word): entry for entry in reversed(self.entries) for word in entry.words}

    def find(self, role: Role, word: str) -> ModalityWord | None:
        """Return the entry of a word in a role."""
        return self._index.get((role, word))


@dataclass(frozen=True, slots=True)
class Reading:
    """How an event is meant.

    Attributes:
        modality: The first that applies.
        certainty: Of the speaker.
        positive: Whether it is said to be so.
    """

    modality: Modality = Modality.ACTUAL
    certainty: Certainty = "CT"
    positive: bool = True

    def with_word(self, word: ModalityWord) -> Self:
        """Return the reading after one more word that bears on the event."""
        return self.combined(word.modality or Modality.ACTUAL, word.certainty, flips=word.flips)

    def combined(self, modality: Modality, certainty: Certainty, *, flips: bool = False) -> Self:
        """Return the reading with a further modality, the lesser certainty, and its polarity turned if asked."""
        return type(self)(
            min(self.modality, modality, key=PRECEDENCE.index),
            max(self.certainty, certainty, key=CERTAINTIES.index),
            self.positive is not flips,
        )

    @property
    def factuality(self) -> Factuality:
        """FactBank's value."""
        if self.certainty == "U":
            return Factuality.UU
        return Factuality(self.certainty + ("+" if self.positive else "-"))


def read_modality(token: Token, words: ModalityWords, *, within: Token | None = None, said: bool = False) -> Reading:
    """Return how an event is meant.

    Args:
        token: The word that names the event.
        words: The codebook's words.
        within: The head of the content that it stands in; the climb ends there.
        said: Whether a source states it; warnings, fears and wishes state nothing.
    """
    reading = Reading()
    for word in _bearing_on(token, words, within):
        reading = reading.with_word(word.as_said() if said else word)
    return reading


def _bearing_on(token: Token, words: ModalityWords, within: Token | None) -> Iterator[ModalityWord]:
    node = token
    came_from: Token | None = None
    for _ in range(MAX_CLIMB):
        yield from _around(node, words, came_from)
        if node == within or node.head == node:
            return
        governor = node.head
        found = words.find(Role.GOVERNOR, governor.lemma_.lower()) or words.find(Role.GOVERNOR, governor.lower_)
        if found is not None and _governs(node):
            yield found
        elif not _passes(node, governor, words):
            return
        came_from, node = node, governor


def _governs(node: Token) -> bool:
    """Tell whether a governor reaches what hangs on it by this label: its complement, not its subject or an aside."""
    if tells_what_was(node):
        return False
    if node.dep_ == "ccomp":
        return any(c.lower_ == "to" and c.dep_ == "aux" for c in node.children)
    if node.dep_ == "advcl" and node.tag_ == "VBG":
        return False  # "tried to seize the port, *killing* nine": they were killed.
    return node.dep_ in ("xcomp", "dobj", "pcomp", "pobj", "acl", "prep", "advcl", "nsubjpass")


def _passes(node: Token, governor: Token, words: ModalityWords) -> bool:
    """Tell whether what bears on the governor bears on the node too."""
    if node.dep_ in VERBAL_LINKS:
        return not (node.dep_ == "conj" and any(children(node, "nsubj", "nsubjpass")))
    if node.dep_ not in NOMINAL_LINKS:
        return False
    if node.dep_ == "advcl" and node.pos_ == "VERB":
        return any(c.lower_ == "to" and c.dep_ == "aux" for c in node.children)
    if governor.pos_ == "ADP" or governor.lemma_.lower() in _carriers(words):
        return True
    return node.dep_ == "nsubj" and _is_indefinite(node)


def _is_indefinite(noun: Token) -> bool:
    """Tell "an attack", "attacks" from "the attack": what is not known yet shares the unreality of its verb."""
    determiners = [c.lower_ for c in children(noun, "det", "poss", "nummod")]
    return noun.pos_ == "NOUN" and all(d in ("a", "an", "any") for d in determiners)


def _carriers(words: ModalityWords) -> frozenset[str]:
    return frozenset(word for entry in words.entries if entry.role is Role.CARRIER for word in entry.words)


def _around(node: Token, words: ModalityWords, came_from: Token | None) -> Iterator[ModalityWord]:
    for child in node.children:
        yield from _of_child(child, words)
        if child != came_from and child.dep_ in ARGUMENTS and node.pos_ in ("VERB", "AUX"):
            yield from _found(words, Role.NEGATOR, (child, *children(child, "det")))
        if child.dep_ == "advcl":
            yield from _found(words, Role.MARK, children(child, "mark"), condition=True)


def _of_child(child: Token, words: ModalityWords) -> Iterator[ModalityWord]:
    roles = {
        "aux": Role.AUXILIARY, "neg": Role.NEGATOR, "det": Role.NEGATOR, "preconj": Role.NEGATOR,
        "mark": Role.MARK, "advmod": Role.ADVERB, "amod": Role.MODIFIER, "compound": Role.MODIFIER,
    }  # fmt: skip
    role = roles.get(child.dep_)
    if role is Role.AUXILIARY and _speaks_of_past(child):
        role = Role.PAST_AUXILIARY if words.find(Role.PAST_AUXILIARY, child.lower_) else role
    if role is not None:
        found = _found(words, role, (child,))
        yield from (word.unsaid() for word in found) if _supposes(child) else found
    if child.dep_ == "aux" and (_heads_clause(child.head) or _is_to_be_done(child.head)):
        yield from _found(words, Role.INFINITIVE, (child,))
    if child.dep_ == "mark" and any(words.find(Role.AUXILIARY, a.lower_) for a in children(child.head.head, "aux")):
        # "Will fight until he *resigns*" tells of no resignation, "fought until he resigned" does.
        yield from _found(words, Role.BOUND, (child,))
    if child.lower_ == "longer" and child.i > 0:
        yield from _found(words, Role.NEGATOR, [c for c in (child.nbor(-1),) if c.lower_ == "no"])
    if child.dep_ == "advmod":
        yield from _found(words, Role.MEASURE, children(child, "npadvmod"))


def _heads_clause(verb: Token) -> bool:
    return verb.dep_ in ("ROOT", "ccomp") and any(children(verb, "nsubj"))


def _is_to_be_done(verb: Token) -> bool:
    """Tell "is to *lend*", which is yet to come."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and verb.head.pos_ in ("AUX", "VERB")


def _supposes(auxiliary: Token) -> bool:
    """Tell "any attack *would* hurt", which supposes one, from "the army would attack"."""
    subject = next(children(auxiliary.head, "nsubj", "nsubjpass"), None)
    if auxiliary.lower_ != "would" or subject is None or subject.ent_type_:
        return False
    return subject.pos_ == "NOUN" and any(d.lower_ in ("a", "an", "any") for d in children(subject, "det"))


def _speaks_of_past(auxiliary: Token) -> bool:
    """Tell "may *have* struck" from "may strike"."""
    return any(c.lower_ in ("have", "'ve") for c in children(auxiliary.head, "aux"))


def _found(
    words: ModalityWords, role: Role, tokens: Iterable[Token], *, condition: bool = False
) -> Iterator[ModalityWord]:
    for token in tokens:
        entry = words.find(role, token.lower_)
        if entry is not None and (not condition or token.lower_ != "whether"):
            yield entry
