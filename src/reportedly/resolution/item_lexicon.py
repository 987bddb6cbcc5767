"""The vocabulary of `codebook/items.yaml`, checked and compiled once a process."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field

from reportedly.language.lexicon import CommonWord, Country, Vessel, load_lexicon
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


class Objects(Strict):
    """Words that name a thing only as the object of an action; of any, where none is listed."""

    words: list[str]
    actions: list[str] = []
    everybody_but: frozenset[str] | None = None


class CategoryEntry(Strict):
    """What belongs to one category."""

    heads: list[str] = []
    names: list[str] = []
    objects: list[Objects] = []
    amounts: list[str] = []
    counted: list[str] = []
    named: list[str] = []
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
    participles: frozenset[str] = frozenset()
    means: str | None = Field(default=None, alias="with")
    never: frozenset[ItemCategory] = frozenset()
    examples: list[ItemExample]


class ItemFile(Strict):
    """The shape of `codebook/items.yaml`."""

    categories: dict[ItemCategory, CategoryEntry]
    generic: WordEntry
    measures: WordEntry
    dropped: WordEntry
    units: WordEntry
    loads: WordEntry
    depictions: WordEntry
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
        makes: Name that tells a system before a generic head, and in the plural by itself: "Typhoon" → category.
        names: Words of a system's name → category: ("Black", "Hawk").
        name_ends: Their last words.
        ship_marks: What opens a ship's name: "USS".
        objects: Word that counts only as the object of an action → action → category.
        peoples: Names of peoples, in singular and plural: "American", "Danes".
        by_name: Actions whose object may be a place by its name.
        amounts: Actions whose object may be an amount of money.
        counted: Lemma → category of what is a thing without an action when the text says how many.
        generic: Head nouns without a category of their own.
        measures: Nouns between a count and the thing.
        dropped: Modifiers that are not the item's.
        units: Measures whose count is that of the thing.
        loads: Measures of goods that somebody has packed.
        depictions: Nouns for what only tells of a thing.
        verbs, nouns: Lemma → action; a noun in -ing of every verb is among them: "the parading of".
        participles: Participle before a noun → action.
        means: Action of a verb → action on what it is done with: "shelled it *with* mortars".
        impossible: Action → categories with which its words mean something else.
    """

    heads: dict[str, ItemCategory]
    phrases: dict[str, ItemCategory]
    never: frozenset[str]
    modifiers: dict[str, ItemCategory]
    designations: dict[ItemCategory, re.Pattern[str]]
    makes: dict[str, ItemCategory]
    names: dict[tuple[str, ...], ItemCategory]
    name_ends: frozenset[str]
    ship_marks: frozenset[str]
    objects: dict[str, dict[str, ItemCategory]]
    peoples: frozenset[str]
    by_name: frozenset[str]
    amounts: frozenset[str]
    counted: dict[str, ItemCategory]
    generic: frozenset[str]
    measures: frozenset[str]
    dropped: frozenset[str]
    units: frozenset[str]
    loads: frozenset[str]
    depictions: frozenset[str]
    verbs: dict[str, str]
    nouns: dict[str, str]
    participles: dict[str, str]
    means: dict[str, str]
    impossible: dict[str, frozenset[ItemCategory]]

    def designated(self, word: str) -> ItemCategory | None:
        """Return the category of a designation such as "Su-30"."""
        return next((category for category, pattern in self.designations.items() if pattern.fullmatch(word)), None)

    def named(self, name: tuple[str, ...]) -> ItemCategory | None:
        """Return the category of a system's name, in singular or plural."""
        return self.names.get(name) or self.names.get((*name[:-1], name[-1].removesuffix("s")))

    def lists(self, lemma: str) -> bool:
        """Tell whether a noun can name a thing."""
        return lemma in self.heads or lemma in self.objects or lemma in self.generic

    def takes_people(self, action: str) -> bool:
        """Tell whether somebody may be the thing of an action: one who is freed, not one who is hit."""
        return self.objects["person"].get(action) is ItemCategory.PERSON

    def listed(self, lemma: str) -> ItemCategory | None:
        """Return the category that a noun has, or has first as the object of an action."""
        return self.heads.get(lemma) or next(iter(self.objects.get(lemma, {}).values()), None)


