"""The codebook's words about sources: nouns that tell their kind, names of media, words that keep a name back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Token

from reportedly.language.given_names import is_given
from reportedly.language.phrases import children, phrase_tokens
from reportedly.language.word_groups import words_of
from reportedly.records import SourceKind
from reportedly.resources import load_model

KINDS_FILE = "attribution/source_kinds.yaml"
MEDIA_FILE = "reading/wires.yaml"
ANONYMITY_FILE = "attribution/anonymity.yaml"
OUTLET_NAMES_FILE = "attribution/outlet_names.yaml"
BODY_NAMES_FILE = "attribution/body_names.yaml"


class KindEntry(BaseModel):
    """One entry of `source_kinds.yaml`; the head of the file says what each field means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: tuple[str, ...]
    kind: SourceKind
    human: bool = False
    nameless: bool = False
    voice: Literal["author", "outlet"] | None = None
    speaks: bool = False
    alleges: bool = False
    lends: bool = False
    turns: bool = False
    example: str

    @property
    def is_private(self) -> bool:
        """Whether who is called so speaks for nobody but himself, whatever his country."""
        return self.kind is SourceKind.PERSON and self.human and not self.speaks


class Medium(BaseModel):
    """One entry of `reading/wires.yaml`: an agency or an outlet."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    aliases: tuple[str, ...] = ()
    domain: str | None = None
    kind: Literal["wire", "outlet"]
    common: bool = False


class AnonymityWord(BaseModel):
    """One entry of `attribution/anonymity.yaml`; the head of the file says what each field means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    word: str
    tells: Literal["withheld", "asked", "known", "owner"] = "withheld"
    example: str


class OutletWord(BaseModel):
    """One entry of `attribution/outlet_names.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    word: str
    place: Literal["first", "last", "of", "alone"]
    kind: SourceKind = SourceKind.OUTLET
    example: str

    def names(self, words: Sequence[str], *, with_article: bool) -> bool:
        """Tell whether a name, given by its words, is one that this word makes an outlet's."""
        if self.place == "alone":
            return with_article and [*words] == [self.word]
        if self.place == "of":
            return len(words) > 2 and words[0] == self.word and words[1] == "of"
        own = self.word.split()
        edge = words[: len(own)] if self.place == "first" else words[-len(own) :]
        return len(words) > len(own) and [*edge] == own


class BodyName(BaseModel):
    """One entry of `attribution/body_names.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    word: str
    place: Literal["first", "last", "of", "whole"]
    kind: SourceKind = SourceKind.OFFICIAL
    unless: frozenset[str] = frozenset()
    example: str

    def names(self, words: Sequence[str]) -> bool:
        """Tell whether a name, given by its words, is that of a body which this word tells."""
        own = self.word.split()
        if self.place == "whole":
            return [*words] == own
        if self.place == "last":
            return len(words) > len(own) and [*words[-len(own) :]] == own
        opens = len(words) > len(own) and [*words[: len(own)]] == own
        if self.place == "first":
            return opens
        behind = words[len(own) + 1 : len(own) + 3]
        place = [word for word in behind if word != "the"]
        return opens and words[len(own)] == "of" and bool(place) and place[0] not in self.unless


class Edges(NamedTuple):
    """The first and the last words by which some entries know a name: without either it is none of theirs."""

    first: frozenset[str]
    last: frozenset[str]

    @classmethod
    def of(cls, entries: Iterable[OutletWord | BodyName]) -> Self:
        """Read them off entries."""
        own = [(entry.place == "last", entry.word.split()) for entry in entries]
        return cls(frozenset(w[0] for last, w in own if not last), frozenset(w[-1] for last, w in own if last))

    def may_hold(self, words: Sequence[str]) -> bool:
        """Tell whether a name, given by its words, may be one of the entries'."""
        return bool(words) and (words[0] in self.first or words[-1] in self.last)


