"""Figures: numbers with their bounds. "At least 61", "between 30 and 40", "2-3 million", "half of"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from reportedly.records import Span
from reportedly.resolution.numbers import Number, find_numbers, number_lexicon
from reportedly.resolution.plain_text import plain
from reportedly.resolution.quantity_lexicon import QuantityLexicon, quantity_lexicon

#: Longer than any modifier, verb of change or currency before a number.
LEAD_LENGTH = 48
#: What may stand between the two numbers of a range; a currency or "%" may be repeated.
LINK = re.compile(
    r"(?:%| ?per ?cent| percent)?(?P<link> to | and | or |-to-| ?[-–—] ?)(?P<currency>(?:[A-Z]{1,3})?[$€£¥])?\Z", re.I
)
BETWEEN = re.compile(r"\b(?P<word>between|from|anywhere from)(?: [A-Z]{0,3}[$€£¥])? ?\Z", re.IGNORECASE)
CHANGE_VERB = re.compile(r"([a-z]+)(?: \w+){0,3} \Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, a range or a fraction, with what bounds it.

    Attributes:
        span: With its modifier and "between".
        number: The number words alone; for a range from the first to the last.
        value: None for a range or a vague number.
        low: Lower bound, included; None when open or unknown.
        high: Upper bound, included; None when open or unknown.
        modifier: As it stands.
        fraction: Whether it is a share by its own words: "a third".
        single: Whether it is the word "one", which counts less often than it does not.
        plain: Its bounds without the modifier.
    """

    span: Span
    number: Span
    value: float | None
    low: float | None
    high: float | None
    modifier: str | None = None
    fraction: bool = False
    single: bool = False
    plain: tuple[float | None, float | None] = (None, None)

    def without_modifier(self) -> "Figure":
        """Return the figure as it would be without the word before it."""
        low, high = self.plain
        return replace(self, span=self.number, low=low, high=high, modifier=None)


