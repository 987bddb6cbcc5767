"""One input before anybody knows what it is: a name, its first bytes, and the rest as a stream that is read once."""

import io
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, BinaryIO

from reportedly.errors import ReadError

#: Enough to tell formats apart; more than any page's head needs before its first tag of text.
HEAD_BYTES = 16_384
CHUNK_BYTES = 65_536


class RawInput:
    """An input that was opened and not yet read.

    Attributes:
        name: Path or label, for messages.
        address: Where it was fetched; None for what lay on this machine.
        head: Its first bytes, up to 16 KiB.
    """

    __slots__ = ("_stream", "address", "head", "name")

    def __init__(self, name: str, stream: BinaryIO, *, address: str | None = None) -> None:
        self.name = name
        self.address = address
        self._stream = stream
        self.head = self._fill(HEAD_BYTES)

    @property
    def suffix(self) -> str:
        """The name's ending in lower case, with its dot; empty when it has none."""
        return PurePath(self.name).suffix.lower()

    def read_bytes(self, limit: int) -> bytes:
        """Return everything.

        Raises:
            ReadError: There are more bytes than `limit`, or the stream breaks.
        """
        rest = self._fill(max(limit + 1 - len(self.head), 0))
        if len(self.head) + len(rest) > limit:
            raise ReadError(self.name, f"is larger than {_megabytes(limit)}, the most that one article may have")
        return self.head + rest

    def stream(self) -> BinaryIO:
        """Return everything as a stream that is read once, for formats that hold many articles."""
        return io.BufferedReader(_Rest(self))

    def rewound(self) -> BinaryIO:
        """Return the stream at its start, for formats that are read from their end.

        Raises:
            ReadError: It is a pipe.
        """
        if not self._stream.seekable():
            raise ReadError(self.name, "must be a file: archives of this kind are read from their end")
        self._stream.seek(0)
        return self._stream

    def lines(self, limit: int) -> Iterator[bytes | None]:
        """Yield the lines without their ends; None for a line of more bytes than `limit`, whose rest is skipped.

        Raises:
            ReadError: The stream breaks.
        """
        buffered = bytearray(self.head)
        skipping = False
        while True:
            *complete, last = buffered.split(b"\n")
            for line in complete:
                yield None if skipping or len(line) > limit else bytes(line)
                skipping = False
            # The start of an endless line is dropped, so that memory stays bounded by the limit.
            skipping = skipping or len(last) > limit
            buffered = bytearray() if skipping else bytearray(last)
            chunk = self._fill(CHUNK_BYTES)
            if not chunk:
                break
            buffered += chunk
        if skipping or buffered:
            yield None if skipping else bytes(buffered)

    def read_some(self, size: int) -> bytes:
        """Return some of what follows the first bytes; empty at the end.

        Raises:
            ReadError: The stream breaks.
        """
        return self._fill(size)

    def _fill(self, size: int) -> bytes:
        """Read until there are `size` bytes or no more; a pipe may hand out fewer at a time."""
        parts = io.BytesIO()
        while (missing := size - parts.tell()) > 0:
            try:
                part = self._stream.read(missing)
            except OSError as error:
                raise ReadError(self.name, f"cannot be read: {error.strerror or error}") from error
            if not part:
                break
            parts.write(part)
        return parts.getvalue()


class _Rest(io.RawIOBase):
    """The first bytes of an input, and what follows them."""

    def __init__(self, source: RawInput) -> None:
        self._source = source
        self._head = source.head
        self._position = 0

    def tell(self) -> int:
        return self._position

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        part = self._head[: len(buffer)] or self._source.read_some(len(buffer))
        self._head = self._head[len(part) :]
        buffer[: len(part)] = part
        self._position += len(part)
        return len(part)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:g} MB"
