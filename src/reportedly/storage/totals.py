"""Who is heard in which record of which text, and how much rests on each source, both kept up to date with every text.

Lists of sources are one walk over these narrow rows, and the list of all sources needs none.
"""

import sqlite3

KNOWN = """
    INSERT INTO source_totals (folded, kind, articles, named, claims, events, origins)
    SELECT folded, kind, 0, 0, 0, 0, 0 FROM (
        SELECT name, kind FROM events JOIN mentions ON mentions.event = events.number
        JOIN sources ON sources.mention = mentions.number WHERE events.article = :article
        UNION
        SELECT name, kind FROM claims JOIN sources ON sources.claim = claims.number WHERE claims.article = :article
    ) AS found JOIN names ON names.number = found.name WHERE true ORDER BY folded, kind ON CONFLICT DO NOTHING
"""
OF_EVENTS = """
    INSERT INTO heard (source, article, claim, event, type, anonymous, origin, first_day, last_day)
    SELECT totals.number, events.article, 0, events.number, type, min(anonymous), max(origin), first_day, last_day
    FROM events JOIN mentions ON mentions.event = events.number JOIN sources ON sources.mention = mentions.number
    JOIN names ON names.number = sources.name
    JOIN source_totals AS totals ON totals.folded = names.folded AND totals.kind = sources.kind
    WHERE events.article = :article GROUP BY totals.number, events.number
"""
OF_CLAIMS = """
    INSERT INTO heard (source, article, claim, event, type, anonymous, origin, first_day, last_day)
    SELECT totals.number, claims.article, claims.number, ifnull(told.event, 0), told.type, min(anonymous), 0,
        first_day, last_day
    FROM claims JOIN sources ON sources.claim = claims.number JOIN names ON names.number = sources.name
    JOIN source_totals AS totals ON totals.folded = names.folded AND totals.kind = sources.kind
    LEFT JOIN (
        SELECT events.number AS event, type, mentions.claim
        FROM events JOIN mentions ON mentions.event = events.number WHERE events.article = :article
    ) AS told ON told.claim = claims.id
    WHERE claims.article = :article GROUP BY totals.number, claims.number, told.event
"""
ADD = """
    UPDATE source_totals SET articles = articles + :sign, named = named + :sign * (1 - own.anonymous),
        claims = source_totals.claims + :sign * own.claims, events = source_totals.events + :sign * own.events,
        origins = source_totals.origins + :sign * own.origins
    FROM (
        SELECT source, min(anonymous) AS anonymous, count(DISTINCT nullif(claim, 0)) AS claims,
            sum(claim = 0) AS events, sum(origin) AS origins
        FROM heard WHERE article = :article GROUP BY source
    ) AS own WHERE source_totals.number = own.source
"""


def count_in(connection: sqlite3.Connection, article: int) -> None:
    """Count the sources of a text that has become the current one of its article."""
    for statement in (KNOWN, OF_EVENTS, OF_CLAIMS):
        connection.execute(statement, {"article": article})
    connection.execute(ADD, {"article": article, "sign": 1})


def count_out(connection: sqlite3.Connection, article: int) -> None:
    """Take the sources of a current text out of the count, before it or what was found in it goes."""
    connection.execute(ADD, {"article": article, "sign": -1})
    connection.execute("DELETE FROM heard WHERE article = ?", (article,))
    connection.execute("DELETE FROM source_totals WHERE articles = 0")
