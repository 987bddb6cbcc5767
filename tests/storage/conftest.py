"""What the tests of the store share: reports built by hand, a store, and every row of one."""

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from reportedly import Report, Store
from reportedly.records import Article, article_id, stated_date
from reportedly.storage import Filters, SourceCount, sources

SCRIPT = Path(__file__).resolve().parent / "adding.py"


@dataclass(frozen=True)
class Adding:
    """Adds the reports of one file to stores, in processes that may be killed."""

    source: Path
    link_every: int

    def command(self, path: Path) -> list[str]:
        """Return what Python runs."""
        return [str(SCRIPT), str(self.source), str(path), str(self.link_every)]

    def start(self, path: Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, *self.command(path)], stdout=subprocess.PIPE)

    def start_timed(self, path: Path) -> tuple[subprocess.Popen[bytes], float]:
        """Start, and return when the first report may come."""
        process = self.start(path)
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        return process, time.monotonic()

    def finish(self, process: subprocess.Popen[bytes]) -> list[str]:
        """Wait for the end; return the words that were printed."""
        output, _ = process.communicate(timeout=300)
        assert process.returncode == 0
        return output.decode().split()

    def run(self, path: Path) -> list[str]:
        return self.finish(self.start(path))

    def kill_after(self, path: Path, seconds: float) -> None:
        process, _ = self.start_timed(path)
        time.sleep(seconds)
        process.kill()
        process.communicate(timeout=60)


@pytest.fixture(scope="module")
def link_every() -> int:
    """After how many reports articles are linked; never, unless a module says otherwise."""
    return 0


@pytest.fixture(scope="module")
def adding(source: Path, link_every: int) -> Adding:
    """Adds the module's source."""
    return Adding(source, link_every)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, adding: Adding, rows_of):
    """Every row of a store that was filled without disturbance, and the seconds that it took."""
    path = tmp_path_factory.mktemp("undisturbed") / "news.db"
    process, begun = adding.start_timed(path)
    adding.finish(process)
    return rows_of(path), time.monotonic() - begun


@pytest.fixture(scope="session")
def without_links() -> dict[str, int]:
    """How many rows the tables of links have in a store whose one article was not linked yet."""
    names = (
        "keys", "fingerprints", "copy_edges", "story_edges", "copies", "stories", "story_articles", "merged",
        "listed_events", "listed_parties", "listed_countries", "listed_pairs", "listed_origins",
        "listed_articles", "listed_groups",
    )  # fmt: skip
    return dict.fromkeys(names, 0) | {"tellings": 0, "pending": 1}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, write=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def counted_anew() -> Callable[[Store, Filters], list[SourceCount]]:
    """List the sources of a store by joining everything, which only lists with earlier texts do."""

    def count(store: Store, wanted: Filters) -> list[SourceCount]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sources, "_of_heard", lambda _: sources._anew(wanted))
            patch.setattr(sources, "_of_totals", sources._anew)
            return list(store.sources(wanted))

    return count


@pytest.fixture(scope="session")
def report_of(build: SimpleNamespace) -> Callable[..., Report]:
    """Return a report of an article of its own: the builder's, with a paragraph that tells it from others."""

    def make(words: str = "", *, published: Any = "2025-03-04", **changes: Any) -> Report:
        text = f"{build.TEXT}\n\n{words}" if words else build.TEXT
        publisher = build.an_article().publisher
        fields = {
            "id": article_id(text, publisher=publisher),
            "text": text,
            "url": f"https://harbourpost.example/{article_id(words, publisher=None)}",
            "published": stated_date(published, evidence="a test") if isinstance(published, str) else published or {},
        }
        parts = {name: changes.pop(name) for name in ("claims", "events", "places", "coder") if name in changes}
        article = Article.from_dict(build.an_article().to_dict() | _plain(fields) | _plain(changes))
        return build.a_report(article=article, **parts)

    return make


def _plain(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value.to_dict() if hasattr(value, "to_dict") else value for name, value in fields.items()}


@pytest.fixture(scope="session")
def rows_of() -> Callable[[Path], dict[str, list[tuple[Any, ...]]]]:
    """Read every row of every table of a store, and see that the index of words is sound."""

    def read(path: Path) -> dict[str, list[tuple[Any, ...]]]:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'words%'"
            names = [name for (name,) in connection.execute(query)]
            return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}

    return read
