"""Long tests of the whole way, from bytes to reports: `make soak`."""

import time
from pathlib import Path
from random import Random  # noqa: TID251 - mutations need chance; the seed is fixed

import pytest

from reportedly import Article, Report
from reportedly.reading import read_all

SAMPLES = Path(__file__).resolve().parent.parent / "src" / "reportedly" / "samples"
FILES = sorted(p for p in SAMPLES.iterdir() if p.suffix in (".txt", ".html", ".jsonl"))
MUTATIONS = 5_000
#: Seconds that a mutated sample of 5 kB may take; unmutated ones take a fifth of one on a busy machine.
CAP = 20
SPLINTERS = (
    *(
        [
            '"',
            "“",
            "”",
            "''",
            "(",
            ")",
            "{",
            "}",
            "said",
            "-",
            "—",
            ".",
            "…",
            "1,000,000",
            "http://",
            "<b>",
            "&#x;",
            "עברית",
            "漢字",
        ]
    ),
    *("\n", "\n\n", " ", "\u202e", "\u0000", "\ufeff", "\U0001f600", "\x1b[31m", "according to"),
)


def mutate(data, chance):
    """Cut, double, swap or splice pieces of a text, a few times."""
    text = data.decode("utf-8")
    for _ in range(chance.randint(1, 12)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.randint(0, 200))
        piece = text[start:end]
        other = chance.randrange(len(text) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            text = text[:start] + text[end:]
        elif kind == 1:
            text = text[:other] + piece + text[other:]
        elif kind == 2:
            text = text[:start] + chance.choice(SPLINTERS) + text[start:]
        else:
            text = text[:start] + piece[::-1] + text[end:]
    return text.encode("utf-8")


def check(report):
    text = report.article.text
    for event in report.events:
        for start, end in (event.trigger, event.evidence):
            assert 0 <= start < end <= len(text)
        for actor in event.actors + event.recipients:
            assert text[slice(*actor.span)] == actor.text
    for claim in report.claims:
        assert all(0 <= start < end <= len(text) for start, end in claim.content + claim.cue)
    assert Report.from_json(report.to_json()) == report


@pytest.mark.soak
def test_five_thousand_mutated_samples_are_read_and_coded_in_bounded_time(coder):
    originals = [path.read_bytes() for path in FILES]
    chance = Random(2026)
    coded = 0
    for number in range(MUTATIONS):
        data = mutate(originals[number % len(originals)], chance)
        begun = time.monotonic()
        for article in read_all([data]):
            if isinstance(article, Article):
                check(coder.code(article))
                coded += 1
        assert time.monotonic() - begun < CAP
    assert coded > MUTATIONS / 2


ARREST = "Police in Lima arrested two men on Friday, officials said. “We saw it,” he added.\n\n"
NAMES = ["Sudan", "Kenya", "Norway", "Peru"]
LONG = {
    "one sentence of 400 words": f"The minister said that {'the envoy who met rebels near the river ' * 50}left.",
    "200,000 characters": ARREST * 2500,
    "unbalanced quotes": "“Chad attacked Sudan, " * 300,
    "right to left": f"{'השר אמר ביום שני כי ' * 500}Israel attacked a base in Syria.",
    "one word again and again": "attacked " * 2_000,
    "nothing but commas": ", " * 5_000,
    "a list of four thousand names": f"Chad accused {', '.join(NAMES * 1_000)} of lying.",
}


@pytest.mark.soak
@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_extreme_texts_are_coded_in_bounded_time(coder, text):
    begun = time.monotonic()
    check(coder.code(text))
    assert time.monotonic() - begun < 240
