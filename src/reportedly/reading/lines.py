"""A page as lines: paragraphs told from blank lines, hard wrapping undone, prose told from the rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

#: One word with a full stop is as likely a label.
SHORTEST_STATEMENT = 2
#: Very long lines are prose however they end.
MANY_WORDS = 30
OPENING_QUOTES = ('"', "“", "‘", "«")
SENTENCE_END = re.compile(r"[.!?…।。]['’\"”»)\]]*\Z")
#: A full stop inside a line; those of initials do not count.
FULL_STOP = re.compile(r"\w{3}[.!?]['’\"”»)]* ")
#: How headlines end and leads hardly ever do: a question, a quotation without its full stop, "in U.S."
HEADLINE_END = re.compile(r"(?:[!?]['’\"”»]*|\b(?:[A-Z]\.)+)\Z")
LONGEST_HEADLINE = 25
#: Mail and old wires wrap at 60 to 100 characters.
WRAPPED = range(45, 101)
WORD = re.compile(r"\w+")
BLANK = re.compile(r"\n[ \t]*\n+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one paragraph whose lines were joined.

    Attributes:
        text: Its words.
        block: Number of the block, between blank lines, that it stands in.
    """

    text: str
    block: int


def split_lines(text: str) -> tuple[Line, ...]:
    """Split a repaired text into lines; blocks that were wrapped by hand become one line."""
    return tuple(
        Line(line, number) for number, block in enumerate(BLANK.split(text)) for line in _unwrapped(block.split("\n"))
    )


def is_prose(line: str) -> bool:
    """Whether a line reads like a paragraph of an article, and not like a headline, a label or a list of links."""
    return len(line.split()) >= MANY_WORDS or is_statement(line)


def is_statement(line: str) -> bool:
    """Whether a line, however short, is a full sentence: "No one was inside.", "“Never.”"."""
    return _is_ended(line) and (len(line.split()) >= SHORTEST_STATEMENT or line.startswith(OPENING_QUOTES))


def is_headline_shaped(line: str) -> bool:
    """Whether a line that stands first may be a headline: short, and not ended as a statement is."""
    ended = _is_ended(line) and HEADLINE_END.search(line) is None
    return len(line.split()) <= LONGEST_HEADLINE and not ended


def same_words(first: str, second: str) -> bool:
    """Whether two lines have the same words: headlines differ by quotation marks and capitals from place to place."""
    return WORD.findall(first.casefold()) == WORD.findall(second.casefold())


def _is_ended(line: str) -> bool:
    return SENTENCE_END.search(line) is not None


def _unwrapped(lines: list[str]) -> Iterator[str]:
    lines = [line for raw in lines if (line := raw.strip())]
    if _is_wrapped(lines):
        yield " ".join(lines)
        return
    joined: list[str] = []
    for before, line in pairwise(["", *lines]):
        # A full line that breaks off inside a sentence goes on in the next, whatever else the block holds.
        if len(before) in WRAPPED and not _is_ended(before) and line[0].islower():
            joined[-1] += " " + line
        else:
            joined.append(line)
    yield from joined


def _is_wrapped(lines: list[str]) -> bool:
    """Whether a block is one paragraph wrapped by hand: full lines that break off inside sentences."""
    if len(lines) < 2 or any(len(line) not in WRAPPED for line in lines[:-1]) or len(lines[-1]) > WRAPPED.stop:
        return False
    broken = sum(not SENTENCE_END.search(line) and not after[0].isupper() for line, after in pairwise(lines))
    return 2 * broken >= len(lines) - 1
