"""From proposals to events: who vouches for each, its circumstances, its contexts, its confidence."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from spacy.tokens import Token

from reportedly.attribution.head import below_head
from reportedly.attribution.standing import Vouch
from reportedly.coding.background import is_long_past
from reportedly.coding.circumstances import Circumstances, Findings, circumstances
from reportedly.coding.codebook import Codebook, TypeEntry
from reportedly.coding.confidence import Rubric, reasons_of
from reportedly.coding.contexts import ContextFinder
from reportedly.coding.homes import at_home
from reportedly.coding.judging import Judge
from reportedly.coding.merging import merge_tellings
from reportedly.coding.people import People, states_among
from reportedly.coding.proposals import Proposal, Proposer
from reportedly.coding.retelling import ties, without_idle_echoes
from reportedly.coding.reviewing import reviewed
from reportedly.coding.stake import with_stakes
from reportedly.coding.territory import Territory
from reportedly.coding.turns import conditions, is_refusal, is_willed, promises_not
from reportedly.language.phrases import sentence_span, span_of
from reportedly.records import Event, Mention, Modality, Source, Span, stable_id

#: Words of a trigger further apart than this many tokens are not one trigger: the span is then the head alone.
TRIGGER_GAP = 4

#: Says who vouches for the event that a trigger word names.
VouchFinder: TypeAlias = Callable[[Token], Vouch]


@dataclass(frozen=True, slots=True)
class _Telling:
    """A proposal with what it takes to make it an event; `turned` is why its type is not the frame's own."""

    proposal: Proposal
    around: Circumstances
    vouch: Vouch
    entry: TypeEntry
    turned: str | None


class EventCoder:
    """Codes the events of a text from what the rooms above found in it; the judge says how sure it is of each."""

    def __init__(self, codebook: Codebook, judge: Judge) -> None:
        self._codebook = codebook
        self._judge = judge
        self._proposer = Proposer(codebook)
        self._contexts = ContextFinder(codebook)
        self._rubric = Rubric()

    def code(self, findings: Findings, *, vouches: VouchFinder, head: tuple[Source, ...]) -> tuple[Event, ...]:
        """Return the events of a text, in order of their first telling.

        Args:
            findings: What was found in the text.
            vouches: Says who vouches for a trigger.
            head: Publisher and credits, which stand before every chain of sources.
        """
        proposals = without_idle_echoes(self._proposer.propose(People(findings.annotated, findings.view)))
        territory = Territory(findings.annotated.doc, proposals)
        tellings = tuple(
            _with_background(
                self._telling(p, vouches=vouches, around=circumstances(p, findings=findings, territory=territory)),
                findings,
            )
            for p in proposals
        )
        tellings = tuple(t for t in tellings if not _is_idle(t))
        past = frozenset(t.proposal.anchor.i for t in tellings if t.vouch.modality is Modality.HISTORICAL)
        told = [self._event(_under(telling, past), findings=findings, head=head) for telling in tellings]
        echoes = {i for i, t in enumerate(tellings) if t.proposal.is_echo}
        nobodys = {i for i, t in enumerate(tellings) if not t.proposal.is_grounded}
        tied = ties([t.proposal for t in tellings])
        merged = merge_tellings(told, ties=tied, echoes=echoes, nobodys=nobodys)
        judged = reviewed(merged, text=findings.annotated.article.text, judge=self._judge)
        return tuple(with_stakes(self._scored(event)) for event in judged)

    def _telling(self, proposal: Proposal, *, vouches: VouchFinder, around: Circumstances) -> _Telling:
        """Look up who vouches, and turn an act planned or refused into the type that the manual counts it as."""
        vouch = vouches(proposal.anchor)
        entry = self._codebook.types[proposal.type]
        if proposal.candidate.frame.denial and vouch.modality is Modality.NEGATED:
            return _Telling(proposal, around, replace(vouch, modality=Modality.ACTUAL), entry, None)
        if proposal.is_conditional:
            return _Telling(proposal, around, replace(vouch, modality=Modality.ACTUAL), entry, "conditional")
        unwilling = is_refusal(proposal.anchor) or (proposal.candidate.frame.absorbs and promises_not(proposal.trigger))
        if entry.when_refused is not None and unwilling:
            refused = replace(vouch, modality=Modality.ACTUAL)
            return _Telling(proposal, around, refused, self._codebook.types[entry.when_refused], "refused")
        if entry.when_future is not None and (vouch.modality is Modality.FUTURE or _is_offered(proposal, vouch)):
            planned = replace(vouch, modality=Modality.FUTURE)
            return _Telling(proposal, around, planned, self._codebook.types[entry.when_future], "planned")
        return _Telling(proposal, around, vouch, entry, None)

    def _event(self, telling: _Telling, *, findings: Findings, head: tuple[Source, ...]) -> Event:
        proposal, around, vouch, entry = telling.proposal, telling.around, telling.vouch, telling.entry
        trigger, evidence = trigger_span(proposal), sentence_span(proposal.trigger)
        in_play = findings.homes.in_play(proposal.trigger.sent)
        sides = proposal.roles.actors, proposal.roles.recipients
        named = ((), ()) if proposal.roles.from_topic else sides
        states = [states_among(side) for side in named]
        actors, recipients = (
            tuple(at_home((f.actor for f in side), place=around.place, in_play=in_play, against=others))
            for side, others in zip(sides, states[::-1], strict=True)
        )
        mode = proposal.mode if proposal.mode in entry.modes else None
        detail = entry.modes[mode] if mode is not None else None
        sources = below_head(head, vouch.claim.sources if vouch.claim is not None else ())
        mention = Mention(
            trigger=trigger, evidence=evidence, claim=vouch.claim.id if vouch.claim is not None else None,
            sources=sources, standing=vouch.standing, modality=vouch.modality, factuality=vouch.factuality,
        )  # fmt: skip
        given = proposal.candidate.frame.contexts
        return Event(
            id=stable_id(findings.annotated.article.id, entry.type, *trigger),
            type=entry.type, mode=mode, quad=entry.quad,
            contexts=self._contexts.find(proposal.trigger.sent, parties=actors + recipients, given=given),
            intensity=entry.intensity if detail is None or detail.intensity is None else detail.intensity,
            cameo=entry.cameo if detail is None or detail.cameo is None else detail.cameo,
            actors=actors, recipients=recipients,
            date=around.date, place=around.place, items=around.items, quantities=around.quantities,
            standing=mention.standing, modality=mention.modality, factuality=mention.factuality,
            claim=mention.claim, sources=sources, trigger=trigger, evidence=evidence, mentions=(mention,),
            confidence=0.0, why=tuple(reasons_of(proposal, entry=entry, turned=telling.turned)),
        )  # fmt: skip

    def _scored(self, event: Event) -> Event:
        return replace(event, confidence=self._rubric.confidence(event.why))


