"""The time phrases of `codebook/dates.yaml`, compiled once a process."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

from reportedly.resolution import date_rules, holiday_rules, relative_rules
from reportedly.resolution.date_rules import Rule, Words
from reportedly.resolution.holidays import holidays
from reportedly.resolution.numbers import NumberLexicon, alternatives, number_lexicon
from reportedly.resolution.tense import TenseLexicon
from reportedly.resources import load_model

FILE = "dates.yaml"
PLACEHOLDER = re.compile(r"<([a-z]+)(\d?)>")
#: What stands for itself instead of being listed.
DIGITS = {
    "iso": r"(?:1[5-9]|2[01])\d\d(?:-\d\d-|/\d\d?/)\d\d?",
    "one": r"(?:3[01]|[12]\d|0?[1-9])",
    "two": r"(?:3[01]|[12]\d|0?[1-9])",
    "year": r"(?:1[5-9]|20)\d\d",
    "year2": r"(?:(?:1[5-9]|20)\d\d|(?<=[-–/])\d\d)",
    "day": r"(?:3[01]|[12]\d|0?[1-9])",
    "decade": r"(?:(?:1[5-9]|20)\d0|(?<=')[4-9]0)",
    "hour": r"(?:1[0-2]|0?[1-9])",
    "hour2": r"(?:2[0-3]|[01]?\d)",
    "hour3": r"(?:2[0-3]|[01]\d)",
    "minute": r"[0-5]\d",
}
RULES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        date_rules.iso, date_rules.numeric, date_rules.day, date_rules.day_of_month, date_rules.days, date_rules.month,
        date_rules.year, date_rules.years, date_rules.decade, date_rules.century, date_rules.season,
        holiday_rules.holiday,
        relative_rules.weekday, relative_rules.weekday_of_week, relative_rules.weekday_and_weeks,
        relative_rules.sequel_weekday, relative_rules.part_of_today, relative_rules.day_from_now,
        relative_rules.overnight, relative_rules.counted, relative_rules.counted_halves, relative_rules.in_so_many,
        relative_rules.after_so_many, relative_rules.anniversary, relative_rules.same_time, relative_rules.unplaced,
        relative_rules.stretch, relative_rules.unmeasured, relative_rules.span_from_now, relative_rules.weekend,
        relative_rules.quarter, relative_rules.ordinal_part, relative_rules.months_up_to, relative_rules.sequel,
        relative_rules.that_time,        relative_rules.later_in_the_day,
    )
}  # fmt: skip
#: Whether the last word of a phrase may stand before a noun: any noun, none with a capital, none at all.
Company: TypeAlias = Literal["noun", "no name", "no noun"]


class Strict(BaseModel):
    """Base of the shapes: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DateExample(Strict):
    """A text with the dates in it, for the test that runs every example."""

    text: str
    published: object
    dates: dict[object, list[object]]


class WordLists(Strict):
    """Lists that patterns name."""

    capitals: dict[str, dict[str, int | str]]
    any: dict[str, dict[str, int | str | None]]


class Cues(Strict):
    """Words of one sort that tell where a date lies."""

    words: list[str]
    examples: list[DateExample]


class PatternEntry(Strict):
    """One way to name a time."""

    name: str
    pattern: str
    rule: str
    before: Company = "noun"
    examples: list[DateExample]


class TimeEntry(Strict):
    """How a time of day is written."""

    pattern: str
    examples: list[DateExample]


