"""Proposals: frames that hold, with their roles filled and their topics taken in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from reportedly.coding.codebook import Codebook
from reportedly.coding.frames import Candidate, FrameIndex
from reportedly.coding.people import Filler, People
from reportedly.coding.roles import RoleFinder, Roles
from reportedly.language.phrases import children
from reportedly.records import EventType

#: What hangs on an asking, refusing or protesting word by these labels is its topic.
TOPIC_LABELS = ("xcomp", "ccomp", "pcomp", "dobj", "obj", "prep", "dative", "oprd", "acl", "nsubjpass", "relcl")


@dataclass(frozen=True, slots=True)
class Proposal:
    """An event that the frames propose, before the article's claims and circumstances are looked at.

    Attributes:
        candidate: The frame that holds, and its trigger.
        type: The event type.
        mode: The mode, when the frame or its topic decides one.
        roles: Who acts and who is acted upon.
        anchor: The verb that carries tense, negation and modality: the trigger itself, or the light verb over it.
    """

    candidate: Candidate
    type: EventType
    mode: str | None
    roles: Roles
    anchor: Token

    @property
    def trigger(self) -> Token:
        """The head of the words that name the event."""
        return self.candidate.trigger

    @property
    def fillers(self) -> tuple[Filler, ...]:
        """Everybody in a role."""
        return self.roles.actors + self.roles.recipients


class Proposer:
    """Proposes events for a text by the codebook's frames."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._frames = FrameIndex(codebook)
        self._roles = RoleFinder(codebook)

    def propose(self, people: People) -> tuple[Proposal, ...]:
        """Return the events that frames propose, in reading order, each topic taken in by the event that it is of."""
        held = [p for c in self._frames.candidates(people.annotated.doc) if (p := self._filled(c, people)) is not None]
        return tuple(self._with_topics(held))

    def _filled(self, candidate: Candidate, people: People) -> Proposal | None:
        """Fill the roles of a candidate; None when a role that the frame needs stays empty."""
        roles = self._roles.find(candidate.frame.roles, candidate.trigger, people=people)
        for need in candidate.frame.needs:
            fillers = roles.actors if need == "actor" else roles.recipients
            if not any(f.political for f in fillers):
                return None
        anchor = self._roles.support_of(candidate.trigger) or candidate.trigger
        return Proposal(candidate, candidate.type, candidate.frame.mode, roles, anchor)

    def _with_topics(self, proposals: list[Proposal]) -> Iterator[Proposal]:
        """Drop what is another proposal's topic, and let the topic decide that proposal's mode."""
        topics = {id(p): self._topic_of(p, proposals) for p in proposals if p.candidate.frame.absorbs}
        absorbed = {id(topic) for found in topics.values() for topic in found}
        for proposal in proposals:
            if id(proposal) not in absorbed:
                yield self._moded(proposal, topics.get(id(proposal), ()))

    def _topic_of(self, proposal: Proposal, others: Iterable[Proposal]) -> tuple[Proposal, ...]:
        inside = {t.i for child in children(proposal.trigger, *TOPIC_LABELS) for t in child.subtree}
        if proposal.anchor != proposal.trigger:
            inside |= {t.i for child in children(proposal.anchor, "prep", "xcomp", "ccomp") for t in child.subtree}
        return tuple(o for o in others if o.trigger.i in inside and o is not proposal)

    def _moded(self, proposal: Proposal, topics: tuple[Proposal, ...]) -> Proposal:
        if proposal.mode is not None or not topics:
            return proposal
        mode = self._codebook.types[proposal.type].mode_by_topic.get(topics[0].type)
        return replace(proposal, mode=mode)
