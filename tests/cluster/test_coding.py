"""A block is coded part by part; what is finished is not done again, and an article that kills is set aside."""

from pathlib import Path

import pytest

from reportedly import ReportedlyError, Settings

coding = pytest.importorskip("reportedly.cluster.coding", reason="needs the extra `cluster`", exc_type=ImportError)
blocks = pytest.importorskip("reportedly.cluster.blocks", reason="needs the extra `cluster`", exc_type=ImportError)


@pytest.fixture
def coder(doubles, monkeypatch, tmp_path):
    """A coder of blocks whose worker codes nothing, and dies over what mentions the night 4."""
    import stand_in

    monkeypatch.setattr(coding, "code_or_fail", stand_in.coding)
    monkeypatch.setattr(coding, "PART_ARTICLES", 2)
    made = coding.BlockCoder(Settings(publisher="arrested 6"), out=str(tmp_path / "out"), config_hash="made up")
    yield made
    made.close()


def block_of(path: Path):
    (block,) = blocks.plan_blocks(blocks.find_inputs([str(path)]))
    return block


def rows(folder: Path):
    import pyarrow.parquet as pq

    return [row for path in sorted(folder.glob("*.parquet")) for row in pq.read_table(path).to_pylist()]


def test_an_article_that_kills_its_worker_is_set_aside_and_the_others_are_there(coder, news, tmp_path: Path) -> None:
    receipt = coder.code(block_of(news.lines("a.jsonl", range(7))))
    assert (receipt.articles, receipt.failed) == (6, 1)
    assert [row["title"] for row in rows(tmp_path / "out" / "reports")] == [
        f"{('Ghana', 'Peru', 'Poland', 'Nigeria', 'Ecuador')[n % 5]} arrests dockers, night {n}"
        for n in range(7)
        if n != 4
    ]
    (failure,) = rows(tmp_path / "out" / "failures")
    assert failure["input"].endswith("night 4")
    assert "every worker process died over it" in failure["reason"]


def test_finished_parts_are_not_coded_again_and_unfinished_ones_are(coder, news, tmp_path: Path) -> None:
    block = block_of(news.lines("a.jsonl", range(4)))
    first = coder.code(block)
    out = tmp_path / "out"
    parts = {path.name: path.stat().st_mtime_ns for path in (out / "reports").iterdir()}
    # As if the run had been killed while it wrote the second part: its file is cut short, its receipt never came.
    (out / "_receipts" / "000000.json").unlink()
    (out / "_receipts" / "000000-0001.json").write_text('{"name": "0000', encoding="utf-8")
    (out / "reports" / "part-000000-0001.parquet").write_bytes(b"PAR1")
    assert coder.code(block) == first
    after = {path.name: path.stat().st_mtime_ns for path in (out / "reports").iterdir()}
    assert [name for name in parts if parts[name] != after[name]] == ["part-000000-0001.parquet"]
    assert len(rows(out / "reports")) == 4


def test_a_machine_with_another_coder_is_refused(coder, news, tmp_path: Path) -> None:
    other = coding.BlockCoder(Settings(publisher="nobody"), out=str(tmp_path / "other"), config_hash="something else")
    with pytest.raises(ReportedlyError, match="install the same version"):
        other.code(block_of(news.lines("a.jsonl", range(1))))
    other.close()
    assert not list((tmp_path / "other").glob("_receipts/*"))


def test_a_disk_that_cannot_be_written_is_an_error_and_no_receipt(coder, news, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way", encoding="utf-8")
    with pytest.raises(OSError, match="out"):
        coder.code(block_of(news.lines("a.jsonl", range(1))))
