"""The PLOVER sectors of a noun phrase, the most specific first."""

from collections.abc import Iterable

from spacy.tokens import Token

from reportedly.resolution.actor_words import SUPRANATIONAL, Nation, Role
from reportedly.resolution.marks import Mark, Marks
from reportedly.resolution.noun_phrases import modifiers, possessor

#: A country that acts is its government, and so is its capital; a people is its citizens, also by its adjective: "the
#: Dutch".
OF_NATION = {"name": ("GOV",), "seat": ("GOV",), "people": ("CVL",), "adjective": ("CVL",), "region": (), "town": ()}

#: Sectors of the state, except police, who are no soldiers.
STATE = frozenset({"GOV", "MIL", "SPY", "LEG", "JUD"})


def sectors_of(head: Token, *, marks: Marks, country: str | None) -> tuple[str, ...]:
    """Return the sectors of the phrase under a head, without repetition; empty when nothing tells.

    The head's word decides ("soldiers"), words before it add ("government soldiers": MIL, GOV). Where the head is a
    word such as "leader" or "group", the words around it come first: "rebel leader", "members of the senate".
    """
    nation = marks.nation(head)
    if nation is not None:
        return _of_nation(nation)
    if marks.effects.get(head.i) == "inert":
        return ()
    own, around = _roles(head, marks)
    sectors = _joined(own, around, _behind(head, marks, own))
    # "Its European Union partners" are no government.
    if not sectors and own is not None and country is not None and not (own.relational and country in SUPRANATIONAL):
        sectors = own.of_country
    if any(marks.effects.get(token.i) == "former" for token in modifiers(head)):
        # PLOVER counts people out of office among the elites.
        sectors = tuple("ELI" if sector == "GOV" else sector for sector in sectors)
    return tuple(dict.fromkeys(sectors))


def _of_nation(nation: Nation) -> tuple[str, ...]:
    return nation.sectors or OF_NATION.get(nation.form, ())


def _roles(head: Token, marks: Marks) -> tuple[Role | None, tuple[str, ...]]:
    """Return the role that the phrase rests on, and the sectors of the words before it.

    In front of a name the last role word is what the name rests on: "Foreign Ministry spokesman Li Wen".
    """
    before = modifiers(head)
    # "A staff-level agreement", "the rebel-held town": a word bound by a hyphen says nothing of who that is.
    found = list(dict.fromkeys(_mark(marks, token) for token in (*before, head) if not _is_bound(token)))
    roles = [mark for mark in found if mark is not None]
    own = marks.roles.get(head.i)
    if own is None and head.pos_ == "PROPN" and roles:
        own = roles[-1]
    # A title before another title only ranks it: "deputy governor".
    rest = [m.value for m in roles if m is not own and (own is None or own.value.yields or m.value.kind != "title")]
    bodies = _bodies(before, marks)
    return (None if own is None else own.value), tuple(s for role in reversed(rest) for s in role.sectors) + bodies


def _is_bound(token: Token) -> bool:
    following = token.doc[token.i + 1 : token.i + 3]
    bound = len(following) == 2 and following[0].text == "-" and not token.whitespace_
    return bound and following[1].pos_ != "PROPN" and following[1].dep_ != "conj" and token.text.islower()


def _mark(marks: Marks, token: Token) -> Mark[Role] | None:
    return marks.roles.get(token.i)


def _bodies(tokens: Iterable[Token], marks: Marks) -> tuple[str, ...]:
    """Return the sectors of listed bodies among the words: "Hamas fighters"; those of states' bodies tell nothing."""
    nations = (marks.nation(token) for token in tokens)
    return tuple(s for n in nations if n is not None and n.form == "organisation" for s in n.sectors if s != "GOV")


def _behind(head: Token, marks: Marks, own: Role | None) -> tuple[str, ...]:
    """Return the sectors of possessor and of-phrase, where the head leaves room for them."""
    if own is not None and not own.yields:
        return ()
    around = [token for token in (possessor(head), marks.whole(head)) if token is not None]
    return tuple(s for token in around for s in _inner(token, marks))


def _inner(token: Token, marks: Marks) -> tuple[str, ...]:
    nation = marks.nation(token)
    if nation is not None:
        # "Thousands of Serbs" are citizens; "the envoy of Chad" is not its government.
        return _of_nation(nation) if nation.form in {"people", "adjective"} else nation.sectors
    return sectors_of(token, marks=marks, country=None)


def _joined(own: Role | None, around: tuple[str, ...], behind: tuple[str, ...]) -> tuple[str, ...]:
    if own is None:
        return around or behind
    if not own.yields:
        return own.sectors + around
    told = around or behind
    if own.sectors == ("CVL",):
        # A president's supporters and a soldier's family are none of the state's.
        told = tuple(sector for sector in told if sector not in STATE | {"COP"})
    # A union official is none of the state's, a police officer no soldier.
    apart = bool(told) and STATE.isdisjoint(told) and STATE.issuperset(own.sectors)
    return told if apart else told + own.sectors
