"""Which words tell which type of event: the plain triggers of the coder's own frames, as stems."""

from collections.abc import Iterator
from functools import cache
from itertools import chain

from reportedly.coding.codebook import Codebook, Frame
from reportedly.linking.terms import Strict
from reportedly.linking.words import stem_list
from reportedly.records import EventType
from reportedly.resources import load_model


class NearTypes(Strict):
    """One entry of near_types.yaml."""

    types: tuple[EventType, EventType]
    reason: str
    example: str


class DeedWords(Strict):
    """One entry of deeds.yaml."""

    type: EventType
    words: tuple[str, ...]
    example: str


@cache
def loose_words(kind: EventType) -> frozenset[frozenset[str]]:
    """Return what tells an event of a type once it is known what the news is about: stems that must stand together."""
    entries = load_model("linking/deeds.yaml", list[DeedWords])
    return frozenset(frozenset(stem_list(word)) for entry in entries if entry.type is kind for word in entry.words)


@cache
def deed_stems(kind: EventType) -> frozenset[str]:
    """Return the stems that tell an event of a type by themselves: "shoot" and "raid" for ASSAULT.

    Words that tell it only with certain company ("open" + "fire") are left out.
    """
    frames = Codebook.load().types[kind].frames
    return frozenset(chain.from_iterable(_stems(frame) for frame in frames if _is_plain(frame)))


@cache
def types_near(kind: EventType) -> frozenset[EventType]:
    """Return the types as which coders may see the same act, the type itself included."""
    pairs = (entry.types for entry in load_model("linking/near_types.yaml", list[NearTypes]))
    return frozenset({kind}.union(*(pair for pair in pairs if kind in pair)))


def reason_of(one: EventType, other: EventType) -> str | None:
    """Return why two types may be the same act; None for one and the same type.

    Raises:
        KeyError: They are not near.
    """
    if one is other:
        return None
    return {frozenset(entry.types): entry.reason for entry in load_model("linking/near_types.yaml", list[NearTypes])}[
        frozenset({one, other})
    ]


def _stems(frame: Frame) -> Iterator[str]:
    for lemma in (*frame.verbs, *frame.nouns):
        words = stem_list(lemma)
        if len(words) == 1:
            yield words[0]


def _is_plain(frame: Frame) -> bool:
    asked = (frame.objects, frame.preps, frame.prep_objects, frame.complements, frame.beside, frame.modals)
    return not any(asked) and not frame.adjectives
