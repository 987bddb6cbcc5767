"""Fetching from a site that misbehaves in every way that sites do."""

import gzip
import time
import zlib
from email.utils import formatdate

import pytest

from reportedly.errors import FetchError
from reportedly.gathering.clock import SystemClock
from reportedly.gathering.fetching import Validators

PAGE = b"<html><body><p>The harbour of Suva was closed on Monday.</p></body></html>"


def refused(fetcher, address: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(address)
    assert caught.value.input == address
    return caught.value


def test_a_page_comes_with_what_the_server_says_of_it(site, fetcher) -> None:
    site.put(
        "/a",
        PAGE,
        content_type="Text/HTML; charset=ISO-8859-1",
        etag='"1"',
        last_modified="Mon, 03 Mar 2025 08:00:00 GMT",
    )
    found = fetcher.fetch(site.url("/a#part"))
    assert (found.address, found.body) == (site.url("/a"), PAGE)
    assert (found.media_type, found.charset) == ("text/html", "iso-8859-1")
    assert found.validators == Validators(site.url("/a"), '"1"', "Mon, 03 Mar 2025 08:00:00 GMT")


def test_the_user_agent_is_honest_and_names_an_address(site, make_fetcher) -> None:
    site.put("/a", PAGE)
    make_fetcher().fetch(site.url("/a"))
    make_fetcher(contact="https://desk.example/bots").fetch(site.url("/a"))
    first, *_, last = (asked.headers["User-Agent"] for asked in site.asked)
    assert first.startswith("Reportedly/") and "(+https://" in first
    assert last.endswith("(+https://desk.example/bots)")


def test_nothing_new_is_told_by_validators(site, fetcher) -> None:
    site.put("/a", PAGE, etag='"7"')
    first = fetcher.fetch(site.url("/a"))
    again = fetcher.fetch(site.url("/a"), validators=first.validators)
    assert again.body is None
    assert again.validators == first.validators


def test_validators_are_told_only_to_the_address_that_gave_them(site, fetcher) -> None:
    site.put("/old", status=301, location="/new")
    site.put("/new", PAGE, etag='"7"')
    first = fetcher.fetch(site.url("/old"))
    assert fetcher.fetch(site.url("/old"), validators=first.validators).body is None
    sent = {asked.path: asked.headers.get("If-None-Match") for asked in site.asked}
    assert (sent["/old"], sent["/new"]) == (None, '"7"')


def test_redirects_are_followed(site, fetcher) -> None:
    site.put("/1", status=301, location="/2")
    site.put("/2", status=302, location=site.url("/3"))
    site.put("/3", PAGE)
    assert fetcher.fetch(site.url("/1")).address == site.url("/3")


@pytest.mark.parametrize(
    ("hops", "reason"),
    [
        ({"/1": "/2", "/2": "/1"}, "redirects in a circle"),
        ({"/1": "/1"}, "redirects in a circle"),
        ({f"/{n}": f"/{n + 1}" for n in range(1, 9)}, "redirects more than 5 times"),
        ({"/1": "file:///etc/passwd"}, "is no address that is fetched"),
        ({"/1": "http://[::1/"}, "cannot be read"),
        ({"/1": "http://ana:secret@127.0.0.1/"}, "credentials"),
    ],
)
def test_odd_redirects_end(site, fetcher, hops: dict[str, str], reason: str) -> None:
    for path, to in hops.items():
        site.put(path, status=302, location=to)
    assert reason in refused(fetcher, site.url("/1")).reason
    assert len(site.paths()) <= 6


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_lasting_refusal_is_not_tried_again(site, fetcher, status: int) -> None:
    site.put("/a", status=status)
    error = refused(fetcher, site.url("/a"))
    assert error.lasting and f"answered {status}" in error.reason
    assert site.paths() == ["/a"]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_passing_failure_is_tried_three_times_with_growing_pauses(site, fetcher, clock, status: int) -> None:
    site.put("/a", status=status)
    assert not refused(fetcher, site.url("/a")).lasting
    assert site.paths() == ["/a"] * 3
    assert clock.waits == [1.0, 2.0]


def test_retry_after_is_waited_for(site, fetcher, clock) -> None:
    site.put("/a", status=429, retry_after="7")
    site.then("/a", PAGE)
    assert fetcher.fetch(site.url("/a")).body == PAGE
    assert sum(clock.waits) == pytest.approx(7, abs=0.1)


def test_a_host_that_wants_long_peace_is_left_alone(site, fetcher) -> None:
    site.put("/a", status=503, retry_after="600")
    site.put("/b", PAGE)
    assert refused(fetcher, site.url("/a")).retry_after == 600
    later = refused(fetcher, site.url("/b"))
    assert "left alone for 600 more seconds" in later.reason and later.retry_after == 600
    assert site.paths() == ["/a"]


def test_retry_after_may_be_a_date(site, fetcher, clock) -> None:
    site.put("/a", status=503, retry_after=formatdate(clock.time + 90, usegmt=True))
    assert refused(fetcher, site.url("/a")).retry_after == 90


@pytest.mark.parametrize("value", ["soon", "-5", "Thu, 99 Foo 2025", "1e9"])
def test_an_odd_retry_after_is_passed_over(site, fetcher, value: str) -> None:
    site.put("/a", status=503, retry_after=value)
    assert refused(fetcher, site.url("/a")).retry_after is None


def test_a_body_that_says_it_is_too_large_is_not_read(site, make_fetcher) -> None:
    site.put("/a", PAGE * 10)
    error = refused(make_fetcher(most_bytes=200), site.url("/a"))
    assert error.lasting and "is larger than 0.0002 MB" in error.reason


def test_an_endless_body_is_cut_off(site, make_fetcher) -> None:
    def endless(handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"la " * 20_000)

    site.answers["/a"] = endless
    assert "is larger than 1 MB" in refused(make_fetcher(most_bytes=1_000_000), site.url("/a")).reason


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda raw: zlib.compress(raw, wbits=-15)])
def test_packed_bodies_are_unpacked(site, fetcher, pack) -> None:
    site.put("/a", pack(PAGE * 9), content_encoding="gzip" if pack is gzip.compress else "deflate")
    assert fetcher.fetch(site.url("/a")).body == PAGE * 9


