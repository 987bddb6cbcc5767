"""The file of learned furniture: one line for each line that a publisher repeats."""

from collections.abc import Iterator
from pathlib import Path

from reportedly.reading.learned import FurnitureMemory, LearnedLine
from reportedly.resources.learned_lines import LearnedFile

FURNITURE = LearnedFile("reportedly furniture", "file of learned furniture", LearnedLine)


def furniture_lines(memory: FurnitureMemory) -> Iterator[str]:
    """Yield the lines of the file, each with its line break: the same bytes for the same memory."""
    return FURNITURE.lines(memory.lines)


def load_furniture(path: Path) -> FurnitureMemory:
    """Read such a file.

    Raises:
        SettingsError: It cannot be read, is of a newer version, or holds a mistake; the message names file, line and
            reason.
    """
    return FurnitureMemory(FURNITURE.load(path))


def furniture_digest(memory: FurnitureMemory) -> str:
    """Return the SHA-256 of what a memory holds, for the coder's `config_hash`; the order in the file is all one."""
    return FURNITURE.digest(memory.lines)
