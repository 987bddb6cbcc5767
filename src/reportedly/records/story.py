"""Stories: the same happening told by several articles, and who copied or cited whom."""

from dataclasses import dataclass
from enum import StrEnum

import msgspec

from reportedly.records.actor import Actor
from reportedly.records.base import Record, Span, check_span
from reportedly.records.claim import Source
from reportedly.records.date import Date
from reportedly.records.event import EventType
from reportedly.records.place import Place
from reportedly.records.quantity import QuantityKind


class EdgeKind(StrEnum):
    """How one source stands to another."""

    RELAYS = "relays"
    COPIES = "copies"
    CITES = "cites"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryArticle(Record):
    """An article's place in a story.

    Attributes:
        id: Article id.
        url: Its address.
        copy_of: Id of the earliest article whose text this one republishes; None when it is its own.
        similarity: 0…1, the share of its text that stands in that article.
        reasons: Why it is held to be a copy, or part of the story.
    """

    id: str
    url: str | None = None
    copy_of: str | None = None
    similarity: float | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Credibility(Record):
    """Admiralty credibility 1–6, from independent origins only, with reasons."""

    value: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenValue(Record):
    """Who gives which figure, and as of when.

    Attributes:
        kind: What it measures.
        value: The figure; None for "between 30 and 40", which has both bounds instead.
        low: Lower bound, included; None when open.
        high: Upper bound, included; None when open.
        unit: What is counted.
        by: Who gives it.
        article: Id of the article.
        as_of: When it was said, else when the article appeared.
        superseded: Whether the same source has given another since.
    """

    kind: QuantityKind
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    by: str
    article: str
    as_of: str | None = None
    superseded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction(Record):
    """What speaks against an event: `id` is that of an event or a claim."""

    id: str
    article: str
    by: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeReason(Record):
    """Why one of the events merged, by its id, is held to be the same act as another."""

    id: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReliability(Record):
    """Admiralty reliability A–F of an origin: the user's judgement, from a policy file; F when there is none."""

    source: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginTelling(Record):
    """Where an article first gives an origin's word for an event: a stretch of its text."""

    origin: str
    article: str
    span: Span

    def __post_init__(self) -> None:
        check_span(self.span, name="span")


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedEvent(Record):
    """One event of the real world, as several articles tell it.

    Attributes:
        id: Hash of the story and of the events merged.
        type: PLOVER 2.0 type.
        actors: Who did it.
        recipients: To whom.
        date: When.
        place: Where.
        mentions: Ids of the events merged, the fullest first.
        reasons: Why each is held to be the same act.
        copies: How many articles only repeat another's text.
        origins: Names of the origins.
        independent_origins: How many of them rest on no other.
        tellings: Where each origin is heard, once for each article, also where the coder saw no event.
        reliability: Admiralty reliability of each origin, by the user's policy.
        credibility: Admiralty credibility.
        values: Every figure with who gives it; never averaged.
        contradicted_by: Events and claims that speak against it.
    """

    id: str
    type: EventType
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    date: Date | None = None
    place: Place | None = None
    mentions: tuple[str, ...] = ()
    reasons: tuple[MergeReason, ...] = ()
    copies: int = 0
    origins: tuple[str, ...] = ()
    independent_origins: int = 0
    tellings: tuple[OriginTelling, ...] = ()
    reliability: tuple[SourceReliability, ...] = ()
    credibility: Credibility | None = None
    values: tuple[GivenValue, ...] = ()
    contradicted_by: tuple[Contradiction, ...] = ()


class OriginEdge(msgspec.Struct, frozen=True, kw_only=True):
    """One edge of the graph of origins.

    The one Struct among the records: its field `from` is a keyword, and only a Struct can carry another name.
    """

    source: str = msgspec.field(name="from")
    target: str = msgspec.field(name="to")
    kind: EdgeKind
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginGraph(Record):
    """Who relays, copies or cites whom; an origin is a node that cites nobody."""

    nodes: tuple[Source, ...] = ()
    edges: tuple[OriginEdge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Record):
    """The same happening across articles."""

    id: str
    title: str
    start: str | None
    end: str | None
    articles: tuple[StoryArticle, ...] = ()
    events: tuple[MergedEvent, ...] = ()
    origins: OriginGraph = OriginGraph()
