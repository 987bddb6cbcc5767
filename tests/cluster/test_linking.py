"""Linking a dataset comes to the copies and stories of a store that holds the same reports."""

import json
import runpy
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import Report, Store
from reportedly.errors import ReadError, SettingsError

HERE = Path(__file__).resolve().parent
WIRE = SimpleNamespace(**runpy.run_path(str(HERE.parent / "storage" / "wire.py")))
NEWS = runpy.run_path(str(HERE.parents[1] / "bench" / "made_up_news.py"))


@pytest.fixture(autouse=True)
def _duckdb() -> None:
    pytest.importorskip("duckdb", reason="needs DuckDB: requirements-cluster.lock, docs/large.md")


def write_dataset(folder: Path, reports: Sequence[Report], *, part: int = 7) -> Path:
    """Write reports as `code_dataset` does, in parts of so many."""
    from reportedly.cluster.tables import tables_of

    (folder / "reports").mkdir(parents=True)
    for number, start in enumerate(range(0, len(reports), part)):
        data = tables_of(reports[start : start + part])["reports"]
        (folder / "reports" / f"part-{number:05}.parquet").write_bytes(data)
    return folder


def rows(folder: Path, name: str) -> list[dict[str, object]]:
    import pyarrow.parquet as pq

    files = sorted((folder / name).glob("*.parquet"))
    return [row for file in files for row in pq.read_table(file).to_pylist()]


def by_store(path: Path, reports: Iterable[Report]) -> SimpleNamespace:
    """Return the stories and copies of a store."""
    with Store.open(path, write=True) as store:
        for report in reports:
            store.add(report)
        store.link()
        stories = {line.id: store.story(line.id).to_dict() for line in store.stories()}
        copies = [json.loads(record) for (record,) in store._connection.execute("SELECT record FROM copies")]
    return SimpleNamespace(stories=stories, copies={link["article"]: link for link in copies})


def compare(tmp_path: Path, reports: Sequence[Report]) -> SimpleNamespace:
    """Link by both ways, see that the results are the same, and return them."""
    from reportedly.cluster import link_dataset

    folder = write_dataset(tmp_path / "coded", reports)
    linked = link_dataset(str(folder))
    expected = by_store(tmp_path / "news.db", reports)
    stories = {row["id"]: json.loads(str(row["story"])) for row in rows(folder, "stories")}
    assert stories == expected.stories
    copies = {row["article"]: row for row in rows(folder, "copies")}
    assert {name: (row["of"], row["similarity"], row["also"]) for name, row in copies.items()} == {
        name: (link["of"], link["similarity"], link["also"]) for name, link in expected.copies.items()
    }
    merged = {
        row["id"]: (row["story"], row["origins"], row["independent_origins"]) for row in rows(folder, "merged_events")
    }
    assert merged == {
        event["id"]: (story["id"], event["origins"], event["independent_origins"])
        for story in expected.stories.values()
        for event in story["events"]
    }
    assert (linked.stories, linked.copies) == (len(stories), len(copies))
    return SimpleNamespace(linked=linked, stories=stories, copies=copies)


@pytest.mark.parametrize("seed", range(3))
def test_an_archive_in_any_order_is_linked_as_in_a_store(tmp_path: Path, seed: int) -> None:
    reports = [*WIRE.REPORTS]
    reports = reports[seed * 2 :] + reports[: seed * 2]
    found = compare(tmp_path, reports)
    assert found.copies
    assert any(len(story["articles"]) > 2 for story in found.stories.values())


def test_made_up_news_with_many_neighbours_is_linked_as_in_a_store(tmp_path: Path) -> None:
    reports = list(NEWS["Newsroom"](events=2).reports(150))
    found = compare(tmp_path, reports)
    assert found.linked.articles <= 150
    assert len(found.copies) > 20


def test_large_pieces_are_taken_apart_as_in_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportedly.cluster import linking
    from reportedly.storage.links import pieces

    monkeypatch.setattr(linking, "MOST", 6)
    monkeypatch.setattr(pieces, "MOST", 6)
    compare(tmp_path, [*WIRE.REPORTS, *NEWS["Newsroom"](events=1).reports(60)])


def test_few_neighbours_are_those_of_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportedly.cluster import workfile
    from reportedly.storage.links import filing

    for module in (filing, workfile):
        monkeypatch.setattr(module, "NEAR_COPIES", 3)
        monkeypatch.setattr(module, "NEAR_STORIES", 2)
    compare(tmp_path, list(NEWS["Newsroom"](events=1).reports(80)))


def test_revisions_and_repetitions_count_once(tmp_path: Path) -> None:
    from dataclasses import replace

    first, *others = WIRE.REPORTS
    url = "https://kestrel.example/harbour"
    earlier = replace(first, article=replace(first.article, url=url))
    later = replace(others[0], article=replace(others[0].article, url=f"{url}#top"))
    found = compare(tmp_path, [earlier, *others[1:], later, earlier, *others[1:3]])
    assert found.linked.articles == len(WIRE.REPORTS) - 1


def test_linking_again_replaces_what_was_there(tmp_path: Path) -> None:
    from reportedly.cluster import link_dataset

    folder = write_dataset(tmp_path / "coded", WIRE.REPORTS)
    (folder / "stories").mkdir()
    (folder / "stories" / "part-00099.parquet").write_bytes(b"of an earlier time")
    first = link_dataset(str(folder))
    before = {file.name: file.read_bytes() for file in folder.glob("*/*.parquet")}
    assert link_dataset(str(folder)) == first
    assert {file.name: file.read_bytes() for file in folder.glob("*/*.parquet")} == before
    assert "part-00099.parquet" not in before


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    from reportedly.cluster import link_dataset

    with pytest.raises(ReadError, match="no such file or folder"):
        link_dataset(str(tmp_path / "nothing"))


def test_without_duckdb_it_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportedly.cluster import link_dataset

    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(SettingsError, match="pip install"):
        link_dataset(str(write_dataset(tmp_path / "coded", WIRE.REPORTS)))
