"""Whatever happens to a page, the reader gives articles or says what is wrong, in bounded time."""

import time
from pathlib import Path
from random import Random  # noqa: TID251 - mutations need chance; the seed is fixed

import pytest
import yaml

from reportedly.cli.sources import sample_files
from reportedly.reading import read_all
from reportedly.records import Article, Failure

SHAPES = Path(__file__).with_name("shapes.yaml")
#: What breaks readers: marks without their pair, right-to-left and joined scripts, controls, halves of tags.
ODD = [
    *(
        mark.encode()
        for mark in (
            '"', "“", "’", "«", "(", "]", "<", "</p>", "<p", "&amp;#8217;", "&nbsp", "<script>", "<!--",
            '{"text":', "\\",
            "\r\n\r\n", "\n\n", "\u202e", "القاهرة – ", "新間、", "कोच्चि: ", "\u200d", "\xad", "a" * 5000, "A. " * 400,
            "/" * 300, "- " * 300, "Share ", "By ", "Source: ", "(Reporting by ", "LIMA, Nov 3 (", "Related Stories\n",
        )
    ),
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x85",
]  # fmt: skip
#: Of processor time, so that a busy machine fails no test: far above what any mutation takes (0.2 s), far below what
#: runaway patterns take.
SECONDS = 5.0


def mutate(content: bytes, chance: Random) -> bytes:
    """Change a file in one to eight places."""
    for _ in range(chance.randint(1, 8)):
        start, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
        end = min(end, start + 400)
        match chance.randrange(7):
            case 0:
                content = content[:start] + content[end:]
            case 1:
                content = content[:end] + content[start:end] * chance.randint(1, 5) + content[end:]
            case 2:
                content = content[:start] + chance.choice(ODD) + content[start:]
            case 3:
                content = content[: max(start, 1)]
            case 4:
                content = (
                    content[:start]
                    + bytes(chance.randrange(256) for _ in range(chance.randint(1, 9)))
                    + content[start:]
                )
            case 5:
                lines = content.split(b"\n")
                chance.shuffle(lines)
                content = b"\n".join(lines)
            case _:
                content = content[:start] + content[start:end].swapcase()[::-1] + content[end:]
    return content


def check(seeds: range) -> None:
    shapes = yaml.safe_load(SHAPES.read_text(encoding="utf-8"))
    samples = [path.read_bytes() for path in sample_files()] + [shape["page"].encode() for shape in shapes.values()]
    for seed in seeds:
        chance = Random(seed)
        content = mutate(chance.choice(samples), chance)
        started = time.process_time()
        results = list(read_all([content]))
        assert time.process_time() - started < SECONDS, f"mutation {seed} takes too long"
        assert results, f"mutation {seed} gives neither article nor failure"
        assert all(isinstance(each, (Article, Failure)) for each in results), f"mutation {seed}"
        assert all(each.text.strip() for each in results if isinstance(each, Article)), f"mutation {seed} is empty"
        assert all(each.reason for each in results if isinstance(each, Failure)), f"mutation {seed} has no reason"


def test_reader_survives_mutations():
    check(range(300))


@pytest.mark.soak
def test_reader_survives_many_mutations():
    check(range(300, 5300))


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("xyz"[number % 3] for number in range(100_000)),
        "\n".join(f"Line {number} of many here" for number in range(100_000)),
        "word " * 40_000,
        "a" * 200_000,
        "(" * 900 + ")" * 900,
        "“" * 2_000 + " They left the town on Monday.",
        "\n\n".join(["Aa, " * 25] * 300),
        "\n\n".join(["on: : : " * 100] * 100),
    ],
    ids=["letters", "short lines", "one line", "one word", "brackets", "unpaired marks", "names", "noise"],
)
def test_reader_takes_bounded_time(text):
    started = time.process_time()
    assert len(list(read_all([text.encode()]))) == 1
    assert time.process_time() - started < SECONDS
