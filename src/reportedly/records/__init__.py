"""The records: an article makes claims, claims assert events, events gather into stories."""

from reportedly.records.actor import Actor
from reportedly.records.article import (
    Article,
    Choice,
    DateCandidate,
    Dateline,
    Furniture,
    FurnitureKind,
    Genre,
    Published,
    Publisher,
    article_id,
    stated_date,
)
from reportedly.records.base import Record, Span
from reportedly.records.claim import Act, Claim, ClaimKind, Factuality, Source, SourceKind
from reportedly.records.date import Date, Precision
from reportedly.records.event import Event, EventType, Mention, Modality, Quad, Relation, Standing
from reportedly.records.identity import stable_id
from reportedly.records.place import Place, PlaceKind
from reportedly.records.quantity import Item, ItemCategory, Quantity, QuantityKind
from reportedly.records.report import CoderInfo, Failure, Report
from reportedly.records.schema import record_schema
from reportedly.records.story import (
    Contradiction,
    Credibility,
    EdgeKind,
    GivenValue,
    MergedEvent,
    MergeReason,
    OriginEdge,
    OriginGraph,
    OriginTelling,
    SourceReliability,
    Story,
    StoryArticle,
)

__all__ = [
    "Act", "Actor", "Article", "Choice", "Claim", "ClaimKind", "CoderInfo", "Contradiction", "Credibility", "Date",
    "DateCandidate", "Dateline", "EdgeKind", "Event", "EventType", "Factuality", "Failure", "Furniture",
    "FurnitureKind", "Genre", "GivenValue", "Item", "ItemCategory", "Mention", "MergeReason", "MergedEvent", "Modality",
    "OriginEdge", "OriginGraph", "OriginTelling", "Place", "PlaceKind", "Precision", "Published", "Publisher", "Quad",
    "Quantity", "QuantityKind", "Record", "Relation", "Report", "Source", "SourceKind", "SourceReliability", "Span",
    "Standing", "Story", "StoryArticle", "article_id", "record_schema", "stable_id", "stated_date",
]  # fmt: skip
