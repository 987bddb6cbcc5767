"""Credit lines, bylines and datelines, by the shapes of `codebook/reading/credits.yaml`."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from reportedly.reading.calendar import with_parts
from reportedly.reading.codebook import credit_book
from reportedly.reading.marks import split_mark
from reportedly.reading.names import ABBREVIATION, Named, is_name_and_outlet, merge, signed_name, split_names
from reportedly.reading.outlets import find_wire, is_generic, is_outlet_name, split_outlets
from reportedly.reading.signoffs import read_signoff

#: A lead opens with at most a syndication mark, a dateline and an agency.
MOST_OPENINGS = 3
#: Sign-offs of big agencies name a dozen people; a longer line is prose.
LONGEST_LINE = 600
#: What ends a paragraph without belonging to it is no longer than this.
LONGEST_CLOSE = 160
INITIALS = 2
LONG_WORD_STOP = re.compile(r"(?<=\A[^\W\d_]{4})\.\Z|(?<=[^\W\d_]{6})\.\Z")
#: Behind the last full stop, a piece in brackets or without a full stop of its own: it may be any credit line.
BEHIND = re.compile(r"[.!?…][”\"’)]*\s+(?P<line>[(\[][^()\[\]]{2,120}[)\]]\.?|[^.!?…()\[\]]{2,120})\Z")
ENDED = r"(?<=[.!?…”\"’)])\s*"


@dataclass(frozen=True, slots=True)
class Credit:
    """What a credit line, a byline or a dateline says.

    Attributes:
        publisher: Who carries the piece.
        agencies: Whose copy it is, nearest first.
        authors: Persons.
        place: Of the dateline.
        date: Of the dateline, as printed.
    """

    publisher: str | None = None
    agencies: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """A first or last paragraph and what stood before its first word, or behind its last.

    Attributes:
        rest: The paragraph's own words.
        cut: What stood beside them, as printed.
        credit: What that says.
    """

    rest: str
    cut: str = ""
    credit: Credit = Credit()


def read_lead(paragraph: str) -> Lead:
    """Take dateline and credits off the first paragraph."""
    lead = Lead(rest=paragraph)
    for _ in range(MOST_OPENINGS):
        found = (shape.match(lead.rest) for shape in _shapes("lead"))
        match = next((each for each in found if each and _names_a_house(each, ())), None)
        # What would leave nothing behind is no opening.
        if match is None or not lead.rest[match.end() :].strip():
            break
        lead = Lead(
            rest=lead.rest[match.end() :].lstrip(),
            cut=f"{lead.cut} {match[0].strip()}".strip(),
            credit=_joined(lead.credit, _credit(match)),
        )
    return lead


def read_close(paragraph: str, *, known: Collection[str] = ()) -> Lead:
    """Take credits and end marks off the last paragraph.

    Args:
        paragraph: The last paragraph.
        known: Agencies that the article credits already: their abbreviations need no entry of their own.
    """
    if mark := split_mark(paragraph, known=known):
        at, agencies = mark
        return Lead(rest=paragraph[:at].rstrip(), cut=paragraph[at:], credit=Credit(agencies=agencies))
    start = max(len(paragraph) - LONGEST_CLOSE, 1)
    for shape in _shapes("close"):
        match = shape.search(paragraph, start)
        if match and _names_a_house(match, known):
            return Lead(rest=paragraph[: match.start()].rstrip(), cut=match[0].strip(), credit=_credit(match))
    return _read_behind(paragraph, start, known)


def _read_behind(paragraph: str, start: int, known: Collection[str]) -> Lead:
    """Read what stands behind the last full stop as a line of its own: a credit line, or a name beside an outlet."""
    behind = BEHIND.search(paragraph, start)
    credit = read_credit_line(behind["line"], known=known) if behind else None
    if behind and credit is None and is_name_and_outlet(behind["line"]):
        named = split_names(behind["line"])
        credit = Credit(agencies=named.agencies, authors=named.authors)
    signs = behind and signed_name(paragraph[: behind.start("line")], behind["line"])
    if signs:
        credit = Credit(authors=(signs,))
    if behind is None or credit is None:
        return Lead(rest=paragraph)
    return Lead(rest=paragraph[: behind.start("line")].rstrip(), cut=behind["line"], credit=credit)


def read_credit_line(line: str, *, known: Collection[str] = ()) -> Credit | None:
    """Read a whole line as a credit line or byline; None when it is neither.

    Args:
        line: The line.
        known: Agencies that the article credits already.
    """
    line = line.strip()
    if len(line) > LONGEST_LINE:
        return None
    for shape in _shapes("line"):
        match = shape.fullmatch(line)
        if match and _names_a_house(match, known):
            credit = _credit(match)
            # A shape that asks for names and finds none has met a sentence.
            if credit != Credit() or not _asks_for_names(match):
                return credit
    return None


def _names_a_house(match: re.Match[str], known: Collection[str]) -> bool:
    groups = match.groupdict()
    folded = {name.casefold() for name in known}
    parts = [part for each in ("house", "house2") for part in split_outlets(groups.get(each) or "")]
    known_parts = [part for part in parts if is_outlet_name(part) or part.casefold() in folded]
    # Beside a known agency an abbreviation is another: "Reuters/KNO".
    if len(known_parts) < len(parts) and not (
        known_parts and all(map(_is_abbreviation, set(parts) - set(known_parts)))
    ):
        return False
    if groups.get("signoff") and read_signoff(groups["signoff"]) is None:
        return False
    if groups.get("helpers") and split_names(groups["helpers"]) == Named():
        return False
    if _holds_sentence(groups.get("names") or ""):
        return False
    holder = groups.get("wire")
    return not holder or find_wire(holder) is not None or holder.casefold() in folded


def _holds_sentence(names: str) -> bool:
    """Whether a byline holds two words or more that no byline holds."""
    book = credit_book()
    words = (word.strip(".,;()") for word in names.split())
    # Logins and addresses stand in small letters too.
    small = [word for word in words if word.islower() and word.isalpha()]
    known = book.byline_words | {*book.particles, *book.ends, *(word for role in book.roles for word in role.split())}
    return len([word for word in small if word not in known]) > 1


def _is_abbreviation(part: str) -> bool:
    return ABBREVIATION.fullmatch(part) is not None or is_generic(part)


def _is_nobody(name: str, *, beside: bool) -> bool:
    """Whether a name names no agency: "agencies", or, beside an agency, the editor's initials in "MNA/PR"."""
    return is_generic(name) or (beside and len(name) <= INITIALS and find_wire(name) is None)


