"""Signs that an unknown name is a body's and no person's: "Lusaka's Copper Diggers", "Tallow said its ships"."""

from spacy.tokens import Token

from reportedly.attribution.kind_words import SourceKinds
from reportedly.language.given_names import is_given
from reportedly.language.phrases import children, phrase_tokens
from reportedly.language.word_groups import words_of


def names_body(head: Token, kinds: SourceKinds) -> bool:
    """Tell whether a name that nothing is known of names a body.

    1. It has an owner or "the": "Lusaka's Copper Diggers", "the Tallow Forum".  2. Its last word is a plural.  3. "Its"
    takes it up in what it says.  4. It made a survey: "a poll by Umfrage Nord".

    Args:
        head: Of the name.
        kinds: The codebook's nouns.
    """
    words = [t for t in phrase_tokens(head) if t.pos_ in ("PROPN", "NOUN", "ADJ")]
    if head.pos_ != "PROPN" or is_given(words[0].text) or any(is_given(t.text) for t in children(head, "compound")):
        return False
    if any((entry := kinds.noun_of(t)) is not None and entry.human for t in (*words, *children(head, "appos"))):
        return False
    owned = any(c.dep_ == "poss" or c.lower_ == "the" for c in head.lefts)
    several = len(words) > 1
    return (several and (owned or head.tag_ == "NNPS" or _made_survey(head))) or _says_its(head)


def _says_its(head: Token) -> bool:
    """Tell "Tallow said *its* ships were safe" from "Tallow said the army sent its ships"."""
    verb = head.head
    if head.dep_ != "nsubj":
        return False
    clauses = (*children(verb, "ccomp", "advcl"),)
    firsts = (clause.left_edge if clause.left_edge.dep_ != "mark" else clause.left_edge.nbor(1) for clause in clauses)
    accusing = (t for clause in clauses if clause.i < head.i for noun in children(clause, "dobj") for t in noun.lefts)
    return any(t.lower_ == "its" for t in (*firsts, *accusing))


def _made_survey(head: Token) -> bool:
    paper = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "by" else None
    return paper is not None and paper.lemma_.lower() in words_of("surveys")
