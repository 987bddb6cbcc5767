"""The vocabulary of `codebook/quantities/`, checked and compiled once a process."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from pydantic import BaseModel, ConfigDict

from reportedly.records import QuantityKind
from reportedly.resolution.numbers import FILE as NUMBERS
from reportedly.resolution.numbers import NumberGroup
from reportedly.resources import load_model

FOLDER = "quantities"
PEOPLE_KINDS = (
    QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.ARRESTED, QuantityKind.DISPLACED, QuantityKind.MISSING,
)  # fmt: skip
Examples: TypeAlias = list[dict[str, Any]]


class Strict(BaseModel):
    """Base of the shapes: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ModifierFile(Strict):
    """Modifiers of one bound, by the side of the number on which they stand."""

    before: list[str]
    after: list[str]
    examples: Examples


class MoneyFile(Strict):
    """Currencies and the periods that money is paid for."""

    symbols: dict[str, str]
    names: dict[str, str | None]
    adjectives: dict[str, str]
    periods: dict[str, str]
    weights: list[str]
    examples: Examples


class ShareFile(Strict):
    """Per cents and fractions."""

    percent: list[str]
    fractions: dict[str, float]
    half: list[str]
    examples: Examples


class AgeMarks(Strict):
    """What stands beside an age."""

    before: list[str]
    after: list[str]


class DurationFile(Strict):
    """Units of time and what marks an age instead."""

    units: dict[str, str]
    ages: AgeMarks
    examples: Examples


class PeopleKind(Strict):
    """Words that tell what happened to people who are counted."""

    patient_verbs: frozenset[str]
    subject_verbs: frozenset[str]
    removal_verbs: frozenset[str]
    states: frozenset[str]
    nouns: frozenset[str]
    tolls: frozenset[str]
    examples: Examples


class Exclusions(Strict):
    """Words of one sort with examples."""

    words: frozenset[str]
    examples: Examples


@dataclass(frozen=True, slots=True)
class QuantityLexicon:
    """Everything that tells what a number counts.

    Attributes:
        bounds: Modifier, lower case → low, high or about.
        before, after: Find a modifier that ends at, or begins at, a position.
        symbols: Currency symbols and codes → ISO 4217.
        symbol_before: Finds one that ends at a position.
        currencies: Currency names and codes → ISO 4217, or None when ambiguous.
        currency_after: Finds one that begins at a position.
        weight_before: Finds "weighs ".
        periods, period_after: The same for "a month".
        percent_after: Finds "%" or "per cent".
        fraction: Finds "two-thirds of", "half the", "one in five".
        fractions: Word → share.
        units, unit_after: Units of time.
        age_before, age_after: What marks an age.
        people: Kind → its words.
        numbered_before: Finds "Resolution " at the end of what precedes a number.
        part_before: Finds "including " there.
        changes: Verbs of change.
        not_people: Lemmas of what is no casualty.
        state_verbs: Lemmas that put a state on somebody: "left 12 dead".
        totals: Lemmas that sum cases up: "the number of dead".
        strength: Finds "-strong".
        follower: Finds what makes a figure a multiple or an hour.
        prepositions: Modifiers that may be plain prepositions.
        stand_ins: Words that stand for people named before: "20 others".
    """

    bounds: dict[str, str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    symbols: dict[str, str]
    symbol_before: re.Pattern[str]
    currencies: dict[str, str | None]
    currency_after: re.Pattern[str]
    weight_before: re.Pattern[str]
    periods: dict[str, str]
    period_after: re.Pattern[str]
    percent_after: re.Pattern[str]
    fraction: re.Pattern[str]
    fractions: dict[str, float]
    units: dict[str, str]
    unit_after: re.Pattern[str]
    age_before: re.Pattern[str]
    age_after: re.Pattern[str]
    people: dict[QuantityKind, PeopleKind]
    numbered_before: re.Pattern[str]
    part_before: re.Pattern[str]
    changes: frozenset[str]
    not_people: frozenset[str]
    state_verbs: frozenset[str]
    totals: frozenset[str]
    stand_ins: frozenset[str]
    follower: re.Pattern[str]
    prepositions: frozenset[str]
    strength: re.Pattern[str]


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression for any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) + ")"


