"""Side clauses that tell what was, whatever the clause above asks, plans or threatens."""

from spacy.tokens import Token

from reportedly.language.phrases import children
from reportedly.language.word_groups import words_of


def tells_what_was(clause: Token) -> bool:
    """Tell a clause of the past behind "after" and the like: "will ask for help *after rebels took* the town".

    "When" and "once" are left out: "would leave when the talks ended" tells of no end yet.
    """
    if clause.dep_ != "advcl" or not any(
        mark.lower_ in words_of("telling what was") for mark in children(clause, "mark")
    ):
        return False
    return any(verb.tag_ == "VBD" for verb in (clause, *children(clause, "aux", "auxpass")))
