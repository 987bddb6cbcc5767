"""What sort of source a noun phrase is, and whether the text keeps its name back."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Token

from reportedly.language.annotated import Entity
from reportedly.language.given_names import is_given
from reportedly.language.phrases import children, phrase_tokens
from reportedly.records import Actor, SourceKind
from reportedly.resources import load_model

KINDS_FILE = "attribution/source_kinds.yaml"
MEDIA_FILE = "reading/wires.yaml"
ANONYMITY_FILE = "attribution/anonymity.yaml"
OUTLET_NAMES_FILE = "attribution/outlet_names.yaml"
#: Prepositions between who speaks and whom he speaks for.
SERVING = frozenset({"of", "for", "at", "to", "from", "with"})
BODIES = frozenset({SourceKind.OFFICIAL, SourceKind.ORGANISATION, SourceKind.OUTLET})
#: PLOVER sectors of those who speak for a state.
STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PRM", "ELI"})


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
    tells: Literal["withheld", "asked", "known"] = "withheld"
    example: str


class OutletWord(BaseModel):
    """One entry of `attribution/outlet_names.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    word: str
    place: Literal["first", "last"]
    example: str


@dataclass(frozen=True)
class SourceKinds:
    """Nouns and names that tell the kind of a source."""

    entries: tuple[KindEntry, ...]
    media: tuple[Medium, ...]
    withholding: frozenset[str]
    asked: frozenset[str]
    known: frozenset[str]
    outlet_words: tuple[OutletWord, ...]

    @classmethod
    def load(cls) -> Self:
        """Read the codebook's four files."""
        words = load_model(ANONYMITY_FILE, tuple[AnonymityWord, ...])
        return cls(
            load_model(KINDS_FILE, tuple[KindEntry, ...]),
            load_model(MEDIA_FILE, tuple[Medium, ...]),
            frozenset(entry.word for entry in words if entry.tells == "withheld"),
            frozenset(entry.word for entry in words if entry.tells != "known"),
            frozenset(entry.word for entry in words if entry.tells == "known"),
            load_model(OUTLET_NAMES_FILE, tuple[OutletWord, ...]),
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

    def noun_of(self, head: Token) -> KindEntry | None:
        """Return the entry of a common head noun; the plural form itself goes before the lemma."""
        if head.pos_ == "PRON":
            return None
        bare_plural = head.tag_ == "NNS" and not any(children(head, "det", "poss"))
        own = self.nouns.get(head.lower_) if bare_plural or head.lower_ == "media" else None
        return own or self.nouns.get(_compound(head)) or self.nouns.get(head.lemma_.lower())

    def medium_at(self, head: Token, *, passes_on: bool = False) -> Medium | None:
        """Return the agency or outlet that a noun phrase names.

        Args:
            head: Of the noun phrase.
            passes_on: Whether it stands where media stand ("told the Nation"): names that are common words count too.
        """
        if head.pos_ not in ("PROPN", "NOUN", "X", "ADJ"):
            return None
        name = " ".join(_name_words(head)).lower()
        found = self.media_names.get(name)
        if found is not None or head.pos_ != "PROPN":
            return found
        with_article = self.media_names.get(f"the {name}")
        if with_article is not None and (passes_on or not with_article.common):
            return with_article
        return self.media_names.get(head.lower_)

    def is_outlet_name(self, head: Token) -> bool:
        """Tell a name that its first or last word makes an outlet's: "the Saltmarsh Herald"."""
        words = _name_words(head)
        if head.pos_ != "PROPN" or len(words) < 2 or is_given(words[0]):
            return False
        return any(entry.word == words[0 if entry.place == "first" else -1] for entry in self.outlet_words)


def _name_words(head: Token) -> list[str]:
    return [t.text for t in phrase_tokens(head) if t.dep_ not in ("det", "poss", "case")]


def _compound(head: Token) -> str:
    before = [c.lower_ for c in children(head, "compound", "amod") if c.i == head.i - 1]
    return " ".join((*before, head.lemma_.lower()))


def kind_of(head: Token | None, kinds: SourceKinds, *, actor: Actor | None, entity: Entity | None) -> SourceKind:
    """Return what sort of source a noun phrase is.

    1. No words at all: unnamed.  2. A known agency or outlet, or a name with a word like "Herald".  3. The head noun,
    and what is said in apposition.  4. "Sources" take the kind of the word before them.  5. The sectors of the actor.
    6. The label of the entity.

    Args:
        head: Head of the noun phrase; None when the text names nobody.
        kinds: The codebook's nouns and names.
        actor: Whom it resolves to, if to anybody.
        entity: The entity that it names, if any.
    """
    if head is None:
        return SourceKind.UNNAMED
    medium = kinds.medium_at(head)
    if medium is None and entity is not None:
        medium = kinds.media_names.get(entity.name.lower())
    if medium is not None:
        return SourceKind(medium.kind)
    if kinds.is_outlet_name(head):
        return SourceKind.OUTLET
    entry = kinds.noun_of(head)
    if entry is not None and entry.is_private and _by_noun(head, kinds) is None:
        return SourceKind.PERSON
    person = (entry is not None and entry.human) or (entity is not None and entity.label == "PERSON")
    return _by_noun(head, kinds) or _by_actor(actor, person=person) or _by_entity(head, entity)


def _by_noun(head: Token, kinds: SourceKinds) -> SourceKind | None:
    described = (head, *children(head, "appos"), *children(head, "compound", "nmod"))
    for noun in described:
        if noun.pos_ == "PROPN" and noun != head and noun.dep_ != "appos" and not noun.text[:1].isupper():
            continue
        entry = kinds.noun_of(noun)
        if entry is None:
            continue
        lent = _lent(noun, entry, kinds)
        if lent is not None:
            return lent
        if entry.kind is not SourceKind.PERSON and (noun == head or noun.dep_ == "appos" or entry.human):
            return entry.kind
    return None


def _lent(noun: Token, entry: KindEntry, kinds: SourceKinds) -> SourceKind | None:
    """Return the kind that a word takes from the words around it."""
    if entry.human and entry.kind is SourceKind.OFFICIAL:
        before = (kinds.lenders.get(t.lower_) for t in children(noun, "compound", "amod", "nmod"))
        return next((lender.kind for lender in before if lender is not None and lender.turns), None)
    if not (entry.nameless or entry.kind in (SourceKind.PERSON, SourceKind.UNNAMED)):
        return None
    links = ("amod", "compound", "nmod", "acl") + (("poss", "pobj") if noun.dep_ == "appos" else ())
    for token in noun.subtree:
        lender = kinds.lenders.get(token.lower_) or kinds.lenders.get(token.lemma_.lower())
        if lender is not None and token.i != noun.i and (token.dep_ in links or lender.kind is SourceKind.UNNAMED):
            return lender.kind
    if entry.speaks or noun.lemma_.lower() == "insider":
        return _spoken_for(noun, kinds)
    return SourceKind.UNNAMED if noun.lemma_.lower() in ("source", "insider") else None


def _spoken_for(noun: Token, kinds: SourceKinds) -> SourceKind | None:
    """Return the kind of whom somebody speaks for: "the sect's leader", "a spokesman for the ministry"."""
    links = (link for link in children(noun, "prep") if link.lower_ in SERVING)
    masters = (*children(noun, "poss", "compound"), *(m for link in links for m in children(link, "pobj")))
    entries = (kinds.noun_of(master) for master in masters)
    return next((e.kind for e in entries if e is not None and e.kind in BODIES), None)


def _by_actor(actor: Actor | None, *, person: bool) -> SourceKind | None:
    if actor is None:
        return None
    sectors = frozenset(actor.sectors)
    if sectors & STATE_SECTORS:
        return SourceKind.OFFICIAL
    if "JRN" in sectors:
        return SourceKind.REPORTER if person else SourceKind.OUTLET
    return SourceKind.ORGANISATION if sectors and not person else None


def _by_entity(head: Token, entity: Entity | None) -> SourceKind:
    label = entity.label if entity is not None else head.ent_type_
    if label == "ORG":
        return SourceKind.ORGANISATION
    if label in ("GPE", "NORP", "LOC"):
        return SourceKind.OFFICIAL if head.tag_ != "NNPS" else SourceKind.PERSON
    if label in ("WORK_OF_ART", "LAW"):
        return SourceKind.DOCUMENT
    return SourceKind.PERSON


def is_anonymous(head: Token | None, kinds: SourceKinds, *, named: bool) -> bool:
    """Tell whether the text keeps the name of a source back.

    Args:
        head: Head of the noun phrase; None when the text names nobody.
        kinds: The codebook's nouns.
        named: Whether the phrase names somebody, itself or through an earlier mention.
    """
    if head is None:
        return True
    if named or head.pos_ in ("PRON", "PROPN"):
        return head.pos_ == "PRON" and head.lower_ in ("some", "many", "others", "several", "one", "few", "someone")
    if any(token.lemma_.lower() in kinds.withholding for token in head.subtree):
        return True
    entry = kinds.noun_of(head)
    if entry is not None and entry.kind in (SourceKind.DOCUMENT, SourceKind.SOCIAL) and not entry.human:
        return entry.nameless
    return (entry is not None and entry.nameless) or _is_unspecified(head, kinds)


def _is_unspecified(head: Token, kinds: SourceKinds) -> bool:
    """Tell plurals and "a …" from bodies of which there is one: "police", "the mayor", "state media"."""
    determiners = [c.lower_ for c in children(head, "det", "nummod")]
    if any(d in ("a", "an", "one", "another", "some") for d in determiners):
        return True
    told = (head.lower_, *(c.lower_ for c in children(head, "compound", "amod", "nmod")))
    return head.tag_ == "NNS" and kinds.known.isdisjoint(told)