@dataclass(frozen=True)
class SourceKinds:
    """Nouns and names that tell the kind of a source."""

    entries: tuple[KindEntry, ...]
    media: tuple[Medium, ...]
    withholding: frozenset[str]
    asked: frozenset[str]
    known: frozenset[str]
    owners: frozenset[str]
    outlet_words: tuple[OutletWord, ...]
    body_names: tuple[BodyName, ...]

    @classmethod
    def load(cls) -> Self:
        """Read the codebook's five files."""
        words = load_model(ANONYMITY_FILE, tuple[AnonymityWord, ...])
        return cls(
            load_model(KINDS_FILE, tuple[KindEntry, ...]),
            load_model(MEDIA_FILE, tuple[Medium, ...]),
            frozenset(entry.word for entry in words if entry.tells == "withheld"),
            frozenset(entry.word for entry in words if entry.tells in ("withheld", "asked")),
            frozenset(entry.word for entry in words if entry.tells == "known"),
            frozenset(entry.word for entry in words if entry.tells == "owner"),
            load_model(OUTLET_NAMES_FILE, tuple[OutletWord, ...]),
            load_model(BODY_NAMES_FILE, tuple[BodyName, ...]),
        )

    @cached_property
    def nouns(self) -> Mapping[str, KindEntry]:
        """Entries by head noun; of two entries with one word, the first."""
        return MappingProxyType({w: e for e in reversed(self.entries) if not e.lends for w in e.words})

    @cached_property
    def lenders(self) -> Mapping[str, KindEntry]:
        """Entries by the modifier that lends "source" its kind."""
        return MappingProxyType({w: e for e in reversed(self.entries) if e.lends for w in e.words})

    @cached_property
    def media_names(self) -> Mapping[str, Medium]:
        """Agencies and outlets by every name they go by, in lower case."""
        return MappingProxyType({n.lower(): m for m in self.media for n in (m.name, *m.aliases)})

    @cached_property
    def _outlet_edges(self) -> Edges:
        return Edges.of(self.outlet_words)

    @cached_property
    def _body_edges(self) -> Edges:
        return Edges.of(self.body_names)

    def noun_of(self, head: Token) -> KindEntry | None:
        """Return the entry of a common head noun; the plural form itself goes before the lemma."""
        if head.pos_ == "PRON":
            return None
        bare_plural = head.tag_ == "NNS" and not any(children(head, "det", "poss"))
        own = self.nouns.get(head.lower_) if bare_plural or head.lower_ == "media" else None
        lemma = head.lemma_.lower()
        compound = _compound(head)
        whole = self.nouns.get(compound) if " " in compound else None  # social media are no media
        found = whole or own or self.nouns.get(lemma) or self._of_prefixed(lemma)
        if found is None and head.i == head.sent.start and head.tag_ in ("NNPS", "NNP") and lemma.endswith("s"):
            # A plural with a sentence's capital keeps its ending where it is taken for a name: "Farmers said".
            found = self.nouns.get(head.lower_[:-1])
        return found

    def _of_prefixed(self, lemma: str) -> KindEntry | None:
        """Return the entry of the noun behind a prefix: "co-chairman"."""
        prefix, _, noun = lemma.partition("-")
        return self.nouns.get(noun) if noun and prefix in words_of("prefixes") else None

    def medium_at(self, head: Token, *, passes_on: bool = False) -> Medium | None:
        """Return the agency or outlet that a noun phrase names.

        Args:
            head: Of the noun phrase.
            passes_on: Whether it stands where media stand ("told the Nation"): names that are common words count too.
        """
        if head.pos_ not in ("PROPN", "NOUN", "X", "ADJ"):
            return None
        words = _name_words(head)
        name = " ".join(words).lower()
        found = self.media_names.get(name) or self._described(head, words)
        if found is not None or (head.pos_ != "PROPN" and not (passes_on and head.text[:1].isupper())):
            return found
        with_article = self.media_names.get(f"the {name}")
        # "The Economist reckons": with a capital inside its sentence, or called a body, a common word is a name.
        alone = with_article is not None and any(children(head, "det")) and head.ent_type_ in ("ORG", "WORK_OF_ART")
        if with_article is not None and (passes_on or not with_article.common or alone):
            return with_article
        # "The Khyber Dawn" is not the paper of that name.
        alone = head.is_upper or not any(c.pos_ == "PROPN" for c in children(head, "compound"))
        return self.media_names.get(head.lower_) if alone else None

    def _described(self, head: Token, words: Sequence[str]) -> Medium | None:
        """Return the known name inside a description: "China's official *Xinhua* news agency"."""
        entry = self.nouns.get(_compound(head)) or self.nouns.get(head.lower_)
        if entry is None or entry.kind not in (SourceKind.OUTLET, SourceKind.WIRE):
            return None
        names = (c.text.lower() for c in children(head, "compound", "nmod", "appos") if c.text[:1].isupper())
        return next((self.media_names[name] for name in names if name in self.media_names), None)

    def outlet_of(self, head: Token) -> SourceKind | None:
        """Return the kind that a name's words tell: "the Saltmarsh Herald", "the Times of Zambia", "the Ledger"."""
        words = _name_words(head) if head.pos_ == "PROPN" else []
        if not self._outlet_edges.may_hold(words) or is_given(words[0]):
            return None
        with_article = any(children(head, "det"))
        return next((e.kind for e in self.outlet_words if e.names(words, with_article=with_article)), None)

    def body_of(self, head: Token) -> SourceKind | None:
        """Return the kind of a body that is known by its name alone: "Ofcom", "the Bank of Zambia"."""
        words = _name_words(head) if head.pos_ in ("PROPN", "NOUN") and head.text[:1].isupper() else []
        if not self._body_edges.may_hold(words):
            return None
        return next((e.kind for e in self.body_names if e.names(words)), None)


def is_name(head: Token, kinds: SourceKinds) -> bool:
    """Tell a name from a noun that has its capital, or an entity's label, only because it begins a sentence."""
    if head.pos_ != "PROPN" and not head.ent_type_:
        return False
    return head.i != head.sent.start or kinds.noun_of(head) is None


def _name_words(head: Token) -> list[str]:
    return [t.text for t in phrase_tokens(head) if t.dep_ not in ("det", "poss", "case")]


def _compound(head: Token) -> str:
    before = [c.lower_ for c in children(head, "compound", "amod") if c.i == head.i - 1]
    if head.i > 1 and head.nbor(-1).text == "-" and not (head.nbor(-1).whitespace_ or head.nbor(-2).whitespace_):
        before = [head.nbor(-2).lower_]  # "think-tank"
    return " ".join((*before, head.lemma_.lower()))
