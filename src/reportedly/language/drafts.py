"""Entities while they are being gathered: what the text has told of each so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from reportedly.language.annotated import Entity, EntityMention, LinkReason
from reportedly.language.lexicon import Gender, Lexicon

#: What stands before a noun and describes it.
DESCRIBING = frozenset({"amod", "compound", "nmod", "poss"})


@dataclass(slots=True)
class Draft:
    """An entity in the making; `finish` makes it a record.

    Attributes:
        name: The fullest name so far.
        label: spaCy's label after repair.
        mentions: In no order.
        forms: Its names as they stand, case-folded.
        heads: Nouns that describe it, lower-case lemmas: "president".
        words: Words that describe those nouns: "transport".
        nations: Codes of countries that describe it.
        gender: Once it is known.
        plural: Whether several are named at once: "analysts".
    """

    name: str
    label: str
    mentions: list[EntityMention] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    gender: Gender | None = None
    plural: bool = False

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
        self.words |= words_before(noun, lexicon=lexicon)
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
    return {t.lemma_.lower() for t in describing(noun) if not lexicon.nations_of(t.text) and t.pos_ != "PROPN"}


def nations_before(noun: Token, *, lexicon: Lexicon) -> set[str]:
    """Return the codes of the countries that describe a noun, before it or in an of-phrase."""
    described = [t.text for t in describing(noun)]
    behind = [o.text for p in noun.rights if p.lower_ == "of" for o in p.rights if o.dep_ == "pobj"]
    return {code for text in (*described, *behind) for code in lexicon.nations_of(text)}
