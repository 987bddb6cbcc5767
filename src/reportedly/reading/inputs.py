"""Opens what a caller hands in: a path, a folder, bytes or a file object. Nothing is fetched."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, TypeAlias

from reportedly.errors import ReadError
from reportedly.reading.folders import files_below
from reportedly.reading.raw import RawInput

#: What `read` takes: a path as text or Path (a file or a folder), bytes, or a file object.
Input: TypeAlias = str | os.PathLike[str] | bytes | IO[bytes] | IO[str]
ADDRESS_STARTS = ("http://", "https://")


def label_of(source: Input) -> str:
    """Return the name of an input for messages."""
    if isinstance(source, bytes):
        return "<bytes>"
    if isinstance(source, (str, os.PathLike)):
        return os.fspath(source) or "<empty path>"
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else "<stream>"


def is_path(source: Input) -> bool:
    """Whether an input is a path, and no content."""
    return isinstance(source, (str, os.PathLike))


def files_of(path: Path, *, name: str) -> Iterator[Path]:
    """Yield the files of a path: itself, or those below the folder that may hold news (`folders.py`), sorted.

    Raises:
        ReadError: There is no such path, it cannot be listed, or the folder holds no files.
    """
    if name.startswith(ADDRESS_STARTS):
        raise ReadError(name, "is an address, and the readers of files fetch nothing")
    try:
        path.stat()
        found = sorted(files_below(path)) if path.is_dir() else [path]
    except (OSError, ValueError) as error:
        raise ReadError(name, _reason(error)) from error
    if not found:
        raise ReadError(name, "is a folder without files that may hold news")
    yield from found


@contextmanager
def open_file(path: Path) -> Iterator[RawInput]:
    """Open a file as a raw input.

    Raises:
        ReadError: It cannot be opened.
    """
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        raise ReadError(str(path), _reason(error)) from error
    with stream:
        yield RawInput(str(path), stream)


def open_content(source: bytes | IO[bytes] | IO[str], *, name: str, limit: int) -> RawInput:
    """Wrap bytes or a file object as a raw input.

    Args:
        source: The bytes, or a file object that is read once and stays open.
        name: Its name.
        limit: Most characters to take from a text stream that has no bytes beneath it.
    """
    if isinstance(source, bytes):
        return RawInput(name, io.BytesIO(source))
    if isinstance(source, io.TextIOBase):
        beneath: BinaryIO | None = getattr(source, "buffer", None)
        if beneath is None:
            return RawInput(name, io.BytesIO(source.read(limit + 1).encode("utf-8", "replace")))
        return RawInput(name, beneath)
    return RawInput(name, source)  # type: ignore[arg-type]


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "no such file or folder"
        case PermissionError():
            return "permission denied"
        case OSError():
            return f"cannot be opened: {error.strerror or error}"
        case _:
            return "is no path"
