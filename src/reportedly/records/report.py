"""What the coder hands out: a report for an article, or a failure with its reason."""

from dataclasses import dataclass

from reportedly.records.article import Article
from reportedly.records.base import Record
from reportedly.records.claim import Claim
from reportedly.records.event import Event
from reportedly.records.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderInfo(Record):
    """What made a report.

    Attributes:
        version: Of Reportedly.
        codebook: Name and version of the event ontology.
        models: Name and version of every model used.
        config_hash: Of everything that can change the output: options, codebook files, gazetteer, models.
    """

    version: str
    codebook: str
    models: tuple[str, ...]
    config_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Record):
    """Everything found in one article."""

    article: Article
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    places: tuple[Place, ...] = ()
    coder: CoderInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure(Record):
    """An input that could not be coded: a value, so that one bad file loses nothing else.

    Attributes:
        input: Path, URL or label of the input.
        reason: Why, in words for people.
    """

    input: str
    reason: str
