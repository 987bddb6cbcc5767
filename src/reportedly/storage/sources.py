"""Lists sources with how much rests on each, under any filter.

Four ways lead to the same rows: 1. the totals that are kept, where nothing but a name is asked for; 2. a look at the
sources that most rests on, where a filter leaves so much that no other can come before them; 3. a walk over `heard`;
4. where earlier texts count too, which none of these hold, everything is joined.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reportedly.records import Record, SourceKind
from reportedly.storage.filters import ALL, ASKING, FOLDED, GATHERING, NAMED, SINCE, UNTIL, Filters, Forms

ORDER = "articles DESC, events DESC, claims DESC, folded, kind"
#: Up to so many rows are looked up one by one, and of a larger store up to this part of its events: looking a row up
#: takes about ten times as long as walking over it.
FEW = 20_000
MANY = 10
#: What leaves this part of all events leaves most of those of the greatest sources.
MOST = 8
#: So many rows of the sources that most rests on are asked one by one.
GREATEST = 50_000
EVENT_FILTERS = ("actor", "recipient", "country")
OF_TYPE = "heard.type = :type"
OF_TEXT = "heard.article IN (SELECT rowid FROM words WHERE words MATCH :text)"
#: The conditions of filters on a row of `heard`, in three forms: for few rows, which are looked up in an index; for
#: many, each row of the walk being compared with all that fits; for some, each being asked by itself.
LOOKED_UP = {
    **{name: GATHERING[name].replace("events.number", "heard.event") for name in EVENT_FILTERS},
    "type": "heard.event IN (SELECT number FROM events WHERE events.type = :type)",
    "text": OF_TEXT,
}
#: With a sign before it, SQLite does not look a column up in its index.
COMPARED = {name: f"+{form}" for name, form in LOOKED_UP.items()} | {"type": OF_TYPE}
ASKED = {
    **{name: ASKING[name].replace("events.number", "heard.event") for name in EVENT_FILTERS},
    "type": OF_TYPE,
    "text": f"+{OF_TEXT}",
}
#: What fits a filter, found without sorting: enough to tell few from many.
PARTIES = "SELECT 1 FROM parties WHERE role = '{role}' AND {named}"
FOUND = {
    "actor": PARTIES.format(role="actor", named=NAMED.format(part=":actor")),
    "recipient": PARTIES.format(role="recipient", named=NAMED.format(part=":recipient")),
    "type": "SELECT 1 FROM events WHERE type = :type",
    # Not of places: most events of a country have it as a party too.
    "country": "SELECT 1 FROM parties WHERE country = :country",
    "text": "SELECT 1 FROM words WHERE words MATCH :text",
}


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


def find_sources(connection: sqlite3.Connection, filters: Filters, *, limit: int | None) -> Iterator[SourceCount]:
    """Yield the sources of the events and claims asked for, those that most articles name first."""
    values = {**filters.values(), "limit": ALL if limit is None else limit}
    return (source_count(row) for row in source_rows(connection, filters, values))


def source_rows(
    connection: sqlite3.Connection, filters: Filters, values: Mapping[str, Any], *, rest: str = "1"
) -> list[tuple[Any, ...]]:
    """Return rows for `source_count`, in the order of the list.

    Args:
        connection: To the store.
        filters: What to list.
        values: Of the filters and of `rest`, and how many rows at most as `limit`.
        rest: Condition on what the list is ordered by, for the pages after the first.
    """
    if filters == Filters(source=filters.source):
        return _listed(connection, _of_totals(filters), values, rest=rest)
    if filters.revisions:
        return _listed(connection, _anew(filters), values, rest=rest)
    (events,) = connection.execute("SELECT ifnull(max(number), 0) FROM events").fetchone()
    many, most = max(FEW, events // MANY), max(FEW, events // MOST)
    found = {name: _count_found(connection, name, filters, limit=most) for name in _looked_up(filters)}
    if values["limit"] > 0 and filters.source is None and all(number == most for number in found.values()):
        rows = _of_the_greatest(connection, filters, values, rest=rest)
        if rows is not None:
            return rows
    forms = {name: (LOOKED_UP if number < many else COMPARED)[name] for name, number in found.items()}
    return _listed(connection, _of_heard(_conditions(filters, forms)), values, rest=rest)


def _listed(
    connection: sqlite3.Connection, counted: str, values: Mapping[str, Any], *, rest: str
) -> list[tuple[Any, ...]]:
    return connection.execute(
        f"""
        WITH counted AS ({counted}),
        page AS (SELECT * FROM counted WHERE {rest} ORDER BY {ORDER} LIMIT :limit)
        SELECT (SELECT min(name) FROM names WHERE names.folded = page.folded),
            kind, anonymous, articles, claims, events, origins, folded
        FROM page ORDER BY {ORDER}
        """,
        values,
    ).fetchall()


def source_count(row: tuple[Any, ...]) -> SourceCount:
    """Return the line of a row."""
    name, kind, anonymous, articles, claims, events, origin_of, _ = row
    return SourceCount(
        name=name, kind=SourceKind(kind), anonymous=bool(anonymous),
        articles=articles, claims=claims, events=events, origin_of=origin_of,
    )  # fmt: skip


def _of_totals(filters: Filters) -> str:
    named = "1" if filters.source is None else FOLDED.format(part=":source")
    return f"""
        SELECT folded, kind, named = 0 AS anonymous, articles, claims, events, origins FROM source_totals WHERE {named}
    """


def _of_heard(conditions: Iterable[str]) -> str:
    return f"""
        SELECT folded, kind, told.* FROM (
            SELECT source, min(anonymous) AS anonymous, count(DISTINCT article) AS articles,
                count(DISTINCT nullif(claim, 0)) AS claims, sum(claim = 0) AS events, sum(origin) AS origins
            FROM heard WHERE {" AND ".join(conditions)} GROUP BY source
        ) AS told JOIN source_totals ON source_totals.number = told.source
    """


def _looked_up(filters: Filters) -> tuple[str, ...]:
    """Return the names of the filters that may be looked up in an index."""
    return (*filters.of_events, *(["text"] if filters.text is not None else []))


def _count_found(connection: sqlite3.Connection, name: str, filters: Filters, *, limit: int) -> int:
    """Count what fits a filter, up to a limit."""
    (found,) = connection.execute(f"SELECT count(*) FROM ({FOUND[name]} LIMIT {limit})", filters.values()).fetchone()
    return int(found)


def _conditions(filters: Filters, forms: Forms) -> Iterator[str]:
    """Yield what must hold for a row of `heard`."""
    yield from (forms[name] for name in _looked_up(filters))
    if filters.since is not None:
        yield SINCE.format(table="heard")
    if filters.until is not None:
        yield UNTIL.format(table="heard")
    if filters.source is not None:
        yield f"source IN (SELECT number FROM source_totals WHERE {FOLDED.format(part=':source')})"


def _of_the_greatest(
    connection: sqlite3.Connection, filters: Filters, values: Mapping[str, Any], *, rest: str
) -> list[tuple[Any, ...]] | None:
    """Return the rows if those of the sources that most articles name are all; None when others may come before."""
    greatest: list[int] = []
    rows, next_articles = 0, 0
    query = f"SELECT number, articles, events + claims FROM source_totals ORDER BY {ORDER}"
    for number, articles, own in connection.execute(query):
        rows += own
        if rows > GREATEST:
            next_articles = articles
            break
        greatest.append(number)
    chosen = f"source IN ({', '.join(map(str, greatest)) or 'NULL'})"
    counted = _of_heard([chosen, *_conditions(filters, ASKED)])
    found = _listed(connection, counted, values, rest=rest)
    # Of the others, none stands in more articles with the filter than it does without.
    return found if len(found) == values["limit"] and found[-1][3] > next_articles else None


def _anew(filters: Filters) -> str:
    own_name = "1" if filters.source is None else f"sources.{NAMED.format(part=':source')}"
    rest = replace(filters, source=None)
    # Counted in steps, each by one sort: first what each record has of a source, then what each article has.
    return f"""
        SELECT folded, kind, min(anonymous) AS anonymous, count(*) AS articles, sum(claims) AS claims,
            sum(events) AS events, sum(origins) AS origins
        FROM (
            SELECT folded, kind, min(anonymous) AS anonymous, sum(claims) AS claims, sum(events) AS events,
                sum(origins) AS origins
            FROM (
                SELECT sources.name, kind, min(anonymous) AS anonymous, events.article, 0 AS claims, 1 AS events,
                    max(origin) AS origins
                FROM events JOIN articles ON articles.number = events.article
                JOIN mentions ON mentions.event = events.number JOIN sources ON sources.mention = mentions.number
                WHERE {rest.for_events()} AND {own_name} GROUP BY sources.name, kind, events.number
                UNION ALL
                SELECT sources.name, kind, min(anonymous), claims.article, 1, 0, 0
                FROM claims JOIN articles ON articles.number = claims.article
                JOIN sources ON sources.claim = claims.number
                WHERE {rest.for_claims()} AND {own_name} GROUP BY sources.name, kind, claims.number
            ) AS hops JOIN names ON names.number = hops.name GROUP BY folded, kind, article
        ) GROUP BY folded, kind
    """
