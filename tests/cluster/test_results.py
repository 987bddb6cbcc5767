"""The reports of a dataset come back, one after another."""

from pathlib import Path

import pytest

from reportedly import ReadError

results = pytest.importorskip("reportedly.cluster.results", reason="needs the extra `cluster`", exc_type=ImportError)
tables = pytest.importorskip("reportedly.cluster.tables", reason="needs the extra `cluster`", exc_type=ImportError)


def test_reports_come_back_in_the_order_of_the_parts(build, tmp_path: Path) -> None:
    reports = [build.a_report(article=build.an_article(id=f"{number:016}")) for number in range(130)]
    (tmp_path / "reports").mkdir()
    for part in (1, 0):
        data = tables.tables_of(reports[part * 65 : part * 65 + 65])["reports"]
        (tmp_path / "reports" / f"part-00000{part}-0000.parquet").write_bytes(data)
    assert list(results.read_dataset(str(tmp_path))) == reports


def test_a_damaged_part_is_named(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "part-000000-0000.parquet").write_bytes(b"PAR1")
    with pytest.raises(ReadError, match=r"part-000000-0000\.parquet: is no part of a dataset"):
        list(results.read_dataset(str(tmp_path)))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file or folder"):
        list(results.read_dataset(str(tmp_path / "nowhere")))
