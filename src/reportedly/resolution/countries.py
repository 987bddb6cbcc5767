"""The country of a noun phrase: from its own words first, then from its possessor, its of-phrase, its place."""

from collections.abc import Iterable

from spacy.tokens import Token

from reportedly.resolution.marks import Marks
from reportedly.resolution.noun_phrases import modifiers, of_object, place_objects, possessor
from reportedly.resolution.portraits import Known


def country_of(head: Token, *, marks: Marks, known: Known) -> str | None:
    """Return the country code of the phrase under a head, or None.

    1. A people described by another nationality or place belongs there: "Bosnian Serbs", "Russians in Latvia"; descent
       alone ("ethnic Russians") tells no country.
    2. The head is a country, a seat of government or a listed body of one country.
    3. A nationality before the head: "the Venezuelan leader".
    4. The possessor, a country or somebody whose country the text tells: "Chile's navy", "Putin's envoy".
    5. A country or body as a compound: "the Iran foreign ministry".
    6. The of-phrase, then a place: "the president of Chad", "rebels in Mali".
    """
    before = modifiers(head)
    nation = marks.nation(head)
    adjective = _first(marks, before, forms=("adjective",))
    if nation is not None:
        if nation.form == "people":
            ethnic = any(marks.effects.get(t.i) == "ethnic" for t in before)
            return adjective or _of_place(head, marks) or (None if ethnic else nation.code)
        if nation.code:
            # "The German Foreign Office" is not London's; "the Iranian-backed Hezbollah" stays where it is.
            own = [t for t in before if t.head.i == head.i] if nation.form == "organisation" else []
            return _first(marks, own, forms=("adjective",)) or nation.code
    return (
        adjective
        or _of_possessor(head, marks, known)
        or _first(marks, before, forms=("name", "seat", "region", "town", "organisation", "people"))
        or _of_object(head, marks, known)
        or _of_place(head, marks)
    )


def _first(marks: Marks, tokens: Iterable[Token], *, forms: tuple[str, ...]) -> str | None:
    nations = (marks.nation(token) for token in tokens)
    return next((n.code for n in nations if n is not None and n.form in forms and n.code), None)


def _of_possessor(head: Token, marks: Marks, known: Known) -> str | None:
    owner = possessor(head)
    role = marks.role(head)
    if owner is None or (role is not None and role.relational):
        return None
    return country_of(owner, marks=marks, known=known) or known(owner).country


def _of_object(head: Token, marks: Marks, known: Known) -> str | None:
    inner = of_object(head)
    role = marks.role(head)
    if inner is None or (role is not None and role.relational):
        return None
    return country_of(inner, marks=marks, known=known) or known(inner).country


def _of_place(head: Token, marks: Marks) -> str | None:
    """Return the country that people or a body sit in; things only come from there ("aid from Chad")."""
    if head.i not in marks.roles and head.i not in marks.nations:
        return None
    for place in place_objects(head):
        owner = possessor(place)
        whose = () if owner is None else (owner,)
        code = _first(marks, (place, *modifiers(place), *whose), forms=("name", "seat", "region", "town"))
        if code is not None:
            return code
    return None
