"""The file of learned furniture: JSON Lines, a head and then one line for each line that a publisher repeats."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from reportedly.errors import SettingsError
from reportedly.reading.learned import FurnitureMemory, LearnedLine

FORMAT = "reportedly furniture"
VERSION = 1
HEAD = json.dumps({"format": FORMAT, "version": VERSION})


def furniture_lines(memory: FurnitureMemory) -> Iterator[str]:
    """Yield the lines of the file, each with its line break: the same bytes for the same memory."""
    yield HEAD + "\n"
    for line in memory.lines:
        yield json.dumps(line.model_dump(), ensure_ascii=False) + "\n"


def load_furniture(path: Path) -> FurnitureMemory:
    """Read such a file.

    Raises:
        SettingsError: It cannot be read, is of another version, or holds a mistake; the message names file, line and
            reason.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: is no UTF-8 text, so it is no file of learned furniture") from error
    if _head(lines[0]) != json.loads(HEAD):
        raise SettingsError(f"{path}, line 1: no furniture of this version; its first line must be {HEAD}")
    return FurnitureMemory(_parsed(line, path=path, number=n) for n, line in enumerate(lines[1:], 2) if line.strip())


def furniture_digest(memory: FurnitureMemory) -> str:
    """Return the SHA-256 of what a memory holds, for the coder's `config_hash`; the order in the file is all one."""
    digest = sha256()
    for line in furniture_lines(memory):
        digest.update(line.encode())
    return digest.hexdigest()


def _head(line: str) -> object:
    try:
        head: object = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return head


def _parsed(line: str, *, path: Path, number: int) -> LearnedLine:
    try:
        return LearnedLine.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = "".join(f"{part}: " for part in first["loc"] if isinstance(part, str))
        raise SettingsError(f"{path}, line {number}: {where}{first['msg']}") from error
