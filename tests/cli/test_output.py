"""Formats for machines, and files that appear whole or not at all."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

from reportedly.cli.output import Format, choose_format, open_output, write_json, write_json_lines, write_rows
from reportedly.errors import SettingsError


@pytest.mark.parametrize("records", [[], [{"a": 1}], [{"a": 1}, {"b": "ü\n"}, {}]])
def test_json_is_one_array(records: list[dict[str, object]]) -> None:
    stream = io.StringIO()
    write_json(map(json.dumps, records), stream)
    assert json.loads(stream.getvalue()) == records
    assert stream.getvalue().endswith("]\n")


def test_json_is_streamed() -> None:
    stream = io.StringIO()

    def records():
        yield "1"
        assert stream.getvalue() == "[\n1"
        yield "2"

    write_json(records(), stream)
    assert stream.getvalue() == "[\n1,\n2\n]\n"


def test_json_lines_are_one_record_a_line() -> None:
    stream = io.StringIO()
    write_json_lines(['{"a":1}', "{}"], stream)
    assert stream.getvalue() == '{"a":1}\n{}\n'


def test_csv_survives_quotes_commas_and_breaks() -> None:
    stream = io.StringIO()
    write_rows(["a", "b"], [['say "no"', "x,\ny"], [None, 1.5]], stream)
    assert list(csv.reader(io.StringIO(stream.getvalue()))) == [["a", "b"], ['say "no"', "x,\ny"], ["", "1.5"]]


@pytest.mark.parametrize(
    ("wanted", "out", "form"),
    [
        (None, None, "table"),
        (None, "events.jsonl", "jsonl"),
        (None, "events.CSV", "csv"),
        (None, "events.json", "json"),
        (None, "events.txt", "table"),
        (Format.JSON, "events.csv", "json"),
    ],
)
def test_the_ending_suggests_the_format(wanted: Format | None, out: str | None, form: str) -> None:
    assert choose_format(wanted, out=None if out is None else Path(out)) == form


def test_a_file_appears_whole(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    with open_output(out) as stream:
        stream.write("dash –\n")
        assert not out.exists()
    assert out.read_bytes() == "dash –\n".encode()
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("problem", [ValueError, KeyboardInterrupt])
def test_a_broken_run_leaves_the_earlier_file(tmp_path: Path, problem: type[BaseException]) -> None:
    out = tmp_path / "out.txt"
    out.write_text("earlier")
    with pytest.raises(problem), open_output(out) as stream:
        stream.write("half")
        raise problem
    assert out.read_text() == "earlier"
    assert list(tmp_path.iterdir()) == [out]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("earlier")
    link.symlink_to(target)
    with open_output(link) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_device_is_written_to_not_replaced() -> None:
    with open_output(Path(os.devnull)) as stream:
        stream.write("gone")
    assert not Path(os.devnull).is_file()


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with (
        pytest.raises(SettingsError, match="out.txt: cannot be written: No such file"),
        open_output(tmp_path / "missing" / "out.txt"),
    ):
        pytest.fail("nothing can be written")
