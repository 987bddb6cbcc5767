"""The words of a sentence that can tell one happening from another: names, figures, and words that are not plain.

A term is a text whose first character tells its sort: "Zurita" a name, "17" a figure, "rifl" the stem of a word. What a
term weighs depends on nothing but itself, so that no article changes how two others compare.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from math import fsum, log

from pydantic import BaseModel, ConfigDict

from reportedly.coding.codebook import Codebook
from reportedly.language.lexicon import Country, Title
from reportedly.records import Span
from reportedly.resolution.date_lexicon import DateFile
from reportedly.resolution.numbers import find_numbers
from reportedly.resources import load_model, resource_path

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
POSSESSIVE = re.compile(r"['’]s$")
LEAST_STEM = 4
#: A name of fewer letters is mostly an initial or a particle.
LEAST_NAME = 2
LEAST_WORD = 3
NAME_WEIGHT = 3.0
FIGURE_WEIGHT = 2.5
WORD_WEIGHT = 1.0
#: "Two", "on the 3rd": figures that many texts share, and the names of days.
SLIGHT_WEIGHT = 0.6
SLIGHT_FIGURE = 11.0
YEARS = range(1900, 2100)
#: What stands in more articles than this tells less the more there are.
RARE_SHARE = 0.03
LEAST_RARITY = 0.15
#: The corpus that shares were counted in hardly leaves one state; news as a whole names each so often.
STATE_SHARE = 0.2
#: Nor does it hold much war: what is done stands in so many texts of political news. Set once, not swept: the
#: sets scored the same or better on origins, and two attacks of one week on two continents were no longer one story.
DEED_SHARE = 0.1
SHARES = resource_path("term_shares.tsv")
#: Behind these stands the first word of a sentence, a quotation or a paragraph.
OPENERS = ".!?:“\"‘'\n—–-("
#: Words are looked up again and again; so many are kept at hand, since news never runs out of new ones.
KEPT = 65_536


class Strict(BaseModel):
    """Base of the shapes: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PlainWords(Strict):
    """One group of words that tell little."""

    name: str
    words: tuple[str, ...]
    example: str


class Ending(Strict):
    """One ending that forms of a word differ in."""

    cut: str
    gives: str
    joins: tuple[str, str]