def trigger_span(proposal: Proposal) -> Span:
    """Return where the words stand that name the event: "imposed new sanctions".

    The verb alone, where somebody's name stands between ("gave *Malawi* a loan") or the words are far apart.
    """
    words = proposal.candidate.words
    between = words[0].doc[words[0].i : words[-1].i]
    inside = {t.i for word in words for t in word.subtree if t.i < words[-1].i}
    joined = len(between) < TRIGGER_GAP and all(t.i in inside and not _names(t) for t in between)
    return span_of(words if joined else [proposal.trigger])


def _names(token: Token) -> bool:
    return token.dep_ in ("dative", "poss", "nsubj")


def _is_offered(proposal: Proposal, vouch: Vouch) -> bool:
    """Tell what somebody says they will do on a condition: "said they would talk if the raids stopped"."""
    verb = proposal.anchor
    return vouch.claim is not None and is_willed(verb) and any(conditions(verb))


def _is_idle(telling: _Telling) -> bool:
    """Tell an echo of another time than the news, and what nobody known did long ago or may do."""
    if telling.proposal.is_echo:
        return telling.vouch.modality not in (Modality.ACTUAL, Modality.NEGATED)
    return not telling.proposal.is_grounded and telling.vouch.modality in (Modality.HYPOTHETICAL, Modality.HISTORICAL)


def _with_background(telling: _Telling, findings: Findings) -> _Telling:
    """Mark what a report without a date tells of long ago: "in 1683"."""
    dated = findings.annotated.article.published.value is not None
    if dated or not is_long_past(telling.around.date, named=findings.dates):
        return telling
    return _as_history(telling)


def _under(telling: _Telling, past: frozenset[int]) -> _Telling:
    """Mark what hangs on history as history: "sent troops in 1998 to fight rebels who *had attacked* a barracks"."""
    return _as_history(telling) if any(above.i in past for above in telling.proposal.anchor.ancestors) else telling


def _as_history(telling: _Telling) -> _Telling:
    if telling.vouch.modality is not Modality.ACTUAL:
        return telling
    return replace(telling, vouch=replace(telling.vouch, modality=Modality.HISTORICAL))
