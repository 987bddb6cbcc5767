"""Where the data of a store come from: what coded them, what could not be read, and what was taken out."""

import sqlite3
from dataclasses import dataclass

from reportedly.records import CoderInfo, Record
from reportedly.storage.migrating import schema_version
from reportedly.storage.outcomes import Tombstone
from reportedly.storage.runs import load_run
from reportedly.storage.unread import count_notes

TOMBSTONES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLine(Record):
    """A run of a coder, with what it has coded.

    Attributes:
        coder: Version, codebook, models and `config_hash`.
        codebook_digest: SHA-256 of the codebook files.
        settings: The options that can change what it finds, as name and value.
        started: When it first began.
        articles: How many texts stand in the store as it coded them.
    """

    coder: CoderInfo
    codebook_digest: str | None
    settings: tuple[tuple[str, str], ...]
    started: str | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class About(Record):
    """Where the data of a store come from.

    Attributes:
        schema: Version of the store's schema.
        texts: How many texts it holds, earlier ones of the same article included.
        revisions: How many of these are earlier texts.
        runs: What coded them, the last begun first.
        failed: How many inputs could not be read or coded when they were last tried.
        retracted: How many texts were taken out.
        tombstones: The last of them.
    """

    schema: int
    texts: int
    revisions: int
    runs: tuple[RunLine, ...]
    failed: int
    retracted: int
    tombstones: tuple[Tombstone, ...]


def describe(connection: sqlite3.Connection) -> About:
    """Return where the data of a store come from."""
    texts, revisions, retracted = connection.execute(
        """
        SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM revisions), (SELECT count(*) FROM tombstones)
        """
    ).fetchone()
    last = "SELECT id, sha256, retracted, reason FROM tombstones ORDER BY retracted DESC, id, sha256 LIMIT ?"
    stones = connection.execute(last, (TOMBSTONES,))
    return About(
        schema=schema_version(connection), texts=texts, revisions=revisions, runs=_runs(connection),
        failed=count_notes(connection), retracted=retracted,
        tombstones=tuple(Tombstone(id=id, sha256=sha, retracted=when, reason=why) for id, sha, when, why in stones),
    )  # fmt: skip


def _runs(connection: sqlite3.Connection) -> tuple[RunLine, ...]:
    counts = dict(connection.execute("SELECT run, count(*) FROM articles GROUP BY run").fetchall())
    numbers = connection.execute("SELECT number FROM runs ORDER BY started DESC, number DESC").fetchall()
    return tuple(_run(connection, number, counts.get(number, 0)) for (number,) in numbers)


def _run(connection: sqlite3.Connection, number: int, articles: int) -> RunLine:
    run = load_run(connection, number)
    return RunLine(
        coder=run.coder, codebook_digest=run.codebook_digest, settings=tuple(sorted(run.settings.items())),
        started=run.started, articles=articles,
    )  # fmt: skip
