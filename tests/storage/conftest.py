"""What the tests of the store share: reports built by hand, a store, and every row of one."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from reportedly import Report, Store
from reportedly.records import Article, article_id, stated_date


@pytest.fixture(scope="session")
def without_links() -> dict[str, int]:
    """How many rows the tables of links have in a store whose one article was not linked yet."""
    names = ("keys", "fingerprints", "copy_edges", "story_edges", "copies", "stories", "story_articles", "merged")
    return dict.fromkeys(names, 0) | {"tellings": 0, "pending": 1}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, write=True) as opened:
        yield opened


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
