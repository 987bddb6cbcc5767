"""What a command is given to read."""

import sys

import pytest

from reportedly.cli.sources import choose_sources, demo_files, sample_files
from reportedly.errors import SettingsError


def test_sources_are_taken_as_they_are_and_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = choose_sources(["a.html", "-", "https://example.org/x"], samples=False, command="code")
    assert chosen == ["a.html", sys.stdin.buffer, "https://example.org/x"]


@pytest.mark.parametrize(
    ("given", "samples", "said"),
    [([], False, "no SOURCE"), (None, False, "reportedly read"), (["x"], True, "not both")],
)
def test_nothing_to_read_is_wrong_usage(given: list[str] | None, samples: bool, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        choose_sources(given, samples=samples, command="read")


def test_the_samples_are_news_and_nothing_else() -> None:
    names = [path.name for path in sample_files()]
    assert names == sorted(names)
    assert names[0] == "01_agency_copy.txt"
    assert "README.md" not in names


def test_the_demo_adds_stories_to_the_samples() -> None:
    files = demo_files()
    assert files[: len(sample_files())] == sample_files()
    assert [path.name for path in files[len(sample_files()) :]] == [
        "bangladesh_trawlers.jsonl",
        "bulgaria_miners.jsonl",
        "colombia_river_raid.jsonl",
    ]
