"""Whom "they" and "them" mean where nobody has a name: the nearest people told of."""

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from reportedly.language.arguments import governor, objects, subjects
from reportedly.language.partitives import counted
from reportedly.language.phrases import children, conjuncts
from reportedly.language.word_groups import words_of
from reportedly.resolution.marks import Marks

SUBJECT_LABELS = ("nsubj", "nsubjpass")
NOUNS = frozenset({"NOUN", "PROPN"})
#: What a number or a word for some takes out of a group: "*14* of them", "*several* of them".
PARTS = frozenset({"NUM", "ADJ", "DET", "PRON"})


def many_in(head: Token) -> Token | None:
    """Return the plural pronoun that a phrase is about: "them" itself, and that of "14 of them"."""
    if head.lower_ in words_of("they"):
        return head
    if head.pos_ not in PARTS and counted(head) == head:
        return None
    inner = (noun for prep in children(head, "prep") if prep.lower_ == "of" for noun in children(prep, "pobj"))
    return next((noun for noun in inner if noun.lower_ in words_of("they")), None)


def group_meant(pronoun: Token, *, marks: Marks) -> tuple[Token, ...]:
    """Return the heads of the nearest people that a plural pronoun can stand for; none when there are none.

    1. Those named before it in its sentence, the nearest first, but not whoever acts on it or is acted upon by it.
    2. Whoever the sentence before it is about; then the nearest people of that sentence.

    Args:
        pronoun: One of the third person plural.
        marks: Of the text; people are the nouns to which it gives a sector.
    """
    verb = governor(pronoun)
    others = set() if verb is None else {*subjects(verb), *objects(verb)}
    here = [noun for noun in _people(pronoun.sent, marks) if noun.i < pronoun.i and noun not in others]
    if here:
        return conjuncts(_first_of_list(here[-1]))
    start = pronoun.sent.start
    if start == 0:
        return ()
    before = _people(pronoun.doc[start - 1].sent, marks)
    about = [noun for noun in before if _is_topic(noun)]
    nearest = about[:1] or before[-1:]
    return conjuncts(_first_of_list(nearest[0])) if nearest else ()


def _people(sentence: DocSpan, marks: Marks) -> list[Token]:
    return list(_plural_people(sentence, marks))


def _plural_people(sentence: DocSpan, marks: Marks) -> Iterator[Token]:
    for noun in sentence:
        role = marks.role(noun)
        nation = marks.nation(noun)
        known = (role is not None and role.sectors) or (nation is not None and nation.form == "people")
        told = noun.pos_ in NOUNS and known and "Plur" in noun.morph.get("Number", [])
        # "Navy *officers*" is one group, which its last word heads.
        if told and noun.dep_ not in ("compound", "nmod", "poss"):
            yield noun


def _is_topic(noun: Token) -> bool:
    """Tell the subject of a main clause, "dozens of *miners*" included."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        noun = noun.head.head
    return noun.dep_ in SUBJECT_LABELS and noun.head.dep_ in ("ROOT", "ccomp", "conj")


def _first_of_list(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head.pos_ in NOUNS:
        noun = noun.head
    return noun
