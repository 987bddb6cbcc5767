"""The DuckDB file in which a dataset is linked: texts, keys, pairs, edges and pieces, each read in its own order."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Self

import msgspec
import pyarrow as pa

from reportedly.cluster.groups import Groups
from reportedly.cluster.queries import (
    OF_ONE_ARTICLE,
    OLDER_TEXTS,
    READ_EDGES,
    READ_PIECES,
    TEXTS_OF_ONE_CONTENT,
    candidates_query,
)
from reportedly.errors import SettingsError
from reportedly.linking.affinity import StoryEdge
from reportedly.linking.copies import CopyEdge
from reportedly.linking.drafts import CopyLink
from reportedly.linking.fingerprints import Fingerprint
from reportedly.records import Report
from reportedly.storage.days import moment_key
from reportedly.storage.links.filing import NEAR_COPIES, NEAR_STORIES, keys_of, spot_of
from reportedly.storage.rows import address_of, content_sha256

NEEDED = 'linking a dataset needs DuckDB: pip install "reportedly[parquet]"'
#: Rows are handed over, and read, so many at a time.
ROWS = 2_000
#: Types of columns, as DuckDB calls those of Arrow.
TYPES = {pa.int64(): "BIGINT", pa.float64(): "DOUBLE", pa.string(): "VARCHAR"}
TABLES = {
    "texts": {
        "number": pa.int64(), "id": pa.string(), "sha256": pa.string(), "address": pa.string(), "appeared": pa.string(),
        "moment": pa.int64(), "handle": pa.int64(), "print": pa.string(), "report": pa.string(),
    },
    "keys": {"number": pa.int64(), "key": pa.int64()},
    "copy_edges": {"one": pa.int64(), "other": pa.int64(), "record": pa.string()},
    "story_edges": {"one": pa.int64(), "other": pa.int64(), "score": pa.float64(), "record": pa.string()},
    "links": {"number": pa.int64(), "root": pa.int64(), "record": pa.string()},
    "also": {"number": pa.int64(), "one": pa.int64(), "other": pa.int64()},
    "pieces": {"number": pa.int64(), "piece": pa.int64()},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """Articles within which stories lie.

    Attributes:
        prints: Their fingerprints.
        reports: What was found in them.
        links: Of the copies among them, by article id.
        edges: Of one happening.
    """

    prints: tuple[Fingerprint, ...]
    reports: tuple[Report, ...]
    links: dict[str, CopyLink]
    edges: tuple[StoryEdge, ...]


class Workfile:
    """Owns the DuckDB connection. Rows that are kept are handed over in batches; `end` hands over the rest."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._waiting: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
        self._numbers = 0

    @classmethod
    @contextmanager
    def open(cls, folder: Path, *, memory: str) -> Iterator[Self]:
        """Make the file, and close it in the end.

        Args:
            folder: Where it and what does not fit into memory are put.
            memory: How much DuckDB may take.

        Raises:
            SettingsError: DuckDB is not installed.
        """
        try:
            import duckdb
        except ImportError as error:
            raise SettingsError(NEEDED) from error
        settings = {"memory_limit": memory, "temp_directory": str(folder), "preserve_insertion_order": "false"}
        with duckdb.connect(str(folder / "links.duckdb"), config=settings) as connection:
            for name, shape in TABLES.items():
                columns = ", ".join(f"{column} {TYPES[kind]}" for column, kind in shape.items())
                connection.execute(f"CREATE TABLE {name} ({columns})")
            yield cls(connection)

    @property
    def numbers(self) -> int:
        """How many texts were filed, those that were dropped again included; they are numbered from 0."""
        return self._numbers

    def count_articles(self) -> int:
        """Count the texts that are linked."""
        (articles,) = self._connection.execute("SELECT count(*) FROM texts").fetchone()
        return int(articles)

    def file(self, report: Report, print_: Fingerprint) -> None:
        """Take a report in, under its keys."""
        article, spot = report.article, spot_of(print_)
        row = {
            "number": self._numbers, "id": article.id, "sha256": content_sha256(article),
            "address": None if article.url is None else address_of(article.url),
            "appeared": moment_key(article.published), "moment": spot.moment, "handle": spot.handle,
            "print": print_.to_json(), "report": report.to_json(),
        }  # fmt: skip
        self._keep("texts", row)
        for key in keys_of(print_):
            self._keep("keys", {"number": self._numbers, "key": key})
        self._numbers += 1

    def keep_current(self) -> None:
        """Drop what was filed twice, and the earlier texts of each article."""
        self._end("texts", "keys")
        self._connection.execute(TEXTS_OF_ONE_CONTENT)
        lineages = Groups(self._numbers)
        for number, *others in self._read(OF_ONE_ARTICLE):
            for other in others:
                lineages.join(number, other)
        for (number,) in self._read("SELECT number FROM texts"):
            self._keep("pieces", {"number": number, "piece": lineages.of(number)})
        self._end("pieces")
        self._connection.execute(OLDER_TEXTS)
        self._connection.execute("DELETE FROM pieces")

    def candidates(self) -> Iterator[tuple[Fingerprint, Fingerprint, Mapping[str, int]]]:
        """Yield every two articles that are to be compared, by id, with their numbers by id."""
        self._connection.execute(candidates_query(copies=NEAR_COPIES, stories=NEAR_STORIES))
        prints: dict[int, Fingerprint] = {}
        for pairs in self._batches("SELECT one, other FROM pairs ORDER BY one, other"):
            prints = self._prints({number for pair in pairs for number in pair}, known=prints)
            for pair in pairs:
                numbers = {prints[number].id: number for number in pair}
                one, other = sorted(numbers)
                yield prints[numbers[one]], prints[numbers[other]], numbers

    def keep_copy_edge(self, edge: CopyEdge, numbers: Mapping[str, int]) -> None:
        """Keep shared text of two articles."""
        ends = {"one": numbers[edge.article], "other": numbers[edge.of]}
        self._keep("copy_edges", {**ends, "record": edge.to_json()})

    def keep_story_edge(self, edge: StoryEdge, numbers: Mapping[str, int]) -> None:
        """Keep that two articles tell one happening."""
        one, other = sorted((numbers[edge.one], numbers[edge.other]))
        self._keep("story_edges", {"one": one, "other": other, "score": edge.score, "record": edge.to_json()})

    def copy_groups(self) -> Iterator[tuple[list[CopyEdge], Mapping[int, Fingerprint]]]:
        """Yield what shared text connects: the edges of each group, and its articles."""
        self._end("copy_edges", "story_edges")
        groups = Groups(self._numbers)
        for one, other in self._read("SELECT one, other FROM copy_edges"):
            groups.join(one, other)
        for (number,) in self._read("SELECT one FROM copy_edges UNION SELECT other FROM copy_edges"):
            self._keep("pieces", {"number": number, "piece": groups.of(number)})
        self._end("pieces")
        query = """
            SELECT piece, one, other, record FROM copy_edges JOIN pieces ON number = one ORDER BY piece, one, other
        """
        for _, rows in groupby(self._read(query), key=itemgetter(0)):
            found = list(rows)
            yield (
                [CopyEdge.from_json(record) for *_, record in found],
                self._prints({number for _, *ends, _ in found for number in ends}, known={}),
            )
        self._connection.execute("DELETE FROM pieces")

    def keep_link(self, link: CopyLink, numbers: Mapping[str, int]) -> None:
        """Keep the link of a copy to its root."""
        number, root = numbers[link.article], numbers[link.of]
        self._keep("links", {"number": number, "root": root, "record": msgspec.json.encode(link).decode()})
        for other in link.also:
            self._keep("also", {"number": number, "one": root, "other": numbers[other]})

    def ties(self, *, least: float) -> Iterator[tuple[int, int]]:
        """Yield every copy with its root, and every two articles that an edge of so great a score joins."""
        self._end("links", "also")
        query = "SELECT number, root FROM links UNION ALL SELECT one, other FROM story_edges WHERE score >= ?"
        yield from self._read(query, [least])

    def keep_pieces(self, groups: Groups, *, but: Mapping[int, object], among: set[int] | None) -> None:
        """Keep the groups as pieces.

        Args:
            groups: Of articles.
            but: Groups that are too large.
            among: Articles that are in no piece yet; None for all.
        """
        for (number,) in self._read("SELECT number FROM texts"):
            if (among is None or number in among) and groups.of(number) not in but:
                self._keep("pieces", {"number": number, "piece": groups.of(number)})
        self._end("pieces")

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces, one in memory at a time."""
        edges = groupby(self._read(READ_EDGES), key=itemgetter(0))
        ahead: tuple[int, Iterable[Any]] | None = next(edges, None)
        for piece, rows in groupby(self._read(READ_PIECES), key=itemgetter(0)):
            inside: list[StoryEdge] = []
            if ahead is not None and ahead[0] == piece:
                inside = [StoryEdge.from_json(record) for _, record in ahead[1]]
                ahead = next(edges, None)
            found = list(rows)
            links = [msgspec.json.decode(link, type=CopyLink) for *_, link in found if link is not None]
            yield Piece(
                prints=tuple(Fingerprint.from_json(print_) for _, _, print_, _, _ in found),
                reports=tuple(Report.from_json(report) for _, _, _, report, _ in found),
                links={link.article: link for link in links},
                edges=tuple(sorted(inside, key=lambda edge: (edge.one, edge.other))),
            )

    def _prints(self, numbers: set[int], *, known: Mapping[int, Fingerprint]) -> dict[int, Fingerprint]:
        """Return fingerprints by number; those that are known are not read again."""
        missing = [number for number in numbers if number not in known]
        rows = self._read("SELECT number, print FROM texts WHERE number IN (SELECT unnest(?))", [missing])
        found = {number: Fingerprint.from_json(print_) for number, print_ in rows}
        return {number: found[number] if number in found else known[number] for number in numbers}

    def _keep(self, table: str, row: dict[str, Any]) -> None:
        self._waiting[table].append(row)
        if len(self._waiting[table]) >= ROWS:
            self._end(table)

    def _end(self, *tables: str) -> None:
        """Hand over what waits."""
        for table in tables:
            if self._waiting[table]:
                # DuckDB finds the rows by the name of this variable.
                rows = pa.Table.from_pylist(self._waiting[table], schema=pa.schema(TABLES[table]))  # noqa: F841
                self._connection.execute(f"INSERT INTO {table} SELECT * FROM rows")
                self._waiting[table] = []

    def _read(self, query: str, values: list[Any] | None = None) -> Iterator[tuple[Any, ...]]:
        return (row for rows in self._batches(query, values) for row in rows)

    def _batches(self, query: str, values: list[Any] | None = None) -> Iterator[list[tuple[Any, ...]]]:
        """Yield rows in batches, over a cursor of their own, so that other work goes on meanwhile."""
        cursor = self._connection.cursor()
        cursor.execute(query, values or [])
        while rows := cursor.fetchmany(ROWS):
            yield rows
