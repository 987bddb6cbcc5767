"""A text with its sentences, quotations and the people and bodies that it names: read, never changed, never stored."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from spacy.tokens import Doc, Token

from reportedly.records import Article, Span

#: Why a mention is held to name an entity.
LinkReason: TypeAlias = Literal["name", "short name", "pronoun", "role noun", "apposition", "abbreviation"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    Attributes:
        span: From the opening mark to after the closing one.
        inner: The words without the marks.
        closed: Whether the closing mark is there; a quotation that runs over paragraphs is closed at each one's end.
    """

    span: Span
    inner: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One place where an entity is named.

    Attributes:
        start: Index of the first token in the document.
        end: Index after the last token.
        head: Index of the syntactic head.
        reason: What links it to its entity.
    """

    start: int
    end: int
    head: int
    reason: LinkReason


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the text names, once or often.

    Attributes:
        name: The fullest name that the text gives.
        label: spaCy's entity label, one for the whole text: PERSON, ORG, GPE, NORP, LOC, FAC …
        mentions: Every place that names it, in reading order.
    """

    name: str
    label: str
    mentions: tuple[EntityMention, ...]


@dataclass(frozen=True)
class AnnotatedText:
    """The article's text as the later rooms see it.

    Attributes:
        article: The article; `doc.text` is its text, so that token offsets are article offsets.
        doc: spaCy's analysis. Nobody writes to it after it was made.
        quotations: In reading order, none inside another.
        entities: In order of first mention.
    """

    article: Article
    doc: Doc
    quotations: tuple[Quotation, ...]
    entities: tuple[Entity, ...]

    def __post_init__(self) -> None:
        by_token = {i: e for e in self.entities for m in e.mentions for i in range(m.start, m.end)}
        mentions: dict[int, EntityMention] = {}
        for entity in self.entities:
            for mention in entity.mentions:
                for i in range(mention.start, mention.end):
                    if by_token[i] is entity:
                        mentions.setdefault(i, mention)
        object.__setattr__(self, "_entity_by_token", by_token)
        object.__setattr__(self, "_mention_by_token", mentions)
        object.__setattr__(self, "_quotation_ends", [q.span[1] for q in self.quotations])

    def entity_at(self, token: Token) -> Entity | None:
        """Return the entity that a token belongs to, pronouns and short names included."""
        by_token: dict[int, Entity] = self._entity_by_token  # type: ignore[attr-defined]
        return by_token.get(token.i)

    def mention_at(self, token: Token) -> EntityMention | None:
        """Return the mention, of the entity that a token belongs to, in which it stands."""
        mentions: dict[int, EntityMention] = self._mention_by_token  # type: ignore[attr-defined]
        return mentions.get(token.i)

    def quotation_at(self, position: int) -> Quotation | None:
        """Return the quotation around a character position, its marks included."""
        return next(self.quotations_in((position, position + 1)), None)

    def quotations_in(self, span: Span) -> Iterator[Quotation]:
        """Yield the quotations that share characters with a span, in reading order."""
        for quotation in self.quotations_from(span[0]):
            if quotation.span[0] >= span[1]:
                return
            yield quotation

    def quotations_from(self, position: int) -> Iterator[Quotation]:
        """Yield the quotations that end behind a character position, in reading order."""
        ends: list[int] = self._quotation_ends  # type: ignore[attr-defined]
        for index in range(bisect_right(ends, position), len(ends)):
            yield self.quotations[index]

    def words(self, span: Span) -> str:
        """Return the words that a span covers."""
        return self.article.text[span[0] : span[1]]
