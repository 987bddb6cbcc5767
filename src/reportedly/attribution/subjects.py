"""Who says it: the source of a verb, by the logical subjects of the language room."""

from spacy.tokens import Token

from reportedly.language.arguments import is_passive, objects, own_subject, subjects, swallowed_subject


def subject_of(verb: Token) -> Token | None:
    """Return the verb's own subject, active or passive."""
    return swallowed_subject(verb) or own_subject(verb, "nsubj", "nsubjpass", "csubj")


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