@lru_cache(maxsize=1)
def item_lexicon() -> ItemLexicon:
    """Load and compile the vocabulary of items once a process."""
    file = load_model(FILE, ItemFile)
    categories = file.categories.items()
    modifiers = [(word.lower(), category) for category, entry in categories for word in entry.modifiers]
    heads = {head: category for category, entry in categories for head in entry.heads}
    objects = _objects(file)
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
        makes={word: category for category, entry in categories for word in entry.modifiers if word.istitle()},
        names={tuple(name.split()): category for category, entry in categories for name in entry.names},
        name_ends=frozenset(name.split()[-1] for _, entry in categories for name in entry.names),
        ship_marks=_ship_marks(),
        objects=objects,
        peoples=_peoples(),
        by_name=frozenset(action for _, entry in categories for action in entry.named),
        amounts=frozenset(action for _, entry in categories for action in entry.amounts),
        counted={word: category for category, entry in categories for word in entry.counted},
        generic=file.generic.words,
        measures=file.measures.words,
        dropped=file.dropped.words,
        units=file.units.words,
        loads=file.loads.words,
        depictions=file.depictions.words,
        verbs={verb: action for action, entry in file.actions.items() for verb in entry.verbs},
        nouns=_nouns(file),
        participles={word: action for action, entry in file.actions.items() for word in entry.participles},
        means={action: entry.means for action, entry in file.actions.items() if entry.means is not None},
        impossible={action: entry.never for action, entry in file.actions.items()},
    )


def _nouns(file: ItemFile) -> dict[str, str]:
    """Return the nouns for deeds: those listed, and of every verb of one word that in -ing."""
    listed = {noun: action for action, entry in file.actions.items() for noun in entry.nouns}
    verbs = ((verb, action) for action, entry in file.actions.items() for verb in sorted(entry.verbs))
    return {noun: action for verb, action in verbs if verb.isalpha() for noun in _gerunds(verb)} | listed


def _gerunds(verb: str) -> tuple[str, ...]:
    """Return the forms in -ing that a verb may have; the one that it has not is no word: "shipping", "shiping"."""
    if verb.endswith("e") and not verb.endswith("ee"):
        return (f"{verb[:-1]}ing",)
    return f"{verb}ing", f"{verb}{verb[-1]}ing"


def _objects(file: ItemFile) -> dict[str, dict[str, ItemCategory]]:
    """Return what the objects of actions name; where two categories share word and action, the first has it."""
    found: dict[str, dict[str, ItemCategory]] = {}
    for category, entry in file.categories.items():
        for group in entry.objects:
            people = frozenset() if group.everybody_but is None else _people() - group.everybody_but
            for word in (*group.words, *sorted(people)):
                for action in group.actions or file.actions:
                    found.setdefault(word, {}).setdefault(action, category)
    return found


def _people() -> frozenset[str]:
    """Return the nouns for people; of more words than one, those of two can stand beside one another: "aid worker"."""
    entries = load_model("actors/sectors.yaml", list[CommonWord])
    listed = {word for entry in entries for word in (entry.word, *entry.also)}
    return frozenset(word for word in listed | load_lexicon().person_nouns if word.count(" ") < 2)


def _peoples() -> frozenset[str]:
    """Return what one or many of a nation are called; an adjective is a noun where it stands for somebody."""
    countries = load_model("actors/countries.yaml", list[Country])
    return frozenset(word for country in countries for word in (*country.adjectives, *country.people))


def _ship_marks() -> frozenset[str]:
    vessels = load_model("language/vessels.yaml", list[Vessel])
    return frozenset(vessel.word for vessel in vessels if vessel.kind == "vessel" and vessel.where == "before")
