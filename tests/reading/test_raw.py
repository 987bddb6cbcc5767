import io

import pytest

from reportedly.errors import ReadError
from reportedly.reading.raw import HEAD_BYTES, RawInput


class Trickle(io.RawIOBase):
    """A pipe that hands out one byte at a time."""

    def __init__(self, data: bytes) -> None:
        self.data = io.BytesIO(data)

    def read(self, size: int = -1) -> bytes:
        return self.data.read(min(size, 1))


class Broken(io.RawIOBase):
    def read(self, size: int = -1) -> bytes:
        raise OSError(5, "Input/output error")


def test_raw_reads_everything_from_a_pipe():
    assert RawInput("pipe", Trickle(b"x" * 50)).read_bytes(limit=50) == b"x" * 50


@pytest.mark.parametrize("size", [11, HEAD_BYTES + 1])
def test_raw_refuses_what_is_too_large(size):
    with pytest.raises(ReadError, match="larger than"):
        RawInput("a", io.BytesIO(b"x" * size)).read_bytes(limit=size - 1)


@pytest.mark.parametrize("data", [b"a\nbb\n\nccc", b"a\nbb\n\nccc\n", b"", b"one"])
def test_raw_lines_are_those_of_the_bytes(data):
    assert list(RawInput("a", io.BytesIO(data)).lines(limit=100)) == data.splitlines()


def test_raw_lines_skip_a_line_that_is_too_long_and_go_on():
    data = b"first\n" + b"x" * 200_000 + b"\nlast\n"
    assert list(RawInput("a", io.BytesIO(data)).lines(limit=1000)) == [b"first", None, b"last"]


def test_raw_names_the_input_when_the_stream_breaks():
    with pytest.raises(ReadError, match="disk.txt: cannot be read: Input/output error"):
        RawInput("disk.txt", Broken())
