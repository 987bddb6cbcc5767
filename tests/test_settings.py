"""Where settings come from, which one wins, and what is said about a wrong one."""

from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from reportedly.errors import SettingsError
from reportedly.language.pipeline import DEFAULT_PIPELINE
from reportedly.settings import Settings, load_settings


def test_defaults(tmp_path: Path) -> None:
    assert load_settings({}, cwd=tmp_path, environ={}) == Settings()
    assert Settings().pipeline == DEFAULT_PIPELINE


@pytest.mark.parametrize(
    ("option", "variable", "line", "workers"),
    [
        (4, "3", "workers = 2", 4),
        (None, "3", "workers = 2", 3),
        (None, None, "workers = 2", 2),
        (None, None, "", 1),
    ],
)
def test_the_command_line_wins_then_the_environment_then_the_file(
    tmp_path: Path, option: int | None, variable: str | None, line: str, workers: int
) -> None:
    (tmp_path / "reportedly.toml").write_text(line)
    environ = {} if variable is None else {"REPORTEDLY_WORKERS": variable}
    assert load_settings({"workers": option}, cwd=tmp_path, environ=environ).workers == workers


def test_only_the_current_folder_is_searched(tmp_path: Path) -> None:
    (tmp_path / "reportedly.toml").write_text("workers = 2")
    below = tmp_path / "below"
    below.mkdir()
    assert load_settings({}, cwd=below, environ={}).workers == 1


def test_a_relative_codebook_counts_from_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert load_settings({"codebook": Path("mine")}, cwd=tmp_path, environ={}).codebook == tmp_path / "mine"


def test_a_relative_memory_counts_from_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "who.jsonl").write_text("")
    environ = {"REPORTEDLY_ACTORS": "who.jsonl"}
    assert load_settings({}, cwd=tmp_path, environ=environ).actors == tmp_path / "who.jsonl"


def test_foreign_variables_are_left_alone(tmp_path: Path) -> None:
    environ = {"WORKERS": "7", "_REPORTEDLY_COMPLETE": "bash_source"}
    assert load_settings({}, cwd=tmp_path, environ=environ) == Settings()


@pytest.mark.parametrize(
    ("overrides", "environ", "file", "named"),
    [
        ({"workers": 0}, {}, "", "option workers: input should be greater than or equal to 1 (got 0)"),
        ({}, {"REPORTEDLY_WORKERS": "many"}, "", "environment variable REPORTEDLY_WORKERS: "),
        ({}, {"REPORTEDLY_WROKERS": "2"}, "", "environment variable REPORTEDLY_WROKERS: no such setting"),
        ({}, {}, "on_error = 'shrug'", "reportedly.toml: on_error: input should be 'yield', 'raise' or 'skip'"),
        ({}, {}, "colour = true", "reportedly.toml: colour: no such setting; there are pipeline, codebook"),
        ({}, {}, "codebook = 'nowhere'", "reportedly.toml: codebook: path does not point to a directory"),
        ({}, {}, "codebook = 3", "reportedly.toml: codebook: "),
        ({}, {}, "actors = 'nobody.jsonl'", "reportedly.toml: actors: path does not point to a file"),
        ({}, {}, "workers = ", "reportedly.toml: is not TOML"),
        ({}, {}, "[workers]\nn = 1", "reportedly.toml: workers: "),
    ],
)
def test_a_mistake_is_named_with_its_origin_and_key(
    tmp_path: Path, overrides: dict[str, Any], environ: dict[str, str], file: str, named: str
) -> None:
    (tmp_path / "reportedly.toml").write_text(file)
    with pytest.raises(SettingsError) as caught:
        load_settings(overrides, cwd=tmp_path, environ=environ)
    assert named in str(caught.value)


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "reportedly.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="reportedly.toml: cannot be read"):
        load_settings({}, cwd=tmp_path, environ={})


def test_settings_are_frozen_and_travel_to_workers() -> None:
    settings = Settings(workers=2)
    with pytest.raises(ValidationError, match="frozen"):
        settings.workers = 3  # type: ignore[misc]
    assert ForkingPickler.loads(ForkingPickler.dumps(settings)) == settings


def test_braces_in_a_folder_name_do_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "{odd}"
    folder.mkdir()
    (folder / "reportedly.toml").write_text("colour = 1")
    with pytest.raises(SettingsError, match=r"\{odd\}/reportedly.toml: colour"):
        load_settings({}, cwd=folder, environ={})
