"""Lists articles and claims, and finds articles by their words."""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.records import Claim, Record, Span
from reportedly.storage.filters import ASKING, GATHERING, Filters
from reportedly.storage.listings.cursors import Key, Page, beyond, cut, order, read_cursor
from reportedly.storage.listings.events import HEAD
from reportedly.storage.queries import NEWEST

BY_DATE = (
    Key("articles.published", str, descending=True),
    Key("articles.id", str),
    Key("articles.number", int),
)
BY_CLAIM = (*BY_DATE, Key("claims.position", int))
#: The last added comes first: an order that the index of words has by itself, however many texts hold the words.
BY_WORDS = (Key("words.rowid", int, descending=True),)
#: Around the words found; control characters, which no text that was read holds.
FOUND = ("\x02", "\x03")
WORDS_SHOWN = 40
MARKS = re.compile("[\x02\x03]")
COUNTS = """(SELECT count(*) FROM events WHERE events.article = articles.number),
    (SELECT count(*) FROM claims WHERE claims.article = articles.number),
    (SELECT story FROM story_articles WHERE article = articles.number),
    (
        SELECT root.id FROM copies JOIN articles AS root ON root.number = copies.root
        WHERE copies.article = articles.number
    )
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine(Record):
    """An article in one line.

    Attributes:
        id: Of the article.
        title: Headline.
        publisher: Who carries it.
        published: Day or moment; None when unknown.
        url: Its address.
        events: How many events were coded.
        claims: How many claims were found.
        story: Id of its story; None for what is not linked, and where there is no event.
        copy_of: Id of the article that it goes back to; None when it is its own.
        passage: Words of the text around what was searched for.
        found: Where in the passage these stand.
    """

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    events: int
    claims: int
    story: str | None
    copy_of: str | None
    passage: str | None = None
    found: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine(Record):
    """A claim with its words and its article.

    Attributes:
        claim: The claim.
        content: Words claimed.
        cue: Words that mark it.
        article: Id of the article.
        title: Headline.
        publisher: Who carries it.
        published: Day or moment; None when unknown.
        url: Its address.
    """

    claim: Claim
    content: str
    cue: str
    article: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None


def find_articles(connection: sqlite3.Connection, *, limit: int, after: str | None) -> Page[ArticleLine]:
    """Return a page of the current articles, the newest first."""
    values: dict[str, Any] = {"limit": limit + 1}
    values |= {} if after is None else read_cursor(after, "articles", BY_DATE)
    rows = connection.execute(
        f"""
        SELECT articles.id, published, articles.record, {COUNTS}, articles.number FROM articles
        WHERE current AND {"1" if after is None else beyond(BY_DATE)} ORDER BY {order(BY_DATE)} LIMIT :limit
        """,
        values,
    )
    lines = [(_article_line(*row[:-1]), (row[1], row[0], row[-1])) for row in rows]
    return cut(lines, limit=limit, name="articles")


def find_by_id(connection: sqlite3.Connection, ids: Iterable[str]) -> list[ArticleLine]:
    """Return the current articles of these ids, in their order; those that are not there are left out."""
    query = f"SELECT articles.id, published, articles.record, {COUNTS} FROM articles WHERE id = ? AND current"
    rows = (connection.execute(query, (id,)).fetchone() for id in ids)
    return [_article_line(*row) for row in rows if row is not None]


def search_articles(connection: sqlite3.Connection, words: str, *, limit: int, after: str | None) -> Page[ArticleLine]:
    """Return a page of the current articles that hold words, the last added first.

    Args:
        connection: To the store.
        words: In the query language of FTS5; checked by the caller.
        limit: How many at most.
        after: Cursor of the page.
    """
    values: dict[str, Any] = {"limit": limit + 1, "words": words}
    values |= {} if after is None else read_cursor(after, "words", BY_WORDS)
    rows = connection.execute(
        f"""
        SELECT articles.id, published, articles.record, {COUNTS},
            snippet(words, 1, '{FOUND[0]}', '{FOUND[1]}', '…', {WORDS_SHOWN}), words.rowid
        FROM words CROSS JOIN articles ON articles.number = words.rowid
        WHERE words MATCH :words AND current AND {"1" if after is None else beyond(BY_WORDS)}
        ORDER BY {order(BY_WORDS)} LIMIT :limit
        """,
        values,
    )
    lines = [(_article_line(*row[:-2], passage=row[-2]), (row[-1],)) for row in rows]
    return cut(lines, limit=limit, name="words")


def find_claims(connection: sqlite3.Connection, filters: Filters, *, limit: int, after: str | None) -> Page[ClaimLine]:
    """Return a page of the claims asked for, those of the newest articles first."""
    values: dict[str, Any] = {**filters.values(), "limit": limit + 1}
    values |= {} if after is None else read_cursor(after, "claims", BY_CLAIM)
    rest = "1" if after is None else beyond(BY_CLAIM)
    rows = _claim_rows(connection, filters, rest, values)
    lines = [(_claim(*row[:7]), (row[3], row[2], *row[-2:])) for row in rows]
    return cut(lines, limit=limit, name="claims")


def _claim_rows(
    connection: sqlite3.Connection, filters: Filters, rest: str, values: Mapping[str, Any]
) -> list[tuple[Any, ...]]:
    """Return rows of claims; the newest articles are asked one by one, and all gathered where these are too few."""
    query = f"""
        SELECT claims.record, articles.text, articles.id, articles.published, articles.record, articles.title, NULL,
            articles.number, claims.position
        FROM articles {{join}} claims ON claims.article = articles.number
        WHERE {{condition}} AND {rest} ORDER BY {order(BY_CLAIM)} LIMIT :limit
    """
    start = "" if "after0" not in values else "AND published <= :after0"
    newest = f"SELECT published FROM articles WHERE current {start} ORDER BY published DESC LIMIT 1 OFFSET {NEWEST}"
    boundary = connection.execute(newest, values).fetchone()
    if boundary is not None:
        asked = f"{filters.for_claims(ASKING)} AND articles.published > :boundary"
        first = query.format(join="CROSS JOIN", condition=asked)
        rows = connection.execute(first, {**values, "boundary": boundary[0]}).fetchall()
        if len(rows) == values["limit"]:
            return rows
    return connection.execute(query.format(join="JOIN", condition=filters.for_claims(GATHERING)), values).fetchall()


def _claim(record: str, text: str, article: str, published: str, head: str, title: str, _: None) -> ClaimLine:
    claim, about = Claim.from_json(record), HEAD.decode(head)
    return ClaimLine(
        claim=claim, content=_words(text, claim.content), cue=_words(text, claim.cue), article=article,
        title=title or None, publisher=None if about.publisher is None else about.publisher.name,
        published=published or None, url=about.url,
    )  # fmt: skip


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def _article_line(
    id: str, published: str, record: str, events: int, claims: int, story: str | None, copy_of: str | None,
    *, passage: str | None = None,
) -> ArticleLine:  # fmt: skip
    about = HEAD.decode(record)
    plain, found = (None, ()) if passage is None else _unmarked(passage)
    return ArticleLine(
        id=id, title=about.title, publisher=None if about.publisher is None else about.publisher.name,
        published=published or None, url=about.url, events=events, claims=claims, story=story, copy_of=copy_of,
        passage=plain, found=found,
    )  # fmt: skip


def _unmarked(passage: str) -> tuple[str, tuple[Span, ...]]:
    """Take the marks out of a passage; return it with the spans that stood between two."""
    spans: list[Span] = []
    begun: int | None = None
    for taken, mark in enumerate(MARKS.finditer(passage)):
        place = mark.start() - taken
        if mark[0] == FOUND[0]:
            begun = place
        elif begun is not None and begun < place:
            spans.append((begun, place))
            begun = None
    return MARKS.sub("", passage), tuple(spans)