class DateFile(Strict):
    """The shape of `codebook/dates.yaml`."""

    words: WordLists
    outlook: dict[str, Cues]
    names: Cues
    patterns: list[PatternEntry]
    times: TimeEntry


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to name a time, compiled.

    Attributes:
        name: For people.
        regex: With a named group for every word list.
        rule: Makes the interval.
        before: What its last word may stand before.
    """

    name: str
    regex: re.Pattern[str]
    rule: Rule
    before: Company


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """Everything that finds times in text.

    Attributes:
        scan: Finds where a phrase starts; the name of the group that matched is the index into `patterns`.
        patterns: In the order of the file.
        times: Finds a time of day.
        names: Finds names that hold a day or month: "Black Friday".
        leads: Finds, at the end of what precedes a phrase, words that put it ahead.
        ranks: Finds, in what precedes "in two weeks", words that make it a length of time: "the third in two weeks".
        moves: Finds, before "from … to …", words that make it two times: "moved from Monday to Friday".
        tense: For the grammar.
    """

    scan: re.Pattern[str]
    patterns: tuple[Pattern, ...]
    times: re.Pattern[str]
    names: re.Pattern[str]
    leads: re.Pattern[str]
    ranks: re.Pattern[str]
    moves: re.Pattern[str]
    tense: TenseLexicon
    _values: dict[str, dict[str, int | str | None]]
    _numbers: NumberLexicon

    def words_of(self, match: re.Match[str]) -> Words:
        """Return the named words of a match with their values."""
        found = {name: text for name, text in match.groupdict().items() if text is not None}
        return {name: self._value(name, text) for name, text in found.items()}

    def _value(self, name: str, text: str) -> int | str | None:
        listed = self._values.get(name.rstrip("23"))
        if listed is not None:
            return listed[text] if text in listed else listed.get(text.lower(), listed.get(text.upper()))
        if name == "number":
            return self._number(text.lower())
        return int(text) if text.isdigit() else text

    def _number(self, text: str) -> int | None:
        """Return a count; None for "several"."""
        if text.isdigit():
            return int(text)
        if text in self._values["vague"]:
            return None
        return int(self._numbers.evaluate(text.removesuffix(" of"))) or 1


@lru_cache(maxsize=1)
def date_lexicon() -> DateLexicon:
    """Load and compile the time phrases once a process."""
    file, feasts = load_model(FILE, DateFile), holidays()
    capitals: dict[str, dict[str, int | str | None]] = {
        **{name: {**words} for name, words in file.words.capitals.items()},
        "holiday": {form: form for form in feasts.by_form.keys() - feasts.bare},
        "feast": {form: form for form in feasts.bare},
    }
    lists = {**file.words.any, **capitals}
    sources = (
        {name: _any_of(words) for name, words in file.words.any.items()}
        | {name: f"(?-i:{_any_of(words)})" for name, words in capitals.items()}
        | DIGITS
        | {"number": _number_source(lists)}
    )
    patterns = tuple(
        Pattern(
            entry.name,
            re.compile(_bounded(_filled(entry.pattern, sources)), re.IGNORECASE),
            RULES[entry.rule],
            entry.before,
        )
        for entry in file.patterns
    )
    plain = (rf"(?P<r{i}>(?:{_filled(e.pattern, sources, named=False)})(?!\w))" for i, e in enumerate(file.patterns))
    leads = "|".join(map(re.escape, file.outlook["leads"].words))
    tense = TenseLexicon(frozenset(file.outlook["ahead"].words), frozenset(file.outlook["implicative"].words))
    return DateLexicon(
        scan=re.compile(rf"(?<!\w)(?:{'|'.join(plain)})", re.IGNORECASE),
        patterns=patterns,
        times=re.compile(_bounded(_filled(file.times.pattern, sources)), re.IGNORECASE),
        names=re.compile(rf"\b{_any_of(file.names.words)}\b"),
        leads=re.compile(rf"\b(?:{leads})(?: [\w'’-]+){{0,3}} (?:on |in )?$", re.IGNORECASE),
        ranks=re.compile(rf"\b{_any_of(file.outlook['ranks'].words)}\b[^.;!?]*$", re.IGNORECASE),
        moves=re.compile(rf"\b{_any_of(file.outlook['moves'].words)}\b[^.;!?]*$", re.IGNORECASE),
        tense=tense,
        _values=lists,
        _numbers=number_lexicon(),
    )


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def _number_source(lists: Mapping[str, Iterable[str]]) -> str:
    lexicon = number_lexicon()
    small = alternatives({word: value for word, value in lexicon.values.items() if word.isalpha() and 0 < value < 20})
    tens = alternatives({word: value for word, value in lexicon.values.items() if word.endswith("ty")})
    return rf"(?:\d{{1,3}}|{tens}(?:[- ]{small})?|{small}|a couple of|a dozen|{_any_of(lists['vague'])}|an?)"


def _filled(pattern: str, sources: dict[str, str], *, named: bool = True) -> str:
    """Put the word lists in place of their names."""

    def fill(match: re.Match[str]) -> str:
        name, number = match.groups()
        source = sources.get(name + number, sources.get(name, ""))
        return f"(?P<{name}{number}>{source})" if named else f"(?:{source})"

    return PLACEHOLDER.sub(fill, pattern)


def _bounded(pattern: str) -> str:
    """Begin at the start of a word only."""
    return rf"(?<!\w)(?:{pattern})(?!\w)"
