"""The vocabulary of `codebook/quantities/`, checked and compiled once a process."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reportedly.records import QuantityKind
from reportedly.resolution.numbers import FILE as NUMBERS
from reportedly.resolution.numbers import NumberGroup
from reportedly.resolution.quantity_files import (
    DurationFile,
    Exclusions,
    Measures,
    ModifierFile,
    MoneyFile,
    PeopleKind,
    ShareFile,
)
from reportedly.resources import load_model

FOLDER = "quantities"
PEOPLE_KINDS = (
    QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.ARRESTED, QuantityKind.DISPLACED, QuantityKind.MISSING,
)  # fmt: skip
#: "A day later" is a moment, not "per day".
MOMENTS = ("later", "earlier", "ago", "before", "after", "afterwards", "from now", "old")


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
        owners: Form of a currency of several states → ISO 4217 → finds the names of the state.
        weight_before: Finds "weighs ".
        periods, period_after: The same for "a month".
        period_later: The same for "each month", some words farther on.
        percent_after: Finds "%" or "per cent".
        fraction: Finds "two-thirds of", "half the", "one in five".
        fractions: Word → share.
        units, unit_after: Units of time.
        single_unit: Finds "for a" before a unit of time, and "half an".
        measures, measure_after: Units of length, area, weight and so on, behind a hyphen: "a 40-kilometre front".
        measure_attributes: Adjectives that belong to such a unit: "square".
        age_before, age_after: What marks an age.
        people: Kind → its words.
        numbered_before: Finds "Resolution " at the end of what precedes a number.
        part_before: Finds "including " there.
        part_after: Finds " of them" after one.
        change_before: Finds "shrank from 19 ships to " there.
        changes: Verbs of change.
        not_people: Lemmas of what is no casualty.
        state_verbs: Lemmas that put a state on somebody: "left 12 dead".
        raising: Lemmas that hand their subject on: "believed to be missing".
        totals: Lemmas that sum cases up: "the number of dead".
        strength: Finds "-strong".
        follower: Finds what makes a figure a multiple or an hour.
        prepositions: Modifiers that may be plain prepositions.
        denied_before: Finds "no " before "one".
        stand_ins: Words that stand for people named before: "20 others".
    """

    bounds: dict[str, str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    symbols: dict[str, str]
    symbol_before: re.Pattern[str]
    currencies: dict[str, str | None]
    currency_after: re.Pattern[str]
    owners: dict[str, dict[str, re.Pattern[str]]]
    weight_before: re.Pattern[str]
    periods: dict[str, str]
    period_after: re.Pattern[str]
    period_later: re.Pattern[str]
    percent_after: re.Pattern[str]
    fraction: re.Pattern[str]
    fractions: dict[str, float]
    units: dict[str, str]
    unit_after: re.Pattern[str]
    single_unit: re.Pattern[str]
    measures: dict[str, str]
    measure_after: re.Pattern[str]
    measure_attributes: frozenset[str]
    age_before: re.Pattern[str]
    age_after: re.Pattern[str]
    people: dict[QuantityKind, PeopleKind]
    numbered_before: re.Pattern[str]
    part_before: re.Pattern[str]
    part_after: re.Pattern[str]
    change_before: re.Pattern[str]
    changes: frozenset[str]
    not_people: frozenset[str]
    state_verbs: frozenset[str]
    raising: frozenset[str]
    totals: frozenset[str]
    denied_before: re.Pattern[str]
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
    measures = load_model(f"{FOLDER}/measures.yaml", Measures)
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
        owners={
            form: {code: re.compile(rf"\b{any_of(names)}\b") for code, names in entry.owners.items()}
            for entry in money.shared
            for form in entry.forms
        },
        weight_before=_ending(money.weights),
        periods=money.periods,
        period_after=_starting(money.periods),
        period_later=_later_pattern(money.periods),
        percent_after=re.compile(rf" ?{any_of(shares.percent)}(?!\w)", re.IGNORECASE),
        fraction=_fraction_pattern(shares),
        fractions=shares.fractions,
        units=durations.units,
        unit_after=re.compile(rf"[ -](?P<word>{any_of(durations.units)})(?!\w)", re.IGNORECASE),
        single_unit=_single_unit_pattern(durations, shares),
        measures=measures.words,
        measure_after=re.compile(rf"-(?P<word>{any_of(measures.words)})(?![\w-])", re.IGNORECASE),
        measure_attributes=measures.attributes,
        age_before=_ending(durations.ages.before),
        age_after=re.compile(any_of(durations.ages.after), re.IGNORECASE),
        people={kind: people[kind] for kind in PEOPLE_KINDS},
        numbered_before=_ending(exclusions["numbered"].words),
        part_before=_ending(exclusions["parts"].words),
        part_after=re.compile(rf" {any_of(exclusions['wholes'].words)}\b", re.IGNORECASE),
        change_before=_change_pattern(exclusions["changes"].words),
        changes=exclusions["changes"].words,
        not_people=exclusions["not_people"].words,
        state_verbs=states["verbs"].words,
        raising=states["raising"].words,
        totals=states["totals"].words,
        strength=re.compile(rf"{any_of(exclusions['strengths'].words)}(?!\w)", re.IGNORECASE),
        denied_before=_ending(exclusions["denials"].words),
        stand_ins=exclusions["stand_ins"].words,
        follower=re.compile(rf"[ ]?{any_of(exclusions['followers'].words)}(?!\w)", re.IGNORECASE),
        prepositions=exclusions["prepositions"].words,
    )


def _ending(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for one of the words at the end of a stretch of text."""
    return re.compile(rf"(?<!\w)(?P<word>{any_of(words)})[ ]?\Z", re.IGNORECASE)


def _starting(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for one of the words after a blank, which no word for a moment may follow: "a day later"."""
    forms = any_of(words).replace(r"\ ", "[ -]")
    return re.compile(rf"[ -](?P<word>{forms})(?!\w)(?! (?:{any_of(MOMENTS)})\b)", re.IGNORECASE)


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


def _single_unit_pattern(durations: DurationFile, shares: ShareFile) -> re.Pattern[str]:
    # "For a second term" is a rank.
    unit = any_of(word for word in durations.units if not word.endswith("s") and word != "second")
    part = any_of(word for word in shares.fractions if not word.endswith("s"))
    before = "|".join(rf"(?<=\b{re.escape(word)} )" for word in durations.single_after)
    return re.compile(
        rf"(?<![\w-])(?:(?P<part>half|(?:an?|one)[- ]{part} of) an?(?= {unit}\b)"
        rf"|(?:{before})(?P<one>an?)(?= {unit}\b)(?! \w+ and a half\b)"
        rf"|(?P<halves>an?)(?= {unit} and a half\b))",
        re.IGNORECASE,
    )


def _change_pattern(verbs: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for a change up to its second figure: the regular forms of the verbs, "from" and "to"."""
    return re.compile(
        rf"\b{any_of(verbs)}(?:e?d|e?s|ing)?\b(?: [\w,.]+){{0,4}} from [\w,. ]{{1,24}} to \Z", re.IGNORECASE
    )


def _later_pattern(periods: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for a period some words on; "a week" only right behind an of-phrase."""
    single = [word for word in periods if word.split()[0] in ("a", "an")]
    other = set(periods) - set(single)
    return re.compile(
        rf"(?: [a-z]+){{0,3}} (?P<word>{any_of(other)})(?![\w-])| of [a-z]+ (?P<article>{any_of(single)})(?![\w-])",
        re.IGNORECASE,
    )
