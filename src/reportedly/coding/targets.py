"""What force and concessions are aimed at when it is nobody with a name: people, places, what belongs to them."""

from functools import cache

from spacy.tokens import Token

from reportedly.coding.codebook import Entry
from reportedly.language.lexicon import load_lexicon
from reportedly.language.partitives import counted
from reportedly.language.phrases import children
from reportedly.records import ItemCategory
from reportedly.resolution.item_lexicon import item_lexicon
from reportedly.resources import load_model


class Target(Entry):
    """One entry of `codebook/targets.yaml`."""

    noun: str
    example: str


@cache
def _nouns() -> frozenset[str]:
    people = load_lexicon().person_nouns
    return people | {entry.noun for entry in load_model("targets.yaml", list[Target])}


def is_target(head: Token) -> bool:
    """Tell whether force can be aimed at what a phrase names: a name, a number, people, what they live and move in."""
    noun = counted(head)
    if noun.pos_ in ("PROPN", "NUM", "PRON", "X", "ADJ") or noun.ent_type_:
        return True
    words = (noun, *children(noun, "compound"))
    if ItemCategory.PERSON in item_lexicon().objects.get(noun.lemma_.lower(), {}).values():
        return True
    return any({word.lemma_.lower(), word.lower_} & _nouns() for word in words)
