"""The numbered migrations that make a store and bring an older one up to date, together in one transaction."""

import logging
import sqlite3
from dataclasses import dataclass
from pathlib import Path

logger = logging.getLogger(__name__)

FOLDER = Path(__file__).resolve().parent / "migrations"


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema.

    Attributes:
        version: The schema's version after it; the number that its file's name begins with.
        script: SQL statements.
    """

    version: int
    script: str


def load_migrations(folder: Path = FOLDER) -> list[Migration]:
    """Return the migrations in their order."""
    files = sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return [Migration(int(path.name[:4]), path.read_text(encoding="utf-8")) for path in files]


def latest_version(folder: Path = FOLDER) -> int:
    """Return the version of the schema that this program writes."""
    return load_migrations(folder)[-1].version


def schema_version(connection: sqlite3.Connection) -> int:
    """Return the version of a store's schema; 0 for one that is still empty."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection, *, name: str, folder: Path = FOLDER) -> None:
    """Bring a store up to date, in one transaction; one that is so already is not touched.

    Args:
        connection: In autocommit mode.
        name: Of the store, for the log.
        folder: Where the migrations lie.
    """
    if schema_version(connection) == latest_version(folder):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Only now: another process may have made the store, or upgraded it, while this one waited for the lock.
        before = schema_version(connection)
        for migration in load_migrations(folder):
            if migration.version > before:
                _run(connection, migration)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    after = schema_version(connection)
    if 0 < before < after:
        logger.warning("%s: upgraded from schema %d to %d", name, before, after)


def _run(connection: sqlite3.Connection, migration: Migration) -> None:
    for statement in statements(migration.script):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {migration.version}")


def statements(script: str) -> list[str]:
    """Split a script into its statements; `executescript` would commit the transaction that they are to run in."""
    found: list[str] = []
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            found.append(waiting.strip())
            waiting = ""
    if any(line and not line.startswith("--") for line in waiting.splitlines()):
        raise ValueError(f"a migration ends within a statement: {waiting.strip()[:80]!r}")
    return found
