"""Reads a web archive of made-up pages, and tells pages a second and peak memory, for a small one and a large one.

    python bench/archive.py [--pages 2000 20000] [--json]

Each archive is made on the way, a gzip member a record as in CC-NEWS, and read in a process of its own. Memory is flat
when the large archive peaks no higher than the small one.
"""

import argparse
import gzip
import io
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from reportedly.reading import read
from reportedly.records import Article

TOWNS = ("Suva", "Lautoka", "Nadi", "Labasa", "Ba", "Sigatoka", "Levuka", "Savusavu")
DEEDS = ("closed the harbour", "opened a school", "arrested nine men", "met with fishermen", "banned a march")
WHO = ("The harbour master", "Police", "The mayor", "Two ministers", "An army patrol")
#: News pages carry far more markup than text; 60 kB is near the median of the development pages.
SCRIPT = "<script>" + "var made_up = 'nothing'; " * 2_000 + "</script>"


def page(number: int) -> bytes:
    """Return a news page like no other."""
    town, deed, who = TOWNS[number % 8], DEEDS[number // 8 % 5], WHO[number // 40 % 5]
    head = f"{who} of {town} {deed}, report {number} says"
    told = f"{who} in {town} {deed} on day {number % 28 + 1} of the month, residents told the paper in case {number}."
    body = "".join(f"<p>{told} It was the {n + 1}. time in {number % 90 + 2} years.</p>" for n in range(12))
    links = "".join(f'<li><a href="/{n}">Another story about {TOWNS[n % 8]}</a></li>' for n in range(40))
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{head} - The Coral Post</title>{SCRIPT}</head><body>'
        f"<nav><ul>{links}</ul></nav><article><h1>{head}</h1>{body}</article><footer>Contact us</footer></body></html>"
    ).encode()


def record(number: int) -> bytes:
    """Return a record of the archive, packed."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2025-03-03T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        f"WARC-Target-URI: https://coralpost.example/2025/03/{number % 28 + 1:02}/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", compresslevel=1)


class Archive(io.RawIOBase):
    """An archive that is made as it is read."""

    def __init__(self, count: int) -> None:
        self._records: Iterator[bytes] = map(record, range(count))
        self._left = b""
        self._position = 0

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def tell(self) -> int:
        """Return how much was read."""
        return self._position

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer."""
        self._left = self._left or next(self._records, b"")
        part, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(part)] = part
        self._position += len(part)
        return len(part)


def measure(count: int) -> dict[str, float]:
    """Read an archive in this process."""
    start = time.perf_counter()
    articles = sum(isinstance(article, Article) for article in read(cast("BinaryIO", Archive(count))))
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"pages": count, "articles": articles, "pages_a_second": round(count / seconds, 1), "peak_mb": round(peak)}


def main() -> int:
    """Measure each size in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[2_000, 20_000])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--here", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here is not None:
        print(json.dumps(measure(given.here)))
        return 0
    results = []
    for count in given.pages:
        done = subprocess.run([sys.executable, __file__, "--here", str(count)], capture_output=True, check=True)
        results.append(json.loads(done.stdout))
        if not given.json:
            print(", ".join(f"{name} {value}" for name, value in results[-1].items()), flush=True)
    if given.json:
        print(json.dumps(results))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