@lru_cache(maxsize=1)
def quantity_lexicon() -> QuantityLexicon:
    """Load and compile the vocabulary of quantities once a process."""
    modifiers = load_model(f"{FOLDER}/modifiers.yaml", dict[str, ModifierFile])
    money = load_model(f"{FOLDER}/money.yaml", MoneyFile)
    shares = load_model(f"{FOLDER}/shares.yaml", ShareFile)
    durations = load_model(f"{FOLDER}/durations.yaml", DurationFile)
    people = load_model(f"{FOLDER}/people.yaml", dict[QuantityKind, PeopleKind])
    states = load_model(f"{FOLDER}/states.yaml", dict[str, Exclusions])
    exclusions = load_model(f"{FOLDER}/exclusions.yaml", dict[str, Exclusions])
    codes = {
        code: code
        for code in {*money.symbols.values(), *money.adjectives.values(), *filter(None, money.names.values())}
    }
    names: dict[str, str | None] = {**money.names, **{name.lower(): code for name, code in money.adjectives.items()}}
    return QuantityLexicon(
        bounds={word.lower(): bound for bound, m in modifiers.items() for word in (*m.before, *m.after)},
        before=_ending(word for m in modifiers.values() for word in m.before),
        after=re.compile(
            rf"(?:[ -]|(?=\+))(?P<word>{any_of(w for m in modifiers.values() for w in m.after)})(?!\w)", re.I
        ),
        symbols={**money.symbols, **codes},
        symbol_before=re.compile(rf"(?<![A-Za-z$])(?P<word>{any_of(money.symbols)}|{any_of(codes)} ) ?\Z"),
        currencies={**{code.lower(): code for code in codes}, **names},
        currency_after=re.compile(
            rf"(?:[ -]| of )(?:(?-i:(?P<code>{any_of(codes)}))|(?P<word>{any_of(names)}))(?!\w)", re.IGNORECASE
        ),
        weight_before=_ending(money.weights),
        periods=money.periods,
        period_after=_starting(money.periods),
        percent_after=re.compile(rf" ?{any_of(shares.percent)}(?!\w)", re.IGNORECASE),
        fraction=_fraction_pattern(shares),
        fractions=shares.fractions,
        units=durations.units,
        unit_after=re.compile(rf"[ -](?P<word>{any_of(durations.units)})(?!\w)", re.IGNORECASE),
        age_before=_ending(durations.ages.before),
        age_after=re.compile(any_of(durations.ages.after), re.IGNORECASE),
        people={kind: people[kind] for kind in PEOPLE_KINDS},
        numbered_before=_ending(exclusions["numbered"].words),
        part_before=_ending(exclusions["parts"].words),
        changes=exclusions["changes"].words,
        not_people=exclusions["not_people"].words,
        state_verbs=states["verbs"].words,
        totals=states["totals"].words,
        strength=re.compile(rf"{any_of(exclusions['strengths'].words)}(?!\w)", re.IGNORECASE),
        stand_ins=exclusions["stand_ins"].words,
        follower=re.compile(rf"[ ]?{any_of(exclusions['followers'].words)}(?!\w)", re.IGNORECASE),
        prepositions=exclusions["prepositions"].words,
    )


def _ending(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for one of the words at the end of a stretch of text."""
    return re.compile(rf"(?<!\w)(?P<word>{any_of(words)})[ ]?\Z", re.IGNORECASE)


def _starting(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for one of the words after a blank."""
    return re.compile(rf" (?P<word>{any_of(words)})(?!\w)", re.IGNORECASE)


def _fraction_pattern(shares: ShareFile) -> re.Pattern[str]:
    plural = any_of(word for word in shares.fractions if word.endswith("s"))
    single = any_of(word for word in shares.fractions if not word.endswith("s") and word != "half")
    counts = any_of(load_model(NUMBERS, dict[str, NumberGroup])["small"].words)
    return re.compile(
        rf"(?<![\w-])(?:(?P<count>{counts})[- ](?P<plural>{plural})(?!\w)"
        rf"|(?:an?|one)[- ](?P<single>{single})(?= of\b)"
        rf"|(?P<half>half)(?= {any_of(shares.half)}\b)(?! of (?:19|20)\d\d)"
        rf"|(?P<one>{counts}|an?|one) "
        rf"(?:(?:in|out of) (?:every )?(?P<of>{counts}|\d{{1,3}})|of (?:every )?(?P<ten>ten|10|100))(?= \w))",
        re.IGNORECASE,
    )
