"""Figures that a sentence changes or puts: "raised to 23 the number of inmates killed", "put the dead at seven"."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from reportedly.language.forms import initials_of
from reportedly.linking.casualties import casualty_units
from reportedly.linking.figure_words import before_figure, counted_things, measure_behind, naming
from reportedly.linking.terms import Strict
from reportedly.linking.words import stem_list
from reportedly.records import Quantity, QuantityKind, Span
from reportedly.resolution.numbers import find_numbers
from reportedly.resources import load_model

SENTENCE_END = re.compile(r"[.!?…][”’\"']?\s|\n")
CURRENCY = frozenset("$€£")


class Correcting(Strict):
    """One entry of corrections.yaml."""

    kind: Literal["revision", "placing", "correction", "own report", "retraction"]
    words: tuple[str, ...]
    example: str


@cache
def correcting_words(kind: str) -> tuple[str, ...]:
    """Return the words of one kind of corrections.yaml."""
    entries = load_model("linking/corrections.yaml", list[Correcting])
    return tuple(word for entry in entries if entry.kind == kind for word in entry.words)


def sentence_at(text: str, position: int) -> Span:
    """Return the sentence in which a position stands."""
    starts = [match.end() for match in SENTENCE_END.finditer(text, 0, position)]
    end = SENTENCE_END.search(text, position)
    return (starts[-1] if starts else 0), (len(text) if end is None else end.end())


def sentences_of(text: str) -> Iterator[Span]:
    """Yield the sentences of a text."""
    start = 0
    for match in SENTENCE_END.finditer(text):
        if text[start : match.end()].strip():
            yield start, match.end()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def revising_verb(sentence: str) -> int:
    """Return where the verb stands that changes or puts a figure; 0 when there is none."""
    found = _verbs().search(sentence)
    return 0 if found is None else found.start()


# A story is told again whenever an article joins it.
@lru_cache(maxsize=32768)
def revised_figures(text: str, position: int) -> tuple[Quantity, ...]:
    """Return the figures that the sentence at a position raises, lowers or puts."""
    start, end = sentence_at(text, position)
    sentence = text[start:end]
    verb = _verbs().search(sentence)
    if verb is None:
        return ()
    return tuple(_figures(sentence, start=start, after=verb.end(), kind=_kind(sentence)))


def correction_in(text: str, *, house: str = "") -> Span | None:
    """Return the sentence in which a house takes back what it printed, if there is one.

    Args:
        text: Of the article.
        house: Who published it: "Delta Wire first reported that …", in an article of its own, takes that back.
    """
    found = _corrections().search(text) or (_own_reports(house).search(text) if house else None)
    return None if found is None else sentence_at(text, found.start())


def is_retracting(sentence: str) -> bool:
    """Whether somebody takes back in a sentence what they had claimed."""
    return _retractions().search(sentence) is not None


def _figures(sentence: str, *, start: int, after: int, kind: QuantityKind) -> Iterator[Quantity]:
    for number in find_numbers(sentence):
        begin, end = number.span
        is_other = measure_behind().match(sentence, end) or sentence[begin - 1 : begin] in CURRENCY
        if begin < after or not before_figure().search(sentence[:begin]) or number.value is None or is_other:
            continue
        yield Quantity(
            kind=kind, value=number.value, low=number.low, high=number.high,
            unit=_unit(sentence, begin),
            text=sentence[begin:end], span=(start + begin, start + end),
        )  # fmt: skip


def _unit(sentence: str, begin: int) -> str | None:
    """Return what the figure at a place of a sentence counts, where the sentence says so."""
    counted = counted_things().search(sentence)
    if counted is not None:
        return counted["unit"]
    return "people" if naming("crowd").search(sentence[:begin]) else None


def _kind(sentence: str) -> QuantityKind:
    """Return what a sentence counts: victims by their words, else people or things."""
    units = casualty_units()
    told = (units[stem] for stem in stem_list(sentence) if stem in units)
    victims = next((kind for kind in told if kind is not QuantityKind.COUNT), None)
    return victims or (QuantityKind.KILLED if naming("toll").search(sentence) else QuantityKind.COUNT)


@cache
def _verbs() -> re.Pattern[str]:
    return _any((*correcting_words("revision"), *correcting_words("placing")))


@cache
def _corrections() -> re.Pattern[str]:
    return _any(correcting_words("correction"))


@cache
def _retractions() -> re.Pattern[str]:
    return _any(correcting_words("retraction"))


@lru_cache(maxsize=4096)
def _own_reports(house: str) -> re.Pattern[str]:
    """Return how a house speaks of its earlier report by its name or initials: "DW first reported"."""
    names = {house, house.removeprefix("The "), initials_of(house)} - {"", house[:1]}
    said = "|".join(map(re.escape, sorted(correcting_words("own report"))))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))}),? (?:{said})\b")


def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b", re.IGNORECASE)
