"""Where files lie, on this machine or in an object store, behind one interface: pyarrow's file systems."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from pyarrow import fs

from reportedly.errors import ReadError


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was found.

    Attributes:
        path: Absolute, or the address that it has in its store.
        size: Bytes.
        changed: When it last changed, in nanoseconds since 1970; 0 where the store does not say.
        is_named: Whether it was asked for itself, and not found in a folder.
    """

    path: str
    size: int
    changed: int
    is_named: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A file or folder.

    Attributes:
        path: As its file system knows it.
        start: What stands before that path in an address: "s3://"; empty on this machine.
        files: The file system.
    """

    path: str
    start: str
    files: Any

    @classmethod
    def of(cls, path: str) -> Self:
        """Return the place of a path or an address.

        Raises:
            ReadError: No file system knows such addresses.
        """
        scheme, mark, _ = path.partition("://")
        if not mark or scheme == "file":
            local = path.removeprefix("file://")
            return cls(Path(local).absolute().as_posix(), "", fs.LocalFileSystem())
        try:
            files, inner = fs.FileSystem.from_uri(path)
        except (OSError, ValueError, ImportError) as error:
            raise ReadError(path, f"is no address of an object store: {error}") from error
        return cls(inner, f"{scheme}://", files)

    @property
    def is_local(self) -> bool:
        """Whether it lies on this machine."""
        return not self.start

    @property
    def address(self) -> str:
        """The path that `of` makes the same place of."""
        return f"{self.start}{self.path}"

    def below(self, *names: str) -> "Place":
        """Return what lies below this folder."""
        return Place("/".join((self.path.rstrip("/"), *names)), self.start, self.files)

    def open(self) -> Any:
        """Open a file for reading; it can be sought in.

        Raises:
            OSError: There is none, or it cannot be opened.
        """
        return self.files.open_input_file(self.path)

    def read(self) -> bytes | None:
        """Return what a file holds; None where there is none."""
        try:
            with self.open() as stream:
                data: bytes = stream.read()
                return data
        except FileNotFoundError:
            return None

    def write(self, data: bytes) -> None:
        """Write a file; an object store shows it when it is there as a whole, a disk may show a part of it before.

        Raises:
            OSError: It cannot be written.
        """
        self.files.create_dir(self.path.rpartition("/")[0], recursive=True)
        with self.files.open_output_stream(self.path) as stream:
            stream.write(data)

    def clear(self) -> None:
        """Remove what lies below a folder, if there is one.

        Raises:
            OSError: It cannot be removed.
        """
        if self.files.get_file_info(self.path).type == fs.FileType.Directory:
            self.files.delete_dir_contents(self.path)


def find_files(place: Place) -> Iterator[Found]:
    """Yield a file, or every file below a folder in the order of their paths.

    Raises:
        ReadError: There is nothing of that name, or it cannot be looked at.
    """
    try:
        info = place.files.get_file_info(place.path)
        is_folder = info.type == fs.FileType.Directory
        infos = place.files.get_file_info(fs.FileSelector(place.path, recursive=True)) if is_folder else [info]
    except OSError as error:
        raise ReadError(place.address, f"cannot be looked at: {error}") from error
    if info.type == fs.FileType.NotFound:
        raise ReadError(place.address, "no such file or folder")
    for found in sorted(infos, key=lambda one: str(one.path)):
        if found.type == fs.FileType.File:
            yield Found(f"{place.start}{found.path}", found.size, found.mtime_ns or 0, not is_folder)
