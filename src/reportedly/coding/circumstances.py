"""When, where, how many and what about: the circumstances of one proposed event, by syntax."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from reportedly.coding.homes import Homes
from reportedly.coding.proposals import Proposal
from reportedly.coding.scenes import FAR, place_of
from reportedly.coding.territory import Territory
from reportedly.language.annotated import AnnotatedText
from reportedly.language.word_groups import words_of
from reportedly.records import Claim, Date, EventType, Item, Place, Quantity, QuantityKind
from reportedly.resolution.actors import ActorView

#: What happened to people may be told in a clause of its own: "shelled the market, *leaving nine dead*".
TOLL = frozenset(
    {QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.ARRESTED, QuantityKind.DISPLACED, QuantityKind.MISSING}
)


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
        place=place_of(proposal, places=findings.places, territory=territory),
        items=tuple(_items(proposal, findings=findings, territory=territory)),
        quantities=tuple(_quantities(proposal, findings=findings, territory=territory)),
    )


def _items(proposal: Proposal, *, findings: Findings, territory: Territory) -> Iterator[Item]:
    """Yield what an event is about: nobody who is a party to it, and nothing that force is merely used with."""
    parties = {head.i for f in proposal.fillers if f.actor.span and (head := territory.root(f.actor.span)) is not None}
    for item in territory.belonging(findings.items, proposal):
        head = territory.root(item.span) if item.span is not None else None
        if (head is None or head.i not in parties) and not _is_means(item, head, proposal):
            yield item


def _is_means(item: Item, head: Token | None, proposal: Proposal) -> bool:
    """Tell with what force is used from what it is used against: "set fire to *boats* with *torches*"."""
    if proposal.type is not EventType.ASSAULT:
        return False
    if item.action is None:
        return head not in proposal.roles.aims
    return item.action in words_of("using force with")


def _quantities(proposal: Proposal, *, findings: Findings, territory: Territory) -> Iterator[Quantity]:
    """Yield the figures of an event: the toll of a deed from all its share of the sentence, others from close by.

    A plain count belongs only where it numbers one of the parties; an item has its own count.
    """
    close = {q.span for q in territory.belonging(findings.quantities, proposal, past_verbs=False)}
    parties = [f.actor.span for f in proposal.fillers if f.actor.span is not None]
    for quantity in territory.belonging(findings.quantities, proposal):
        if quantity.kind is QuantityKind.COUNT:
            if any(start <= quantity.span[0] < end for start, end in parties):
                yield quantity
        elif (quantity.kind in TOLL and proposal.type not in FAR) or quantity.span in close:
            yield quantity


def _date(proposal: Proposal, *, findings: Findings, territory: Territory) -> Date | None:
    """Return the date of the trigger's own clause, else that of the clause which it is coordinated with."""
    # "two days before the strike" names a moment that nothing resolves: better no date than an empty one.
    dated = findings.annotated.article.published.value is not None
    found = territory.belonging(findings.dates, proposal, past_verbs=False)
    own = [d for d in found if (d.start is not None or d.end is not None or not dated) and not _ranks(d, territory)]
    if own:
        return own[0]
    return next(territory.coordinated(findings.dates, proposal), None)


def _ranks(date: Date, territory: Territory) -> bool:
    """Tell the date of an older event that this one outdoes: "the deadliest raid *since March*"."""
    root = territory.root(date.span) if date.span is not None else None
    since = next((t for t in (root, *root.ancestors) if t.lower_ == "since"), None) if root is not None else None
    if since is None:
        return False
    return any(t.tag_ in ("JJS", "RBS") or t.lower_ == "first" for t in (since.head, *since.head.children))
