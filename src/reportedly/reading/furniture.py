"""Furniture told from text, by the phrases and line shapes of `codebook/reading/furniture.yaml`."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Literal, TypeAlias

from reportedly.reading.calendar import with_parts
from reportedly.reading.codebook import FurnitureBar, FurnitureLine, furniture_book
from reportedly.records import FurnitureKind

Opens: TypeAlias = Literal["nothing", "next", "links", "rest"]
#: No furniture line is longer; longer lines are not worth a search.
LONGEST_LINE = 900


class Where(StrEnum):
    """Where a line stands, seen from the prose."""

    HEAD = "head"
    BODY = "body"
    TAIL = "tail"


@dataclass(frozen=True, slots=True)
class Cut:
    """Why a line is furniture.

    Attributes:
        kind: What it is.
        opens: What goes with it: see furniture.yaml.
        example: The example of the rule that says so.
    """

    kind: FurnitureKind
    opens: Opens = "nothing"
    example: str = ""


def find_cut(line: str, where: Where) -> Cut | None:
    """Tell whether a line is furniture, and of which kind; None for text."""
    if len(line) > LONGEST_LINE or reports_speech(line):
        return None
    if line.startswith(("(", "[")) and line.endswith((")", "]")) and (inner := find_cut(line[1:-1], where)):
        return inner
    words = len(line.split())
    for rule, pattern in _lines(where):
        if words <= rule.most and pattern.fullmatch(line):
            return Cut(rule.kind, rule.opens, rule.example)
    for bar, pattern, word in _bars():
        if pattern.fullmatch(line) and len(word.findall(line)) >= bar.least:
            return Cut(bar.kind, example=bar.example)
    return None


def reports_speech(line: str) -> bool:
    """Whether a line says who said something: no furniture does."""
    return _speech().search(line) is not None


def _places(rule: FurnitureLine) -> tuple[Where, ...]:
    match rule.where:
        case "head":
            return (Where.HEAD,)
        case "tail":
            return (Where.TAIL,)
        case "edge":
            return (Where.HEAD, Where.TAIL)
        case _:
            return tuple(Where)


@cache
def _speech() -> re.Pattern[str]:
    """Match a quotation's end or a clause's comma, then the speaker, then a verb of speech."""
    verbs = "|".join(map(re.escape, furniture_book().speech))
    # "Read the original here" behind a full stop tells the reader what to do.
    speaker = rf"(?!(?<=\. )(?:{verbs})\b)(?:[\w’'-]+ ){{0,5}}?"
    return re.compile(rf"[,!?.][\"”’']?,? {speaker}(?:{verbs})\b(?! (?:more|also|next|on|here|it)\b)", re.I)


@cache
def _lines(where: Where) -> tuple[tuple[FurnitureLine, re.Pattern[str]], ...]:
    book = furniture_book()
    rules = (rule for rule in book.lines if where in _places(rule))
    return tuple((rule, re.compile(with_parts(rule.line, book.parts), re.I)) for rule in rules)


@cache
def _bars() -> tuple[tuple[FurnitureBar, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(_bar(bar) for bar in furniture_book().bars)


def _bar(bar: FurnitureBar) -> tuple[FurnitureBar, re.Pattern[str], re.Pattern[str]]:
    words = "|".join(re.escape(word) for word in sorted(bar.words, key=len, reverse=True))
    # Words stand apart, or are glued where a capital follows a small letter, as buttons without spaces come out.
    apart = r"(?:[\W\d_]+|(?-i:(?<=[a-z])(?=[A-Z]))|\Z)"
    return bar, re.compile(rf"[\W\d_]*(?:(?:{words}){apart})++", re.I), re.compile(rf"(?:{words}){apart}", re.I)
