"""Claims and their chains of sources (PolNeAR: source, cue, content)."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.records.actor import Actor
from reportedly.records.base import Record, Span, check_span, check_spans
from reportedly.records.date import Date
from reportedly.records.quantity import Quantity


class SourceKind(StrEnum):
    """What sort of source stands at one hop of the chain."""

    PUBLISHER = "publisher"
    OUTLET = "outlet"
    WIRE = "wire"
    DOCUMENT = "document"
    SOCIAL = "social"
    OFFICIAL = "official"
    ORGANISATION = "organisation"
    EXPERT = "expert"
    WITNESS = "witness"
    REPORTER = "reporter"
    PERSON = "person"
    UNNAMED = "unnamed"


class ClaimKind(StrEnum):
    """Whose words the content is in."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What saying it amounts to."""

    SAY = "say"
    REVEAL = "reveal"
    CONFIRM = "confirm"
    DENY = "deny"
    ALLEGE = "allege"
    WARN = "warn"
    PREDICT = "predict"
    ASK = "ask"
    PROMISE = "promise"
    THINK = "think"
    REPORT = "report"


class Factuality(StrEnum):
    """FactBank: certainty (certain, probable, possible, underspecified) and polarity."""

    CT_PLUS = "CT+"
    PR_PLUS = "PR+"
    PS_PLUS = "PS+"
    CT_MINUS = "CT-"
    PR_MINUS = "PR-"
    PS_MINUS = "PS-"
    UU = "Uu"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """One hop of a chain of sources.

    Attributes:
        name: Resolved, or the words used when unnamed; "unnamed source" when there are none.
        span: Where it stands; None for the publisher.
        kind: What sort of source; `unnamed` only when the text hints at no role.
        anonymous: Whether the text keeps the name back: "officials", "reports", "analysts".
        interested: Whether it is a party to the event it speaks of.
        title: "director of the energy programme at the university".
        actor: When it is a political actor.
    """

    name: str
    span: Span | None = None
    kind: SourceKind
    anonymous: bool = False
    interested: bool = False
    title: str | None = None
    actor: Actor | None = None

    def __post_init__(self) -> None:
        if self.span is not None:
            check_span(self.span, name="source span")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """Someone says something.

    Attributes:
        id: Hash of article id and spans.
        content: What is claimed, in reading order.
        cue: What marks it: "said", "according to", "reportedly".
        kind: Direct, indirect or mixed.
        act: What saying it amounts to.
        sources: The chain, nearest the reader first, the origin last. The publisher and its credits stand before
            it in the events' chains, not here.
        parent: Id of the claim in which this one is nested.
        factuality: The value that the last source commits to.
        date: When it was said.
        quantities: Figures inside the content.
        denies: Id of the claim in the same article that this one denies.
        unverified: Whether the article says that nobody could verify it.
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    kind: ClaimKind
    act: Act
    sources: tuple[Source, ...]
    parent: str | None = None
    factuality: Factuality
    date: Date | None = None
    quantities: tuple[Quantity, ...] = ()
    denies: str | None = None
    unverified: bool = False

    def __post_init__(self) -> None:
        check_spans(self.content, name="claim content")
        check_spans(self.cue, name="claim cue")
