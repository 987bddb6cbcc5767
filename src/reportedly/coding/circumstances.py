"""When, where, how many and what about: the circumstances of one proposed event, by syntax."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from reportedly.coding.homes import Homes
from reportedly.coding.people import Filler
from reportedly.coding.proposals import Proposal
from reportedly.coding.territory import S, Territory
from reportedly.language.annotated import AnnotatedText
from reportedly.records import Claim, Date, EventType, Item, Place, PlaceKind, Quantity, QuantityKind, Span
from reportedly.resolution.actors import ActorView
from reportedly.resolution.place_lexicon import words_with_of

#: Prepositions before the place where something happens. "to" leads to a recipient, except for a visit.
PLACE_PREPOSITIONS = frozenset(
    {"in", "into", "at", "near", "off", "outside", "inside", "across", "around", "on", "along"}
)
#: How a name hangs on the noun that it locates.
LENDING = frozenset({"compound", "amod", "nmod", "conj", "poss", "appos"})
#: What happened to people may be told in a clause of its own: "shelled the market, *leaving nine dead*".
TOLL = frozenset(
    {QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.ARRESTED, QuantityKind.DISPLACED, QuantityKind.MISSING}
)
LOCAL = frozenset({PlaceKind.CITY, PlaceKind.FACILITY})
VISIT_PREPOSITIONS = PLACE_PREPOSITIONS | {"to", "into"}


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that the rooms above found in one text."""

    annotated: AnnotatedText
    view: ActorView
    homes: Homes
    claims: tuple[Claim, ...]
    places: tuple[Place, ...]
    dates: tuple[Date, ...]
    quantities: tuple[Quantity, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When, where, how many, and what an event is about."""

    date: Date | None
    place: Place | None
    items: tuple[Item, ...]
    quantities: tuple[Quantity, ...]


def circumstances(proposal: Proposal, *, findings: Findings, territory: Territory) -> Circumstances:
    """Collect what belongs to a proposal from what was found in the text."""
    return Circumstances(
        date=_date(proposal, findings=findings, territory=territory),
        place=_place(proposal, findings=findings, territory=territory),
        items=territory.belonging(findings.items, proposal),
        quantities=tuple(_quantities(proposal, findings=findings, territory=territory)),
    )


def _quantities(proposal: Proposal, *, findings: Findings, territory: Territory) -> Iterator[Quantity]:
    """Yield the figures of an event: its toll from anywhere in its share of the sentence, others from close by.

    A plain count belongs only where it numbers one of the parties; an item has its own count.
    """
    close = {q.span for q in territory.belonging(findings.quantities, proposal, past_verbs=False)}
    parties = [f.actor.span for f in proposal.fillers if f.actor.span is not None]
    for quantity in territory.belonging(findings.quantities, proposal):
        if quantity.kind is QuantityKind.COUNT:
            if any(start <= quantity.span[0] < end for start, end in parties):
                yield quantity
        elif quantity.kind in TOLL or quantity.span in close:
            yield quantity


def _date(proposal: Proposal, *, findings: Findings, territory: Territory) -> Date | None:
    """Return the date of the trigger's own clause, else that of the clause which it is coordinated with."""
    # "two days before the strike" names a moment that nothing resolves: better no date than an empty one.
    dated = findings.annotated.article.published.value is not None
    found = territory.belonging(findings.dates, proposal, past_verbs=False)
    own = [d for d in found if (d.start is not None or d.end is not None or not dated) and not _ranks(d, territory)]
    if own:
        return own[0]
    return next(_coordinated(findings.dates, proposal, territory=territory), None)


def _ranks(date: Date, territory: Territory) -> bool:
    """Tell the date of an older event that this one outdoes: "the deadliest raid *since March*"."""
    root = territory.root(date.span) if date.span is not None else None
    since = next((t for t in (root, *root.ancestors) if t.lower_ == "since"), None) if root is not None else None
    if since is None:
        return False
    return any(t.tag_ in ("JJS", "RBS") or t.lower_ == "first" for t in (since.head, *since.head.children))


def _coordinated(things: Iterable[S], proposal: Proposal, *, territory: Territory) -> Iterator[S]:
    """Yield what hangs on the verb that the event's verb is coordinated with: "*raided* a shop in Jos and arrested"."""
    anchor = proposal.anchor
    if anchor.dep_ != "conj" or anchor.pos_ != "VERB":
        return
    start, end = anchor.sent.start_char, anchor.sent.end_char
    for thing in things:
        span = thing.span
        if span is not None and start <= span[0] < end and _hangs_on(territory.root(span), anchor.head):
            yield thing


def _hangs_on(token: Token | None, verb: Token) -> bool:
    if token is None:
        return False
    above = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
    return above is not None and above.i == verb.i


def _place(proposal: Proposal, *, findings: Findings, territory: Territory) -> Place | None:
    """Return where it happened, the nearest to the trigger.

    1. The place that a preposition of place ties to the event.
    2. That of the verb which the event's verb is coordinated with.
    3. For force: the place that it is used against ("besieged *Vienna*").
    """
    visit = proposal.type in (EventType.CONSULT, EventType.MOBILIZE)
    allowed = VISIT_PREPOSITIONS if visit else PLACE_PREPOSITIONS
    parties = [] if visit else [f.actor.span for f in proposal.fillers if f.actor.span is not None and not _is_where(f)]

    def where(places: Iterable[Place]) -> list[Place]:
        outside = (p for p in places if p.span is not None and not _within(p.span, parties))
        return [p for p in outside if _happens_at(p, territory=territory, prepositions=allowed)]

    near = where(territory.belonging(findings.places, proposal, past_verbs=False))
    near = near or where(_coordinated(findings.places, proposal, territory=territory))
    near = near or (_targets(findings.places, proposal) if proposal.type is EventType.ASSAULT else [])
    at = proposal.trigger.idx
    return min(near, key=lambda place: abs((place.span or (0, 0))[0] - at), default=None)


def _is_where(filler: Filler) -> bool:
    """Tell a party that tells where, too: "raided an office in *Minsk*"."""
    return filler.head.dep_ == "pobj" and filler.head.head.lower_ in PLACE_PREPOSITIONS


def _targets(places: Iterable[Place], proposal: Proposal) -> list[Place]:
    aims = [head.idx for head in proposal.roles.aims]
    return [p for p in places if p.span is not None and any(p.span[0] <= aim < p.span[1] for aim in aims)]


def _happens_at(place: Place, *, territory: Territory, prepositions: frozenset[str]) -> bool:
    """Tell whether a preposition of place governs the name, or the noun to which a town lends its name.

    "In a *Kabul* street" is in Kabul, and so is "on the edge of *Kabul*". A country before a noun says whose it is:
    "in *U.S.* operations" is nowhere.
    """
    noun = territory.root(place.span) if place.span is not None else None
    lends = LENDING if place.kind in LOCAL else frozenset({"conj", "appos"})
    while noun is not None and (above := _holder(noun, lends)) is not None:
        noun = above
    return noun is not None and noun.dep_ == "pobj" and noun.head.lower_ in prepositions


def _holder(noun: Token, lends: frozenset[str]) -> Token | None:
    """Return the noun above that is where a name is: "a Kabul *street*", "Khost *province*", "the *edge* of Kabul"."""
    if noun.head == noun:
        return None
    if noun.dep_ in lends or (noun.dep_ == "compound" and noun.head.lower_ in words_with_of()):
        return noun.head
    of = noun.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return of.head if of is not None and of.head.lower_ in words_with_of() else None


def _within(span: Span, parties: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in parties)
