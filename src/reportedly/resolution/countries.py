"""The country of a noun phrase: from its own words first, then from its possessor, its of-phrase, its place."""

from collections.abc import Iterable

from spacy.tokens import Token

from reportedly.resolution.marks import Marks
from reportedly.resolution.noun_phrases import modifiers, place_objects, possessor
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
            # "The German Foreign Office" and "Berlin's Foreign Office" are not London's; "the Iranian-backed Hezbollah"
            # stays where it is.
            own = [t for t in before if t.head.i == head.i] if nation.form == "organisation" else []
            owners = [t for t in own if t.dep_ == "poss"]
            return (
                _first(marks, own, forms=("adjective",)) or _first(marks, owners, forms=("name", "seat")) or nation.code
            )
    return (
        adjective
        or _of_possessor(head, marks, known)
        or _first(marks, before, forms=("name", "seat", "region", "town", "organisation", "people"))
        or _of_object(head, marks, known)
        or _of_place(head, marks)
        or _shared(head, marks, known)
    )


def _shared(head: Token, marks: Marks, known: Known) -> str | None:
    """Return the country that a bare office or body shares with the one before it: "the Congolese army and police".

    Who is neither ("the Congolese army and rebels") may belong elsewhere. What stands behind the last is everybody's:
    "the army and rebels in Myanmar".
    """
    if head.dep_ != "conj" or head.head.i > head.i:
        return None
    behind = next((c for c in head.head.rights if c.dep_ == "prep" and c.i > head.i), None)
    if behind is not None and head.i in marks.roles:
        code = _of_place(head.head, marks)
        if code is not None:
            return code
    role = marks.role(head)
    bare = not any(child.dep_ in {"det", "poss"} for child in head.lefts)
    shares = role is not None and role.kind in {"institution", "title"} and bare and head.text.islower()
    return country_of(head.head, marks=marks, known=known) if shares and marks.role(head.head) else None


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
    inner = marks.whole(head)
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
        # "Deserters from the Sudanese army": a body's nationality tells as much as a country's name.
        forms = ("name", "seat", "region", "town") + (("adjective",) if place.i in marks.roles else ())
        code = _first(marks, (place, *modifiers(place), *whose), forms=forms)
        if code is not None:
            return code
    return None
