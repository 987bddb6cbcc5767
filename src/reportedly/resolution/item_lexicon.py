"""The vocabulary of `codebook/items.yaml`, checked and compiled once a process."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from reportedly.records import ItemCategory
from reportedly.resources import load_model

FILE = "items.yaml"


class Strict(BaseModel):
    """Base of the shapes: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ItemExample(Strict):
    """A text with the items in it: words, count, action."""

    text: str
    items: list[tuple[str, int | None, str | None]]


class CategoryEntry(Strict):
    """What belongs to one category."""

    heads: list[str] = []
    objects: list[str] = []
    only: list[str] = []
    never: list[str]
    modifiers: list[str]
    designations: list[str]
    examples: list[ItemExample]


class WordEntry(Strict):
    """Words of one sort."""

    words: frozenset[str]
    examples: list[ItemExample]


class ActionEntry(Strict):
    """What is done with an item."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    never: frozenset[ItemCategory] = frozenset()
    examples: list[ItemExample]


class ItemFile(Strict):
    """The shape of `codebook/items.yaml`."""

    categories: dict[ItemCategory, CategoryEntry]
    generic: WordEntry
    measures: WordEntry
    dropped: WordEntry
    actions: dict[str, ActionEntry]


@dataclass(frozen=True, slots=True)
class ItemLexicon:
    """Everything that tells a thing and what is done with it.

    Attributes:
        heads: Lemma → category.
        phrases: Several words, the last a lemma, → category: "field hospital".
        never: Phrases that are no items.
        modifiers: Word or phrase before a generic head → category, the longest first.
        designations: Category → pattern for a whole token.
        objects: Lemma that counts only as the object of an action → the actions.
        generic: Head nouns without a category of their own.
        measures: Nouns between a count and the thing.
        dropped: Modifiers that are not the item's.
        verbs, nouns: Lemma → action.
        impossible: Action → categories with which its words mean something else.
    """

    heads: dict[str, ItemCategory]
    phrases: dict[str, ItemCategory]
    never: frozenset[str]
    modifiers: dict[str, ItemCategory]
    designations: dict[ItemCategory, re.Pattern[str]]
    objects: dict[str, frozenset[str]]
    generic: frozenset[str]
    measures: frozenset[str]
    dropped: frozenset[str]
    verbs: dict[str, str]
    nouns: dict[str, str]
    impossible: dict[str, frozenset[ItemCategory]]

    def designated(self, word: str) -> ItemCategory | None:
        """Return the category of a designation such as "Su-30"."""
        return next((category for category, pattern in self.designations.items() if pattern.fullmatch(word)), None)


@lru_cache(maxsize=1)
def item_lexicon() -> ItemLexicon:
    """Load and compile the vocabulary of items once a process."""
    file = load_model(FILE, ItemFile)
    categories = file.categories.items()
    modifiers = [(word.lower(), category) for category, entry in categories for word in entry.modifiers]
    heads = {head: category for category, entry in categories for head in (*entry.heads, *entry.objects)}
    return ItemLexicon(
        heads={head: category for head, category in heads.items() if " " not in head},
        phrases={head: category for head, category in heads.items() if " " in head},
        never=frozenset(phrase for _, entry in categories for phrase in entry.never),
        modifiers=dict(sorted(modifiers, key=lambda item: -len(item[0]))),
        designations={
            category: re.compile("|".join(f"(?:{d})" for d in entry.designations))
            for category, entry in categories
            if entry.designations
        },
        objects={head: frozenset(entry.only or file.actions) for _, entry in categories for head in entry.objects},
        generic=file.generic.words,
        measures=file.measures.words,
        dropped=file.dropped.words,
        verbs={verb: action for action, entry in file.actions.items() for verb in entry.verbs},
        nouns={noun: action for action, entry in file.actions.items() for noun in entry.nouns},
        impossible={action: entry.never for action, entry in file.actions.items()},
    )
