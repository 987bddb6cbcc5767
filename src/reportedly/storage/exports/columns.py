"""The columns of CSV output: one event, claim or article a row, under a header that stays stable.

New columns are added at the end, none is renamed or dropped. Several values in one cell stand apart by "; ", in the
order of the record; parallel columns (names, countries, sectors) keep one place for each actor.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from reportedly.records import Actor, Article, Claim, Date, Event, Place, Report, Source, Span

T = TypeVar("T")
SEPARATOR = "; "
#: A spreadsheet takes a cell that begins so for a formula; the list is OWASP's ("CSV Injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column.

    Attributes:
        name: In the header.
        meaning: For the manual.
        value: Takes the cell's value out of what the row tells.
    """

    name: str
    meaning: str
    value: Callable[[T], Cell]


@dataclass(frozen=True, slots=True)
class EventRow:
    """What a row of events tells."""

    article: Article
    event: Event


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What a row of claims tells."""

    article: Article
    claim: Claim


def safe(value: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula: a leading apostrophe makes it text; numbers stay."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def header(columns: Sequence[Column[T]]) -> list[str]:
    """Return the header line."""
    return [column.name for column in columns]


def row(columns: Sequence[Column[T]], subject: T) -> list[Cell]:
    """Return one line."""
    return [safe(column.value(subject)) for column in columns]


def event_rows(report: Report) -> Iterator[list[Cell]]:
    """Yield a row for each event."""
    return (row(EVENT_COLUMNS, EventRow(report.article, event)) for event in report.events)


def claim_rows(report: Report) -> Iterator[list[Cell]]:
    """Yield a row for each claim."""
    return (row(CLAIM_COLUMNS, ClaimRow(report.article, claim)) for claim in report.claims)


def article_rows(article: Article) -> Iterator[list[Cell]]:
    """Yield the one row of an article."""
    yield row(ARTICLE_COLUMNS, article)


def _joined(values: Iterable[str]) -> str:
    return SEPARATOR.join(values)


def _names(actors: Iterable[Actor]) -> str:
    return _joined(actor.name for actor in actors)


def _countries(actors: Iterable[Actor]) -> str:
    return _joined(actor.country or "" for actor in actors)


def _sectors(actors: Iterable[Actor]) -> str:
    return _joined(" ".join(actor.sectors) for actor in actors)


def _chain(sources: Iterable[Source]) -> str:
    return _joined(source.name for source in sources)


def _words(article: Article, spans: Iterable[Span]) -> str:
    return _joined(article.text[start:end] for start, end in spans)


def _of(record: Date | Place | None, field: str) -> Cell:
    value: Cell = None if record is None else getattr(record, field)
    return value


def _truth(value: bool) -> str:
    # As `sources --format csv` and JSON write it.
    return str(value).lower()


def _publisher(article: Article) -> str | None:
    return None if article.publisher is None else article.publisher.name


ARTICLE_COLUMNS: tuple[Column[Article], ...] = (
    Column("article_id", "id of the article", lambda a: a.id),
    Column("url", "its address", lambda a: a.url),
    Column("title", "headline", lambda a: a.title),
    Column("publisher", "who carries it", _publisher),
    Column("credits", "whose copy it says it is, nearest first", lambda a: _joined(a.credits)),
    Column("byline", "authors", lambda a: _joined(a.byline)),
    Column("published", "ISO 8601, as exact as known", lambda a: a.published.value),
    Column("published_evidence", "what the date rests on", lambda a: a.published.evidence),
    Column("language", "BCP 47", lambda a: a.language),
    Column("characters", "length of the text in code points", lambda a: len(a.text)),
    Column("furniture", "how many pieces were cut", lambda a: len(a.furniture)),
    Column("modified", "when it was last changed, ISO 8601", lambda a: a.modified),
    Column("genre", "news, opinion, analysis …", lambda a: a.genre),
    Column("corrections", "notes on what was changed", lambda a: _joined(a.corrections)),
)

CLAIM_COLUMNS: tuple[Column[ClaimRow], ...] = (
    Column("article_id", "id of the article", lambda r: r.article.id),
    Column("url", "its address", lambda r: r.article.url),
    Column("claim_id", "id of the claim", lambda r: r.claim.id),
    Column("sources", "the chain, nearest the reader first", lambda r: _chain(r.claim.sources)),
    Column("source_kinds", "kind of each of them", lambda r: _joined(s.kind for s in r.claim.sources)),
    Column("cue", "the words that mark the claim", lambda r: _words(r.article, r.claim.cue)),
    Column("content", "what is claimed", lambda r: _words(r.article, r.claim.content)),
    Column("kind", "direct, indirect, mixed", lambda r: r.claim.kind),
    Column("act", "say, deny, warn …", lambda r: r.claim.act),
    Column("factuality", "FactBank value", lambda r: r.claim.factuality),
    Column("parent", "id of the claim it is nested in", lambda r: r.claim.parent),
    Column("date_start", "when it was said, first day", lambda r: _of(r.claim.date, "start")),
    Column("date_end", "the day after the last", lambda r: _of(r.claim.date, "end")),
    Column("quantities", "figures inside the content", lambda r: _joined(q.text for q in r.claim.quantities)),
    Column("denies", "id of the claim that it denies", lambda r: r.claim.denies),
    Column("unverified", "true if the article says that nobody could verify it", lambda r: _truth(r.claim.unverified)),
)

EVENT_COLUMNS: tuple[Column[EventRow], ...] = (
    Column("article_id", "id of the article", lambda r: r.article.id),
    Column("url", "its address", lambda r: r.article.url),
    Column("title", "headline", lambda r: r.article.title),
    Column("publisher", "who carries it", lambda r: _publisher(r.article)),
    Column("published", "ISO 8601, as exact as known", lambda r: r.article.published.value),
    Column("event_id", "id of the event", lambda r: r.event.id),
    Column("type", "PLOVER 2.0 type", lambda r: r.event.type),
    Column("mode", "PLOVER mode", lambda r: r.event.mode),
    Column("contexts", "PLOVER contexts", lambda r: _joined(r.event.contexts)),
    Column("quad", "verbal or material, cooperation or conflict", lambda r: r.event.quad),
    Column("intensity", "−10 (conflict) to 10 (cooperation)", lambda r: r.event.intensity),
    Column("cameo", "nearest CAMEO code", lambda r: r.event.cameo),
    Column("actors", "who did it", lambda r: _names(r.event.actors)),
    Column("actor_countries", "country of each actor", lambda r: _countries(r.event.actors)),
    Column("actor_sectors", "sectors of each actor", lambda r: _sectors(r.event.actors)),
    Column("recipients", "to whom", lambda r: _names(r.event.recipients)),
    Column("recipient_countries", "country of each recipient", lambda r: _countries(r.event.recipients)),
    Column("recipient_sectors", "sectors of each recipient", lambda r: _sectors(r.event.recipients)),
    Column("date_start", "when it happened, first day or moment", lambda r: _of(r.event.date, "start")),
    Column("date_end", "the first day or moment after it", lambda r: _of(r.event.date, "end")),
    Column("date_precision", "minute, day, week …", lambda r: _of(r.event.date, "precision")),
    Column("place", "where", lambda r: _of(r.event.place, "name")),
    Column("place_kind", "country, region, city …", lambda r: _of(r.event.place, "kind")),
    Column("place_country", "ISO 3166-1 alpha-3", lambda r: _of(r.event.place, "country")),
    Column("lat", "degrees north", lambda r: _of(r.event.place, "lat")),
    Column("lon", "degrees east", lambda r: _of(r.event.place, "lon")),
    Column("items", "what it is about", lambda r: _joined(item.text for item in r.event.items)),
    Column("quantities", "kind and words of each figure",
           lambda r: _joined(f"{q.kind}: {q.text}" for q in r.event.quantities)),
    Column("standing", "asserted, reported, alleged, denied", lambda r: r.event.standing),
    Column("modality", "actual, future, negated …", lambda r: r.event.modality),
    Column("factuality", "FactBank value", lambda r: r.event.factuality),
    Column("claim_id", "the claim that asserts it", lambda r: r.event.claim),
    Column("sources", "the chain, nearest the reader first", lambda r: _chain(r.event.sources)),
    Column("origin", "the last of them", lambda r: r.event.sources[-1].name if r.event.sources else None),
    Column("trigger", "the words that name it", lambda r: _words(r.article, [r.event.trigger])),
    Column("evidence", "the sentence", lambda r: _words(r.article, [r.event.evidence])),
    Column("trigger_start", "offset into the text, in code points", lambda r: r.event.trigger[0]),
    Column("trigger_end", "end of it, exclusive", lambda r: r.event.trigger[1]),
    Column("mentions", "how many places tell it", lambda r: len(r.event.mentions)),
    Column("confidence", "0 to 1", lambda r: r.event.confidence),
    Column("why", "reason codes", lambda r: _joined(r.event.why)),
    Column("genre", "of the article: news, opinion …", lambda r: r.article.genre),
)  # fmt: skip
