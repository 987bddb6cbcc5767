"""Groups of options become one parameter each, and back."""

import inspect
from pathlib import Path

import pytest

from reportedly.cli.options import (
    BatchOptions,
    CommonOptions,
    LogLevel,
    ModelOptions,
    OnError,
    OutputOptions,
    Samples,
    gather,
    with_options,
)
from reportedly.errors import SettingsError


def test_a_group_is_expanded_and_put_together_again() -> None:
    taken = []

    @with_options
    def command(output: OutputOptions, common: CommonOptions, samples: Samples = False) -> None:
        taken.append((output, common, samples))

    assert list(inspect.signature(command).parameters) == ["format", "out", "quiet", "log_level", "samples"]
    command(format=None, out=Path("x.csv"), quiet=True, log_level=None, samples=True)
    assert taken == [(OutputOptions(out=Path("x.csv")), CommonOptions(quiet=True), True)]


def test_options_and_settings_have_the_same_values() -> None:
    from typing import get_args

    from reportedly.settings import LogLevel as SettingsLogLevel
    from reportedly.settings import OnError as SettingsOnError

    assert [*OnError] == [*get_args(SettingsOnError)]
    assert [*LogLevel] == [*get_args(SettingsLogLevel)]


def test_settings_are_gathered_from_all_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reportedly.toml").write_text("workers = 2\nquiet = true")
    settings = gather(ModelOptions(), BatchOptions(on_error=OnError.SKIP), CommonOptions(log_level=LogLevel.ERROR))
    assert (settings.workers, settings.quiet, settings.on_error, settings.log_level) == (2, True, "skip", "error")


def test_a_wrong_option_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError, match="option workers: input should be greater"):
        gather(BatchOptions(workers=0))
