"""What could not be read or coded the last time that it was tried: noted by input, dropped when the input is read."""

import sqlite3
from collections.abc import Iterable

from reportedly.records import Failure

#: So many are kept, the last that failed. A feed that lists nothing but dead links must not fill the store.
MOST = 1_000
#: Inputs and reasons may quote what was read; beyond so many characters they tell nobody more.
LONGEST = 1_000
#: What stands between an input and a part of it: "news/a.html", "a.jsonl:3", "a.warc.gz#12", "a.xml, item 2".
JOINTS = ("/", "\\", ":", "#", ",", " ")


def note(
    connection: sqlite3.Connection, failure: Failure, *, when: str | None, run: int | None, above: int = 0
) -> None:
    """Note a failure in the place of an earlier one of its input; within the caller's transaction.

    Args:
        connection: To the store.
        failure: What could not be read or coded.
        when: ISO 8601; None when unknown.
        run: Number of the run that tried.
        above: The note gets a greater number, whatever was dropped meanwhile.
    """
    values = {
        "number": max(above, last_note(connection)) + 1, "input": _storable(failure.input),
        "reason": _storable(failure.reason), "failed": when, "run": run,
    }  # fmt: skip
    connection.execute("DELETE FROM failures WHERE input = :input", values)
    query = "INSERT INTO failures (number, input, reason, failed, run) VALUES (:number, :input, :reason, :failed, :run)"
    connection.execute(query, values)
    oldest = "SELECT number FROM failures ORDER BY number DESC LIMIT 1 OFFSET ?"
    connection.execute(f"DELETE FROM failures WHERE number <= ({oldest})", (MOST,))


def is_noted(connection: sqlite3.Connection, input: str) -> bool:
    """Whether an input is noted as failed."""
    query = "SELECT 1 FROM failures WHERE input = ?"
    return connection.execute(query, (_storable(input),)).fetchone() is not None


def drop(connection: sqlite3.Connection, input: str) -> None:
    """Drop the note of an input; within the caller's transaction."""
    connection.execute("DELETE FROM failures WHERE input = ?", (_storable(input),))


def drop_older(connection: sqlite3.Connection, inputs: Iterable[str], *, than: int) -> None:
    """Drop what was noted of inputs and of all that lies in them, up to a note; within the caller's transaction.

    Args:
        connection: To the store.
        inputs: Files, folders, addresses that were read to their ends.
        than: Number of the last note that goes.
    """
    for input in inputs:
        whole = _storable(input)
        starts = [whole, *(f"{whole.rstrip(joint)}{joint}" for joint in JOINTS)]
        within = " OR ".join("substr(input, 1, length(?)) = ?" for _ in starts[1:])
        values = [than, whole, *(start for start in starts[1:] for _ in range(2))]
        connection.execute(f"DELETE FROM failures WHERE number <= ? AND (input = ? OR {within})", values)


def last_note(connection: sqlite3.Connection) -> int:
    """Return the number of the last note; 0 when there is none."""
    (number,) = connection.execute("SELECT ifnull(max(number), 0) FROM failures").fetchone()
    return int(number)


def count_notes(connection: sqlite3.Connection) -> int:
    """Count what is noted as failed."""
    (number,) = connection.execute("SELECT count(*) FROM failures").fetchone()
    return int(number)


def _storable(text: str) -> str:
    """Return a text that UTF-8 can carry: half a surrogate pair, as broken inputs leave, becomes its number."""
    return text.encode("utf-8", "backslashreplace").decode()[:LONGEST]
