"""Who fills the roles of a frame: its pattern's paths over the parse, tried in order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from reportedly.coding.codebook import Codebook, Entry, RolePattern
from reportedly.coding.frames import lemmas_of
from reportedly.coding.people import Filler, People
from reportedly.coding.steps import Path, compile_path, follow
from reportedly.language.partitives import counted, counting
from reportedly.language.phrases import children
from reportedly.language.word_groups import words_of
from reportedly.records import ItemCategory
from reportedly.resolution.item_lexicon import item_lexicon
from reportedly.resolution.marks import Marks
from reportedly.resources import load_model

#: Things that act for a force at times, and are given, sent and offered at others.
EQUIPMENT = frozenset({ItemCategory.AIRCRAFT, ItemCategory.VESSEL, ItemCategory.VEHICLE, ItemCategory.DRONE})


class SupportVerb(Entry):
    """One entry of `codebook/support_verbs.yaml`."""

    verb: str
    example: str


@dataclass(frozen=True, slots=True)
class Roles:
    """Who acts and who is acted upon; either may be nobody.

    Attributes:
        actors: Who acts.
        recipients: Who is acted upon.
        from_topic: Whether the recipients stand in no role of the trigger but in its topic.
        aims: The heads that stand where a recipient would, whoever or whatever they are.
        doers: The heads that stand where an actor would, likewise.
    """

    actors: tuple[Filler, ...]
    recipients: tuple[Filler, ...]
    from_topic: bool = False
    aims: tuple[Token, ...] = ()
    doers: tuple[Token, ...] = ()

    def without_common(self) -> "Roles":
        """Return the roles without mere people: what is said to "a member" is said to nobody of politics."""
        named = [tuple(f for f in side if not f.common) for side in (self.actors, self.recipients)]
        return replace(self, actors=named[0], recipients=named[1])

    def without_towns(self, marks: Marks) -> "Roles":
        """Return the roles without towns in which force is used: "an ambush in *Katsina*" hits who is there."""
        return replace(self, recipients=tuple(f for f in self.recipients if not _is_just_where(f, marks)))

    def without_equipment(self) -> "Roles":
        """Return the roles without what is sent or offered: "promised to send *helicopters*" promises it to nobody."""
        return replace(self, recipients=tuple(f for f in self.recipients if not _is_equipment(f)))


class RoleFinder:
    """Finds the roles of a trigger by the paths of its role pattern."""

    def __init__(self, codebook: Codebook) -> None:
        self._support = frozenset(e.verb for e in load_model("support_verbs.yaml", list[SupportVerb]))
        self._patterns = {name: self._compiled(pattern) for name, pattern in codebook.roles.items()}

    def _compiled(self, pattern: RolePattern) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        actor, recipient = (
            tuple(compile_path(path, support=self.support_of) for path in paths)
            for paths in (pattern.actor, pattern.recipient)
        )
        return actor, recipient

    def support_of(self, noun: Token) -> Token | None:
        """Return the light verb over a nominal trigger ("*launched* strikes"), or None."""
        first = _measure_of(counting(noun))
        while first.dep_ == "conj" and first.head.pos_ == noun.pos_:
            first = first.head
        verb = first.head
        if first.dep_ not in ("dobj", "obj", "nsubjpass") or verb.pos_ != "VERB":
            return None
        return verb if any(lemma in self._support for lemma in lemmas_of(verb)) else None

    def find(self, pattern: str, trigger: Token, *, people: People) -> Roles:
        """Fill both roles of a pattern; nobody stands in both."""
        actor_paths, recipient_paths = self._patterns[pattern]
        doers = _first_ends(actor_paths, trigger)
        actors = _first_somebody(actor_paths, trigger, people=people, taken=frozenset()) or tuple(
            filler for head in doers for filler in people.anybody(head)
        )
        taken = frozenset(f.head.i for f in actors)
        aims = _first_ends(recipient_paths, trigger)
        # "Guerrillas freed nine *geologists*": people whose calling is none of politics are acted upon all the same.
        recipients = _first_somebody(recipient_paths, trigger, people=people, taken=taken) or tuple(
            filler for head in aims if head.i not in taken for filler in people.anybody(head)
        )
        # "its partner" leads back to whoever acts: nobody then is known to be acted upon.
        names = {f.actor.name for f in actors}
        return Roles(
            actors,
            tuple(f for f in recipients if f.actor.name not in names),
            aims=aims,
            doers=doers,
        )


def _is_just_where(filler: Filler, marks: Marks) -> bool:
    if filler.head.dep_ != "pobj" or filler.head.head.lower_ not in words_of("place prepositions"):
        return False
    nation = marks.nation(filler.head)
    return nation is not None and nation.form == "town"


def _is_equipment(filler: Filler) -> bool:
    kind = item_lexicon().heads.get(counted(filler.head).lemma_.lower())
    return filler.head.dep_ == "dobj" and kind in EQUIPMENT


def _measure_of(noun: Token) -> Token:
    """Return the noun that measures another: "four *days* of exercises"."""
    of = noun.head
    if noun.dep_ != "pobj" or of.lower_ != "of" or not any(children(of.head, "nummod")):
        return noun
    return of.head


def _first_ends(paths: Iterable[Path], trigger: Token) -> tuple[Token, ...]:
    """Return where the first path that leads anywhere ends."""
    return next((ends for path in paths if (ends := follow(path, trigger))), ())


def _first_somebody(
    paths: Iterable[Path], trigger: Token, *, people: People, taken: frozenset[int]
) -> tuple[Filler, ...]:
    """Return the fillers at the end of the first path that leads to anybody."""
    for path in paths:
        reached = (filler for head in follow(path, trigger) for filler in people.named_by(head))
        found = {(f.head.i, f.actor.country): f for f in reached if f.head.i not in taken and f.head != trigger}
        if found:
            return tuple(found.values())
    return ()
