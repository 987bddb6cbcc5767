"""Web archives: WARC files, read record by record, so that a large one needs no more memory than its longest page."""

import io
import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from reportedly.errors import ReadError
from reportedly.reading.assembly import Draft, build_article
from reportedly.reading.charsets import served_encoding
from reportedly.reading.decoding import decode
from reportedly.reading.html import PAGE, read_page
from reportedly.reading.options import ReadingOptions
from reportedly.reading.raw import RawInput
from reportedly.reading.reader import Reader
from reportedly.records import Article, Failure

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

SUFFIXES = (".warc", ".warc.gz", ".warc.zst")
START = b"WARC/"
GZIP = b"\x1f\x8b"
PAGES = ("text/html", "application/xhtml+xml")
PLAIN = "text/plain"
OK = 200
CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.I)
MISSING = "is a web archive, and fastwarc is not installed: pip install 'reportedly[archives]'"


class WarcReader(Reader):
    """Reads the pages of a web archive."""

    name = "WARC"

    def bid(self, source: RawInput) -> float:
        """Bid by the first bytes, unpacked."""
        if source.head.startswith(START) or source.name.lower().endswith(SUFFIXES):
            return 0.98
        return 0.98 if source.head.startswith(GZIP) and _unpacked_start(source.head).startswith(START) else 0.0

    def read(self, source: RawInput) -> Iterator[Article | Failure]:
        """Yield an article for each page, and a Failure for one without.

        Raises:
            ReadError: It is no archive, or the library for archives is not installed.
        """
        yield from read_warc(source.stream(), name=source.name, options=self.options)


def read_warc(stream: BinaryIO, *, name: str, options: ReadingOptions) -> Iterator[Article | Failure]:
    """Read the pages of a web archive; pictures, scripts, redirects and errors of servers are passed over.

    Args:
        stream: Read once, from its start.
        name: Of the archive, for messages.
        options: How to read.

    Raises:
        ReadError: It holds no record at all, or the library for archives is not installed.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise ReadError(name, MISSING) from error
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    # Content is unpacked below: a record that is unpacked on the way and not read to its end loses all that follow.
    records = iter(ArchiveIterator(stream, record_types=wanted, auto_decode="transfer", strict_mode=False))
    count = 0
    while True:
        try:
            record = next(records, None)
        except BaseException as error:
            # The library is written in Rust, and what takes it by surprise comes as a PanicException, which is no
            # Exception and has no name to import.
            if not isinstance(error, OSError | ValueError) and type(error).__name__ != "PanicException":
                raise
            if not count:
                raise ReadError(name, f"is no web archive that can be read: {error}") from error
            yield Failure(input=name, reason=f"is broken after record {count}: {error}")
            return
        if record is None:
            return
        count += 1
        yield from _read_record(record, name=name, options=options)


def _read_record(record: "WarcRecord", *, name: str, options: ReadingOptions) -> Iterator[Article | Failure]:
    status = record.http_headers.status_code if record.is_http_parsed else OK
    if status != OK:
        return
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    media_type, charset = _content_type(record)
    if media_type and media_type not in (*PAGES, PLAIN):
        return
    label = f"{name}:{address or record.record_id}"
    try:
        raw = _body(record, name=label, most=options.max_bytes)
        if media_type == PLAIN or not (media_type or PAGE.search(raw[:4096])):
            # Text beside pages is robots.txt and the like; only where it was made of pages, is it news.
            if "conversion" in str(record.record_type):
                yield _plain(raw, address=address, name=label, options=options)
            return
        page = decode(raw, name=label, encoding=options.encoding or served_encoding(raw, charset))
        yield read_page(
            page, raw=raw, name=label, publisher=options.publisher, published=options.published, url=address or None
        )
    except ReadError as error:
        yield Failure(input=error.input, reason=error.reason)


def _plain(raw: bytes, *, address: str, name: str, options: ReadingOptions) -> Article:
    publishers = (options.publisher,) if options.publisher else ()
    text = decode(raw, name=name, encoding=options.encoding)
    return build_article(Draft(name=name, raw=raw, text=text, url=address or None, publishers=publishers))


def _content_type(record: "WarcRecord") -> tuple[str, str | None]:
    told = record.http_headers.get("Content-Type") if record.is_http_parsed else record.headers.get("Content-Type")
    found = CHARSET.search(told or "")
    return (told or "").partition(";")[0].strip().lower(), found[1] if found else None


def _body(record: "WarcRecord", *, name: str, most: int) -> bytes:
    """Read the body of a record, unpacked.

    Raises:
        ReadError: It is too large, or its packing is broken.
    """
    from fastwarc.stream_io import BrotliReader, GzipReader

    packing = (record.http_headers.get("Content-Encoding") or "" if record.is_http_parsed else "").strip().lower()
    try:
        raw = record.reader.read(most + 1)
        # Crawlers that unpack a page leave the header as it was.
        if packing in ("gzip", "x-gzip") and raw.startswith(GZIP):
            raw = GzipReader(io.BytesIO(raw)).read(most + 1)
        elif packing == "br" and not PAGE.search(raw[:4096]):
            raw = BrotliReader(io.BytesIO(raw)).read(most + 1)
        elif packing == "deflate" and raw[:1] == b"\x78":
            raw = GzipReader(io.BytesIO(raw), zlib=True).read(most + 1)
    except (OSError, ValueError, EOFError) as error:
        raise ReadError(name, f"cannot be unpacked: {error}") from error
    if len(raw) > most:
        raise ReadError(name, f"is larger than {most / 1_000_000:g} MB, the most that one article may have")
    return raw


def _unpacked_start(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(head, len(START))
    except zlib.error:
        return b""
