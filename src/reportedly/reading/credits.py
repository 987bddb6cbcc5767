"""Credit lines, bylines and datelines, by the shapes of `codebook/reading/credits.yaml`."""

import re
from dataclasses import dataclass
from functools import cache

from reportedly.reading.calendar import with_parts
from reportedly.reading.codebook import credit_book
from reportedly.reading.names import Named, merge, split_names
from reportedly.reading.outlets import find_wire, is_outlet_name

#: A lead opens with at most a syndication mark, a dateline and an agency.
MOST_OPENINGS = 3
#: Sign-offs of big agencies name a dozen people; a longer line is prose.
LONGEST_LINE = 600


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
    """A first paragraph and what stood before its first word.

    Attributes:
        rest: The paragraph from its first word of news.
        cut: What stood before it, as printed.
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
        match = next((each for each in found if each and _names_a_house(each)), None)
        # What would leave nothing behind is no opening.
        if match is None or not lead.rest[match.end() :].strip():
            break
        lead = Lead(
            rest=lead.rest[match.end() :].lstrip(),
            cut=f"{lead.cut} {match[0].strip()}".strip(),
            credit=_joined(lead.credit, _credit(match)),
        )
    return lead


def read_credit_line(line: str) -> Credit | None:
    """Read a whole line as a credit line or byline; None when it is neither."""
    line = line.strip()
    if len(line) > LONGEST_LINE:
        return None
    bare = line.strip("()[] ")
    known = find_wire(bare)
    if known and not known.common:
        return Credit(agencies=(bare,))
    for shape in _shapes("line"):
        match = shape.fullmatch(line)
        if match and _names_a_house(match):
            credit = _credit(match)
            # A shape that asks for names and finds none has met a sentence.
            if credit != Credit() or not _asks_for_names(match):
                return credit
    return None


def _names_a_house(match: re.Match[str]) -> bool:
    house = match.groupdict().get("house")
    return house is None or is_outlet_name(house)


def _asks_for_names(match: re.Match[str]) -> bool:
    return not {"names", "author", "agency"}.isdisjoint(match.groupdict())


def _credit(match: re.Match[str]) -> Credit:
    groups = match.groupdict()
    names = split_names(groups["names"]) if groups.get("names") else Named()
    writers = split_names(groups["author"]) if groups.get("author") else Named()
    place, agency = groups.get("place"), groups.get("agency")
    # "AP — Two ministers resigned": what stands in the dateline's place is the agency.
    if place and find_wire(place):
        place, agency = None, place
    agencies = [name.strip() for name in (agency, groups.get("house")) if name]
    return Credit(
        publisher=groups.get("publisher"),
        agencies=merge([agencies, names.agencies, writers.agencies]),
        authors=merge([writers.authors, names.authors]),
        place=place,
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
    return tuple(re.compile(with_parts(shape.shape, book.parts)) for shape in book.shapes if shape.at == at)
