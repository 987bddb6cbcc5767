"""The time phrases of `codebook/dates.yaml`, compiled once a process."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from reportedly.resolution.date_rules import RULES, Rule, Words
from reportedly.resolution.numbers import NumberLexicon, alternatives, number_lexicon
from reportedly.resolution.tense import TenseLexicon
from reportedly.resources import load_model

FILE = "dates.yaml"
PLACEHOLDER = re.compile(r"<([a-z]+)(\d?)>")
#: What stands for itself instead of being listed.
DIGITS = {
    "iso": r"(?:1[5-9]|2[01])\d\d-\d\d-\d\d",
    "year": r"(?:1[5-9]|20)\d\d",
    "year2": r"(?:(?:1[5-9]|20)\d\d|(?<=[-–])\d\d)",
    "day": r"(?:3[01]|[12]\d|0?[1-9])",
    "decade": r"(?:1[5-9]|20)\d0",
    "hour": r"(?:1[0-2]|0?[1-9])",
    "hour2": r"(?:2[0-3]|[01]?\d)",
    "hour3": r"(?:2[0-3]|[01]\d)",
    "minute": r"[0-5]\d",
}


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

    capitals: dict[str, dict[str, int]]
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
    """

    name: str
    regex: re.Pattern[str]
    rule: Rule


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """Everything that finds times in text.

    Attributes:
        scan: Finds where a phrase starts; the name of the group that matched is the index into `patterns`.
        patterns: In the order of the file.
        times: Finds a time of day.
        names: Finds names that hold a day or month: "Black Friday".
        leads: Finds, at the end of what precedes a phrase, words that put it ahead.
        tense: For the grammar.
    """

    scan: re.Pattern[str]
    patterns: tuple[Pattern, ...]
    times: re.Pattern[str]
    names: re.Pattern[str]
    leads: re.Pattern[str]
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
    file = load_model(FILE, DateFile)
    lists: dict[str, dict[str, int | str | None]] = {
        **file.words.any,
        **{n: {**w} for n, w in file.words.capitals.items()},
    }
    sources = {name: _list_source(name, file.words) for name in lists} | DIGITS | {"number": _number_source(lists)}
    patterns = tuple(
        Pattern(entry.name, re.compile(_bounded(_filled(entry.pattern, sources)), re.IGNORECASE), RULES[entry.rule])
        for entry in file.patterns
    )
    plain = (f"(?P<r{i}>{_bounded(_filled(e.pattern, sources, named=False))})" for i, e in enumerate(file.patterns))
    leads = "|".join(map(re.escape, file.outlook["leads"].words))
    tense = TenseLexicon(frozenset(file.outlook["ahead"].words), frozenset(file.outlook["implicative"].words))
    return DateLexicon(
        scan=re.compile("|".join(plain), re.IGNORECASE),
        patterns=patterns,
        times=re.compile(_bounded(_filled(file.times.pattern, sources)), re.IGNORECASE),
        names=re.compile(rf"\b{_any_of(file.names.words)}\b"),
        leads=re.compile(rf"\b(?:{leads})(?: [\w'’-]+){{0,3}} (?:on |in )?$", re.IGNORECASE),
        tense=tense,
        _values=lists,
        _numbers=number_lexicon(),
    )


def _list_source(name: str, words: WordLists) -> str:
    if name in words.capitals:
        return f"(?-i:{_any_of(words.capitals[name])})"
    return _any_of(words.any[name])


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
