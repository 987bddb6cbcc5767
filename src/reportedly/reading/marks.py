"""Marks that close agency copy: "(END) ana/rm", "//Petra// AJ", "===L.Y.", "AS/fss/APA".

A mark is told by its grammar, not by its wording: every piece of it is a word for the end, an agency, initials, a
number or an address, and at least one of them cannot be text.
"""

import re
from collections.abc import Collection
from functools import cache

from reportedly.reading.codebook import credit_book
from reportedly.reading.lines import FULL_STOP
from reportedly.reading.outlets import find_wire, is_outlet_name

#: No mark is longer; longer lines are text.
LONGEST_MARK = 60
PIECES = re.compile(r"[()\[\]|*#,;+_~]+|={2,}|/+|\s*(?:-{1,3}|[–—])\s*")
#: Signs that no sentence holds.
SIGNS = re.compile(r"={2,}|//|\*\*|\A/|/\Z|\A-\d-")
INITIALS = re.compile(r"[A-Z]{1,4}\.?(?:[ .]?[A-Z]{1,3}\.?){0,3}|[A-Za-z]{1,4}(?:\.[a-z]{1,4})?")
DOTTED = re.compile(r"[A-Z]\.[A-Z]\.?(?:[A-Z]\.?)?")
NUMBER = re.compile(r"\d[\d:. ]*|\d{1,2} ?[A-Z][a-z]{2,8} ?\d{2,4}|n\d")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+")
LAST_WORDS = re.compile(r"(?<=[.!?…”\"’)])\s*(?=[^\s.])")


def read_mark(text: str, *, known: Collection[str] = ()) -> tuple[str, ...] | None:
    """Return the agencies that a closing mark names; None when the text is no mark.

    Args:
        text: A whole line, or what stands behind the last sentence.
        known: Agencies that the article credits already.

    >>> read_mark("(END) EFE jlp/mcd")
    ('EFE',)
    """
    text = text.strip()
    if not 2 <= len(text) <= LONGEST_MARK or FULL_STOP.search(text):
        return None
    pieces = [piece for each in PIECES.split(ADDRESS.sub(" ", text)) if (piece := each.strip(" .:"))]
    folded = {name.casefold() for name in known}
    houses: list[str] = []
    ended = False
    for piece in pieces:
        word, rest = _end().sub("", piece).strip(" .:"), piece
        ended = ended or word != rest
        house = _leading_house(word, folded)
        houses += [house] if house else []
        left = word[len(house or "") :].strip(" .:")
        # Behind an agency stand the initials of several; anywhere else several short words are text.
        several = all(map(_is_sign, left.split())) and (house or left.upper() == left or NUMBER.search(left))
        if left and not (_is_sign(left) or several):
            return None
    told = ended or houses or SIGNS.search(text) or DOTTED.fullmatch(text) or _are_initials(text, pieces)
    return tuple(dict.fromkeys(houses)) if told else None


def split_mark(paragraph: str, *, known: Collection[str] = ()) -> tuple[int, tuple[str, ...]] | None:
    """Find the mark behind the last sentence of a paragraph: where it begins, and the agencies that it names.

    Args:
        paragraph: The last paragraph.
        known: Agencies that the article credits already.
    """
    start = max(len(paragraph) - LONGEST_MARK, 1)
    for gap in LAST_WORDS.finditer(paragraph, start):
        if (houses := read_mark(paragraph[gap.end() :], known=known)) is not None:
            return gap.end(), houses
    return None


def _are_initials(text: str, pieces: list[str]) -> bool:
    initials = [piece for piece in pieces if INITIALS.fullmatch(piece)]
    return "/" in text and len(initials) > 1 and not any(char.isdigit() for char in text)


def _is_sign(word: str) -> bool:
    return bool(INITIALS.fullmatch(word) or NUMBER.fullmatch(word))


def _leading_house(piece: str, known: set[str]) -> str | None:
    """Return the agency that opens a piece: "EFE" of "EFE jlp"."""
    words = piece.split()
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if name.casefold() in known or find_wire(name) or (count > 1 and is_outlet_name(name)):
            return name
    return None


@cache
def _end() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(credit_book().endings, key=len, reverse=True))
    return re.compile(rf"\A(?:{words})\b", re.I)
