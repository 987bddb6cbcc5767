"""Events: who did what to whom (PLOVER 2.0)."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.records.actor import Actor
from reportedly.records.base import Record, Span, check_span
from reportedly.records.claim import Factuality, Source
from reportedly.records.date import Date
from reportedly.records.place import Place
from reportedly.records.quantity import Item, Quantity


class EventType(StrEnum):
    """The 16 types of the PLOVER 2.0 manual, from cooperation to conflict."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Quad(StrEnum):
    """The four quadrants of cooperation and conflict."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


class Standing(StrEnum):
    """Who vouches for an event."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    DENIED = "denied"


class Modality(StrEnum):
    """PLOVER's auxiliary modes; the first that applies, else actual."""

    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    FUTURE = "future"
    HISTORICAL = "historical"
    ACTUAL = "actual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Record):
    """One place in the article that tells an event.

    Attributes:
        trigger: The word or words that name it.
        evidence: The sentence.
        claim: Id of the claim that asserts it here; None when the article does so in its own voice.
        sources: The full chain here.
        standing: Who vouches for it here.
        modality: Actual, or how not.
        factuality: What the last source commits to.
    """

    trigger: Span
    evidence: Span
    claim: str | None = None
    sources: tuple[Source, ...] = ()
    standing: Standing
    modality: Modality
    factuality: Factuality

    def __post_init__(self) -> None:
        check_span(self.trigger, name="trigger")
        check_span(self.evidence, name="evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Who did what to whom, when, where, how many, and who says so.

    Attributes:
        id: Hash of article id, type and trigger span.
        type: PLOVER 2.0 type.
        mode: PLOVER mode of that type.
        contexts: PLOVER contexts.
        quad: Verbal or material, cooperation or conflict.
        intensity: −10 (conflict) … 10 (cooperation), from `codebook/intensity.yaml`.
        cameo: Nearest CAMEO code.
        actors: Who did it.
        recipients: To whom.
        date: When it happened.
        place: Where.
        items: What it is about.
        quantities: Killed, injured, arrested, money …
        standing: Of the first mention, as are modality, factuality, claim, sources, trigger and evidence.
        modality: See `Modality`.
        factuality: See `Factuality`.
        claim: Id of the claim that asserts it; None when the article does so in its own voice.
        sources: Publisher, its credits, then the claim's chain; the last is the origin.
        trigger: The words that name the event.
        evidence: The sentence.
        mentions: Every place that tells it, the fullest first.
        confidence: 0…1.
        why: Reason codes that `docs/reasons.md` explains.
    """

    id: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: Quad
    intensity: float
    cameo: str | None = None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    date: Date | None = None
    place: Place | None = None
    items: tuple[Item, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    standing: Standing
    modality: Modality
    factuality: Factuality
    claim: str | None = None
    sources: tuple[Source, ...] = ()
    trigger: Span
    evidence: Span
    mentions: tuple[Mention, ...] = ()
    confidence: float
    why: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_span(self.trigger, name="trigger")
        check_span(self.evidence, name="evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Record):
    """What happens between two marked spans of one sentence.

    Attributes:
        type: None when no event links the two.
        mode: PLOVER mode of that type.
        confidence: 0…1.
    """

    type: EventType | None = None
    mode: str | None = None
    confidence: float
