"""The shapes of the files under `codebook/quantities/`."""

from typing import Any, TypeAlias

from pydantic import BaseModel, ConfigDict

Examples: TypeAlias = list[dict[str, Any]]


class Strict(BaseModel):
    """Base of the shapes: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ModifierFile(Strict):
    """Modifiers of one bound, by the side of the number on which they stand."""

    before: list[str]
    after: list[str]
    examples: Examples


class SharedCurrency(Strict):
    """A currency name of several states: whose it is, by the names beside it."""

    forms: list[str]
    owners: dict[str, list[str]]


class MoneyFile(Strict):
    """Currencies and the periods that money is paid for."""

    symbols: dict[str, str]
    names: dict[str, str | None]
    adjectives: dict[str, str]
    shared: list[SharedCurrency]
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
    """Units of time, what makes an article their number, and what marks an age instead."""

    units: dict[str, str]
    single_after: list[str]
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
    patient_idioms: dict[str, list[str]] = {}
    subject_idioms: dict[str, list[str]] = {}
    taken: dict[str, frozenset[str]] = {}
    remains: frozenset[str] = frozenset()
    examples: Examples


class Exclusions(Strict):
    """Words of one sort with examples."""

    words: frozenset[str]
    examples: Examples


class Measures(Strict):
    """Units of everything but time and money."""

    words: dict[str, str]
    attributes: frozenset[str]
    examples: Examples
