"""Which noun a number counts, and where a coordination begins, by the parse."""

from spacy.tokens import Token

#: How a number hangs on the noun that it counts.
COUNTING = frozenset({"nummod", "quantmod", "compound", "amod", "det", "nmod", "advmod", "npadvmod", "predet"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "PRON", "SYM"})
#: Farther away, the noun is no longer the one that is counted.
MAX_WORDS_TO_NOUN = 8
#: A bound, so that a list of thousands takes no quadratic time.
MAX_CONJUNCTS = 40


def counted_noun(token: Token, number: tuple[Token, ...]) -> Token | None:
    """Return the noun that a number counts: its head to the right, or what follows "of".

    Args:
        token: The head of the number words.
        number: All of them, in order.
    """
    inside = {t.i for t in number}
    of = (prep for t in number for prep in t.children if prep.lower_ == "of" and prep.i > t.i and prep.i not in inside)
    counted = next((noun for prep in of for noun in prep.children if noun.dep_ == "pobj"), None)
    if counted is not None and counted.pos_ != "PRON":
        return counted
    head = token.head
    if head.pos_ == "NUM" and head.i > token.i:
        head = head.head  # "fell from 40 to 25 firms": the first number hangs on the second
    if head.pos_ in ("ADJ", "ADV") and head.dep_ in COUNTING and head.head.i > head.i:
        head = head.head  # "25 million more people"
    near = number[-1].i < head.i <= number[-1].i + MAX_WORDS_TO_NOUN
    nominal = head.pos_ in NOMINAL or head.tag_ in ("VBN", "VBG")  # "left 21 missing"
    return head if near and nominal and token.dep_ in COUNTING else None


def first_conjunct(token: Token) -> Token:
    """Return the first of a coordination, which hangs where all of them do."""
    for _ in range(MAX_CONJUNCTS):
        if token.dep_ != "conj" or token.head.i >= token.i:
            return token
        token = token.head
    return token
