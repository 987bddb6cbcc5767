"""Which words tell which type of event: the plain triggers of the coder's own frames, as stems."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from reportedly.coding.codebook import Codebook, Frame
from reportedly.linking.terms import Strict
from reportedly.linking.words import all_stems, stem_list, stems_of
from reportedly.records import EventType
from reportedly.resources import load_model


class NearTypes(Strict):
    """One entry of near_types.yaml."""

    types: tuple[EventType, EventType]
    inside: bool = False
    reason: str
    example: str


class DeedWords(Strict):
    """One entry of deeds.yaml."""

    type: EventType
    beside: tuple[str, ...] = ()
    words: tuple[str, ...]
    example: str


@lru_cache(maxsize=4096)
def loose_words(kind: EventType, triggers: frozenset[str] = frozenset()) -> frozenset[frozenset[str]]:
    """Return what tells an event of a type once it is known what the news is about: stems that must stand together.

    Args:
        kind: The type.
        triggers: Stems of the words that name the event where it was coded; some words tell only of kidnappings.
    """
    entries = [entry for entry in _loose() if entry.type is kind]
    fitting = [entry for entry in entries if not entry.beside or all_stems(entry.beside) & triggers]
    words = (stems_of(word) for entry in fitting for word in entry.words)
    return frozenset(word for word in words if word)


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
    return frozenset({kind}.union(*(entry.types for entry in _near() if kind in entry.types)))


def may_be_one_inside(one: EventType, other: EventType) -> bool:
    """Whether one article may tell one act as both types."""
    return one is other or any(entry.inside and {one, other} == set(entry.types) for entry in _near())


def reason_of(one: EventType, other: EventType) -> str | None:
    """Return why two types may be the same act; None for one and the same type, and for types that are not near."""
    return next((entry.reason for entry in _near() if one is not other and {one, other} == set(entry.types)), None)


@cache
def _loose() -> tuple[DeedWords, ...]:
    return tuple(load_model("linking/deeds.yaml", list[DeedWords]))


@cache
def _near() -> tuple[NearTypes, ...]:
    return tuple(load_model("linking/near_types.yaml", list[NearTypes]))


def _stems(frame: Frame) -> Iterator[str]:
    for lemma in (*frame.verbs, *frame.nouns):
        words = stem_list(lemma)
        if len(words) == 1:
            yield words[0]


def _is_plain(frame: Frame) -> bool:
    asked = (frame.objects, frame.preps, frame.prep_objects, frame.complements, frame.beside, frame.modals)
    return not any(asked) and not frame.adjectives
