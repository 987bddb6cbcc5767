"""Bylines taken apart: persons, and the agencies and outlets that stand among them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reportedly.reading.codebook import credit_book
from reportedly.reading.lines import FULL_STOP
from reportedly.reading.outlets import are_labels, find_wire, is_generic, is_outlet_name, is_service

SEPARATORS = re.compile(r"\s*(?:[,;|¦•·]|/| [-–—] | & | and | AND | with )\s*(?:and )?")
OPENING = re.compile(r"^(?:(?:written|reported|story|text|report|words)\s+)?by\b\s*:?\s*", re.I)
#: "Ana Sitoe (with AFP)": what stands in such brackets is named too.
WITH = re.compile(r"\((?=(?i:with|and|for) )([^)]*)\)")
NOISE = re.compile(
    r"\S+@\S+|@\w+|https?://\S+|\([^)]*\)?|(?i:\b(?:last )?(?:published|updated|posted)\b(?! by).*)|\[[^\]]*\]"
)
#: Beside a full name a single word is no second author: "Akosua Dwomoh, GNA" gives her agency, "Ivana Petrak, Zagreb"
#: her town.
ARTICLE = re.compile(r"^the ", re.I)
ABBREVIATION = re.compile(r"[A-Z]{2,8}")
LONGEST_NAME = 5
SIGNED = re.compile(r"[—–-]{1,3} ?(?:[Bb]y )?(?P<who>[^\W\d_].+)")
#: A name of two words or three in capitals, and a town.
IN_CAPITALS = re.compile(
    r"(?P<who>[A-ZÀ-Þ][A-ZÀ-Þ’'.-]*(?: [A-ZÀ-Þ][A-ZÀ-Þ’'.-]*){1,2}), "
    r"(?P<where>[A-ZÀ-Þ][a-zà-ÿ’'-]+(?: [A-ZÀ-Þ][a-zà-ÿ]+)?)"
)
CLOSING_QUOTES = ('"', "”", "’", "»")
MOST_WORDS_SIGNED = 10
#: Who is named before an agency has a given name and a surname at least.
LEAST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Named:
    """Who a byline names.

    Attributes:
        authors: Persons.
        agencies: Agencies and outlets.
    """

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


def split_names(text: str) -> Named:
    """Take a byline apart.

    >>> split_names("By ANA SITOE and Rui Macamo in Beira, Associated Press")
    Named(authors=('Ana Sitoe', 'Rui Macamo'), agencies=('Associated Press',))
    """
    bare = OPENING.sub("", text.strip())
    # "RFE/RL's Kazakh Service" is one house, though its name holds what parts others.
    if find_wire(text) or is_service(bare):
        return Named(agencies=(bare,))
    authors: list[str] = []
    agencies: list[str] = []
    for number, part in enumerate(SEPARATORS.split(NOISE.sub(" ", WITH.sub(r"\1", OPENING.sub("", text.strip()))))):
        # "Ana Sitoe, Africa correspondent": behind a name the whole part is her post.
        if number and is_post(part.strip()):
            continue
        for piece in _roles().split(part):
            name, *places = (each.strip(" .:–—*-") for each in _ends().split(piece.strip()))
            name, house = _without_house(name)
            agencies += [house] if house else []
            # Agencies stand after the place too: "Rui Macamo for Savanna Press".
            agencies += [each for each in (name, *(ARTICLE.sub("", place) for place in places)) if is_outlet_name(each)]
            if is_outlet_name(name) or not is_person_name(name):
                continue
            if " " in name or not (authors or agencies):
                authors.append(tidy_name(name))
            elif ABBREVIATION.fullmatch(name) and not text.isupper():
                agencies.append(name)
    return Named(tuple(dict.fromkeys(authors)), tuple(dict.fromkeys(agencies)))


def _without_house(name: str) -> tuple[str, str | None]:
    """Part a person from the known agency that follows without a comma: "ANA SITOE Associated Press"."""
    words = name.split()
    # No longer a writer than a name may be: tried at every word, a paragraph of a megabyte took half an hour.
    for at in range(LEAST_WORDS, min(len(words), LONGEST_NAME + 1)):
        writer, house = " ".join(words[:at]), " ".join(words[at:])
        if find_wire(house) and not find_wire(name) and is_person_name(writer):
            return writer, house
    return name, None


def is_person_name(text: str) -> bool:
    """Whether a text could be the name of a person: one to five capitalised words and particles."""
    book = credit_book()
    words = text.split()
    if not 1 <= len(words) <= LONGEST_NAME or any(char.isdigit() for char in text):
        return False
    # "A. B. Sitoe" opens with an initial, "A mayor" with an article.
    if words[0].lower().strip(",") in book.not_names:
        return False
    if are_labels(words) or opens_town(text):
        return False
    capitals = [word for word in words if word[0].isupper() or not word[0].isascii()]
    # "al-Rashid" opens with a particle too.
    return len(capitals) >= 1 and all(word in capitals or word.split("-")[0] in book.particles for word in words)


def opens_town(text: str) -> bool:
    """Whether a text opens as towns of several words do: "New Delhi", "Port Moresby"."""
    return f"{text} ".casefold().startswith(tuple(f"{each} " for each in credit_book().town_openings))


def is_name_line(text: str) -> bool:
    """Whether a whole line holds nothing but full names of persons, perhaps with an outlet."""
    named = split_names(text)
    parts = [part for part in SEPARATORS.split(text) if part and not is_generic(part)]
    # A name in capitals without "By" is as likely a section label.
    if text.isupper() or not named.authors or len(named.authors) + len(named.agencies) != len(parts):
        return False
    return all(len(name.split()) > 1 for name in named.authors)


def signed_name(above: str, line: str, below: str = "") -> str | None:
    """Return who signs an article behind a dash, "– Ana Sitoe", or below "About the author".

    Below a quotation the same names its speaker, and among lines that open alike it is one of a list.

    Args:
        above: What stands before it.
        line: The whole line.
        below: The line below it.
    """
    if above.casefold().strip(" :") in credit_book().author_headings and is_person_name(line):
        return tidy_name(line) if " " in line else None
    match = SIGNED.fullmatch(line)
    if match is None or above.rstrip().endswith(CLOSING_QUOTES) or SIGNED.match(above) or SIGNED.match(below):
        return None
    who = match["who"].strip(" .")
    words = who.split()
    title = words and words[0].casefold().strip(".") in credit_book().titles
    return who if not title and is_person_name(who) and 2 <= len(words) <= 4 else None


def is_name_and_outlet(text: str) -> bool:
    """Whether a short line names a writer and whose copy it is: "Ana Sitoe/Estuary News"."""
    named = split_names(text)
    short = len(text.split()) <= MOST_WORDS_SIGNED and FULL_STOP.search(text) is None
    return short and bool(named.authors and named.agencies)


def is_signed_in_capitals(line: str) -> bool:
    """Whether a line names a writer in capitals and a town, "MWAPE BANDA, Chipata"; beside a country stands a town."""
    match = IN_CAPITALS.fullmatch(line)
    return match is not None and is_person_name(match["who"].title()) and match["where"] not in credit_book().lands


def is_post(text: str) -> bool:
    """Whether a text names somebody's post: "Africa correspondent", "Staff Writer"."""
    return _post().fullmatch(text) is not None


def tidy_name(name: str) -> str:
    """Write a name that stands in capitals as other names are written."""
    if not name.isupper() or len(name) < 4:
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)


def merge(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Join lists of names, each name once, in order."""
    seen: dict[str, str] = {}
    for group in groups:
        for name in group:
            seen.setdefault(name.casefold(), name)
    return tuple(seen.values())


@cache
def _ends() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(credit_book().ends, key=len, reverse=True))
    return re.compile(rf"(?:^|\s+)(?:{words})\s+")


@cache
def _post() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(credit_book().roles, key=len, reverse=True))
    # "PA Political Editor" names the agency too.
    return re.compile(rf"(?![A-Z]{{2,}} )(?:[A-Z][\w’'-]+ ){{0,3}}(?i:{words})")


@cache
def _roles() -> re.Pattern[str]:
    book = credit_book()
    words = "|".join(re.escape(word) for word in sorted(book.roles, key=len, reverse=True))
    beats = "|".join(map(re.escape, book.beats))
    return re.compile(rf"(?:^|\s+)(?:(?:(?-i:{beats})\s+){{0,3}}+)(?:{words})s?(?=\s|$)", re.I)
