"""The inputs that a command was given."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from reportedly.errors import SettingsError

STANDARD_INPUT = "-"
SAMPLES = Path(__file__).resolve().parent.parent / "samples"
SAMPLE_FORMATS = frozenset({".txt", ".html", ".jsonl"})
#: Three happenings, each told by eight articles: what links articles can be seen on these alone.
STORIES = SAMPLES / "stories"


def choose_sources(given: Sequence[str] | None, *, samples: bool, command: str) -> list[str | BinaryIO]:
    """Return the inputs to read; `-` becomes standard input.

    Args:
        given: What stands on the command line.
        samples: Whether to take the packaged articles.
        command: The command's name, for the example in the message.

    Raises:
        SettingsError: There is nothing to read, or samples and sources are mixed.
    """
    if samples and given:
        raise SettingsError("give SOURCE or --samples, not both")
    if samples:
        return [str(path) for path in sample_files()]
    if not given:
        raise SettingsError(f"no SOURCE given; for example: reportedly {command} article.html news/ -")
    return [sys.stdin.buffer if source == STANDARD_INPUT else source for source in given]


def sample_files() -> list[Path]:
    """Return the packaged articles in the order of their names."""
    return sorted(path for path in SAMPLES.iterdir() if path.suffix in SAMPLE_FORMATS)


def demo_files() -> list[Path]:
    """Return the packaged articles and the demo stories, for a store that shows everything."""
    return [*sample_files(), *sorted(STORIES.glob("*.jsonl"))]
