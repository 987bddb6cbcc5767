"""How much rests on each source over the whole store, kept up to date with every text, so that nobody need count."""

import sqlite3

CHANGE = """
    WITH hops AS (
        SELECT sources.name, kind, min(anonymous) AS anonymous, 0 AS claims, 1 AS events, max(origin) AS origins
        FROM events JOIN mentions ON mentions.event = events.number JOIN sources ON sources.mention = mentions.number
        WHERE events.article = :article GROUP BY sources.name, kind, events.number
        UNION ALL
        SELECT sources.name, kind, min(anonymous), 1, 0, 0
        FROM claims JOIN sources ON sources.claim = claims.number
        WHERE claims.article = :article GROUP BY sources.name, kind, claims.number
    )
    INSERT INTO source_totals (folded, kind, articles, named, claims, events, origins)
    SELECT folded, kind, :sign, :sign * (1 - min(anonymous)), :sign * sum(claims), :sign * sum(events),
        :sign * sum(origins)
    FROM hops JOIN names ON names.number = hops.name WHERE true GROUP BY folded, kind
    ON CONFLICT (folded, kind) DO UPDATE SET articles = articles + excluded.articles, named = named + excluded.named,
        claims = claims + excluded.claims, events = events + excluded.events, origins = origins + excluded.origins
"""


def count_in(connection: sqlite3.Connection, article: int) -> None:
    """Count the sources of a text that has become the current one of its article."""
    connection.execute(CHANGE, {"article": article, "sign": 1})


def count_out(connection: sqlite3.Connection, article: int) -> None:
    """Take the sources of a current text out of the count, before it or what was found in it goes."""
    connection.execute(CHANGE, {"article": article, "sign": -1})
    connection.execute("DELETE FROM source_totals WHERE articles = 0")
