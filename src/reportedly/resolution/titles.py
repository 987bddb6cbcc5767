"""The title that a phrase gives to a person: before the name, behind it, or in place of it."""

from spacy.tokens import Token

from reportedly.language.phrases import OUTSIDE
from reportedly.resolution.marks import Marks
from reportedly.resolution.noun_phrases import appositions, modifiers, of_object

#: Clauses and remarks that end a title behind a name.
ENDING = OUTSIDE - {"case", "punct"}


def title_of(head: Token, *, marks: Marks) -> str | None:
    """Return the title in the phrase under a head, lower-cased except for names in it; None when there is none.

    1. Before a name: "transport minister" from "Transport Minister Ana Ruiz".
    2. As the head itself, in the singular: "Chile's transport minister".
    3. In apposition: "director of the Harbour Institute at Lund University" from "Ek, director of the …,".
    """
    before = [token for token in modifiers(head) if _is_title(token, marks)]
    if before and not _is_title(head, marks) and head.pos_ == "PROPN":
        return _front(before[-1], modifiers(head), marks)
    if _is_title(head, marks) and "Plur" not in head.morph.get("Number", []):
        return _with_of_phrase(head, marks)
    return next((_behind(a, marks) for a in appositions(head) if _is_title(a, marks)), None)


def _is_title(token: Token, marks: Marks) -> bool:
    mark = marks.roles.get(token.i)
    return mark is not None and mark.value.kind == "title"


def _front(last: Token, before: tuple[Token, ...], marks: Marks) -> str:
    """Return the title that ends with `last`, with the words before it that belong to it."""
    start, end = _extent(last, marks)
    words = list(last.doc[start:end])
    for token in reversed([t for t in before if t.i < start]):
        if _belongs(token, marks):
            words.insert(0, token)
        elif marks.nation(token) is None:
            break
    return _text(words).lower()


def _belongs(token: Token, marks: Marks) -> bool:
    """Tell a word of the title ("transport minister", "acting president") from a nationality or a remark ("new")."""
    if marks.nation(token) is not None or marks.effects.get(token.i) in {"alleged", "ethnic"}:
        return False
    return (
        token.dep_ in {"compound", "nmod", "npadvmod"}
        or marks.effects.get(token.i) in {"qualifies", "former"}
        or (token.i in marks.roles)
    )


def _with_of_phrase(head: Token, marks: Marks) -> str:
    front = _front(head, modifiers(head), marks)
    inner = of_object(head)
    if inner is None or marks.nation(inner) is not None or inner.i in range(*_extent(head, marks)):
        return front
    return f"{front} {_text(_kept(inner.head))}"


def _extent(head: Token, marks: Marks) -> tuple[int, int]:
    mark = marks.roles[head.i]
    return mark.start, mark.end


def _behind(apposition: Token, marks: Marks) -> str:
    """Return a title behind a name whole, with its places of work; "of Chile" alone is the country, no part of it."""
    front = _front(apposition, modifiers(apposition), marks)
    phrases = [c for c in apposition.rights if c.dep_ == "prep" and not _is_country(c, marks)]
    return " ".join([front, *(_text(_kept(phrase)) for phrase in phrases)])


def _is_country(preposition: Token, marks: Marks) -> bool:
    return any(c.dep_ == "pobj" and marks.nation(c) is not None for c in preposition.rights)


def _kept(head: Token) -> list[Token]:
    """Return a phrase's tokens without clauses and remarks."""
    kept = [head]
    for child in head.children:
        if child.dep_ not in ENDING and not child.is_punct:
            kept.extend(_kept(child))
    return kept


def _text(tokens: list[Token]) -> str:
    ordered = sorted(tokens, key=lambda token: token.i)
    return "".join(token.text_with_ws for token in ordered).strip()
