"""What kind of piece an article is, by the signs of `codebook/reading/genres.yaml`; nothing is told from its style."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from reportedly.reading.codebook import GenreSign, genre_book
from reportedly.reading.outlets import find_wire
from reportedly.records import Choice, Genre

#: Notices that tell a genre are no longer; longer lines are prose.
LONGEST_LINE = 700
#: Of the text itself, so many paragraphs from its start and from its end may be such notices.
FIRST, LAST = 2, 3
#: A label that opens a headline, or closes it: "Analysis: …", "Opinion | …", "… - Editorial".
OPENING = re.compile(r"^(?P<label>[^:|–—]{3,40}?)\s*(?::|\||\s[–—-])\s")
CLOSING = re.compile(r"\s[|–—-]\s(?P<label>[^|–—]{3,40})$")
#: Several labels in one field: "Opinion, Columns", "News > Opinion".
SEVERAL = re.compile(r"\s*[,;|>/»›]\s*")
HYPHENS = re.compile(r"[\s_-]+")
SHOWN = 80
#: So many signs are told; lists of sections in hostile pages have no end.
MOST_SIGNS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class GenreSigns:
    """What may tell a genre.

    Attributes:
        types: Types of the article's node in the JSON-LD.
        labels: Sections, breadcrumbs, genre fields, labels above the headline.
        titles: Every headline found.
        url: The address.
        above: Lines that were cut above the text.
        below: Lines that were cut anywhere else.
        paragraphs: The text.
        credits: Whose copy it is.
        has_dateline: Whether it opens with a place, as agencies' news does.
    """

    types: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    url: str | None = None
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    has_dateline: bool = False


def weigh_genre(signs: GenreSigns) -> tuple[Choice, ...]:
    """Return what was found of an article's genre, the surest first; nothing where nothing says so."""
    order = genre_book().order
    found = {(choice.value, choice.evidence): choice for choice in _choices(signs)}
    return tuple(sorted(found.values(), key=lambda choice: (-choice.score, order.index(_genre(choice)))))[:MOST_SIGNS]


def genre_of(choices: Iterable[Choice]) -> Genre | None:
    """Return the genre that choices in their order come to."""
    return next((_genre(choice) for choice in choices if choice.field == "genre"), None)


def _choices(signs: GenreSigns) -> Iterator[Choice]:
    for name in signs.types:
        yield from _worded("type", name, evidence=f"JSON-LD type {name}")
    for label in (each for text in signs.labels for each in (text, *SEVERAL.split(text))):
        yield from _worded("label", label, evidence=f"label “{label.strip()[:SHOWN]}”")
    for title in signs.titles:
        yield from _of_title(title)
    yield from _of_address(signs.url or "")
    for name in signs.credits:
        yield from _worded("house", name, evidence=f"credit {name[:SHOWN]}")
    beside = (*signs.paragraphs[:FIRST], *signs.paragraphs[FIRST:][-LAST:], *signs.below)
    for text, is_above in [*((text, True) for text in signs.above), *((text, False) for text in beside)]:
        yield from _of_line(text, is_above=is_above)
    if signs.has_dateline and any((wire := find_wire(name)) and wire.kind == "wire" for name in signs.credits):
        yield Choice(field="genre", value="news", evidence="dateline of an agency", score=genre_book().plain)


def _of_title(title: str) -> Iterator[Choice]:
    for found in (OPENING.search(title), CLOSING.search(title)):
        if found:
            yield from _worded("label", found["label"], evidence=f"headline “{found['label'].strip()} …”")
    yield from _shaped("title", title, evidence=f"headline “{title[:SHOWN]}”")


def _of_address(url: str) -> Iterator[Choice]:
    # urlsplit raises on unbalanced brackets, which broken pages do hold.
    try:
        segments = [part for part in urlsplit(url).path.split("/") if part]
    except ValueError:
        return
    for segment in segments[:-1]:
        yield from _worded("path", segment, evidence=f"address “/{segment[:SHOWN]}/”")
    slug = f" {_folded(segments[-1])} " if segments else ""
    for sign in _signs("slug"):
        for words in sorted(sign.words):
            if f" {words} " in slug:
                yield _choice(sign, evidence=f"address “{words}”")


def _of_line(text: str, *, is_above: bool) -> Iterator[Choice]:
    if len(text) > LONGEST_LINE:
        return
    evidence = f"line “{text if len(text) <= SHOWN else text[: SHOWN - 1] + '…'}”"
    for sign, pattern in _patterns("line"):
        if (is_above or not sign.above) and pattern.fullmatch(text.strip(" *[]()_-–—")):
            yield _choice(sign, evidence=evidence)
    if is_above:
        yield from _worded("label", text, evidence=evidence)


def _worded(at: str, text: str, *, evidence: str) -> Iterator[Choice]:
    folded = _folded(text)
    yield from (_choice(sign, evidence=evidence) for sign in _signs(at) if folded in sign.words)


def _shaped(at: str, text: str, *, evidence: str) -> Iterator[Choice]:
    yield from (_choice(sign, evidence=evidence) for sign, pattern in _patterns(at) if pattern.search(text))


def _choice(sign: GenreSign, *, evidence: str) -> Choice:
    book = genre_book()
    score = book.plain if sign.genre == "news" else book.scores[sign.at]
    return Choice(field="genre", value=sign.genre, evidence=evidence, score=score)


def _genre(choice: Choice) -> Genre:
    return next(genre for genre in genre_book().order if genre == choice.value)


def _folded(text: str) -> str:
    return HYPHENS.sub(" ", text.casefold().replace("’", "'")).strip(" .:")


@cache
def _signs(at: str) -> tuple[GenreSign, ...]:
    return tuple(sign for sign in genre_book().signs if sign.at == at)


@cache
def _patterns(at: str) -> tuple[tuple[GenreSign, re.Pattern[str]], ...]:
    return tuple((sign, re.compile(sign.shape, re.I)) for sign in _signs(at))