def find_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text in reading order."""
    return _figures_of(plain(text))


@lru_cache(maxsize=1)
def _figures_of(text: str) -> tuple[Figure, ...]:
    """Find them once for quantities and things, which ask one after the other."""
    lexicon = quantity_lexicon()
    units = tuple(_of_one_unit(text, lexicon))
    numbered = tuple(find_numbers(text))
    taken = {position for figure in units for position in range(*figure.number)}
    taken |= {position for n in numbered if n.part for position in range(*n.span)}
    fractions = tuple(figure for figure in _fractions(text, lexicon) if figure.number[0] not in taken)
    taken = {position for figure in (*fractions, *units) for position in range(*figure.number)}
    numbers = [n for n in numbered if n.span[0] not in taken]
    figures = (*units, *fractions, *_merged(numbers, text, lexicon))
    return tuple(sorted((_modified(f, text, lexicon) for f in figures), key=lambda f: f.number))


def _fractions(text: str, lexicon: QuantityLexicon) -> Iterator[Figure]:
    values = number_lexicon().values
    for match in lexicon.fraction.finditer(text):
        parts = {name: word.lower() for name, word in match.groupdict().items() if word}
        if "one" in parts:
            of = parts.get("of") or parts["ten"]
            whole = values.get(of) or float(of)
            share = values.get(parts["one"], 1) / whole if whole else 0.0
        else:
            unit = lexicon.fractions[parts.get("plural") or parts.get("single") or "half"]
            share = unit * values.get(parts.get("count", ""), 1)
        if 0 < share <= 1:
            value = round(share, 4)
            yield Figure(match.span(), match.span(), value, value, value, fraction=True)


def _of_one_unit(text: str, lexicon: QuantityLexicon) -> Iterator[Figure]:
    """Yield "for a" before "year", "half an" before "hour", "a quarter of a" before "century"."""
    for match in lexicon.single_unit.finditer(text):
        part = (match.group("part") or "").lower().removesuffix(" of")
        value = lexicon.fractions[re.split("[- ]", part)[-1]] if part else 1.5 if match.group("halves") else 1.0
        yield Figure(match.span(), match.span(), value, value, value)


def _merged(numbers: list[Number], text: str, lexicon: QuantityLexicon) -> Iterator[Figure]:
    """Yield figures, two numbers of one range as one; a score ("2-1") as none."""
    skip = False
    for number, following in zip_longest(numbers, numbers[1:]):
        if skip:
            skip = False
            continue
        link = None if following is None else LINK.match(text[number.span[1] : following.span[0]])
        if following is None or link is None or not _is_range(number, following, link.group("link"), text, lexicon):
            yield _single(number, text)
            continue
        skip = True
        if (figure := _range(number, following, text)) is not None:
            yield figure


def _single(number: Number, text: str) -> Figure:
    is_one = text[slice(*number.span)].lower() == "one"
    return Figure(number.span, number.span, number.value, number.low, number.high, single=is_one)


def _is_range(first: Number, second: Number, link: str, text: str, lexicon: QuantityLexicon) -> bool:
    before = text[max(0, first.span[0] - LEAD_LENGTH) : first.span[0]]
    lead = BETWEEN.search(before)
    word = "" if lead is None else lead.group("word").lower()
    if first.value is None or second.value is None:
        return False
    if "-" in link or link.strip() in ("–", "—"):
        return True
    if link == " and ":
        return word == "between"
    if link == " or ":
        return second.value == first.value + 1
    return not (word == "from" and _tells_change(before[: lead.start() if lead else 0], lexicon))


def _tells_change(before: str, lexicon: QuantityLexicon) -> bool:
    """Tell "rose from 12 to 61" from "from 12 to 61 people"; only the nearest words are looked at."""
    return any(_is_change(word, lexicon) for word in re.findall(r"[a-z]+", before.lower())[-4:])


def _is_change(word: str, lexicon: QuantityLexicon) -> bool:
    stems = {word, *(word.removesuffix(end) for end in ("s", "ed", "d", "ing", "es"))}
    stems |= {stem + "e" for stem in stems}
    return not stems.isdisjoint(lexicon.changes)


def _range(first: Number, second: Number, text: str) -> Figure | None:
    """Return the range; None when it runs backwards, as a score or a record does."""
    low, high = first.value, second.value
    assert low is not None
    assert high is not None
    if first.scale == 1 and second.scale > 1 and low < second.scale:
        low *= second.scale
    if low >= high:
        return None
    span = first.span[0], second.span[1]
    lead = BETWEEN.search(text, max(0, span[0] - LEAD_LENGTH), span[0])
    return Figure((lead.start() if lead else span[0], span[1]), span, None, low, high)


def _modified(figure: Figure, text: str, lexicon: QuantityLexicon) -> Figure:
    """Add the modifier beside the number, a currency symbol in between allowed."""
    start = _before_symbol(figure.span[0], text, lexicon)
    before = lexicon.before.search(text[max(0, start - LEAD_LENGTH) : start])
    after = None if before else lexicon.after.match(text, figure.span[1])
    found = before or after
    if found is None:
        return figure
    word = found.group("word")
    span = (start - len(before.group()), figure.span[1]) if before else (figure.span[0], after.end() if after else 0)
    low, high = _bounds(figure, lexicon.bounds[word.lower()])
    return replace(figure, span=span, low=low, high=high, modifier=word, plain=(figure.low, figure.high))


def _before_symbol(start: int, text: str, lexicon: QuantityLexicon) -> int:
    """Return where a currency symbol before a position begins, or the position."""
    match = lexicon.symbol_before.search(text[max(0, start - LEAD_LENGTH) : start])
    return start if match is None else start - len(match.group())


def _bounds(figure: Figure, bound: str) -> tuple[float | None, float | None]:
    if bound == "low":
        return figure.low, None
    if bound == "high":
        return None, figure.high
    return (None, None) if figure.value is not None else (figure.low, figure.high)
