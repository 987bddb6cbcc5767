"""The file of an actor memory: JSON Lines, a head and then one line for each thing that a name was shown to be.

JSON Lines because a mistake has a line number, a change shows as a line in a diff, `grep` and `sort` work on it, a
large one is read a line at a time, and no word turns into a date or a truth value on the way, as YAML's do.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from reportedly.errors import SettingsError
from reportedly.resolution.actor_memory import ActorMemory
from reportedly.resolution.remembered import Remembered

FORMAT = "reportedly actors"
VERSION = 1
HEAD = json.dumps({"format": FORMAT, "version": VERSION})


def memory_lines(memory: ActorMemory) -> Iterator[str]:
    """Yield the lines of the file, each with its line break: the same bytes for the same memory."""
    yield HEAD + "\n"
    for line in memory.lines:
        yield json.dumps(line.model_dump(exclude_defaults=True), ensure_ascii=False) + "\n"


def load_memory(path: Path) -> ActorMemory:
    """Read such a file.

    Raises:
        SettingsError: It cannot be read, is of a newer version, or holds a mistake; the message names file, line and
            reason.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: is no UTF-8 text, so it is no actor memory") from error
    _check_head(lines[0], path=path)
    return ActorMemory(_parsed(line, path=path, number=n) for n, line in enumerate(lines[1:], 2) if line.strip())


def memory_digest(memory: ActorMemory) -> str:
    """Return the SHA-256 of what a memory holds, for the coder's `config_hash`; the order in the file is all one."""
    digest = sha256()
    for line in memory_lines(memory):
        digest.update(line.encode())
    return digest.hexdigest()


def _check_head(line: str, *, path: Path) -> None:
    try:
        head = json.loads(line)
    except (ValueError, RecursionError):
        head = None
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise SettingsError(f"{path}, line 1: no actor memory; its first line must be {HEAD}")
    version = head.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise SettingsError(
            f"{path}, line 1: version {version} of the format is newer than this Reportedly, which reads {VERSION}"
        )
    # As texts: for Python, true is 1.
    if json.dumps(head, sort_keys=True) != HEAD:
        raise SettingsError(f"{path}, line 1: the head must be {HEAD}")


def _parsed(line: str, *, path: Path, number: int) -> Remembered:
    try:
        return Remembered.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = "".join(f"{part}: " for part in first["loc"] if isinstance(part, str))
        reason = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{path}, line {number}: {where}{reason}") from error
