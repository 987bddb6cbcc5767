"""How a command begins and ends: quickly, quietly, with the right status."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import reportedly
from reportedly.errors import CodebookError, ReadError, RecordError, ReportedlyError, SettingsError

RUN = [sys.executable, "-c", "from reportedly.cli.main import run; run()"]
#: What takes long to load and only some commands need. (Pydantic is not among them: Typer itself loads it.)
HEAVY = ("spacy", "trafilatura", "htmldate", "dateparser", "pycountry", "numpy", "lxml", "yaml", "rich")


@pytest.mark.parametrize("args", [["--help"], ["code", "--help"], ["schema"], ["code"], ["--version"]], ids=" ".join)
def test_light_commands_load_nothing_heavy(tmp_path: Path, args: list[str]) -> None:
    watch = (
        "import atexit, sys\n"
        f"atexit.register(lambda: print(*sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr))\n"
        "from reportedly.cli.main import run\n"
        f"sys.argv[1:] = {args!r}\n"
        "run()\n"
    )
    done = subprocess.run([sys.executable, "-c", watch], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.stderr.splitlines()[-1] == ""


def test_a_closed_pipe_ends_quietly() -> None:
    with subprocess.Popen([*RUN, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, b"")


def test_a_closed_pipe_ends_quietly_when_all_output_fits_a_buffer() -> None:
    # Standard output is flushed by the interpreter's end at the latest, when nothing could be caught any more.
    write = "from reportedly.cli.main import app; app.command('hello')(lambda: print('hello')); app(['hello'])"
    with subprocess.Popen([sys.executable, "-c", write], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*RUN, "schema"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"reportedly: output: No space left on device\n")


def test_the_version_is_told(invoke) -> None:
    assert invoke("--version").stdout == f"reportedly {reportedly.__version__}\n"


@pytest.mark.parametrize("args", [[], ["codebook"]])
def test_no_command_shows_the_help(invoke, args: list[str]) -> None:
    result = invoke(*args)
    assert result.exit_code == 2
    assert "Usage: reportedly" in result.output


@pytest.mark.parametrize(
    ("error", "status", "line"),
    [
        (SettingsError("no such option"), 2, "no such option"),
        (CodebookError("roles.yaml", "is not YAML:\n  line 3"), 2, "codebook file roles.yaml: is not YAML: line 3"),
        (ReadError("a.html", "holds no article"), 1, "a.html: holds no article"),
        (RecordError("not a valid Event"), 1, "not a valid Event"),
        (ReportedlyError("odd \x1b[1m"), 1, "odd ␛[1m"),
    ],
)
def test_an_error_is_one_line_and_a_status(
    invoke, fake_rooms: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, error: ReportedlyError, status: int, line: str
) -> None:
    def fail(sources, *, options):
        raise error

    monkeypatch.setattr("reportedly.reading.read_all", fail)
    result = invoke("read", "a.html")
    assert (result.exit_code, result.stderr, result.stdout) == (status, f"reportedly: {line}\n", "")


def test_a_bug_is_not_hidden(invoke, fake_rooms: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(sources, *, options):
        raise ZeroDivisionError

    monkeypatch.setattr("reportedly.reading.read_all", fail)
    assert isinstance(invoke("read", "a.html").exception, ZeroDivisionError)


def test_an_interruption_leaves_the_earlier_file(
    invoke, fake_rooms: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def interrupted(sources, *, options):
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr("reportedly.reading.read_all", interrupted)
    (tmp_path / "out.json").write_text("earlier")
    result = invoke("read", "a.html", "--out", "out.json")
    assert (result.exit_code, result.stderr) == (130, "")
    assert (tmp_path / "out.json").read_text() == "earlier"


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT to send to one process")
def test_control_c_ends_without_a_traceback(tmp_path: Path) -> None:
    pipe = tmp_path / "never-written"
    os.mkfifo(pipe)
    slow = (
        # Jobs that a shell starts in the background inherit an ignored SIGINT.
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import reportedly.reading\n"
        f"reportedly.reading.read_all = lambda sources, options: open({str(pipe)!r})\n"
        "import sys; sys.argv[1:] = ['read', 'x']\n"
        "print('ready', flush=True)\n"
        "from reportedly.cli.main import run; run()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", slow], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        # The writing end opens only when the command waits at the reading end: from here on it is inside the command.
        with pipe.open("w"):
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (130, b"")
