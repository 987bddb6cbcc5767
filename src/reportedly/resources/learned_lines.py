"""Files of what was learned from a corpus: JSON Lines, a head that names the form, then one record a line.

JSON Lines because a mistake has a line number, a change shows as a line in a diff, `grep` and `sort` work on it, and no
word turns into a date or a truth value on the way, as YAML's do.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from reportedly.errors import SettingsError

T = TypeVar("T", bound=BaseModel)
VERSION = 1


@dataclass(frozen=True, slots=True)
class LearnedFile(Generic[T]):
    """One form of such files.

    Attributes:
        form: Its name in the head.
        what: What it holds, for messages: "actor memory".
        record: What a line says.
    """

    form: str
    what: str
    record: type[T]

    @property
    def head(self) -> str:
        """The first line."""
        return json.dumps({"format": self.form, "version": VERSION})

    def lines(self, records: Iterable[T]) -> Iterator[str]:
        """Yield the lines of a file, each with its line break: the same bytes for the same records."""
        yield self.head + "\n"
        for record in records:
            yield json.dumps(record.model_dump(exclude_defaults=True), ensure_ascii=False) + "\n"

    def digest(self, records: Iterable[T]) -> str:
        """Return the SHA-256 of what a file of these records holds, for the coder's `config_hash`."""
        digest = sha256()
        for line in self.lines(records):
            digest.update(line.encode())
        return digest.hexdigest()

    def load(self, path: Path) -> Iterator[T]:
        """Yield the records of a file.

        Raises:
            SettingsError: It cannot be read, is of a newer version, or holds a mistake; the message names file, line
                and reason.
        """
        try:
            lines = path.read_text(encoding="utf-8-sig").split("\n")
        except OSError as error:
            raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise SettingsError(f"{path}: is no UTF-8 text, so it is no {self.what}") from error
        self._check_head(lines[0], path=path)
        for number, line in enumerate(lines[1:], 2):
            if line.strip():
                yield self._parsed(line, path=path, number=number)

    def _check_head(self, line: str, *, path: Path) -> None:
        try:
            head = json.loads(line)
        except (ValueError, RecursionError):
            head = None
        if not isinstance(head, dict) or head.get("format") != self.form:
            raise SettingsError(f"{path}, line 1: no {self.what}; its first line must be {self.head}")
        version = head.get("version")
        if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
            raise SettingsError(
                f"{path}, line 1: version {version} of the format is newer than this Reportedly, which reads {VERSION}"
            )
        # As texts: for Python, true is 1.
        if json.dumps(head, sort_keys=True) != self.head:
            raise SettingsError(f"{path}, line 1: the head must be {self.head}")

    def _parsed(self, line: str, *, path: Path, number: int) -> T:
        try:
            return self.record.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = "".join(f"{part}: " for part in first["loc"] if isinstance(part, str))
            reason = first["msg"].removeprefix("Value error, ")
            raise SettingsError(f"{path}, line {number}: {where}{reason}") from error
