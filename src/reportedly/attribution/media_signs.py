"""Signs by which a phrase that stands where media stand is told to name one, or not."""

from spacy.tokens import Token

from reportedly.language import word_groups
from reportedly.language.given_names import is_given
from reportedly.language.phrases import children


def only_tells(noun: Token) -> bool:
    """Tell "reported by radio", "a radio network" from who passes words on."""
    bare = not any(noun.lefts)
    return bare and (noun.dep_ == "compound" or (noun.dep_ == "pobj" and noun.head.lower_ in ("by", "over", "via")))


def is_no_outlets(word: Token) -> bool:
    """Tell "on *its* website" and "on *social* media" from media."""
    return word.tag_ == "PRP$" or word.lower_ in word_groups.words_of("social networks")


def has_seen(head: Token) -> bool:
    """Tell who got hold of "a memo seen by *Expresso*" from who is told something."""
    return head.dep_ == "pobj" and head.head.lower_ == "by" and head.head.dep_ == "agent"


def reports(head: Token) -> bool:
    """Tell "*L'Aube* reported, citing two clerks": papers report."""
    return head.dep_ == "nsubj" and head.head.lemma_ == "report"


def is_bare(name: str) -> bool:
    """Tell a name of one word that is no given name: of a person the text would give more."""
    return " " not in name and not is_given(name)


def is_thing(head: Token) -> bool:
    """Tell a name that "which" takes up: no person, whatever the label says."""
    return any(c.lower_ == "which" for clause in children(head, "relcl") for c in clause.children)
