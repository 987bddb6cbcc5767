"""Every command explains itself, with an example that can be copied, and the manual says the same."""

import runpy
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from reportedly.cli.main import app

ROOT = Path(__file__).resolve().parent.parent.parent
MANUAL = runpy.run_path(str(ROOT / "genscripts" / "commands.py"))
GROUPS = {("reportedly", "codebook"), ("reportedly", "actors"), ("reportedly", "furniture")}
PATHS = [path for path in MANUAL["paths"](get_command(app)) if path not in GROUPS]


def command_at(path: tuple[str, ...]) -> Any:
    command: Any = get_command(app)
    for word in path[1:]:
        command = command.commands[word]
    return command


def test_all_commands_are_there() -> None:
    assert [" ".join(path[1:]) for path in PATHS] == [
        "", "code", "read", "claims", "add", "watch", "events", "stories", "explain", "sources", "retract", "recode",
        "export", "plot", "serve", "schema", "doctor", "verify", "codebook list", "codebook show", "codebook try",
        "codebook check", "actors learn", "furniture learn",
    ]  # fmt: skip


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_a_command_has_help_and_a_copyable_example(invoke, path: tuple[str, ...]) -> None:
    lines = invoke(*path[1:], "--help", COLUMNS="80").stdout.rstrip().splitlines()
    assert lines[0].startswith(f"Usage: {' '.join(path)}")
    assert lines[2].strip()
    assert lines[-2].strip() == "Example:"
    assert lines[-1].strip().startswith(" ".join(path))


@pytest.mark.parametrize("path", PATHS[1:], ids=" ".join)
def test_the_example_can_be_parsed(path: tuple[str, ...]) -> None:
    command = command_at(path)
    words = shlex.split(command.epilog.strip().splitlines()[-1])
    assert words[: len(path)] == list(path)
    with command.make_context(path[-1], words[len(path) :]) as context:
        assert context.params


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_option_and_argument_is_explained(path: tuple[str, ...]) -> None:
    unexplained = [parameter.name for parameter in command_at(path).params if not parameter.help]
    assert unexplained == []


def test_the_manual_is_up_to_date() -> None:
    assert MANUAL["PAGE"].read_text(encoding="utf-8") == MANUAL["page"](), "run: make docs"
