"""The command as it is installed: real files, real models, real pipes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.records import Report

RUN = [sys.executable, "-c", "from reportedly.cli.main import run; run()"]
SENTENCE = "Chad accused Sudan on Friday of arming rebels near the border town of Adré.\n"


def run(*args: str, cwd: Path, input: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*RUN, *args], cwd=cwd, input=input, capture_output=True, timeout=300, check=False)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Return a folder with good inputs and one of every kind of bad one."""
    (tmp_path / "good.txt").write_text(SENTENCE * 3)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.bin").write_bytes(bytes(range(256)) * 64)
    (tmp_path / "no-article.html").write_text("<html><body><nav>Home</nav></body></html>")
    line = json.dumps({"text": SENTENCE * 3, "title": "Whole"})
    (tmp_path / "wire.jsonl").write_text(f"{line}\n{line[:40]}\n")
    return tmp_path


def test_bad_inputs_are_named_one_a_line_and_the_others_coded(inbox: Path) -> None:
    names = ["good.txt", "empty.txt", "missing.txt", "binary.bin", "no-article.html", "wire.jsonl"]
    done = run("code", *names, "--format", "jsonl", cwd=inbox)
    assert done.returncode == 1
    reports = [Report.from_json(line) for line in done.stdout.splitlines()]
    assert [report.article.text.startswith("Chad accused Sudan") for report in reports] == [True, True]
    assert "ACCUSE" in {event.type for report in reports for event in report.events}
    errors = done.stderr.decode().splitlines()
    assert [error.split(":")[1].split(",")[0].strip() for error in errors] == [
        "empty.txt", "missing.txt", "binary.bin", "no-article.html", "wire.jsonl",
    ]  # fmt: skip
    assert all(error.startswith("reportedly: ") and len(error.split(": ", 2)[2]) > 5 for error in errors)


def test_two_workers_and_standard_input_give_the_same_bytes(inbox: Path) -> None:
    one = run("code", "good.txt", "good.txt", "--format", "jsonl", cwd=inbox)
    two = run("code", "good.txt", "good.txt", "--format", "jsonl", "--workers", "2", cwd=inbox)
    piped = run("code", "-", "--format", "jsonl", cwd=inbox, input=(inbox / "good.txt").read_bytes())
    assert one.returncode == two.returncode == piped.returncode == 0
    assert one.stdout == two.stdout == piped.stdout * 2


def test_a_reader_that_leaves_early_ends_the_run_quietly(inbox: Path) -> None:
    # The reader of the pipe takes one line of many and closes it while the command is still at work.
    arguments = ["code", *["good.txt"] * 40, "--format", "jsonl"]
    with subprocess.Popen([*RUN, *arguments], cwd=inbox, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b'{"article"')
        process.stdout.close()
        _, errors = process.communicate(timeout=300)
    assert (process.returncode, errors) == (0, b"")


def test_the_table_of_a_real_text(inbox: Path) -> None:
    done = run("code", "good.txt", cwd=inbox)
    text = done.stdout.decode()
    assert "ACCUSE" in text
    assert "«accused»" in text
    assert text.splitlines()[-1].startswith("1 article, ")
