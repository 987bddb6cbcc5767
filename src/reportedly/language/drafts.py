"""Entities while they are being gathered: what the text has told of each so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from reportedly.language.annotated import Entity, EntityMention, LinkReason
from reportedly.language.given_names import Gender
from reportedly.language.lexicon import Lexicon, RoleKind

#: What stands before a noun and describes it.
DESCRIBING = frozenset({"amod", "compound", "nmod", "poss"})
#: What stands before a noun without describing it.
NO_WORDS = frozenset({"PRON", "DET", "NUM", "PUNCT", "SPACE", "PART"})
NAMED = frozenset({"PERSON", "GPE", "LOC", "FAC"})
KINDS: dict[str, RoleKind] = {"PERSON": "person", "ORG": "body", "NORP": "body", "PRODUCT": "thing"}


@dataclass(slots=True)
class Draft:
    """An entity in the making; `finish` makes it a record.

    Attributes:
        name: The fullest name so far.
        label: spaCy's label after repair.
        mentions: In no order.
        forms: Its names as they stand, case-folded.
        aliases: Abbreviations and nicknames that the text introduces, case-folded.
        heads: Nouns that describe it, lower-case lemmas: "president".
        words: Words that describe those nouns: "transport".
        nations: Codes of countries that describe it.
        gender: Once it is known.
        sorts: Of a listed body, its codes and sectors.
        country: Code, if it is a country.
        plural: Whether several are named at once: "analysts".
    """

    name: str
    label: str
    mentions: list[EntityMention] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    gender: Gender | None = None
    sorts: frozenset[str] = frozenset()
    country: str | None = None
    plural: bool = False

    @property
    def kind(self) -> RoleKind:
        """What it is, as role nouns and pronouns tell apart."""
        if self.country is not None:
            return "country"
        return KINDS.get(self.label, "place")

    def add(self, start: int, end: int, head: int, reason: LinkReason) -> None:
        """Add a mention unless its tokens already belong to the entity."""
        if all(end <= m.start or m.end <= start for m in self.mentions):
            self.mentions.append(EntityMention(start, end, head, reason))

    def add_token(self, token: Token, reason: LinkReason) -> None:
        """Add a mention of one token."""
        self.add(token.i, token.i + 1, token.i, reason)

    def describe(self, noun: Token, *, lexicon: Lexicon) -> None:
        """Take over what a noun and the words before it say."""
        self.heads.add(noun.lemma_.lower())
        self.words |= words_before(noun, lexicon=lexicon) | words_behind(noun)
        self.nations |= nations_before(noun, lexicon=lexicon)
        self.gender = self.gender or lexicon.gender_of(noun.lower_)

    def finish(self) -> Entity:
        """Return the entity with its mentions in reading order."""
        return Entity(self.name, self.label, tuple(sorted(self.mentions, key=lambda m: m.start)))


def describing(noun: Token) -> Iterable[Token]:
    """Yield the words before a noun that describe it, one level of compounds deep, possessors included."""
    for child in noun.lefts:
        if child.dep_ in DESCRIBING:
            yield child
            yield from (inner for inner in child.lefts if inner.dep_ in {"compound", "amod", "nmod"})


def words_before(noun: Token, *, lexicon: Lexicon) -> set[str]:
    """Return the describing words before a noun that are no nationalities."""
    return {
        token.lemma_.lower()
        for token in describing(noun)
        if not lexicon.nations_of(token.text) and token.pos_ not in NO_WORDS and token.ent_type_ not in NAMED
    }


def words_behind(noun: Token) -> set[str]:
    """Return the nouns behind one that tell more of it: "president of the football *federation*"."""
    objects = [o for p in noun.rights if p.dep_ == "prep" for o in p.rights if o.dep_ == "pobj"]
    inner = [c for o in objects for c in o.lefts if c.dep_ in {"compound", "amod"}]
    return {t.lemma_.lower() for t in (*objects, *inner)}


def nations_before(noun: Token, *, lexicon: Lexicon) -> set[str]:
    """Return the codes of the countries that describe a noun, before it or in an of-phrase."""
    described = [t.text for t in describing(noun)]
    behind = [o.text for p in noun.rights if p.lower_ == "of" for o in p.rights if o.dep_ == "pobj"]
    return {code for text in (*described, *behind) for code in lexicon.nations_of(text)}
