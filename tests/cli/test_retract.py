"""`reportedly retract`: gone, with a stone that says so."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import Store


@pytest.fixture
def id(tmp_path: Path, build: SimpleNamespace) -> str:
    """Of the one article of a store."""
    with Store.open(tmp_path / "news.db", write=True) as store:
        store.add(build.a_report())
    return str(build.an_article().id)


def test_an_article_is_retracted(invoke, id: str) -> None:
    result = invoke("retract", id, "--store", "news.db", "--reason", "asked", SOURCE_DATE_EPOCH="1763841600")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "1 text retracted\n", "")
    with Store.open("news.db") as store:
        stone = store.tombstone(id)
        assert list(store.reports()) == []
    assert stone is not None
    assert (stone.retracted, stone.reason) == ("2025-11-22T20:00:00+00:00", "asked")


def test_retracting_again_tells_when_it_was(invoke, id: str) -> None:
    invoke("retract", id, "--store", "news.db", "-q", SOURCE_DATE_EPOCH="1763841600")
    result = invoke("retract", id, "--store", "news.db", "--reason", "again")
    assert (result.exit_code, result.stdout) == (0, f"{id} was retracted on 2025-11-22T20:00:00+00:00\n")


def test_an_unknown_article_is_named(invoke, id: str) -> None:
    result = invoke("retract", "no\x1bsuch", "--store", "news.db")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "holds no article 'no\\x1bsuch'; `reportedly events` shows the ids" in result.stderr


def test_retracting_from_a_store_that_is_not_there_makes_none(invoke, id: str) -> None:
    result = invoke("retract", id, "--store", "other.db")
    assert result.exit_code == 1
    assert "no such store" in result.stderr
    assert not Path("other.db").exists()