class TermBook(Strict):
    """terms.yaml."""

    plain: tuple[PlainWords, ...]
    endings: tuple[Ending, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One term where it stands.

    Attributes:
        text: "Zurita", "17", "rifl".
        start: Offset of the word in the article.
    """

    text: str
    start: int


@cache
def term_book() -> TermBook:
    """Load terms.yaml."""
    return load_model("linking/terms.yaml", TermBook)


def find_terms(text: str, *, offset: int = 0, names: frozenset[str] = frozenset()) -> tuple[Term, ...]:
    """Return the terms of a sentence in reading order.

    Args:
        text: The sentence.
        offset: Where it stands in the article.
        names: Words that stand as names elsewhere in the article: its first word is one only then.
    """
    figures = _figures(text)
    found = [Term(figure, offset + span[0]) for figure, span in figures]
    taken = [span for _, span in figures]
    first = True
    for match in WORD.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            term = _term(match.group(), is_first=first, names=names)
            if term is not None:
                found.append(Term(term, offset + match.start()))
        first = False
    return tuple(sorted(found, key=lambda term: term.start))


# An article's names are asked for when it is filed, and whenever its story is told again.
@lru_cache(maxsize=2048)
def find_names(text: str) -> frozenset[str]:
    """Return the capitalised words of a text that do not open a sentence."""
    return frozenset(
        match.group() for match in WORD.finditer(text)
        if match.group()[0].isupper() and not _opens(text, match.start())
    )  # fmt: skip


@lru_cache(maxsize=KEPT)
def weigh(term: str) -> float:
    """Return what a term tells: names most, then figures, then words; days, small figures and common terms little.

    >>> weigh("Zurita") > weigh("17") > weigh("rifl") > weigh("Monday")
    True
    """
    return _sort_weight(term) * _rarity(term.casefold())


def _sort_weight(term: str) -> float:
    if term[0].isdigit():
        value = float(term)
        slight = value < SLIGHT_FIGURE or value in YEARS
        return SLIGHT_WEIGHT if slight else FIGURE_WEIGHT
    if term[0].isupper():
        return SLIGHT_WEIGHT if term in _calendar() else NAME_WEIGHT
    return WORD_WEIGHT


def weigh_all(terms: Iterable[str]) -> float:
    """Return the sum of what terms tell, the same in whatever order they come."""
    return fsum(weigh(term) for term in terms)


@lru_cache(maxsize=KEPT)
def is_heavy(term: str) -> bool:
    """Whether a term is a name or a figure, and no day or small figure."""
    return _sort_weight(term) > WORD_WEIGHT


@lru_cache(maxsize=KEPT)
def stem(word: str) -> str:
    """Return what the forms of a word have in common.

    >>> stem("prisoners") == stem("prison")
    True
    """
    word = POSSESSIVE.sub("", word.casefold())
    for cut, gives in _endings():
        if word.endswith(cut) and len(word) - len(cut) + len(gives) >= LEAST_STEM:
            word = word[: -len(cut)] + gives
            break
    # "Bases" and "base", "stopped" and "stop".
    word = word[:-1] if word.endswith("e") and len(word) > LEAST_STEM else word
    return word[:-1] if len(word) > LEAST_STEM and word[-1] == word[-2] else word


# Copies share their sentences.
@lru_cache(maxsize=4096)
def _figures(text: str) -> tuple[tuple[str, Span], ...]:
    numbers = (number for number in find_numbers(text) if number.value not in (None, 1.0))
    return tuple((f"{number.value:.15g}", number.span) for number in numbers)


def _term(word: str, *, is_first: bool, names: frozenset[str]) -> str | None:
    return _term_of(word, is_name=word[0].isupper() and (not is_first or word in names))


@lru_cache(maxsize=KEPT)
def _term_of(word: str, *, is_name: bool) -> str | None:
    if word.casefold() in _plain():
        return None
    # "Governor Kone" and "the governor" are the same.
    if is_name and word.casefold() not in _offices():
        name = POSSESSIVE.sub("", _unaccented(word))
        return name[0].upper() + name[1:].casefold() if len(name) >= LEAST_NAME else None
    return stem(_unaccented(word)) if len(word) >= LEAST_WORD else None


def _opens(text: str, start: int) -> bool:
    """Whether what stands there opens a sentence, a quotation or a paragraph."""
    end = start
    while end and text[end - 1] == " ":
        end -= 1
    return not end or text[end - 1] in OPENERS


def _unaccented(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))


@lru_cache(maxsize=KEPT)
def _rarity(term: str) -> float:
    """Return 1 for a term that few articles hold, less for others; the name of a state stands in many."""
    share = max(
        _shares().get(term, 0.0),
        STATE_SHARE if term in _states() else 0.0,
        DEED_SHARE if term in _deeds() else 0.0,
    )
    return 1.0 if share <= RARE_SHARE else max(LEAST_RARITY, log(share) / log(RARE_SHARE))


@cache
def _shares() -> dict[str, float]:
    lines = SHARES.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return {term: int(share) / 1000 for term, share in pairs}


@cache
def _states() -> frozenset[str]:
    """Return the words for states, their people and seats of government."""
    states = load_model("actors/countries.yaml", list[Country])
    forms = {form for one in states for form in (one.name, *one.aliases, *one.adjectives, *one.people)}
    forms |= {form for one in states for form in (one.capital or "", *one.seat_aliases)}
    words = {word for form in forms for word in WORD.findall(form)}
    return frozenset(_unaccented(word).casefold() for word in words if word[0].isupper())


@cache
def _deeds() -> frozenset[str]:
    """Return the stems of the words by which the codebook knows what happened."""
    types = Codebook.load().types.values()
    phrases = (p for t in types for f in t.frames for p in (*f.verbs, *f.nouns))
    return frozenset(stem(word) for phrase in phrases for word in phrase.split() if len(word) >= LEAST_WORD)


@cache
def _offices() -> frozenset[str]:
    """Return the words of titles: "governor", "lieutenant", "general"."""
    titles = load_model("actors/titles.yaml", list[Title])
    return frozenset(word for one in titles for form in (one.title, *one.also) for word in WORD.findall(form))


@cache
def _plain() -> frozenset[str]:
    return frozenset(word for group in term_book().plain for word in group.words)


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    return tuple((ending.cut, ending.gives) for ending in term_book().endings)


@cache
def _calendar() -> frozenset[str]:
    capitals = load_model("dates.yaml", DateFile).words.capitals
    return frozenset(name.rstrip(".") for group in ("weekday", "month") for name in capitals[group])


@cache
def weekdays() -> dict[str, int]:
    """Return the names of the days of the week with their numbers, Monday 0."""
    capitals = load_model("dates.yaml", DateFile).words.capitals
    return {name: int(number) for name, number in capitals["weekday"].items()}
