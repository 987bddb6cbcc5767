"""`reportedly furniture learn`, and reading with what it wrote."""

import json
from pathlib import Path

import pytest

from reportedly.reading.learned_file import FURNITURE, load_furniture

HEAD = FURNITURE.head

ABOUT = "Lagoon Ledger prints in two towns and answers every letter."
STORIES = (
    "Ferry owners in Mwanza asked for a dry dock.",
    "A storm closed the road to Chipata.",
    "The court in Suva freed two editors.",
)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number, story in enumerate(STORIES):
        record = {"text": f"{story}\n\nMore is due on Friday {number}.\n\n{ABOUT}", "publisher": "Lagoon Ledger"}
        (folder / f"{number}.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def test_learn_writes_a_file_and_says_what_is_in_it(invoke, news: Path, tmp_path: Path) -> None:
    result = invoke("furniture", "learn", "news", "--out", "furniture.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith("1 line of 1 publisher → furniture.jsonl\n")
    assert [line.text for line in load_furniture(tmp_path / "furniture.jsonl").lines] == [ABOUT]


def test_without_out_the_lines_go_to_standard_output(invoke, news: Path) -> None:
    lines = invoke("furniture", "learn", "news", "--quiet").stdout.splitlines()
    assert lines[0] == HEAD
    assert json.loads(lines[1])["articles"] == 3


def test_least_is_kept(invoke, news: Path) -> None:
    assert invoke("furniture", "learn", "news", "--least", "4", "--quiet").stdout == HEAD + "\n"
    assert invoke("furniture", "learn", "news", "--least", "1").exit_code == 2


def test_a_failure_is_named_and_the_rest_is_learned(invoke, news: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("")
    result = invoke("furniture", "learn", "bad.txt", "news", "--out", "f.jsonl")
    assert result.exit_code == 1
    assert "reportedly: bad.txt: is empty\n" in result.stderr
    assert "; 1 input failed → f.jsonl" in result.stderr


def test_read_cuts_what_was_learned_and_says_why(invoke, news: Path) -> None:
    invoke("furniture", "learn", "news", "--out", "f.jsonl", "--quiet")
    result = invoke("read", "news/0.json", "--furniture", "f.jsonl", "--why", COLUMNS="200")
    assert f"other: {ABOUT}" in result.stdout
    assert "the furniture file has it from 3 articles of the publisher" in result.stdout


def test_learning_goes_on_as_if_nothing_was_learned(invoke, news: Path, tmp_path: Path) -> None:
    first = invoke("furniture", "learn", "news", "--quiet").stdout
    (tmp_path / "f.jsonl").write_text(first, encoding="utf-8")
    assert invoke("furniture", "learn", "news", "--furniture", "f.jsonl", "--quiet").stdout == first


def test_a_broken_file_is_wrong_usage(invoke, news: Path, tmp_path: Path) -> None:
    (tmp_path / "f.jsonl").write_text("nonsense", encoding="utf-8")
    result = invoke("read", "news/0.json", "--furniture", "f.jsonl")
    assert result.exit_code == 2
    assert "f.jsonl, line 1" in result.stderr
