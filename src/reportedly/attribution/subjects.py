"""Who says it: the source of a verb, by the logical subjects of the language room."""

from spacy.tokens import Token

from reportedly.language.arguments import is_passive, objects, own_subject, subjects, swallowed_subject
from reportedly.language.phrases import children


def subject_of(verb: Token) -> Token | None:
    """Return the verb's own subject, active or passive."""
    # "A clerk *let* slip that …": the parser hangs the clerk on the auxiliary.
    of_auxiliary = next((s for aux in children(verb, "aux") for s in children(aux, "nsubj")), None)
    return swallowed_subject(verb) or own_subject(verb, "nsubj", "nsubjpass", "csubj") or of_auxiliary


def source_of(verb: Token) -> Token | None:
    """Return the head of the noun phrase that says it, or None when the text names nobody.

    1. "Quoted him *as saying*": he says it, though he is the object of the quoting.
    2. The verb's own subject as it stands, so that the source's span is what the reader sees: "officials *who* said".
    3. The logical subject.
    """
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        quoted = objects(verb.head.head)
        if quoted:
            return quoted[0]
    own = None if is_passive(verb) else subject_of(verb)
    return own or next(iter(subjects(verb)), None)
