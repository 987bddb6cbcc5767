"""Proposals: frames that hold, with their roles filled and their topics taken in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from reportedly.coding.codebook import Codebook
from reportedly.coding.echoes import is_definite, may_echo
from reportedly.coding.frames import Candidate, FrameIndex
from reportedly.coding.grounds import has_whom_it_needs, hits_somebody
from reportedly.coding.mishaps import is_mishap
from reportedly.coding.norms import is_habit, is_norm
from reportedly.coding.people import Filler, People, states_among
from reportedly.coding.roles import RoleFinder, Roles
from reportedly.coding.topics import topic_parties, topic_words
from reportedly.coding.turns import bounds, conditions, is_refusal, is_willed
from reportedly.coding.worlds import is_elsewhere
from reportedly.language.arguments import subjects
from reportedly.language.phrases import children
from reportedly.records import EventType, Quad

#: Types that judge what somebody did.
JUDGEMENTS = frozenset({EventType.ACCUSE, EventType.SUPPORT})
#: The mode of a protest that may be one of words.
PROTESTING = "demo"
#: How far back a deed may lie that is judged, in events.
REACH = 8


@dataclass(frozen=True, slots=True)
class Proposal:
    """An event that the frames propose, before the article's claims and circumstances are looked at.

    Attributes:
        candidate: The frame that holds, and its trigger.
        type: The event type.
        mode: The mode, when the frame or its topic decides one.
        roles: Who acts and who is acted upon.
        anchor: The verb that carries tense, negation and modality: the trigger itself, or the light verb over it.
        is_conditional: Whether the act is announced on a condition, and the type is that of the threat.
        is_echo: Whether it names nobody whom its frame needs, and so is no event but perhaps another telling of one.
    """

    candidate: Candidate
    type: EventType
    mode: str | None
    roles: Roles
    anchor: Token
    is_conditional: bool = False
    is_echo: bool = False

    @property
    def trigger(self) -> Token:
        """The head of the words that name the event."""
        return self.candidate.trigger

    @property
    def fillers(self) -> tuple[Filler, ...]:
        """Everybody in a role."""
        return self.roles.actors + self.roles.recipients

    @property
    def is_grounded(self) -> bool:
        """Whether it names anybody of politics."""
        return any(filler.political and not filler.common for filler in self.fillers)


class Proposer:
    """Proposes events for a text by the codebook's frames."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._frames = FrameIndex(codebook)
        self._roles = RoleFinder(codebook)

    def propose(self, people: People) -> tuple[Proposal, ...]:
        """Return the events that frames propose, in reading order, each topic taken in by the event that it is of."""
        words = (token for token in people.annotated.doc if self._frames.may_hold_at(token))
        held = (self._best_at(token, people) for token in words)
        found = [proposal for proposal in held if proposal is not None]
        return tuple(self._with_topics([self._with_doers(p, found[:i]) for i, p in enumerate(found)]))

    def _with_doers(self, proposal: Proposal, before: list[Proposal]) -> Proposal:
        """Give blame and praise for a deed told before to who did it: "Iran condemned *the strike*"."""
        if proposal.roles.recipients or proposal.type not in JUDGEMENTS:
            return proposal
        # "The attack on parliament" says itself what it was: it may be another than the one told of.
        deeds = (noun for noun in proposal.roles.aims if is_definite(noun) and not any(children(noun, "prep")))
        told = [
            earlier.roles.actors for noun in deeds for earlier in self._told_by(noun, before) if earlier.roles.actors
        ]
        own = {f.actor.name for f in proposal.roles.actors}
        # Where two have struck, nobody can tell whose "the attack" was.
        if len({frozenset(_names(doers)) for doers in told}) != 1 or own & set(_names(told[0])):
            return proposal
        return replace(proposal, roles=replace(proposal.roles, recipients=tuple(f for f in told[0] if f.political)))

    def _told_by(self, noun: Token, before: list[Proposal]) -> list[Proposal]:
        """Return the events that a noun may take up again: those of its own word, else those of its type."""
        others = [earlier for earlier in reversed(before) if earlier.trigger.sent.start != noun.sent.start]
        near = others[:REACH]
        word = noun.lemma_.lower()
        # A text that dwells on one attack calls it so to its end.
        of_word = [earlier for earlier in others if word in {w.lemma_.lower() for w in earlier.candidate.words}]
        held = ((candidate.type, candidate.frame.mode) for candidate in self._frames.frames_at(noun))
        kinds = {(kind, mode) for kind, mode in held if kind not in JUDGEMENTS}
        of_type = (p for p in near if any(kind is p.type and mode in (None, p.mode) for kind, mode in kinds))
        return of_word or list(of_type)

    def _best_at(self, token: Token, people: People) -> Proposal | None:
        """Return the proposal of the frame that asks for most among those that hold and find whom they need.

        Where none finds them, the word may still tell an event again.
        """
        candidates = (self._filled(candidate, people) for candidate in self._frames.frames_at(token))
        filled = [proposal for proposal in candidates if proposal is not None]
        return next((p for p in filled if not p.is_echo), next(iter(filled), None))

    def _filled(self, candidate: Candidate, people: People) -> Proposal | None:
        """Fill the roles of a candidate; None when a role that the frame needs stays empty, with nothing retold."""
        trigger, frame = candidate.trigger, candidate.frame
        anchor = self._roles.support_of(trigger) or trigger
        roles = self._roles.find(frame.roles, trigger, people=people)
        quad = self._codebook.types[candidate.type].quad
        if not frame.plain and quad is not Quad.MATERIAL_CONFLICT:
            roles = roles.without_common()
        in_anger = quad is Quad.MATERIAL_CONFLICT
        roles = roles.without_towns(people.view.marks) if in_anger else roles.without_equipment()
        if not hits_somebody(candidate, roles, quad=quad, marks=people.view.marks):
            return None
        if not roles.recipients and frame.absorbs:
            parties = topic_parties(trigger, anchor=anchor, people=people, actors=roles.actors)
            roles = replace(roles, recipients=parties, from_topic=bool(parties))
        if is_elsewhere(trigger, roles.actors + roles.recipients):
            return None
        if is_norm(trigger, candidate.type) or (quad is Quad.VERBAL_COOPERATION and is_habit(anchor)):
            return None
        if candidate.type is EventType.ASSAULT and is_mishap(trigger):
            return None
        proposal = Proposal(candidate, candidate.type, frame.mode, roles, anchor)
        if not frame.echo and has_whom_it_needs(candidate, roles, codebook=self._codebook):
            return self._as_threat(self._as_words(proposal), people)
        echoes = may_echo(candidate, quad=quad)
        return replace(proposal, is_echo=True) if echoes else None

    def _as_words(self, proposal: Proposal) -> Proposal:
        """Turn the protest of a state, which does not march, into what it is."""
        turned, actors = self._codebook.types[proposal.type].when_by_states, proposal.roles.actors
        if turned is None or not actors or proposal.mode != PROTESTING:
            return proposal
        states = all(states_among([f]) for f in actors)
        return replace(proposal, type=turned, mode=None) if states else proposal

    def _as_threat(self, proposal: Proposal, people: People) -> Proposal:
        """Turn what somebody will do unless something happens into a threat against whom it is to happen through."""
        turned = self._codebook.types[proposal.type].when_conditional
        if turned is None or not is_willed(proposal.anchor) or is_refusal(proposal.anchor):
            return proposal
        clauses = tuple(conditions(proposal.anchor))
        if not clauses:
            return proposal
        own = {f.actor.name for f in proposal.roles.actors}
        wanted = (f for clause in clauses for t in subjects(clause) for f in people.named_by(t))
        others = tuple(f for f in wanted if f.actor.name not in own)
        roles = proposal.roles if proposal.roles.recipients else replace(proposal.roles, recipients=others)
        mode = self._codebook.types[turned].mode_by_topic.get(proposal.type)
        return replace(proposal, type=turned, mode=mode, roles=roles, is_conditional=True)

    def _with_topics(self, proposals: list[Proposal]) -> Iterator[Proposal]:
        """Drop what is another proposal's topic, and let the topic decide that proposal's mode."""
        full = (p for p in proposals if not p.is_echo)
        absorbing = (p for p in full if p.candidate.frame.absorbs or p.candidate.frame.about or p.is_conditional)
        absorbed = {id(topic) for p in absorbing for topic in self._topic_of(p, proposals)}
        for proposal in proposals:
            if id(proposal) not in absorbed:
                yield self._moded(proposal)

    def _topic_of(self, proposal: Proposal, others: Iterable[Proposal]) -> tuple[Proposal, ...]:
        """Return what is told in the topic of an event, and in the condition that hangs on it."""
        trigger, frame = proposal.trigger, proposal.candidate.frame
        preps = (prep for holder in {trigger, proposal.anchor} for prep in children(holder, "prep"))
        inside = {t.i for prep in preps if prep.lower_ in frame.about for t in prep.subtree}
        if frame.absorbs:
            inside |= topic_words(trigger, anchor=proposal.anchor)
        if frame.absorbs or proposal.is_conditional:
            clauses = (*conditions(proposal.anchor), *bounds(proposal.anchor))
            inside |= {t.i for clause in clauses for t in clause.subtree}
        return tuple(o for o in others if o.trigger.i in inside and o is not proposal)

    def _moded(self, proposal: Proposal) -> Proposal:
        """Let what is asked, refused or threatened decide the mode, whoever is to do it."""
        modes = self._codebook.types[proposal.type].mode_by_topic
        if proposal.mode is not None or not modes or not proposal.candidate.frame.absorbs:
            return proposal
        doc, inside = proposal.trigger.doc, topic_words(proposal.trigger, anchor=proposal.anchor)
        topics = (candidate.type for i in sorted(inside) for candidate in self._frames.frames_at(doc[i]))
        return replace(proposal, mode=next((modes[topic] for topic in topics if topic in modes), None))


def _names(fillers: Iterable[Filler]) -> Iterator[str]:
    return (filler.actor.name for filler in fillers)
