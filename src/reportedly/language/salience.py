"""How likely a mention is taken up by a later pronoun: by its place in the sentence and its distance."""

from spacy.tokens import Token

from reportedly.language.board import SUBJECTS, Board
from reportedly.language.word_groups import words_of

#: Points by the place of a mention; measured on tests/language/mentions.yaml.
MAIN_SUBJECT, SUBJECT, OBJECT, INSIDE_SUBJECT, ELSEWHERE, WHERE = 4.0, 3.0, 1.5, 2.0, 1.0, 0.4
#: What every sentence between costs.
DISTANCE = 1.6


def standing(token: Token, *, later: Token, board: Board) -> float:
    """Return how likely a mention is taken up at a later token: subjects before objects, near before far."""
    distance = board.sentence[later.i] - board.sentence[token.i]
    return place_in_clause(token) - DISTANCE * distance


def place_in_clause(token: Token) -> float:
    """Return the points of a mention's place; all of a coordination stand where its first stands."""
    token = top_of_phrase(token)
    if token.dep_ in SUBJECTS:
        return MAIN_SUBJECT if token.head.dep_ in {"ROOT", "ccomp", "conj", "parataxis"} else SUBJECT
    if token.dep_ in {"dobj", "dative"} or (token.dep_ == "pobj" and token.head.dep_ == "agent"):
        return OBJECT
    if _is_inside_subject(token):
        return INSIDE_SUBJECT
    is_where = token.dep_ == "pobj" and token.head.lower_ in words_of("place prepositions")
    return WHERE if is_where else ELSEWHERE


def top_of_phrase(token: Token) -> Token:
    """Return the first of a coordination or of two names for one: "Ann" for "Bo" in "Ann and Bo"."""
    while token.dep_ in {"conj", "appos"} and token.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        token = token.head
    return token


def _is_inside_subject(token: Token) -> bool:
    """Tell the owner or the of-phrase of a subject: "*Chad*'s army", "fighters of the *Front*"."""
    if token.dep_ == "pobj" and token.head.dep_ == "prep":
        token = token.head
    elif token.dep_ != "poss":
        return False
    return top_of_phrase(token.head).dep_ in SUBJECTS