def _asks_for_names(match: re.Match[str]) -> bool:
    return not {"names", "author", "agency"}.isdisjoint(match.groupdict())


def _credit(match: re.Match[str]) -> Credit:
    groups = match.groupdict()
    named = [split_names(text) for each in ("author", "names") if (text := groups.get(each))]
    if groups.get("signoff"):
        named.append(read_signoff(groups["signoff"]) or Named())
    helpers = split_names(groups["helpers"]).agencies if groups.get("helpers") else ()
    place, agency = groups.get("place"), groups.get("agency")
    # "AP — Two ministers resigned": what stands in the dateline's place is the agency.
    if place and is_outlet_name(place):
        place, agency = None, place
    holders = (agency, *(groups.get(key) for key in ("house", "house2", "wire", "holder")))
    apart = [split_outlets(each) for each in holders if each]
    houses = [name for names in apart for name in names if not _is_nobody(name, beside=len(names) > 1)]
    return Credit(
        publisher=groups.get("publisher"),
        agencies=merge([houses, *(each.agencies for each in named), helpers]),
        authors=merge(each.authors for each in named),
        # The full stop of "KYIV. Nov 3 (…)" parts the town from the day; that of "PORTLAND, Ore." abbreviates.
        place=LONG_WORD_STOP.sub("", place) if place else None,
        date=groups.get("date"),
    )


def _joined(first: Credit, second: Credit) -> Credit:
    return Credit(
        publisher=first.publisher or second.publisher,
        agencies=merge([first.agencies, second.agencies]),
        authors=merge([first.authors, second.authors]),
        place=first.place or second.place,
        date=first.date or second.date,
    )


@cache
def _shapes(at: str) -> tuple[re.Pattern[str], ...]:
    book = credit_book()
    shapes = (with_parts(shape.shape, book.parts) for shape in book.shapes if shape.at == at)
    return tuple(re.compile(rf"{ENDED}(?:{shape})\s*\Z" if at == "close" else shape) for shape in shapes)
