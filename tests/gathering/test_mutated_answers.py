"""Whatever a server sends, the fetcher gives an answer or says what is wrong, in bounded time."""

import gzip
import runpy
import time
from pathlib import Path
from random import Random  # noqa: TID251 - mutations need chance; the seed is fixed

import pytest

from reportedly.errors import FetchError
from reportedly.gathering.clock import SystemClock
from reportedly.gathering.fetching import Fetched

mutate = runpy.run_path(str(Path(__file__).parent.parent / "reading" / "test_mutations.py"))["mutate"]
SECONDS = 1.0
PAGE = b"<html><body><p>The ferry left Suva on Monday.</p></body></html>"
PACKED = gzip.compress(PAGE)
ORIGINALS = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%b" % (len(PAGE), PAGE),
    b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%b" % (len(PACKED), PACKED),
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE),
    b"HTTP/1.1 302 Found\r\nLocation: /b?c=d#e\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: Mon, 03 Mar 2025 08:00:00 GMT\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 304 Not Modified\r\nETag: W/\"1\"\r\n\r\n",
    b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + PAGE,
)  # fmt: skip


def check(seeds: range, site, make_fetcher) -> None:
    sent = b""

    def answer(handler) -> None:
        handler.wfile.write(sent)
        handler.close_connection = True

    site.answers["/a"] = answer
    for seed in seeds:
        chance = Random(seed)
        sent = mutate(chance.choice(ORIGINALS), chance)
        fetcher = make_fetcher(tries=1, seconds=SECONDS, silence=0.5, clock=SystemClock())
        began = time.monotonic()
        try:
            assert isinstance(fetcher.fetch(site.url("/a")), Fetched), f"mutation {seed}"
        except FetchError as error:
            assert error.reason, f"mutation {seed}"
        assert time.monotonic() - began < 10 * SECONDS, f"mutation {seed} takes too long"


def test_mutated_answers_are_answers_or_failures(site, make_fetcher) -> None:
    check(range(60), site, make_fetcher)


@pytest.mark.soak
def test_many_mutated_answers_are_answers_or_failures(site, make_fetcher) -> None:
    check(range(60, 560), site, make_fetcher)
