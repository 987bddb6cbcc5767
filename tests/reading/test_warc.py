"""Web archives."""

import gzip
import io
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import ReadError
from reportedly.reading import ReadingOptions, read, read_all
from reportedly.records import Article, Failure

STORY = "The ferry Aurora left Suva on Monday with ninety people on board, the harbour master said."


def page(title: str = "Ferry leaves Suva", *, head: str = "", story: str = STORY) -> bytes:
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1><p>{story}</p>"
        "<p>Nobody was hurt, and the harbour opened again in the evening, he told reporters.</p></article></body>"
        "</html>"
    ).encode()


def record(address: str, body: bytes, *, kind: str = "response", status: str = "200 OK", **headers: str) -> bytes:
    told = {"Content-Type": "text/html; charset=utf-8"} | {k.replace("_", "-").title(): v for k, v in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    inner = f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body if kind == "response" else body
    content = "application/http; msgtype=response" if kind == "response" else told["Content-Type"]
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2025-03-03T08:00:00Z\r\n"
        f"WARC-Target-URI: {address}\r\nContent-Type: {content}\r\nContent-Length: {len(inner)}\r\n\r\n"
    ).encode() + inner + b"\r\n\r\n"  # fmt: skip


def titles(raw: bytes) -> list[str | None]:
    return [article.title for article in read(raw)]


@pytest.mark.parametrize("packed", [False, True])
def test_pages_are_read_with_their_addresses(packed: bool) -> None:
    records = [record(f"https://kiosk.example/2025/03/0{n}/a", page(f"Ferry {n} leaves Suva")) for n in (1, 2, 3)]
    raw = b"".join(map(gzip.compress, records) if packed else records)
    articles = list(read(raw))
    assert [article.title for article in articles] == [f"Ferry {n} leaves Suva" for n in (1, 2, 3)]
    assert [article.url for article in articles] == [f"https://kiosk.example/2025/03/0{n}/a" for n in (1, 2, 3)]
    assert articles[0].published.value == "2025-03-01"
    assert articles[0].publisher and articles[0].publisher.domain == "kiosk.example"


def test_everything_that_is_no_page_is_passed_over() -> None:
    assert titles(
        record("https://a.example/robots.txt", b"User-agent: *", content_type="text/plain")
        + record("https://a.example/ship.png", b"\x89PNG", content_type="image/png")
        + record("https://a.example/moved", b"", status="301 Moved", location="/a")
        + record("https://a.example/gone", page("Gone"), status="404 Not Found")
        + record("https://a.example/a", b"GET /a HTTP/1.1\r\n\r\n", kind="request", content_type="application/http")
        + record("https://a.example/b", page("Read me: a ferry leaves"))
    ) == ["Read me: a ferry leaves"]


def test_saved_pages_and_texts_made_of_pages_are_read() -> None:
    text = f"Ferry leaves Suva\n\n{STORY}\n\nNobody was hurt.".encode()
    articles = list(
        read(
            record("https://a.example/a", page(), kind="resource", content_type="text/html")
            + record("https://a.example/b", text, kind="conversion", content_type="text/plain")
        )
    )
    assert [article.url for article in articles] == ["https://a.example/a", "https://a.example/b"]
    assert all(STORY in article.text for article in articles)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(page()), {"content_encoding": "gzip"}),
        (page(), {"content_encoding": "gzip"}),
        (page(), {"content_encoding": "br"}),
        (b"%x\r\n%b\r\n0\r\n\r\n" % (len(page()), page()), {"transfer_encoding": "chunked"}),
        (
            page(story=STORY.replace("master", "maître")).decode().encode("cp1252"),
            {"content_type": "text/html;charset=latin1"},
        ),
        (page(), {"content_type": ""}),
    ],
)
def test_bodies_are_unpacked_and_decoded(body: bytes, headers: dict[str, str]) -> None:
    (article,) = read(record("https://a.example/a", body, **headers))
    assert article.text.replace("maître", "master").startswith(STORY)


def test_a_bomb_is_never_unpacked_and_costs_only_itself() -> None:
    bomb = record("https://a.example/bomb", gzip.compress(bytes(300_000_000), 1), content_encoding="gzip")
    tracemalloc.start()
    failure, article = read_all([bomb + record("https://a.example/a", page())])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(failure, Failure) and "is larger than 5 MB" in failure.reason
    assert isinstance(article, Article)
    assert peak < 60_000_000


def test_pages_without_an_article_are_named_and_the_rest_is_read() -> None:
    raw = record("https://a.example/empty", b"<html></html>") + record("https://a.example/a", page())
    failure, article = read_all([raw])
    assert isinstance(failure, Failure) and failure.input == "<bytes>:https://a.example/empty"
    assert isinstance(article, Article)


def test_an_archive_that_breaks_off_is_read_so_far() -> None:
    raw = record("https://a.example/a", page()) + record("https://a.example/b", page("Another ferry leaves"))
    first, *rest = read_all([raw[:-150]])
    assert isinstance(first, Article) and len(rest) <= 1
    article, failure = read_all([record("https://a.example/a", page()) + b"WARC/1.0 and then noise\r\n\r\nmore"])
    assert isinstance(article, Article) and isinstance(failure, Failure)
    assert "is broken after record 1" in failure.reason


def test_noise_behind_a_right_name_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(b"no archive at all " * 99))
    with pytest.raises(ReadError, match="is no web archive that can be read"):
        list(read(str(tmp_path / "a.warc.gz")))


def test_archives_in_a_folder_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(record("https://a.example/a", page())))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"left out"))
    (article,) = read(str(tmp_path))
    assert article.url == "https://a.example/a"


def test_without_the_library_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    with pytest.raises(ReadError, match=r"pip install 'reportedly\[archives\]'"):
        list(read(record("https://a.example/a", page())))


def test_an_archive_may_come_through_a_pipe() -> None:
    class Pipe(io.RawIOBase):
        def __init__(self, raw: bytes) -> None:
            self.raw = raw

        def readable(self) -> bool:
            return True

        def readinto(self, buffer) -> int:
            part, self.raw = self.raw[:1000], self.raw[1000:]
            buffer[: len(part)] = part
            return len(part)

    raw = b"".join(record(f"https://a.example/{n}", page(f"Ferry {n} leaves Suva")) for n in range(60))
    assert len(list(read(Pipe(raw)))) == 60


def test_memory_does_not_grow_with_the_archive() -> None:
    def peak(count: int) -> int:
        def pieces() -> Iterator[bytes]:
            for number in range(count):
                yield gzip.compress(record(f"https://a.example/{number}", page() + b" " * 200_000), 1)

        class Stream(io.RawIOBase):
            def __init__(self) -> None:
                self.pieces, self.left = pieces(), b""

            def readable(self) -> bool:
                return True

            def readinto(self, buffer) -> int:
                self.left = self.left or next(self.pieces, b"")
                part, self.left = self.left[: len(buffer)], self.left[len(buffer) :]
                buffer[: len(part)] = part
                return len(part)

        tracemalloc.start()
        assert sum(1 for _ in read(Stream())) == count
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(2)
    assert peak(40) < 1.5 * peak(8)


def test_a_page_of_more_bytes_than_allowed_is_no_article() -> None:
    raw = record("https://a.example/a", page())
    (failure,) = read_all([raw], options=ReadingOptions(max_bytes=100))
    assert isinstance(failure, Failure) and "is larger than 0.0001 MB" in failure.reason
