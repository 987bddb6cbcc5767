"""What made reports: a coder with its codebook, models and settings, and when it first began."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from reportedly.records import CoderInfo, stable_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One coder at work; begun again with the same coder and settings, it is the same run.

    Attributes:
        coder: As its reports name it.
        codebook_digest: SHA-256 of the codebook files; None when unknown.
        settings: The options that can change what it finds, as text.
        started: When it first began, ISO 8601; None when unknown.
    """

    coder: CoderInfo
    codebook_digest: str | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
    started: str | None = None

    @property
    def id(self) -> str:
        """Hash of everything but the start."""
        coder = self.coder.to_json()
        return stable_id("run", coder, self.codebook_digest or "", json.dumps(dict(self.settings), sort_keys=True))


def register(connection: sqlite3.Connection, run: Run) -> int:
    """Return the number of a run, writing it down the first time; within the caller's transaction."""
    values = (
        run.id, run.coder.version, run.coder.codebook, run.codebook_digest, json.dumps(run.coder.models),
        json.dumps(dict(run.settings), sort_keys=True), run.coder.config_hash, run.started,
    )  # fmt: skip
    connection.execute(
        """
        INSERT INTO runs (id, version, codebook, codebook_digest, models, settings, config_hash, started)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """,
        values,
    )
    (number,) = connection.execute("SELECT number FROM runs WHERE id = ?", (run.id,)).fetchone()
    return int(number)


def load_run(connection: sqlite3.Connection, number: int) -> Run:
    """Return a run by its number."""
    version, codebook, models, config_hash, digest, settings, started = connection.execute(
        """
        SELECT version, codebook, models, config_hash, codebook_digest, settings, started
        FROM runs WHERE number = ?
        """,
        (number,),
    ).fetchone()
    names = msgspec.json.decode(models, type=tuple[str, ...])
    coder = CoderInfo(version=version, codebook=codebook, models=names, config_hash=config_hash)
    return Run(coder=coder, codebook_digest=digest, settings=json.loads(settings), started=started)
