"""Lines that sign an article in several pieces: "Published on 18/08/2025 - By Ana Sitoe - Meridian Wire - Beira".

Every piece must be something known: a date, a time, a byline, a role, an outlet, a name, a town beside them.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from reportedly.reading.calendar import FoundDate, find_date
from reportedly.reading.codebook import credit_book
from reportedly.reading.credits import Credit, read_credit_line
from reportedly.reading.lines import is_statement
from reportedly.reading.names import is_name_line, is_person_name, is_post, merge, opens_town, split_names
from reportedly.reading.outlets import is_outlet_name
from reportedly.reading.published import candidate
from reportedly.records import DateCandidate

LONGEST_LINE = 160
SEPARATORS = re.compile(r"\s*[|•·;]\s*|\s+[-–—/]+\s+|\s*,\s+(?=\d)|\s+(?=(?i:by) [A-ZÀ-Þ])")
TIME = r"\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?"
TRAILING = re.compile(r"\s+(?i:on|at)$")
MARK = " | "
BESIDE = re.compile(r"\s*,\s*|\s+[/|]\s+")


@dataclass(frozen=True, slots=True)
class Signature:
    """What a line that signs an article says.

    Attributes:
        credit: Authors and agencies.
        dates: Signs of the publication date.
    """

    credit: Credit
    dates: tuple[DateCandidate, ...] = ()


def read_signature(line: str, *, known: Collection[str] = (), below_title: bool = False) -> Signature | None:
    """Read a line that holds names beside a date, an outlet or a post; None when any piece of it is something else.

    Args:
        line: The whole line.
        known: Agencies that the article credits already.
        below_title: Whether it stands under the headline: there a name beside a town signs too.
    """
    if len(line) > LONGEST_LINE or is_statement(line):
        return None
    if credit := _read_with_post(line, towns=below_title):
        return Signature(credit)
    found = find_date(line)
    rest = line if found is None else line[: found.match.start()] + MARK + line[found.match.end() :]
    pieces = [
        piece for each in SEPARATORS.split(rest) if (piece := each.strip(" ,.-–—")) and not _noise().fullmatch(piece)
    ]
    credits = [_read_piece(piece, known) for piece in pieces]
    read = [credit for credit in credits if credit]
    named = any(credit.authors or credit.agencies for credit in read)
    # A town may stand beside a date or a byline, but makes none.
    strangers = [piece for piece, credit in zip(pieces, credits, strict=True) if credit is None]
    signed = found is not None or any(piece.lower().startswith("by ") for piece in pieces)
    if (
        not named
        or len(read) + (found is not None) < 2
        or any(not signed or not _is_town(piece) for piece in strangers)
    ):
        return None
    credit = Credit(agencies=merge(each.agencies for each in read), authors=merge(each.authors for each in read))
    return Signature(credit, (_date(found, line),) if found else ())


def _date(found: FoundDate, line: str) -> DateCandidate:
    before = line[: found.match.start()].lower().rstrip(" :|-–—")
    kind = "update line" if before.endswith(credit_book().updates) else "published line"
    return candidate(found.value, kind=kind, detail=f"“{line.strip()}”")


def _read_with_post(line: str, *, towns: bool) -> Credit | None:
    """Read "Ana Sitoe, Meridian Wire", "ANA SITOE, Staff Writer", "Ana Sitoe / Beira", "AFP, Beira"."""
    first, *others = (part.strip() for part in BESIDE.split(line))
    named = split_names(line)
    house = is_outlet_name(first)
    full = is_person_name(first) and " " in first and not house and not is_post(first)
    beside = [part for part in others if not (is_outlet_name(part) or is_post(part) or (towns and _is_town(part)))]
    if not others or beside or not (full or house) or (house and not towns):
        return None
    return Credit(authors=named.authors, agencies=named.agencies)


def _read_piece(piece: str, known: Collection[str]) -> Credit | None:
    """Read one piece: 1. a credit line or byline; 2. an outlet; 3. a role; 4. full names."""
    noise = _noise().match(piece)
    bare = TRAILING.sub("", piece[noise.end() if noise else 0 :]) or piece
    if credit := read_credit_line(bare, known=known):
        return credit
    if is_outlet_name(bare):
        return Credit(agencies=(bare,))
    if is_post(bare):
        return Credit()
    named = split_names(bare)
    return Credit(agencies=named.agencies, authors=named.authors) if is_name_line(bare) else None


def _is_town(piece: str) -> bool:
    return len(piece.split()) <= 3 and (is_person_name(piece) or opens_town(piece))


@cache
def _noise() -> re.Pattern[str]:
    """Match what stands beside a date and says nothing: "Published on", "12:00am"; never backtracks."""
    words = "|".join(re.escape(word) for word in credit_book().noise)
    return re.compile(rf"(?:(?:{words})\b(?! by\b)|{TIME}|[\s.,:])*+", re.I)
