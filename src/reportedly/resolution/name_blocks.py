"""A sorted table of names in compressed blocks, of which a look-up opens only those that it needs.

Opening the table reads its index alone, so that loading takes milliseconds however many names there are. The
writer stands beside the reader because the two must agree; only `genscripts/` calls it.

Layout: eight bytes magic, four bytes length of the head, the head (zlib, JSON), then the blocks one after another
(zlib, UTF-8 lines "key TAB rest"). The head holds whole small tables and, for each block, its first key and size.
"""

import json
import zlib
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate, takewhile
from typing import Any

MAGIC = b"RPTGAZ1\n"
HEAD_SIZE_BYTES = 4
# Swept 128 to 1024 over 619,000 lines: 512 lines come within 2 % of the smallest file.
LINES_PER_BLOCK = 512
# Blocks that stay open, a quarter of the gazetteer.
OPEN_BLOCKS = 256


class NameBlocks:
    """Read access to such a table.

    Args:
        data: The bytes of the file.

    Attributes:
        head: The small tables of the head.

    Raises:
        ValueError: The bytes are no such table.
    """

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC):
            raise ValueError("not a table of names, or one of another version")
        head_start = len(MAGIC) + HEAD_SIZE_BYTES
        blocks_start = head_start + int.from_bytes(data[len(MAGIC) : head_start], "big")
        self.head: dict[str, Any] = json.loads(zlib.decompress(data[head_start:blocks_start]))
        self._first_keys: list[str] = self.head["first_keys"]
        self._bounds = list(accumulate(self.head["block_sizes"], initial=blocks_start))
        self._data = data
        self._block = lru_cache(maxsize=OPEN_BLOCKS)(self._open_block)

    def rows(self, key: str) -> list[list[str]]:
        """Return the fields after the key of every line that has this key, in the table's order."""
        # Lines of one key may run over several blocks, the first of which may begin with a smaller key.
        number = max(bisect_left(self._first_keys, key) - 1, 0)
        found: list[list[str]] = []
        while number < len(self._first_keys) and self._first_keys[number] <= key:
            found += _fields_of(key, self._block(number))
            number += 1
        return found

    def keys(self) -> list[str]:
        """Return every key in sorted order; reads the whole table."""
        lines = (line for number in range(len(self._first_keys)) for line in self._open_block(number))
        return sorted({line.split("\t", 1)[0] for line in lines})

    def _open_block(self, number: int) -> list[str]:
        start, end = self._bounds[number : number + 2]
        return zlib.decompress(self._data[start:end]).decode().split("\n")


def _fields_of(key: str, lines: list[str]) -> list[list[str]]:
    """Return the fields of every line with a key, out of sorted lines.

    Only these are taken apart: doing so to the whole block cost 3 % of coding an article.
    """
    opening = f"{key}\t"
    first = bisect_left(lines, opening)
    return [line.split("\t")[1:] for line in takewhile(lambda line: line.startswith(opening), lines[first:])]


def write_name_blocks(lines: list[str], *, tables: dict[str, Any]) -> bytes:
    """Return the bytes of a table.

    Args:
        lines: Lines "key TAB field TAB field …" in any order.
        tables: Small tables for the head, as JSON values.

    Returns:
        The same bytes for the same lines and tables, whatever the order of the lines.
    """
    ordered = sorted(lines, key=lambda line: line.split("\t"))
    chunks = [ordered[start : start + LINES_PER_BLOCK] for start in range(0, len(ordered), LINES_PER_BLOCK)]
    blocks = [zlib.compress("\n".join(chunk).encode(), 9) for chunk in chunks]
    index = {
        "first_keys": [chunk[0].split("\t", 1)[0] for chunk in chunks],
        "block_sizes": [len(block) for block in blocks],
    }
    head = zlib.compress(json.dumps(tables | index, ensure_ascii=False, sort_keys=True).encode(), 9)
    return b"".join([MAGIC, len(head).to_bytes(HEAD_SIZE_BYTES, "big"), head, *blocks])
