"""`reportedly code`: inputs, formats, failures and exit status."""

import csv
import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly.records import Report
from reportedly.settings import Settings


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Return ten files, the sixth of them empty."""
    names = [f"{number}.txt" for number in range(10)]
    for name in names:
        (tmp_path / name).write_text("" if name == "5.txt" else f"Title {name}")
    return names


def test_without_a_source_is_wrong_usage(invoke) -> None:
    result = invoke("code")
    assert result.exit_code == 2
    assert result.stderr == "reportedly: no SOURCE given; for example: reportedly code article.html news/ -\n"
    assert result.stdout == ""


def test_the_table_is_the_default(invoke, fake_rooms: SimpleNamespace, files: list[str]) -> None:
    result = invoke("code", files[0])
    assert result.exit_code == 0
    assert result.stdout.startswith("Title 0.txt\n───────────\nHarbour Post ← Meridian Wire · 4 March 2025")
    assert result.stdout.endswith("\n1 article, 1 event, 1 claim\n")


def test_one_bad_input_among_ten_is_named_and_the_others_coded(
    invoke, fake_rooms: SimpleNamespace, files: list[str]
) -> None:
    result = invoke("code", *files, "--format", "jsonl")
    assert result.exit_code == 1
    assert result.stderr == "reportedly: 5.txt: is empty\n"
    titles = [Report.from_json(line).article.title for line in result.stdout.splitlines()]
    assert titles == [f"Title {name}" for name in files if name != "5.txt"]


def test_json_is_an_array_of_reports(invoke, fake_rooms: SimpleNamespace, files: list[str]) -> None:
    result = invoke("code", *files[:2], "-f", "json")
    assert [Report.from_dict(report).article.title for report in json.loads(result.stdout)] == [
        "Title 0.txt",
        "Title 1.txt",
    ]


def test_csv_is_one_event_a_line(invoke, fake_rooms: SimpleNamespace, files: list[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(invoke("code", *files[:2], "-f", "csv").stdout)))
    assert [(row["title"], row["type"]) for row in rows] == [("Title 0.txt", "ASSAULT"), ("Title 1.txt", "ASSAULT")]


def test_a_dash_is_standard_input(invoke, fake_rooms: SimpleNamespace) -> None:
    result = invoke("code", "-", input=b"Title from a pipe")
    assert result.stdout.startswith("Title from a pipe\n")


def test_samples_are_packaged(invoke, fake_rooms: SimpleNamespace) -> None:
    assert invoke("code", "--samples", "-f", "jsonl").exit_code == 0
    assert [Path(source).name[:2] for source in fake_rooms.sources[:3]] == ["01", "02", "03"]
    assert invoke("code", "--samples", "x.txt").exit_code == 2


def test_a_file_is_written_and_reported(invoke, fake_rooms: SimpleNamespace, files: list[str], tmp_path: Path) -> None:
    result = invoke("code", *files, "--out", "events.csv")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.splitlines()[1:] == ["9 articles, 9 events, 9 claims; 1 input failed → events.csv"]
    assert len((tmp_path / "events.csv").read_text().splitlines()) == 10


def test_quiet_leaves_results_and_failures_alone(invoke, fake_rooms: SimpleNamespace, files: list[str]) -> None:
    result = invoke("code", *files[4:6], "--quiet")
    assert result.stderr == "reportedly: 5.txt: is empty\n"
    assert result.stdout.endswith("at least nine people.\n\n")
    assert invoke("code", files[0], "--quiet", "--out", "x.json").stderr == ""


@pytest.mark.parametrize(
    ("policy", "status", "coded", "errors"),
    [
        ("yield", 1, 3, "reportedly: 5.txt: is empty\n"),
        ("skip", 0, 3, ""),
        ("raise", 1, 1, "reportedly: 5.txt: is empty\n"),
    ],
)
def test_what_becomes_of_failures(
    invoke, fake_rooms: SimpleNamespace, files: list[str], policy: str, status: int, coded: int, errors: str
) -> None:
    result = invoke("code", *files[4:8], "--format", "jsonl", "--on-error", policy)
    assert (result.exit_code, result.stderr) == (status, errors)
    assert len(result.stdout.splitlines()) == coded


def test_options_reach_the_coder(invoke, fake_rooms: SimpleNamespace, files: list[str], tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "reportedly.toml").write_text('workers = 3\npipeline = "from_file"')
    invoke("code", files[0], "--codebook", "mine", "--log-level", "info", REPORTEDLY_PIPELINE="from_environment")
    assert fake_rooms.settings == Settings(
        workers=3, pipeline="from_environment", codebook=tmp_path / "mine", log_level="info"
    )


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (["--workers", "0"], "option workers"),
        (["--codebook", "nowhere"], "option codebook"),
        (["--out", "no/such/folder.json"], "no/such/folder.json: cannot be written"),
    ],
)
def test_wrong_options_are_wrong_usage(
    invoke, fake_rooms: SimpleNamespace, files: list[str], args: list[str], named: str
) -> None:
    result = invoke("code", files[0], *args)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"reportedly: {named}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("args", [["--format", "parquet"], ["--no-such-option"], ["--workers", "many"]])
def test_options_that_do_not_exist_are_wrong_usage(invoke, args: list[str]) -> None:
    result = invoke("code", "x.txt", *args)
    assert result.exit_code == 2
    assert "Error: " in result.stderr
