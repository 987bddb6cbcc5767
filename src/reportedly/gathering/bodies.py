"""The body of an answer, unpacked, with a cap on what comes in and on what it unpacks to."""

import zlib
from collections.abc import Iterable, Iterator

import httpx

from reportedly.errors import FetchError

#: What is asked for, and nothing else: a packed body that nobody asked for cannot be read.
ACCEPTED = "gzip, deflate"
PACKED = frozenset({"gzip", "x-gzip", "deflate"})
PLAIN = frozenset({"", "identity"})
#: Tells zlib to find out by itself whether a gzip or a zlib header stands at the start.
EITHER_HEADER = 47
NO_HEADER = -15
#: Unpacked in pieces of this size, so that a few bytes that stand for gigabytes never become them.
PIECE = 65_536


def read_body(response: httpx.Response, *, address: str, most: int) -> bytes:
    """Read the body of an answer.

    Args:
        response: The answer, whose body is still to come.
        address: Of the answer, for messages.
        most: Largest size, before and after unpacking.

    Raises:
        FetchError: It is too large, broken, or packed in a way that was not asked for.
    """
    declared = response.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > most:
        raise _too_large(address, most)
    packing = response.headers.get("content-encoding", "").strip().lower()
    if packing not in PACKED | PLAIN:
        raise FetchError(address, f"comes packed as {packing!r}, which was not asked for", lasting=True)
    incoming: Iterable[bytes] = response.iter_raw()
    pieces = _unpacked(incoming, address=address) if packing in PACKED else incoming
    whole = bytearray()
    for piece in pieces:
        whole += piece
        if len(whole) > most:
            raise _too_large(address, most)
    return bytes(whole)


def _unpacked(pieces: Iterable[bytes], *, address: str) -> Iterator[bytes]:
    unpack = None
    for piece in pieces:
        if unpack is None:
            unpack = zlib.decompressobj(EITHER_HEADER if _has_header(piece) else NO_HEADER)
        waiting = piece
        while waiting and not unpack.eof:
            try:
                out = unpack.decompress(waiting, PIECE)
            except zlib.error as error:
                raise FetchError(address, "is packed, and the packing is broken") from error
            waiting = unpack.unconsumed_tail
            yield out
    if unpack is not None and not unpack.eof:
        raise FetchError(address, "broke off in the middle")


def _has_header(piece: bytes) -> bool:
    # zlib's header is a multiple of 31 (RFC 1950); some servers send "deflate" without it.
    return piece.startswith(b"\x1f") or (len(piece) > 1 and piece[0] & 15 == 8 and (piece[0] << 8 | piece[1]) % 31 == 0)


def _too_large(address: str, most: int) -> FetchError:
    return FetchError(address, f"is larger than {most / 1_000_000:g} MB, the most that is fetched", lasting=True)
