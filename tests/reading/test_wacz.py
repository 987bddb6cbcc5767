"""Web archives in ZIP files."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from reportedly.errors import ReadError
from reportedly.reading import read, read_all
from reportedly.records import Article, Failure

STORY = "The ferry Aurora left Suva on Monday with ninety people on board, the harbour master said."
PAGE = f"<html><body><article><h1>Ferry leaves Suva</h1><p>{STORY}</p><p>{STORY}</p></article></body></html>".encode()
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://kiosk.example/a\r\n"
    b"WARC-Date: 2025-03-03T08:00:00Z\r\n"
    b"WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
    % len(HTTP)
) + HTTP + b"\r\n\r\n"  # fmt: skip


def packed(**members: bytes) -> bytes:
    """A WACZ file; `archive__a_warc` stands for archive/a.warc."""
    return of({name.replace("__", "/").replace("_", "."): content for name, content in members.items()})


def of(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return buffer.getvalue()


def test_the_archives_in_it_are_read(tmp_path: Path) -> None:
    raw = packed(
        datapackage_json=b"{}",
        archive__a_warc=WARC,
        archive__b_warc_gz=gzip.compress(WARC),
        pages__pages_jsonl=b'{"text": "No article, only a list."}',
    )
    assert [article.url for article in read(raw)] == ["https://kiosk.example/a"] * 2
    (tmp_path / "news.wacz").write_bytes(raw)
    assert len(list(read(str(tmp_path)))) == 2


@pytest.mark.parametrize(
    "name", ["../archive/a.warc", "archive/../../a.warc", "/archive/a.warc", "C:/archive/a.warc", "archive/..\\a.warc"]
)
def test_names_that_lead_outside_are_refused(name: str) -> None:
    article, failure = read_all([of({"archive/a.warc": WARC, name: WARC})])
    assert isinstance(article, Article) and isinstance(failure, Failure)
    assert failure.reason == "names a place outside the archive; not read"


def test_a_broken_member_costs_only_itself() -> None:
    raw = bytearray(of({"archive/a.warc": WARC * 9, "archive/b.warc": WARC}))
    raw[60:90] = bytes(30)
    results = list(read_all([bytes(raw)]))
    assert isinstance(results[-1], Article)
    assert any(isinstance(result, Failure) and "cannot be unpacked" in result.reason for result in results)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (packed(datapackage_json=b"{}"), "without web archives"),
        (packed(archive__a_warc=WARC)[:-40], "is no ZIP file that can be read"),
    ],
)
def test_what_is_no_such_file_is_told(raw: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        list(read(raw))


def test_a_pipe_is_turned_away() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    with pytest.raises(ReadError, match="must be a file"):
        list(read(Pipe(packed(archive__a_warc=WARC))))


def test_other_zip_files_are_binary_as_before() -> None:
    with pytest.raises(ReadError, match="looks binary: a ZIP archive or an office document"):
        list(read(of({"word/document.xml": b"<a/>"})))
