"""Draws what the sentences of items_drawn.yaml are about, so that no hand's habits decide: `draw_items.py SEED N`."""

import random  # noqa: TID251 - drawn from a seed that the table names
import sys

from reportedly.records import ItemCategory
from reportedly.resolution.item_lexicon import FILE, ItemFile
from reportedly.resources import load_model

CATEGORIES = [category.value for category in ItemCategory]
COUNTS = """
bare plural; a or an; digits; number in words; dozens of, scores of; about or some N; more than or at least N;
N of the M; a measure of (tonnes, crates); N million or half a million; N more; possessive and number; a pair of;
part of (half, most, a third); adjectives after the number; counted conjuncts
"""
SYNTAX = """
active object; passive; relative clause; participle behind the noun; nominal with of; compound nominal;
object of with, for, on; infinitive under another verb; two objects; apposition; gerund; two verbs, one object;
headline; words between; particle verb; passive infinitive; names of systems, ships, places; possessive deed;
subject, nothing done; quoted speech
"""


def draw(seed: int, size: int) -> list[str]:
    """Return lines of category, form of the count, action and syntax, each drawn by itself."""
    actions = sorted(load_model(FILE, ItemFile).actions)
    counts, syntax = ([" ".join(form.split()) for form in forms.split(";")] for forms in (COUNTS, SYNTAX))
    dice = random.Random(seed)
    return [" / ".join(dice.choice(axis) for axis in (CATEGORIES, counts, actions, syntax)) for _ in range(size)]


def main() -> None:
    """Print the draws of a seed."""
    seed, size = map(int, sys.argv[1:])
    print(*draw(seed, size), sep="\n")


if __name__ == "__main__":
    main()
