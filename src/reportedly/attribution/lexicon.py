"""The attribution cues of the codebook, compiled for look-up by their first word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Self, TypeAlias

from pydantic import BaseModel, ConfigDict

from reportedly.attribution.doubts import DoubtWords
from reportedly.attribution.kind_words import SourceKinds
from reportedly.attribution.modality import ModalityWords
from reportedly.attribution.papers import RelayBook
from reportedly.records import Act, Factuality
from reportedly.resources import load_model

CUES_FILE = "attribution/cues.yaml"


class Complement(StrEnum):
    """What form the content of a cue may have."""

    CLAUSE = "clause"
    QUOTATION = "quotation"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    NOUN_PHRASE = "noun phrase"
    PREDICATE = "predicate"


#: Of these acts, a bare noun as object is what was done, wanted or had in mind, and nothing that was said.
DEED_ACTS = frozenset({Act.ASK, Act.PROMISE, Act.THINK})


class Cue(BaseModel):
    """One entry of the cue lexicon; the head of `cues.yaml` says what each field means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    cue: str
    act: Act
    takes: tuple[Complement, ...]
    stance: Factuality = Factuality.CT_PLUS
    presupposes: bool = False
    addressee: bool = False
    raising: bool = False
    story: bool = False
    deed: tuple[Complement, ...] | None = None
    unless: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset({"as"})
    of_papers: tuple[Complement, ...] = ()
    act_of_papers: Act | None = None
    example: str

    @property
    def deeds(self) -> tuple[Complement, ...]:
        """Forms of content with which the word tells a deed and no saying: "asked for drones", "recalled its envoy"."""
        if self.deed is not None:
            return self.deed
        return (Complement.NOUN_PHRASE,) if self.act in DEED_ACTS else ()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the cue, the lemma that leads it first."""
        return tuple(self.cue.split())


class CueFile(BaseModel):
    """The shape of `cues.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verbs: tuple[Cue, ...]
    prepositions: tuple[Cue, ...]
    adverbs: tuple[Cue, ...]
    adjectives: tuple[Cue, ...]
    nouns: tuple[Cue, ...]
    marks: tuple[Cue, ...]
    phrases: tuple[Cue, ...]
    attributives: tuple[Cue, ...]
    claim_nouns: frozenset[str]
    noncommittal: frozenset[str]
    light_verbs: frozenset[str]
    withholding: frozenset[str]


CueIndex: TypeAlias = Mapping[str, tuple[Cue, ...]]


def _by_first_word(cues: Iterable[Cue]) -> CueIndex:
    """Index cues by their first word, those with most words first: "call for" is tried before "call"."""
    index: dict[str, list[Cue]] = defaultdict(list)
    for cue in cues:
        index[cue.words[0]].append(cue)
    ordered = {word: tuple(sorted(found, key=lambda cue: -len(cue.words))) for word, found in index.items()}
    return MappingProxyType(ordered)


@dataclass(frozen=True)
class AttributionLexicon:
    """All that the attribution room knows about words.

    Attributes:
        cues: As read from the codebook.
        kinds: What sort of source a noun phrase is.
        modality: Negation, modals, hedges and signs of other times.
        relays: How words came to the reader.
        doubts: Words by which a text says that nobody could check what is said.
        verbs: Verb cues by first lemma, the longest first; likewise the other four.
    """

    cues: CueFile
    kinds: SourceKinds
    modality: ModalityWords
    relays: RelayBook
    doubts: DoubtWords

    @classmethod
    def load(cls) -> Self:
        """Read the lexicon from the codebook.

        Raises:
            CodebookError: One of its files is missing or has a mistake.
        """
        return cls(
            load_model(CUES_FILE, CueFile),
            SourceKinds.load(),
            ModalityWords.load(),
            RelayBook.load(),
            DoubtWords.load(),
        )

    @cached_property
    def verbs(self) -> CueIndex:
        """Verb cues by the lemma of the verb."""
        return _by_first_word(self.cues.verbs)

    @cached_property
    def prepositions(self) -> CueIndex:
        """Prepositional cues by their first word."""
        return _by_first_word(self.cues.prepositions)

    @cached_property
    def adverbs(self) -> CueIndex:
        """Adverbs by the word."""
        return _by_first_word(self.cues.adverbs)

    @cached_property
    def adjectives(self) -> CueIndex:
        """Adjectives by lemma."""
        return _by_first_word(self.cues.adjectives)

    @cached_property
    def nouns(self) -> CueIndex:
        """Nouns by lemma."""
        return _by_first_word(self.cues.nouns)

    @cached_property
    def phrases(self) -> CueIndex:
        """Phrases that name no source by their first word."""
        return _by_first_word(self.cues.phrases)

    @cached_property
    def attributives(self) -> CueIndex:
        """Adjectives before a noun by the word."""
        return _by_first_word(self.cues.attributives)

    @cached_property
    def marks(self) -> Mapping[str, Cue]:
        """Marks that stand for a verb of saying in headlines."""
        return MappingProxyType({cue.cue: cue for cue in self.cues.marks})

    @cached_property
    def openings(self) -> frozenset[str]:
        """First words of all cues, as they stand or as lemmas: no other word can be one."""
        indexes = (
            self.verbs, self.prepositions, self.adverbs, self.adjectives, self.nouns, self.phrases, self.attributives,
            self.marks,
        )  # fmt: skip
        return frozenset(word for index in indexes for word in index)

    @property
    def unlike_polnear(self) -> tuple[Cue, ...]:
        """Cues of kinds that PolNeAR's texts do not hold or mark, so that no tagger learns them there."""
        return (*self.cues.marks, *self.cues.phrases, *self.cues.attributives)

    def all_cues(self) -> Iterator[Cue]:
        """Yield every cue of the codebook, in its order."""
        for section in (
            self.cues.verbs, self.cues.prepositions, self.cues.adverbs, self.cues.adjectives, self.cues.nouns,
            self.cues.marks, self.cues.phrases, self.cues.attributives,
        ):  # fmt: skip
            yield from section
