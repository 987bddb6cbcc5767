"""Which noun a number counts, what its unit is called, and where a coordination begins, by the parse."""

from spacy.tokens import Token

from reportedly.resolution.quantity_lexicon import quantity_lexicon

#: How a number hangs on the noun that it counts.
COUNTING = frozenset({"nummod", "quantmod", "compound", "amod", "det", "nmod", "advmod", "npadvmod", "predet"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "PRON", "SYM"})
#: Farther away, the noun is no longer the one that is counted.
MAX_WORDS_TO_NOUN = 8
#: Nouns before the counted one that its unit may keep.
MAX_COMPOUND = 3
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
    if head.i < token.i and head.dep_ in {"nmod", "compound"}:
        head = head.head  # "lend the army 18 Boxer vehicles": the number hangs on who gets them
    if head.dep_ == "compound" and head.tag_ == "NN" and head.head.tag_ == "NNS" and head.i == number[-1].i + 1:
        head = head.head  # "half a million vaccine doses"
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


def is_age(number: Token) -> bool:
    """Tell "he is 52" from "it is 52"."""
    subjects = (child for child in number.head.children if child.dep_ == "nsubj")
    return number.dep_ == "attr" and any(set(s.morph.get("Gender", [])) & {"Masc", "Fem"} for s in subjects)


def unit_of(noun: Token, *, after: int = 0) -> str:
    """Return what is counted, in the singular, with the nouns before it: "missile battery".

    Args:
        noun: What is counted.
        after: Where the number ends; its own words ("dozen") are not the unit's.
    """
    parts: list[str] = []
    for token in reversed(noun.doc[max(0, noun.i - MAX_COMPOUND) : noun.i]):
        described = token.dep_ == "compound" and token.pos_ == "NOUN" and token.is_alpha
        if token.idx < after or not (described or token.lower_ in quantity_lexicon().measure_attributes):
            break
        parts.insert(0, token.lower_)
    return " ".join([*parts, _singular(noun)])


def _singular(noun: Token) -> str:
    """Return the lemma in lower case; a name of people keeps its capital: "Libyan"."""
    if noun.pos_ == "PROPN":
        return noun.text.removesuffix("s") if noun.tag_ == "NNPS" else noun.text
    return str(noun.lemma_).lower()
