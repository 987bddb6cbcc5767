"""Blocks have the same bounds in every run, and together hold every article once."""

from pathlib import Path

import pytest

from reportedly import Article, Failure, ReadError
from reportedly.reading import ReadingOptions

blocks = pytest.importorskip("reportedly.cluster.blocks", reason="needs the extra `cluster`", exc_type=ImportError)
articles = pytest.importorskip("reportedly.cluster.articles", reason="needs the extra `cluster`", exc_type=ImportError)


def planned(*paths: Path):
    return blocks.plan_blocks(blocks.find_inputs([str(path) for path in paths]))


def read(*paths: Path) -> list[Article | Failure]:
    plan = planned(*paths)
    return [found for block in plan for found in articles.read_block(block, options=ReadingOptions())]


def titles(found) -> list[str]:
    return [article.title for article in found]


@pytest.mark.parametrize("end", ["\n", ""])
@pytest.mark.parametrize("size", [1, 17, 300, 331, 332, 5_000_000])
def test_every_line_belongs_to_one_block_wherever_blocks_end(news, monkeypatch, size: int, end: str) -> None:
    path = news.lines("a.jsonl", range(6), end=end)
    expected = titles(read(path))
    assert len(expected) == 6
    monkeypatch.setattr(blocks, "BLOCK_BYTES", size)
    assert titles(read(path)) == expected


def test_a_line_without_an_end_is_refused_and_not_read_whole(news) -> None:
    path = news.folder / "endless.jsonl"
    path.write_text('{"text": "' + "a" * 6_000_000, encoding="utf-8")
    found = read(path)
    assert [type(result) for result in found] == [Failure]
    assert "is larger than" in found[0].reason


@pytest.mark.parametrize("size", [1, 2, 3, 100])
@pytest.mark.parametrize("rows", [2, 5, 100])
def test_every_row_belongs_to_one_block(news, monkeypatch, size: int, rows: int) -> None:
    path = news.parquet("a.parquet", range(7), rows=rows)
    monkeypatch.setattr(blocks, "BLOCK_ROWS", size)
    assert titles(read(path)) == titles(read(news.lines("a.jsonl", range(7))))


def test_rows_and_lines_are_read_alike(news) -> None:
    of_rows, of_lines = read(news.parquet("a.parquet", range(3))), read(news.lines("a.jsonl", range(3)))
    assert [article.id for article in of_rows] == [article.id for article in of_lines]


def test_a_folder_is_read_in_the_order_of_its_paths(news) -> None:
    news.text("c.txt", 3)
    news.lines("a.jsonl", range(2))
    news.text("b.html", 2)
    (news.folder / "_receipts").mkdir()
    (news.folder / "notes.csv").write_text("a,b\n", encoding="utf-8")
    plan = planned(news.folder)
    assert [(block.kind, [Path(path).name for path in block.paths]) for block in plan] == [
        ("lines", ["a.jsonl"]),
        ("files", ["b.html", "c.txt"]),
    ]
    assert [block.name for block in plan] == ["000000", "000001"]


def test_small_files_share_a_block_and_a_large_one_has_its_own(news, monkeypatch) -> None:
    monkeypatch.setattr(blocks, "BLOCK_FILES", 2)
    monkeypatch.setattr(blocks, "BLOCK_BYTES", 2_000)
    for number in range(5):
        news.text(f"{number}.txt", number)
    (news.folder / "2.txt").write_text("word " * 1_000, encoding="utf-8")
    assert [len(block.paths) for block in planned(news.folder)] == [2, 1, 2]


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file or folder"):
        planned(tmp_path / "nowhere")
    with pytest.raises(ReadError, match="without files that may hold news"):
        planned(tmp_path)
    with pytest.raises(ReadError, match="is no address of an object store"):
        blocks.find_inputs(["gopher://news.example/a"])


def test_a_broken_parquet_file_is_named(news) -> None:
    path = news.folder / "a.parquet"
    path.write_bytes(b"PAR1 and no more")
    with pytest.raises(ReadError, match="is no Parquet file"):
        planned(path)


def test_a_file_that_vanished_is_a_failure_and_the_others_are_read(news) -> None:
    for number in range(3):
        news.text(f"{number}.txt", number)
    (block,) = planned(news.folder)
    (news.folder / "1.txt").unlink()
    found = list(articles.read_block(block, options=ReadingOptions()))
    assert [type(result) for result in found] == [Article, Failure, Article]


def test_a_block_survives_its_journey(news) -> None:
    (block,) = planned(news.lines("a.jsonl", range(2)))
    assert blocks.Block.from_json(block.to_json()) == block
