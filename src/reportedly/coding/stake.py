"""Which sources are parties to what they speak of."""

from collections.abc import Iterable
from dataclasses import replace

from reportedly.coding.merging import party_key
from reportedly.records import Actor, Claim, Event, Source


def with_stakes(event: Event) -> Event:
    """Return the event with every source marked that is a party to it.

    A source is a party when it is one of the actors or recipients, or serves the same country's government or forces
    as one of them (needs.md: "a party's statement about itself is a claim, not confirmation").
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
STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})


def _is_party(source: Source, parties: tuple[Actor, ...]) -> bool:
    who = source.actor
    if who is None:
        return any(source.name.casefold() == party.name.casefold() for party in parties)
    return any(party_key(who) == party_key(party) or _serve_one_state(who, party) for party in parties)


def _serve_one_state(one: Actor, other: Actor) -> bool:
    same = one.country is not None and one.country == other.country
    return same and bool(STATE & set(one.sectors)) and bool(STATE & set(other.sectors))
