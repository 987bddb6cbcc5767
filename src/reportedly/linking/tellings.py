"""Every place where a story's articles tell an act or deny it: coded mentions, and claims without an event."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from reportedly.linking.bonds import Told
from reportedly.linking.claiming import NO_ACCOUNTS, Profile, is_recalled, profiles_of, tells
from reportedly.linking.merging import Deed
from reportedly.linking.parties import tolls
from reportedly.linking.passages import NEGATIVE, Passage, is_comment, is_denial, passage_of
from reportedly.linking.revising import revised_figures
from reportedly.linking.sightings import Sighting, find_sightings, last_speaker, passage_at, subject_of
from reportedly.linking.speakers import acting_sources
from reportedly.linking.together import parts_of
from reportedly.records import (
    Claim,
    Mention,
    Modality,
    Quad,
    Quantity,
    Report,
    Source,
    Span,
    Standing,
)
from reportedly.records.identity import stable_id

#: Who says that something is to be done, or might be, does not say that it was.
UNDONE = frozenset({Modality.FUTURE, Modality.HYPOTHETICAL})


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where an act is told.

    Attributes:
        article: Id of the article.
        id: Of the event coded there, else of the claim; a sentence without either has one of its own.
        claim: The claim that tells it; None where the article does so in its own voice.
        chain: Who says so, nearest the reader first; empty in the article's own voice.
        span: Where it stands.
        denies: Whether it is said not to have happened, or not by those named.
        quantities: Figures given there.
        is_coded: Whether the coder saw an event there.
        is_aside: Whether it is only recalled beside other news, and rests on nobody there.
    """

    article: str
    id: str
    claim: Claim | None
    chain: tuple[Source, ...]
    span: Span
    denies: bool
    quantities: tuple[Quantity, ...]
    is_coded: bool
    is_aside: bool = False


def find_tellings(acts: Sequence[Deed], reports: Sequence[Report]) -> tuple[tuple[Telling, ...], ...]:
    """Return the tellings of each act, in the order of articles and of reading.

    A claim without an event of its own tells the deed that its words fit best, if they fit any (`claiming.tells`); so
    does a sentence in which the house's people see something, or a figure is raised. A claim that was coded for what is
    done with words may tell the story's main deed beside that: "his men took the six, and demanded a million".
    """
    order = {report.article.id: number for number, report in enumerate(reports)}
    sources = [source for report in reports for claim in report.claims for source in claim.sources]
    found = [list(_coded(act, sources)) for act in acts]
    profiles, coded = profiles_of(acts, reports), _coded_deeds(acts)
    for report in reports:
        for claim in _telling(report):
            passage = passage_of(claim, report, denies=is_denial(claim, report))
            best = _best(passage, _open_to(coded.get(claim.id), profiles, denies=passage.denies))
            if best is not None:
                found[best].append(_of_claim(claim, report))
        for sighting in find_sightings(report, sources):
            best = _best(passage_at(sighting, report), dict(enumerate(profiles)))
            if best is not None:
                found[best].append(_of_sighting(sighting, report))
    each = (chain.from_iterable(map(_by_each, one)) for one in found)
    return tuple(tuple(sorted(one, key=lambda t: (order[t.article], t.span, t.id))) for one in each)


def _by_each(telling: Telling) -> Iterator[Telling]:
    """Yield a telling once for each of several who tell it in one breath: "the party and a hospital source said"."""
    if not telling.chain:
        yield telling
        return
    for part in parts_of(telling.chain[-1]):
        yield replace(telling, chain=(*telling.chain[:-1], part))


def _coded(act: Deed, sources: Sequence[Source]) -> Iterator[Telling]:
    was_done = any(mention.modality is Modality.ACTUAL for told in act.told for mention in told.event.mentions)
    for told in act.told:
        claims = {claim.id: claim for claim in told.report.claims}
        for mention in told.event.mentions:
            is_open = was_done and mention.modality in UNDONE and mention.standing is not Standing.DENIED
            yield _of_mention(mention, told, claims, sources, is_aside=is_open or is_recalled(mention, told))


def _of_mention(
    mention: Mention, told: Told, claims: Mapping[str, Claim], sources: Sequence[Source], *, is_aside: bool
) -> Telling:
    claim = claims.get(mention.claim or "")
    text = told.report.article.text
    is_aside = is_aside or (claim is not None and is_comment(claim, text))
    chain = () if is_aside else claim.sources if claim is not None else _speaking(told, mention, sources)
    return Telling(
        article=told.report.article.id,
        id=told.event.id,
        claim=claim,
        chain=chain,
        span=mention.trigger,
        denies=mention.standing is Standing.DENIED
        or mention.modality is Modality.NEGATED
        or mention.factuality in NEGATIVE,
        quantities=_quantities(told, mention, claim),
        is_coded=True,
        is_aside=is_aside,
    )


