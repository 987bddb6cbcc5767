"""The words for a source: its name without what only tells more of it, and its title."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from reportedly.language.annotated import Entity
from reportedly.language.phrases import children, phrase_tokens, span_of
from reportedly.language.word_groups import words_of as words_in


def name_tokens(head: Token) -> Iterator[Token]:
    """Yield the tokens of a name; what follows a common noun ("of the village", "close to …") only tells more."""
    common = head.pos_ == "NOUN" or head.lower_ == "data"
    labels = ("amod", "acomp", "npadvmod", "advmod", *(("prep", "appos") if common else ()))
    behind = {t for c in head.rights if c.dep_ in labels and not is_of_office(c, head) for t in c.subtree}
    # '…," the major told state radio': the parser can hang the whole clause on its object.
    behind |= {t for c in head.lefts if any(children(c, "nsubj")) for t in c.subtree}
    yield from (t for t in phrase_tokens(head) if t not in behind)
    yield from _joined_purpose(head)


def _joined_purpose(head: Token) -> Iterator[Token]:
    """Yield the end of a body's name: "the Centre *for Maritime Law*"."""
    link = head.nbor(1) if head.pos_ == "PROPN" and head.i + 1 < len(head.doc) else head
    if link.head != head or link.lower_ not in words_in("joints of bodies' names"):
        return
    for noun in children(link, "pobj"):
        if noun.pos_ == "PROPN" and head.ent_type_ != "PERSON":
            yield from (link, *phrase_tokens(noun))


def is_of_office(link: Token, head: Token) -> bool:
    """Tell the second half of an office that is named by two nouns: "chief *of staff*"."""
    opens = link.lower_ == "of" and head.lower_ in words_in("offices of two nouns")
    return opens and any(noun.lower_ in words_in("second nouns of offices") for noun in children(link, "pobj"))


def behind_prefix(head: Token) -> Token:
    """Return the noun of "the *vice*-chancellor", of which the parser may take the first part for the head."""
    behind = head.doc[head.i + 1 : head.i + 3]
    glued = len(behind) == 2 and behind[0].text == "-" and not head.whitespace_ and not behind[0].whitespace_
    prefix = glued and head.lower_ in words_in("parted prefixes") and behind[1].pos_ in ("NOUN", "PROPN")
    return behind[1] if prefix else head


def appositions(head: Token) -> Iterator[Token]:
    """Yield what is set beside a calling, also where it hangs on its place: "the mayor of *Sderot*, Avi Peretz"."""
    yield from children(head, "appos")
    # "The Kurdish politician *Leyla Aydin* says": the parser may give the verb two subjects.
    yield from (t for t in children(head.head, "nsubj") if head.dep_ == "nsubj" and t.left_edge.i == head.i + 1)
    places = (
        noun
        for link in children(head, "prep")
        for noun in children(link, "pobj")
        if noun.ent_type_ in ("GPE", "LOC", "FAC", "ORG")
    )
    yield from (c for place in places for c in children(place, "appos"))


def named_behind(head: Token, text: str) -> str | None:
    """Return the name right behind a description: "private broadcaster *TVN24*"."""
    named = (c for c in children(head, "appos") if c.pos_ == "PROPN" and c.left_edge.i == head.i + 1)
    return next((words_of(phrase_tokens(c), text) for c in named), None)


def title_of(head: Token, entity: Entity | None, text: str) -> str | None:
    """Return what is said of a named person in apposition: "director of the institute"."""
    if entity is None or entity.label != "PERSON":
        return None
    if head.pos_ != "PROPN" and head.pos_ != "PRON":
        return words_of(phrase_tokens(head), text)
    for apposition in children(head, "appos"):
        if apposition.pos_ == "NOUN" or apposition.tag_ == "NN":
            return words_of([t for t in apposition.subtree if not _is_aside(t, apposition)], text)
    return None


def _is_aside(token: Token, apposition: Token) -> bool:
    """Tell whether a token stands in a clause about the title and not in the title."""
    while token != apposition:
        if token.dep_ in ("relcl", "advcl", "appos", "parataxis"):
            return True
        token = token.head
    return False


def words_of(tokens: Iterable[Token], text: str) -> str:
    """Return the words of a phrase without a leading article and without a possessive ending."""
    kept = sorted((t for t in tokens if not t.is_space), key=lambda t: t.i)
    while len(kept) > 1 and kept[0].lower_ in ("a", "an", "the"):
        kept = kept[1:]
    while len(kept) > 1 and (kept[-1].is_punct or kept[-1].dep_ == "case"):
        kept = kept[:-1]
    start, end = span_of(kept)
    return " ".join(text[start:end].split())
