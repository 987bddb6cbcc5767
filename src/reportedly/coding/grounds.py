"""Whether a frame finds whom it needs: people of politics, or those whom the words themselves bring into it."""

from functools import cache

from spacy.tokens import Token

from reportedly.coding.codebook import Codebook, Entry, Frame
from reportedly.coding.frames import Candidate
from reportedly.coding.people import Filler, is_private
from reportedly.coding.roles import Roles
from reportedly.coding.targets import is_target
from reportedly.coding.worlds import is_private_matter
from reportedly.language.partitives import counted
from reportedly.records import EventType, Quad
from reportedly.resolution.marks import Marks
from reportedly.resources import load_model

#: Entities that pin a deed to the map or the calendar.
WHERE_AND_WHEN = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})


class Instrument(Entry):
    """One entry of `codebook/instruments.yaml`."""

    noun: str
    type: EventType
    example: str


@cache
def _instruments(kind: EventType) -> frozenset[str]:
    entries = load_model("instruments.yaml", list[Instrument])
    return frozenset(entry.noun for entry in entries if entry.type is kind)


def has_whom_it_needs(candidate: Candidate, roles: Roles, *, codebook: Codebook) -> bool:
    """Tell whether the roles that a frame needs are filled.

    A person of whom no country and no office is known will do where the other role is political: "Zelensky met the
    chancellor". What is done with one another needs nobody but two who act. What firms do with one another is no
    politics. A drone or a convoy acts for somebody whom nobody names; and where the words alone tell a deed of politics
    ("a rocket attack on the depot"), whatever stands in the role fills it, as long as it is told where or when.
    """
    frame, entry = candidate.frame, codebook.types[candidate.type]
    if frame.actor_sectors and not any(set(f.actor.sectors) & set(frame.actor_sectors) for f in roles.actors):
        return False
    known = [filler for filler in roles.actors + roles.recipients if filler.political and not filler.common]
    if known and entry.quad is not Quad.MATERIAL_CONFLICT and all(map(is_private, known)):
        return False
    by_instrument = _is_instrument(roles.doers, candidate.type) and _are_targets(roles.aims)
    if not known and not ((frame.plain or by_instrument) and _is_news(candidate.trigger)):
        return False
    shared = codebook.roles[frame.roles].mutual and len(roles.actors) > 1
    acts = _named(roles.actors, anybody=frame.plain) or by_instrument or (frame.plain and _are_targets(roles.doers))
    hurts = frame.plain or entry.quad is Quad.MATERIAL_CONFLICT
    suffers = _named(roles.recipients, anybody=hurts) or ((frame.plain or not known) and _are_targets(roles.aims))
    filled = {"actor": bool(acts), "recipient": bool(suffers) or (shared and bool(roles.actors))}
    return all(filled[need] for need in _needs(frame, known=known))


def hits_somebody(candidate: Candidate, roles: Roles, *, quad: Quad, marks: Marks) -> bool:
    """Tell whether a frame that aims at people finds them or theirs: "hijacked Mali's *ferry*", not "its *mood*".

    Force is not used against whoever only owns what stands there; what is demanded of a state may be anything of its.
    """
    aimed = candidate.frame.aimed
    if not roles.recipients:
        return not aimed or all(map(is_target, roles.aims))
    if quad is not Quad.MATERIAL_CONFLICT or not (aimed or candidate.type is EventType.ASSAULT):
        return True
    return not roles.aims or any(is_target(aim) or _is_somebody(aim, marks) for aim in roles.aims)


def _is_somebody(head: Token, marks: Marks) -> bool:
    noun = counted(head)
    return marks.role(noun) is not None or marks.nation(noun) is not None


def _needs(frame: Frame, *, known: list[Filler]) -> tuple[str, ...]:
    """Return the roles to be filled; a weapon without anybody known is used against somebody or something."""
    return frame.needs if known or frame.plain else ("actor", "recipient")


def _is_news(trigger: Token) -> bool:
    """Tell what somebody reports from what is said in general: the text names where or when; no private matter.

    A witness who is quoted names neither: "They were shelled, they ran, and they were shelled again".
    """
    return any(word.ent_type_ in WHERE_AND_WHEN for word in trigger.doc) and not is_private_matter(trigger.sent)


def _named(fillers: tuple[Filler, ...], *, anybody: bool) -> bool:
    return any(anybody or not filler.common for filler in fillers)


def _is_instrument(heads: tuple[Token, ...], kind: EventType) -> bool:
    return bool(heads) and all({counted(h).lemma_.lower(), counted(h).lower_} & _instruments(kind) for h in heads)


def _are_targets(heads: tuple[Token, ...]) -> bool:
    return bool(heads) and all(map(is_target, heads))
