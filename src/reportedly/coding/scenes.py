"""Where a proposed event takes place, by syntax: "shelled a barracks *in the town of Tessalit*"."""

from collections.abc import Iterable, Iterator, Sequence, Set

from spacy.tokens import Token

from reportedly.coding.people import Filler
from reportedly.coding.proposals import Proposal
from reportedly.coding.territory import Territory
from reportedly.language.word_groups import words_of
from reportedly.records import EventType, Place, PlaceKind, Span
from reportedly.resolution.place_lexicon import words_with_of

#: Prepositions before the place where something happens. "to" leads to a recipient, except for a visit.
PLACE_PREPOSITIONS = frozenset(
    {"in", "into", "at", "near", "off", "outside", "inside", "across", "around", "on", "along"}
)
VISIT_PREPOSITIONS = PLACE_PREPOSITIONS | {"to", "into"}
#: What is said or decreed about somebody does not happen where that one sits: "sanctions on firms in Kazakhstan".
FAR = frozenset(EventType) - {
    EventType.CONSULT, EventType.AID, EventType.COOPERATE, EventType.RETREAT, EventType.PROTEST, EventType.MOBILIZE,
    EventType.COERCE, EventType.ASSAULT,
}  # fmt: skip
#: How a name hangs on the noun that it locates.
LENDING = frozenset({"compound", "amod", "nmod", "conj", "poss", "appos"})
LOCAL = frozenset({PlaceKind.CITY, PlaceKind.FACILITY})


def place_of(proposal: Proposal, *, places: Sequence[Place], territory: Territory) -> Place | None:
    """Return where a proposed event takes place, of several names the nearest to the trigger.

    1. The place that a preposition of place ties to the event.
    2. That of the verb which the event's verb is coordinated with.
    3. For force: the place that it is used against ("besieged *Vienna*").

    Args:
        proposal: The event.
        places: All that the text names.
        territory: Who owns which part of the text.
    """
    visit = proposal.type in (EventType.CONSULT, EventType.MOBILIZE)
    allowed = VISIT_PREPOSITIONS if visit else PLACE_PREPOSITIONS
    far = proposal.type in FAR
    others = [] if visit else [f for f in proposal.fillers if far or not _is_where(f)]
    parties = [f.actor.span for f in others if f.actor.span is not None]

    def where(near: Iterable[Place]) -> list[Place]:
        outside = (p for p in near if p.span is not None and not _within(p.span, parties))
        seats = {f.head.i for f in proposal.fillers} if far else frozenset[int]()
        return [p for p in outside if _happens_at(p, territory=territory, prepositions=allowed, seats=seats)]

    near = where(territory.belonging(places, proposal, past_verbs=False))
    near = near or where(territory.coordinated(places, proposal))
    near = near or (_targets(places, proposal) if proposal.type is EventType.ASSAULT else [])
    at = proposal.trigger.idx
    return min(_innermost(near, territory), key=lambda place: abs((place.span or (0, 0))[0] - at), default=None)


def _innermost(places: Sequence[Place], territory: Territory) -> Iterator[Place]:
    """Yield the places that hold none of the others: of "the Tunisian port of *Sfax*" the last."""
    held = {noun.i for place in places for noun in _above(place, territory)[1:]}
    for place in places:
        root = territory.root(place.span) if place.span is not None else None
        if root is None or root.i not in held:
            yield place


def _is_where(filler: Filler) -> bool:
    """Tell a party that tells where, too: "raided an office in *Minsk*", "hit a silo in the *Odesa* region"."""
    noun = filler.head
    while noun.dep_ != "pobj" and (above := _holder(noun, LENDING)) is not None:
        noun = above
    return noun.dep_ == "pobj" and noun.head.lower_ in PLACE_PREPOSITIONS


def _targets(places: Iterable[Place], proposal: Proposal) -> list[Place]:
    aims = [head.idx for head in proposal.roles.aims]
    return [p for p in places if p.span is not None and any(p.span[0] <= aim < p.span[1] for aim in aims)]


def _happens_at(place: Place, *, territory: Territory, prepositions: frozenset[str], seats: Set[int]) -> bool:
    """Tell whether a preposition of place governs the name, or a noun that stands where it is.

    Args:
        place: The name.
        territory: Of its text.
        prepositions: Those that lead to where it happens.
        seats: Words whose own place is not that of the event.
    """
    nouns = _above(place, territory)
    if not nouns or nouns[-1].dep_ != "pobj":
        return False
    preposition = nouns[-1].head
    return preposition.lower_ in prepositions and preposition.head.i not in seats


def _above(place: Place, territory: Territory) -> tuple[Token, ...]:
    """Return the name's own noun and those above it that are where it is, the lowest first.

    "In a *Kabul* street" is in Kabul, and so is "on the edge of *Kabul*". A country before a noun says whose it is:
    "in *U.S.* operations" is nowhere.
    """
    noun = territory.root(place.span) if place.span is not None else None
    lends = LENDING if place.kind in LOCAL else frozenset({"conj", "appos"})
    nouns: list[Token] = []
    while noun is not None:
        nouns.append(noun)
        noun = _holder(noun, lends)
    return tuple(nouns)


def _holder(noun: Token, lends: frozenset[str]) -> Token | None:
    """Return the noun above that is where a name is: "a Kabul *street*", "the *edge* of Kabul", "*roads* to Kabul"."""
    if noun.head == noun:
        return None
    if noun.dep_ in lends or (noun.dep_ == "compound" and noun.head.lower_ in words_with_of()):
        return noun.head
    if noun.dep_ != "pobj":
        return None
    above = noun.head.head
    leads = (noun.head.lower_ == "of" and above.lower_ in words_with_of()) or (
        noun.head.lower_ == "to" and above.lower_ in words_of("ways to a place")
    )
    return above if leads else None


def _within(span: Span, parties: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in parties)
