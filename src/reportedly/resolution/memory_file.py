"""The file of an actor memory: one line for each thing that a name was shown to be."""

from collections.abc import Iterator
from pathlib import Path

from reportedly.resolution.actor_memory import ActorMemory
from reportedly.resolution.remembered import Remembered
from reportedly.resources.learned_lines import LearnedFile

ACTORS = LearnedFile("reportedly actors", "actor memory", Remembered)


def memory_lines(memory: ActorMemory) -> Iterator[str]:
    """Yield the lines of the file, each with its line break: the same bytes for the same memory."""
    return ACTORS.lines(memory.lines)


def load_memory(path: Path) -> ActorMemory:
    """Read such a file.

    Raises:
        SettingsError: It cannot be read, is of a newer version, or holds a mistake; the message names file, line and
            reason.
    """
    return ActorMemory(ACTORS.load(path))


def memory_digest(memory: ActorMemory) -> str:
    """Return the SHA-256 of what a memory holds, for the coder's `config_hash`; the order in the file is all one."""
    return ACTORS.digest(memory.lines)
