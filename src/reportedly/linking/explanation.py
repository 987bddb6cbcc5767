"""The records of an explanation: why an event is held to have happened, on whose authority, what speaks against it."""

from dataclasses import dataclass

from reportedly.records import (
    EventType,
    Factuality,
    MergedEvent,
    Modality,
    QuantityKind,
    Record,
    Source,
    SourceKind,
    Span,
    Standing,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """One place of an article that tells the event.

    Attributes:
        event: Id of the coded event; of the merged one where the coder saw none in that sentence.
        type: PLOVER type, as coded there.
        quote: The sentence.
        trigger: Where in the quote the words stand that name the event; all of it where the coder saw none.
        span: Where the quote stands in the article's text.
        sources: The chain, nearest the reader first, the origin last.
        standing: Who vouches.
        modality: Whether it is told as done.
        factuality: What the last source commits to.
    """

    event: str
    type: EventType
    quote: str
    trigger: Span
    span: Span
    sources: tuple[Source, ...] = ()
    standing: Standing
    modality: Modality
    factuality: Factuality


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingArticle(Record):
    """An article of the story that tells the event, or republishes one that does.

    Attributes:
        id: Of the article.
        publisher: Who carries it.
        title: Headline.
        url: Its address.
        published: As the article has it.
        copy_of: Id of the article that it goes back to; None when it is its own.
        similarity: The share of its text that stands there.
        additions: What it adds of its own, as spans of its text.
        reasons: Why it is held to be a copy, or part of the story.
        evidence: Where it tells the event.
    """

    id: str
    publisher: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    copy_of: str | None = None
    similarity: float | None = None
    additions: tuple[Span, ...] = ()
    reasons: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller(Record):
    """An article in the tree of who told whom.

    Attributes:
        article: Its id.
        heard: Where in its text the origin is heard that it stands under; empty where it stands under none, or where
            the version that linked it did not say.
        again: Whether it stands further up already, with all that hangs below it.
        copies: Ids of its copies.
        cited_by: Who took it from there, naming it.
    """

    article: str
    heard: tuple[Span, ...] = ()
    again: bool = False
    copies: tuple[str, ...] = ()
    cited_by: "tuple[Teller, ...]" = ()

    def hears(self, span: Span) -> bool:
        """Whether the origin is heard in a stretch of the article's text."""
        return any(span[0] < end and start < span[1] for start, end in self.heard)


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginBranch(Record):
    """An origin with those who have it from there.

    Attributes:
        name: Of the origin.
        kind: What sort of source.
        anonymous: Whether it is kept unnamed.
        reliability: Admiralty reliability A to F by the user's policy.
        reason: Why that letter.
        tellers: The articles that relay it at first hand.
    """

    name: str
    kind: SourceKind
    anonymous: bool = False
    reliability: str
    reason: str
    tellers: tuple[Teller, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRange(Record):
    """What one origin says of a figure: one value, or from the least to the most of what it gave.

    Attributes:
        by: Who.
        low: The least; None when only an upper bound was given.
        high: The most; None when only a lower bound was given.
        as_of: When it was last said.
        articles: Ids of the articles that carry it.
        superseded: Figures that the same source has taken back since.
    """

    by: str
    low: float | None
    high: float | None
    as_of: str | None = None
    articles: tuple[str, ...] = ()
    superseded: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine(Record):
    """A figure by origin; nothing is averaged.

    Attributes:
        kind: What it measures.
        unit: What is counted.
        low: The least that any origin gives.
        high: The most.
        given: By origin, the least first.
    """

    kind: QuantityKind
    unit: str | None = None
    low: float | None
    high: float | None
    given: tuple[GivenRange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation(Record):
    """Everything behind one event of the real world.

    Attributes:
        asked: The id that was asked for.
        event: The merged event.
        story: Id of its story.
        title: Headline of the story.
        start: Day of the story's first article.
        end: Day of the last.
        origins: Who says so, with who has it from there.
        unsourced: Articles that tell it without saying from whom.
        denying: Articles that tell of it only that it was not so.
        articles: Those that tell it, and their copies, by publication.
        figures: Who gives which figure.
        outlook: What would change the judgement.
    """

    asked: str
    event: MergedEvent
    story: str
    title: str
    start: str | None = None
    end: str | None = None
    origins: tuple[OriginBranch, ...] = ()
    unsourced: tuple[Teller, ...] = ()
    denying: tuple[Teller, ...] = ()
    articles: tuple[TellingArticle, ...] = ()
    figures: tuple[FigureLine, ...] = ()
    outlook: tuple[str, ...] = ()
