"""Every place where a story's articles tell an act or deny it: coded mentions, and claims without an event."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.linking.bonds import Told
from reportedly.linking.claiming import Profile, profile_of, tells
from reportedly.linking.merging import Deed
from reportedly.linking.speakers import VERBAL, acting_sources
from reportedly.records import (
    Act,
    Claim,
    Event,
    Factuality,
    Mention,
    Modality,
    Quantity,
    Report,
    Source,
    Span,
    Standing,
)

NEGATIVE = frozenset({Factuality.CT_MINUS, Factuality.PR_MINUS, Factuality.PS_MINUS})
#: What is thought, foretold or asked for is nobody's account of what happened.
NO_ACCOUNTS = frozenset({Act.THINK, Act.PREDICT, Act.ASK, Act.PROMISE})


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where an act is told.

    Attributes:
        article: Id of the article.
        id: Of the event coded there, else of the claim.
        claim: The claim that tells it; None where the article does so in its own voice.
        chain: Who says so, nearest the reader first; empty in the article's own voice.
        span: Where it stands.
        denies: Whether it is said not to have happened, or not by those named.
        quantities: Figures given there.
        is_coded: Whether the coder saw an event there.
    """

    article: str
    id: str
    claim: Claim | None
    chain: tuple[Source, ...]
    span: Span
    denies: bool
    quantities: tuple[Quantity, ...]
    is_coded: bool


def find_tellings(acts: Sequence[Deed], reports: Sequence[Report]) -> tuple[tuple[Telling, ...], ...]:
    """Return the tellings of each act, in the order of articles and of reading.

    A claim without an event of its own tells the act that its words fit best, if they fit any (`claiming.tells`).
    """
    order = {report.article.id: number for number, report in enumerate(reports)}
    found = [list(_coded(act)) for act in acts]
    profiles = [profile_of(act) for act in acts]
    for report in reports:
        for claim in _uncoded(report):
            best = _best(claim, report, profiles)
            if best is not None:
                found[best].append(_of_claim(claim, report))
    return tuple(tuple(sorted(one, key=lambda t: (order[t.article], t.span, t.id))) for one in found)


def _coded(act: Deed) -> Iterator[Telling]:
    for told in act.told:
        claims = {claim.id: claim for claim in told.report.claims}
        for mention in told.event.mentions:
            yield _of_mention(mention, told, claims)


def _of_mention(mention: Mention, told: Told, claims: Mapping[str, Claim]) -> Telling:
    claim = claims.get(mention.claim or "")
    chain = claim.sources if claim is not None else _speaking(told.event, mention)
    return Telling(
        article=told.report.article.id,
        id=told.event.id,
        claim=claim,
        chain=chain,
        span=mention.trigger,
        denies=mention.standing is Standing.DENIED
        or mention.modality is Modality.NEGATED
        or mention.factuality in NEGATIVE,
        quantities=tuple(q for q in told.event.quantities if _inside(q.span, mention.evidence)),
        is_coded=True,
    )


def _speaking(event: Event, mention: Mention) -> tuple[Source, ...]:
    """Return who does an act with words, where the article tells it in its own voice: who threatens says so."""
    if event.quad not in VERBAL or len(event.actors) != 1 or mention.standing is not Standing.ASSERTED:
        return ()
    return tuple(acting_sources(event))


def _of_claim(claim: Claim, report: Report) -> Telling:
    return Telling(
        article=report.article.id,
        id=claim.id,
        claim=claim,
        chain=claim.sources,
        span=claim.content[0],
        denies=is_denial(claim),
        quantities=claim.quantities,
        is_coded=False,
    )


def is_denial(claim: Claim) -> bool:
    """Whether a claim says that something did not happen."""
    return claim.act is Act.DENY or claim.factuality in NEGATIVE


def _uncoded(report: Report) -> Iterator[Claim]:
    """Yield the claims that no coded mention rests on."""
    used = {mention.claim for event in report.events for mention in event.mentions}
    for claim in report.claims:
        if claim.id not in used and claim.content and claim.sources and claim.act not in NO_ACCOUNTS:
            yield claim


def _best(claim: Claim, report: Report, profiles: Sequence[Profile]) -> int | None:
    scores = [tells(claim, report, profile, denies=is_denial(claim)) for profile in profiles]
    best = max(range(len(scores)), key=lambda n: (scores[n], -n), default=None)
    return None if best is None or scores[best] <= 0 else best


def _inside(span: Span, outer: Span) -> bool:
    return outer[0] <= span[0] < outer[1]
