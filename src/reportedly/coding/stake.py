"""Which sources are parties to what they speak of."""

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.coding.merging import party_key
from reportedly.records import Actor, Claim, Event, Source, SourceKind


def with_stakes(event: Event) -> Event:
    """Return the event with every source marked that is a party to it.

    A source is a party when it is one of the actors or recipients, serves the same state or body as one of them, or
    speaks for one (needs.md: "a party's statement about itself is a claim, not confirmation").
    """
    parties = event.actors + event.recipients
    mentions = tuple(replace(m, sources=tuple(_marked(m.sources, parties))) for m in event.mentions)
    return replace(event, sources=mentions[0].sources, mentions=mentions)


def claims_with_stakes(claims: Iterable[Claim], events: Iterable[Event]) -> tuple[Claim, ...]:
    """Return the claims with every source marked that is a party to an event which its claim asserts.

    A claim that asserts no event of its own speaks of the article's matter: its source is a party when it is one to
    any event of the article.
    """
    told = tuple(events)
    by_claim: dict[str, list[Actor]] = {}
    for event in told:
        for mention in event.mentions:
            if mention.claim is not None:
                by_claim.setdefault(mention.claim, []).extend(event.actors + event.recipients)
    everybody = tuple(actor for event in told for actor in event.actors + event.recipients)
    return tuple(
        replace(claim, sources=tuple(_marked(claim.sources, tuple(by_claim.get(claim.id, everybody)))))
        for claim in claims
    )


def _marked(sources: Iterable[Source], parties: tuple[Actor, ...]) -> Iterable[Source]:
    for source in sources:
        yield replace(source, interested=source.interested or _is_party(source, parties))


#: Sectors that speak for their state.
STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD", "PRM"})
#: Kinds that tell what they saw, heard or know and have no side by their names: "a nurse at Kasama hospital".
APART = frozenset({
    SourceKind.WITNESS, SourceKind.EXPERT, SourceKind.OUTLET, SourceKind.WIRE, SourceKind.REPORTER,
    SourceKind.PUBLISHER, SourceKind.DOCUMENT, SourceKind.SOCIAL,
})  # fmt: skip
WORD = re.compile(r"\w[\w'’-]{2,}")


def _is_party(source: Source, parties: tuple[Actor, ...]) -> bool:
    """Tell whether a source is one of some parties or on the side of one.

    1. It has the name of one.  2. It is the same actor, or serves the same state.  3. It is of the same body: both
    have the sector and the country, as far as the text tells them.  4. It speaks for one: its name or title holds that
    one's name ("a lawyer for Mr Okello", "Lusaka Mining's chairman").
    """
    who = source.actor
    if any(source.name.casefold() == party.name.casefold() for party in parties):
        return True
    if who is not None and (any(_is_same_side(who, party) for party in parties) or _is_same_body(who, parties)):
        return True
    return source.kind not in APART and any(_speaks_for(source, party) for party in parties)


def _is_same_side(one: Actor, other: Actor) -> bool:
    if party_key(one) == party_key(other):
        return True
    return one.country is not None and one.country == other.country and _serve_state(one) and _serve_state(other)


def _is_same_body(who: Actor, parties: tuple[Actor, ...]) -> bool:
    """Tell "the army said soldiers had fired": the text does not tell whose one of them is, and no other state acts."""
    serving = [party for party in parties if party.sectors[:1] == who.sectors[:1]]
    countries = {actor.country for actor in (who, *parties) if actor.country is not None}
    return bool(serving) and _serve_state(who) and len(countries) <= 1


def _serve_state(actor: Actor) -> bool:
    return bool(STATE & set(actor.sectors))


def _speaks_for(source: Source, party: Actor) -> bool:
    """Tell whether a source's words hold the proper name of a party that is no state's and no people's."""
    if _serve_state(party) or not party.name[:1].isupper():
        return False
    name = {word for word in WORD.findall(party.name) if word[:1].isupper()}
    words = {word.removesuffix("'s").removesuffix("’s") for word in WORD.findall(f"{source.name} {source.title or ''}")}
    return bool(name) and name <= words
