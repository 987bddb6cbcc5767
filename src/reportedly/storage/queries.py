"""Reads lists from a store: newest article first, in the article's own order; the same whatever was added when."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from reportedly.errors import SettingsError
from reportedly.records import Claim, Event, Record, Report, SourceKind
from reportedly.storage.filters import Filters
from reportedly.storage.loading import load_bare_report, load_report

T = TypeVar("T", bound=Record)

#: What SQLite takes for "no limit".
ALL = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCount(Record):
    """How much rests on a source.

    Attributes:
        name: As the texts name it.
        kind: What sort of source.
        anonymous: Whether it is kept unnamed everywhere.
        articles: In how many articles it stands.
        claims: How many claims it makes or passes on.
        events: How many events it tells.
        origin_of: Of how many of these events it is the origin.
    """

    name: str
    kind: SourceKind
    anonymous: bool
    articles: int
    claims: int
    events: int
    origin_of: int


def find_events(connection: sqlite3.Connection, filters: Filters, *, limit: int | None) -> Iterator[Report]:
    """Yield a report for each article that has events asked for, holding these alone."""
    rows = connection.execute(
        f"""
        SELECT events.article, events.record FROM events JOIN articles ON articles.number = events.article
        WHERE {filters.for_events()}
        ORDER BY articles.published DESC, articles.id, articles.number, events.position LIMIT :limit
        """,
        {**filters.values(), "limit": ALL if limit is None else limit},
    )
    for number, records in _by_article(rows, Event):
        yield replace(load_bare_report(connection, number), events=records)


def find_claims(connection: sqlite3.Connection, filters: Filters, *, limit: int | None) -> Iterator[Report]:
    """Yield a report for each article that has claims asked for, holding these alone."""
    rows = connection.execute(
        f"""
        SELECT claims.article, claims.record FROM claims JOIN articles ON articles.number = claims.article
        WHERE {filters.for_claims()}
        ORDER BY articles.published DESC, articles.id, articles.number, claims.position LIMIT :limit
        """,
        {**filters.values(), "limit": ALL if limit is None else limit},
    )
    for number, records in _by_article(rows, Claim):
        yield replace(load_bare_report(connection, number), claims=records)


def find_reports(connection: sqlite3.Connection, filters: Filters) -> Iterator[Report]:
    """Yield the whole report of each article that has an event or a claim asked for.

    Where filters speak of nothing but texts, an article need not have any.
    """
    chosen = f"""
        SELECT events.article FROM events JOIN articles ON articles.number = events.article
        WHERE {filters.for_events()}
        UNION SELECT claims.article FROM claims JOIN articles ON articles.number = claims.article
        WHERE {filters.for_claims()}
    """
    if filters.concern_texts_alone:
        chosen = f"SELECT number FROM articles WHERE {filters.for_articles()}"
    rows = connection.execute(
        f"SELECT number FROM articles WHERE number IN ({chosen}) ORDER BY published DESC, id, number", filters.values()
    )
    for (number,) in rows:
        yield load_report(connection, number)


def find_sources(connection: sqlite3.Connection, filters: Filters, *, limit: int | None) -> Iterator[SourceCount]:
    """Yield the sources of the events and claims asked for, those that most articles name first."""
    own_name = "sources.folded LIKE :source ESCAPE '\\'" if filters.source is not None else "1"
    rest = replace(filters, source=None)
    rows = connection.execute(
        f"""
        SELECT min(sources.name) AS shown, sources.kind, min(sources.anonymous),
            count(DISTINCT sources.article) AS in_articles, count(DISTINCT sources.claim) AS in_claims,
            count(DISTINCT events.number) AS in_events,
            count(DISTINCT CASE WHEN sources.origin THEN events.number END)
        FROM sources JOIN articles ON articles.number = sources.article
        LEFT JOIN mentions ON mentions.number = sources.mention LEFT JOIN events ON events.number = mentions.event
        LEFT JOIN claims ON claims.number = sources.claim
        WHERE {own_name} AND CASE WHEN sources.claim IS NULL THEN {rest.for_events()} ELSE {rest.for_claims()} END
        GROUP BY sources.folded, sources.kind
        ORDER BY in_articles DESC, in_events DESC, in_claims DESC, shown, sources.kind LIMIT :limit
        """,
        {**filters.values(), "limit": ALL if limit is None else limit},
    )
    for name, kind, anonymous, articles, claims, events, origin_of in rows:
        yield SourceCount(
            name=name, kind=SourceKind(kind), anonymous=bool(anonymous),
            articles=articles, claims=claims, events=events, origin_of=origin_of,
        )  # fmt: skip


def check_search(connection: sqlite3.Connection, text: str | None) -> None:
    """Raise a SettingsError, with what may help, for words that SQLite cannot search."""
    if text is None:
        return
    try:
        connection.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (text,)).fetchone()
    except (sqlite3.OperationalError, UnicodeEncodeError) as error:
        if getattr(error, "sqlite_errorname", "SQLITE_ERROR") != "SQLITE_ERROR":
            raise
        advice = """put words with signs in them in double quotes: '"Su-30" AND (radar OR missile*)'"""
        raise SettingsError(f"text {text!r} cannot be searched: {error}; {advice}") from error


def _by_article(rows: Iterable[tuple[int, str]], shape: type[T]) -> Iterator[tuple[int, tuple[T, ...]]]:
    for number, group in groupby(rows, key=itemgetter(0)):
        yield number, tuple(shape.from_json(record) for _, record in group)
