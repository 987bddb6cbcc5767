"""WACZ: web archives in a ZIP file. Only the WARC files that belong to it are read, and nothing is written to disk."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from reportedly.errors import ReadError
from reportedly.reading.raw import RawInput
from reportedly.reading.reader import Reader
from reportedly.reading.warc import SUFFIXES, read_warc
from reportedly.records import Article, Failure

ZIP = b"PK\x03\x04"
#: The specification keeps all archives here; a ZIP file begins with the name of its first member.
ARCHIVES = "archive/"
MARKS = (b"datapackage.json", b"archive/", b"indexes/")
#: Names that would lead out of the folder where somebody unpacks the file, or are no names of this system's files.
OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f]")


class WaczReader(Reader):
    """Reads the pages of a WACZ file."""

    name = "WACZ"

    def bid(self, source: RawInput) -> float:
        """Bid by the file name, or by the names at the start of a ZIP file."""
        if not source.head.startswith(ZIP):
            return 0.0
        return 0.98 if source.suffix == ".wacz" or any(mark in source.head[:200] for mark in MARKS) else 0.0

    def read(self, source: RawInput) -> Iterator[Article | Failure]:
        """Yield the articles of all web archives in it.

        Raises:
            ReadError: It is no ZIP file that can be read, or holds no web archive.
        """
        try:
            with zipfile.ZipFile(source.rewound()) as package:
                yield from self._read_package(package, name=source.name)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise ReadError(source.name, f"is no ZIP file that can be read: {error}") from error

    def _read_package(self, package: zipfile.ZipFile, *, name: str) -> Iterator[Article | Failure]:
        found = False
        for member in package.infolist():
            label = f"{name}:{member.filename}"
            if OUTSIDE.search(member.filename):
                yield Failure(input=label, reason="names a place outside the archive; not read")
            elif member.filename.startswith(ARCHIVES) and member.filename.lower().endswith(SUFFIXES):
                found = True
                yield from self._read_member(package, member, label=label)
        if not found:
            raise ReadError(name, "is a ZIP file without web archives")

    def _read_member(
        self, package: zipfile.ZipFile, member: zipfile.ZipInfo, *, label: str
    ) -> Iterator[Article | Failure]:
        try:
            with package.open(member) as stream:
                yield from read_warc(cast("BinaryIO", stream), name=label, options=self.options)
        except ReadError as error:
            yield Failure(input=error.input, reason=error.reason)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError) as error:
            # A RuntimeError says that the member is encrypted or packed in a way that is not known.
            yield Failure(input=label, reason=f"cannot be unpacked: {error}")
