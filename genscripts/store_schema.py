"""Writes the whole schema of a store, as its migrations make it: `python genscripts/store_schema.py`."""

import sqlite3
from contextlib import closing
from pathlib import Path

from reportedly.storage.migrating import migrate, schema_version

PAGE = Path(__file__).resolve().parent.parent / "src" / "reportedly" / "storage" / "schema.sql"
HEAD = """\
-- The schema of a store, version {version}. Made by genscripts/store_schema.py from migrations/: do not edit.
-- What each table is for stands in the migrations and in docs/store.md.
"""


def page() -> str:
    """Return the schema as SQL that makes it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, name="schema")
        # Tables that the full-text index keeps its data in come with it; automatic indexes come with their tables.
        rows = connection.execute(
            """
            SELECT sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND name NOT LIKE 'words\\_%' ESCAPE '\\' OR type = 'trigger'
            ORDER BY rowid
            """
        )
        statements = [f"{sql};\n" for (sql,) in rows]
        return HEAD.format(version=schema_version(connection)) + "\n" + "\n".join(statements)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