def _speaking(told: Told, mention: Mention, sources: Sequence[Source]) -> tuple[Source, ...]:
    """Return who stands behind a deed that the article tells in its own voice, as far as the sentence says.

    1. Who does the deed with words says so: "Petrov threatened the port".
    2. The only one who speaks in that sentence: "The service raised the toll to 23 and said that …".
    3. Whose figure changes: "The army lowered to four the number of …".
    """
    event, text = told.event, told.report.article.text
    if mention.standing is Standing.ASSERTED and event.quad is Quad.VERBAL_CONFLICT and len(event.actors) == 1:
        return tuple(acting_sources(event))
    chains = {
        claim.sources for claim in told.report.claims
        if claim.act not in NO_ACCOUNTS and claim.sources and any(_inside(cue, mention.evidence) for cue in claim.cue)
        and not is_comment(claim, text) and not _is_purpose(claim, told.report)
    }  # fmt: skip
    if len(chains) == 1:
        return chains.pop()
    if not revised_figures(text, mention.trigger[0]):
        return ()
    last = last_speaker(told.report, mention.evidence[0])
    subject = subject_of(text[slice(*mention.evidence)], sources, last=last)
    return () if subject is None else (subject,)


def _quantities(told: Told, mention: Mention, claim: Claim | None) -> tuple[Quantity, ...]:
    """Return the figures of an event's sentence, and the victims that its claim counts further on."""
    here = [q for q in told.event.quantities if _inside(q.span, mention.evidence)]
    said = [] if claim is None else [q for q in tolls(claim.quantities) if q.span not in {one.span for one in here}]
    return (*here, *said)


def _of_claim(claim: Claim, report: Report) -> Telling:
    return Telling(
        article=report.article.id,
        id=claim.id,
        claim=claim,
        chain=claim.sources,
        span=claim.content[0],
        denies=is_denial(claim, report),
        quantities=claim.quantities,
        is_coded=False,
    )


def _of_sighting(sighting: Sighting, report: Report) -> Telling:
    return Telling(
        article=report.article.id,
        id=stable_id("sighting", report.article.id, *sighting.span),
        claim=None,
        chain=() if sighting.source is None else (sighting.source,),
        span=sighting.span,
        denies=False,
        quantities=sighting.quantities,
        is_coded=False,
    )


def _telling(report: Report) -> Iterator[Claim]:
    """Yield the claims that somebody makes, and that are no purpose."""
    for claim in report.claims:
        if claim.content and claim.sources and not _is_purpose(claim, report):
            yield claim


def _coded_deeds(acts: Sequence[Deed]) -> Mapping[str, frozenset[int]]:
    """Return as which deeds each claim was coded, by its id."""
    found: dict[str, frozenset[int]] = {}
    for number, act in enumerate(acts):
        for mention in (mention for told in act.told for mention in told.event.mentions if mention.claim):
            found[mention.claim or ""] = found.get(mention.claim or "", frozenset()) | {number}
    return found


def _open_to(
    coded: frozenset[int] | None, profiles: Sequence[Profile], *, denies: bool
) -> Mapping[int, Profile]:  # fmt: skip
    """Return which deeds a claim may tell besides: all, if it has no event; else the main one, if that is no saying."""
    if coded is None:
        return dict(enumerate(profiles))
    if denies or not all(profiles[number].is_verbal for number in coded):
        return {}
    return {number: one for number, one in enumerate(profiles) if one.is_main and not one.is_verbal}


def _is_purpose(claim: Claim, report: Report) -> bool:
    """Whether it tells what something was done for, and is nobody's word: "marched *to protest* a tax"."""
    return any(report.article.text[slice(*cue)].casefold().startswith("to ") for cue in claim.cue)


def _best(passage: Passage, profiles: Mapping[int, Profile]) -> int | None:
    scores = {number: tells(passage, profile) for number, profile in profiles.items()}
    best = max(scores, key=lambda number: (scores[number], -number), default=None)
    return None if best is None or scores[best] <= 0 else best


def _inside(span: Span, outer: Span) -> bool:
    return outer[0] <= span[0] < outer[1]
