"""Numbers in digits and words: "1,204", "1.5 million", "two dozen", "hundreds of thousands".

Only what a number is worth; its bounds, unit and meaning are made in `figures.py` and `quantities.py`. Libraries for
number words read "twenty-one" but neither "two dozen" nor "half a million" nor "hundreds", so the grammar is ours.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from reportedly.records import Span
from reportedly.resources import load_model

FILE = "quantities/numbers.yaml"
#: A vague plural means at least two of its kind: "dozens" are 24 or more.
LEAST_OF_PLURAL = 2
#: Not inside a designation (Su-30), a path or date (9/11), a decimal chain (10.0.0.1), a time (5:30).
DIGITS_START = (
    r"(?:(?<![\w/.#])|(?<=\bRs)|(?<=\bRs\.)|(?<=\bTk)|(?<=\bRM)|(?<=\bKsh)|(?<=\bRp)|(?<=\bSFr))"
    r"(?<!\d['′])(?<![^\W\d_][-–])(?<!\d[,:])"
)
#: Digits grouped by thousands, or as in India (12,34,567).
GROUPED = r"(?:\d{1,2}(?:,\d\d)+,\d{3}(?!\d)|\d{1,3}(?:,\d{3}(?!\d))+)"
#: Grouped digits or plain ones; the length is bounded, for a number that long is a code.
DIGITS = rf"{DIGITS_START}(?:{GROUPED}(?:\.\d{{1,6}})?|\d{{1,15}}(?:\.\d{{1,6}})?)(?!\d)"
#: Not an ordinal (3rd), a time, a date, or digits grouped in some other way; a measure may stand close (40km), a
#: calibre may not (155mm).
DIGITS_END = r"(?:(?=(?:km|kg|MW|GW|ha|ft)\b)|(?![\w/]|['′]\d|[:.]\d|,\d{3}))"


class NumberExample(BaseModel):
    """A text and its numbers as [value, low, high]."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    text: str
    numbers: list[list[float | None]]


class NumberGroup(BaseModel):
    """Words of one sort with their values."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    words: dict[str, float]
    examples: list[NumberExample]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands.

    Attributes:
        span: Where it stands.
        value: What it is worth; None for a vague one.
        low: Lower bound, included.
        high: Upper bound, included; None when open.
        scale: What its last scale word multiplies by; 1 without one. "2 to 3 million" passes it on.
        in_words: Whether it begins with a word.
        part: Whether it is a part of a scale: "a quarter of a million".
    """

    span: Span
    value: float | None
    low: float | None
    high: float | None
    scale: float = 1
    in_words: bool = False
    part: bool = False


@dataclass(frozen=True, slots=True)
class NumberLexicon:
    """The number words, ready for matching.

    Attributes:
        values: Every word with its value.
        scales: Words that multiply what stands before them.
        pattern: Finds one number.
    """

    values: dict[str, float]
    scales: frozenset[str]
    pattern: re.Pattern[str]

    def evaluate(self, words: str) -> float:
        """Return what a run of number words is worth: "two hundred and fifty thousand" gives 250000."""
        total, current, scaled = 0.0, 0.0, 0.0
        for word in re.split(r"[\s-]+", words):
            if word in self.scales:
                # "Thousand million" and "lakh crore" multiply; "million two hundred thousand" adds.
                total, current = (total - scaled, scaled) if scaled else (total, current)
                current, scaled = (current or 1) * self.values[word], 0.0
                if self.values[word] >= 1000:
                    total, current, scaled = total + current, 0.0, current
            elif word in self.values:
                current, scaled = current + self.values[word], 0.0
        return total + current


def find_numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text in reading order."""
    lexicon = number_lexicon()
    return tuple(_number(match, lexicon) for match in lexicon.pattern.finditer(text))


@lru_cache(maxsize=1)
def number_lexicon() -> NumberLexicon:
    """Load the number words once a process."""
    groups = load_model(FILE, dict[str, NumberGroup])
    words = {name: group.words for name, group in groups.items()}
    scales = {**words["scales"], **words["groups"]}
    values = {word: value for group in words.values() for word, value in group.items()}
    return NumberLexicon(values, frozenset(scales), re.compile(_pattern(words), re.IGNORECASE))


def alternatives(words: dict[str, float]) -> str:
    """Return a regular expression for any of the words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def _pattern(words: dict[str, dict[str, float]]) -> str:
    scale = alternatives({**words["scales"], **words["groups"]})
    plural = alternatives(words["plurals"])
    ones = alternatives(words["small"])
    parts = alternatives(words["parts"])
    small = rf"(?:{alternatives(words['tens'])}(?:[- ](?!ten){ones}(?!-))?|{ones})"
    tail = rf"(?:[ -]{scale}\b(?: and {small}\b(?! {plural})| {small}\b)?)"
    suffix = r" ?(?P<suffix>bn|tn|mn|mln)\b|(?P<tight>[km])\b"
    return (
        rf"\b(?P<plural>{plural})\b(?: of (?P<of>{plural})\b)?"
        rf"|\b(?P<vague>{alternatives(words['vague'])})[ ](?P<vague_scale>{scale}(?:[ ]{scale})?)\b"
        rf"|\b(?:(?P<half>half)|(?:an?|one|(?P<parts_count>{ones}))[ -](?P<part>{parts}) of) an? "
        rf"(?P<half_scale>{scale})\b"
        rf"|(?:(?P<digits>{DIGITS})(?:{suffix}|(?P<end>{DIGITS_END}))|\b(?P<lead>{small}\b|an?(?=[ ]{scale}\b)))"
        rf"(?P<halves>[ -]and[ -]an?[ -]half\b)?(?P<tail>{tail}*)"
    )


def _number(match: re.Match[str], lexicon: NumberLexicon) -> Number:
    parts = {name: value.lower() for name, value in match.groupdict().items() if value}
    values = lexicon.values
    if "plural" in parts:
        low = LEAST_OF_PLURAL * values[parts["plural"]] * values.get(parts.get("of", ""), 1)
        return Number(match.span(), None, low, None, in_words=True)
    if "vague" in parts:
        return Number(
            match.span(), None, values[parts["vague"]] * lexicon.evaluate(parts["vague_scale"]), None, in_words=True
        )
    if "half_scale" in parts:
        share = values[parts.get("part", "half")] * values.get(parts.get("parts_count", ""), 1)
        worth = float(round(values[parts["half_scale"]] * share))
        return Number(match.span(), worth, worth, worth, in_words=True, part=True)
    value, scale = _exact(parts, lexicon)
    return Number(match.span(), value, value, value, scale, in_words="digits" not in parts)


def _exact(parts: dict[str, str], lexicon: NumberLexicon) -> tuple[float, float]:
    """Return the value of a number that is not vague, and its scale."""
    suffix = lexicon.values.get(parts.get("suffix") or parts.get("tight") or "", 1)
    half = 0.5 if "halves" in parts else 0.0
    tail = parts.get("tail", "")
    scale = suffix * (lexicon.evaluate(tail) if tail and tail.split()[-1] in lexicon.scales else 1)
    if "lead" in parts and not half:
        return lexicon.evaluate(parts["lead"] + tail), scale
    lead = float(parts["digits"].replace(",", "")) if "digits" in parts else lexicon.evaluate(parts["lead"])
    multiplier = lexicon.evaluate(tail) if tail else 1.0
    # 15 digits are what a float holds: 65.4 billion is not 65400000000.00001.
    return float(f"{(lead + half) * suffix * multiplier:.15g}"), scale
