"""What figures count: victims by the nouns that stand for them, crowds, and parts of other figures."""

import re
from functools import cache

from reportedly.language.word_groups import words_of
from reportedly.linking.terms import Strict
from reportedly.linking.words import stem_list
from reportedly.records import Quantity, QuantityKind
from reportedly.resources import load_model

#: Fewer people are no crowd.
LEAST_CROWD = 10


class Casualty(Strict):
    """One entry of casualties.yaml."""

    kind: QuantityKind
    units: tuple[str, ...]
    example: str


@cache
def casualty_units() -> dict[str, QuantityKind]:
    """Return what kind of victims a counted noun stands for, by its stem."""
    entries = load_model("linking/casualties.yaml", list[Casualty])
    return {stem: entry.kind for entry in entries for unit in entry.units for stem in stem_list(unit)[-1:]}


def kind_of(quantity: Quantity) -> QuantityKind:
    """Return what a figure counts: "25 bodies" are 25 dead."""
    stems = stem_list(quantity.unit or "")
    if quantity.kind is not QuantityKind.COUNT or not stems:
        return quantity.kind
    return casualty_units().get(stems[-1], quantity.kind)


def counts_people(quantity: Quantity) -> bool:
    """Whether a figure counts people, as many as make a crowd."""
    stems = stem_list(quantity.unit or "")
    is_person = bool(stems) and stems[-1] in casualty_units()
    return is_person and quantity.kind is QuantityKind.COUNT and (quantity.value or quantity.low or 0) >= LEAST_CROWD


def is_part(quantity: Quantity, text: str) -> bool:
    """Whether a figure is a part of another: "two of them died on the way"."""
    part = _part()
    return part.match(text, quantity.span[1]) is not None or part.search(quantity.text) is not None


@cache
def _part() -> re.Pattern[str]:
    """What makes a figure a part of another: "one *of the* wounded"."""
    return re.compile(rf"\s+of\s+(?:{'|'.join(sorted(words_of('taken from')))})\b")
