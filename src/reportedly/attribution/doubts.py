"""Where a text says that nobody could check what a source says, and of which claims it says so."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Self

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Doc, Token

from reportedly.language.lemmas import lemma_of
from reportedly.language.phrases import children
from reportedly.language.word_groups import words_of
from reportedly.resources import load_model

DOUBTS_FILE = "attribution/doubts.yaml"
#: A doubt speaks of claims in its own sentence, or else in one of so many before it.
BACK = 3


class DoubtRole(StrEnum):
    """What a word tells of the checking."""

    CHECKING = "checking"
    UNABLE = "unable"
    PROOF = "proof"
    UNTESTED = "untested"


class DoubtWord(BaseModel):
    """One entry of `doubts.yaml`; the head of the file says what each field means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    word: str
    role: DoubtRole
    example: str


class DoubtWords(BaseModel):
    """The entries of `doubts.yaml`, found by word."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    entries: tuple[DoubtWord, ...]

    @classmethod
    def load(cls) -> Self:
        """Read the codebook's file."""
        return cls(entries=load_model(DOUBTS_FILE, tuple[DoubtWord, ...]))

    @cached_property
    def _roles(self) -> dict[str, DoubtRole]:
        return {entry.word: entry.role for entry in self.entries}

    def role_of(self, token: Token) -> DoubtRole | None:
        """Return what a word tells of checking, if anything."""
        return self._roles.get(lemma_of(token)) or self._roles.get(token.lower_)

    def is_doubt(self, token: Token) -> bool:
        """Tell whether a word says that something was not checked."""
        role = self.role_of(token)
        if role is DoubtRole.UNTESTED:
            return True
        if role is DoubtRole.CHECKING:
            return token.pos_ in ("VERB", "AUX") and self._is_withheld(token)
        return role is DoubtRole.PROOF and _is_absent(token)

    def _is_withheld(self, verb: Token) -> bool:
        """Tell "could not verify", "has not been confirmed", "was unable to verify", "impossible to check"."""
        if any(children(verb, "neg")):
            return True
        if verb.dep_ not in ("xcomp", "ccomp", "acl", "advcl"):
            return False
        above = verb.head
        words = [t for t in (above, *children(above, "acomp")) if self.role_of(t) is DoubtRole.UNABLE]
        negated = any(t for holder in (above, above.head) for t in children(holder, "neg"))
        return any(t.lower_ in ("unable", "impossible") or negated for t in words)


def _is_absent(noun: Token) -> bool:
    if any(c.lower_ == "no" for c in children(noun, "det")):
        return True
    above = noun.head
    return lemma_of(above) in words_of("absence") or any(
        c.lower_ in words_of("absence")
        for c in above.children
        if any(children(above, "neg")) or above.lower_ in words_of("absence")
    )


def doubted(cue_heads: Sequence[Token], doc: Doc, words: DoubtWords) -> frozenset[int]:
    """Return which claims a text says nobody could verify, by the place of their cues in the sequence.

    A doubt speaks of the claims of its own sentence, else of those of the nearest sentence before it that has any.
    """
    cued: dict[int, list[int]] = {}
    for index, cue in enumerate(cue_heads):
        cued.setdefault(cue.sent.start, []).append(index)
    found: set[int] = set()
    for token in doc:
        if words.is_doubt(token):
            found.update(_spoken_of(token, cued))
    return frozenset(found)


def _spoken_of(doubt: Token, cued: Mapping[int, Sequence[int]]) -> Iterator[int]:
    sentence = doubt.sent
    for _ in range(BACK):
        here = cued.get(sentence.start, ())
        if here or sentence.start == 0:
            yield from here
            return
        sentence = doubt.doc[sentence.start - 1].sent