def test_a_gzip_bomb_is_never_unpacked(site, make_fetcher) -> None:
    bomb = gzip.compress(bytes(200_000_000), compresslevel=1)
    site.put("/a", bomb, content_encoding="gzip")
    began = time.monotonic()
    assert "is larger than 2 MB" in refused(make_fetcher(most_bytes=2_000_000), site.url("/a")).reason
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("body", "packing", "reason"),
    [
        (b"no gzip at all", "gzip", "the packing is broken"),
        (gzip.compress(PAGE, mtime=0)[:-12], "gzip", "broke off in the middle"),
        (PAGE, "br", "packed as 'br'"),
        (PAGE, "gzip, br", "packed as 'gzip, br'"),
    ],
)
def test_broken_packing_is_told(site, make_fetcher, body: bytes, packing: str, reason: str) -> None:
    site.put("/a", body, content_encoding=packing)
    assert reason in refused(make_fetcher(tries=1), site.url("/a")).reason


def test_a_body_that_breaks_off_is_no_body(site, make_fetcher) -> None:
    def short(handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "5000")
        handler.end_headers()
        handler.wfile.write(PAGE)
        handler.close_connection = True

    site.answers["/a"] = short
    assert "the connection failed" in refused(make_fetcher(tries=1), site.url("/a")).reason


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_slow_drip_ends_with_the_time_for_the_whole(site, make_fetcher, part: str) -> None:
    def drip(handler) -> None:
        if part == "body":
            handler.send_response(200)
            handler.end_headers()
        else:
            handler.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)

    site.answers["/a"] = drip
    began = time.monotonic()
    error = refused(make_fetcher(seconds=0.4, tries=1, clock=SystemClock()), site.url("/a"))
    assert "took longer than 0.4 seconds" in error.reason
    assert time.monotonic() - began < 2


def test_silence_ends_before_the_time_for_the_whole(site, make_fetcher) -> None:
    site.answers["/a"] = lambda handler: time.sleep(1.5)
    error = refused(make_fetcher(silence=0.2, tries=1, clock=SystemClock()), site.url("/a"))
    assert "sent nothing for 0.2 seconds" in error.reason


def test_a_stop_ends_what_is_under_way(site, fetcher, clock) -> None:
    def stop(handler) -> None:
        clock.stopped = True
        time.sleep(1.2)

    site.answers["/a"] = stop
    assert "was left when the work ended" in refused(fetcher, site.url("/a")).reason


def test_a_stop_ends_the_tries(site, fetcher, clock) -> None:
    def stop(handler) -> None:
        clock.stopped = True
        handler.send_error(503)

    site.answers["/a"] = stop
    refused(fetcher, site.url("/a"))
    assert site.paths() == ["/a"]


@pytest.mark.parametrize("media", ["image/png", "video/mp4; q=1", "Audio/ogg"])
def test_what_is_no_text_is_not_read(site, fetcher, media: str) -> None:
    site.put("/a", b"\x00" * 100, content_type=media)
    assert "is no text but" in refused(fetcher, site.url("/a")).reason


def test_noise_instead_of_an_answer_is_told(site, make_fetcher) -> None:
    def noise(handler) -> None:
        handler.wfile.write(b"\x00\x01\x02 nothing of HTTP\r\n\r\n")
        handler.close_connection = True

    site.answers["/a"] = noise
    assert "the connection failed" in refused(make_fetcher(tries=1), site.url("/a")).reason


def test_nobody_at_home_is_told(make_fetcher) -> None:
    error = refused(make_fetcher(tries=1), "http://127.0.0.1:9/a")
    assert "the connection failed" in error.reason and not error.lasting


def test_a_host_without_a_name_entry_is_told(make_fetcher) -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("Name or service not known")

    error = refused(make_fetcher(tries=1, resolve=unknown), "http://nowhere.example/a")
    assert "no host of the name nowhere.example is known" in error.reason and not error.lasting


def test_the_time_for_the_whole_counts_through_redirects(site, make_fetcher) -> None:
    def slow(handler) -> None:
        time.sleep(0.15)
        handler.send_response(302)
        handler.send_header("Location", f"{handler.path}0")
        handler.end_headers()

    for path in ("/1", "/10", "/100", "/1000"):
        site.answers[path] = slow
    error = refused(make_fetcher(seconds=0.4, tries=1, clock=SystemClock()), site.url("/1"))
    assert "took longer than 0.4 seconds" in error.reason
    assert site.paths() == ["/1", "/10", "/100"]
