"""Who says it: the source of a verb, found through conjunction, control, participles and passives."""

from spacy.tokens import Token

from reportedly.language.phrases import children

#: A verb without a subject of its own borrows that of the verb it hangs on.
BORROWING = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "prep"})
#: How far up a chain of verbs the subject may be sought.
STEPS = 6


def is_passive(verb: Token) -> bool:
    """Tell whether a verb stands in the passive."""
    return verb.tag_ == "VBN" and (
        any(children(verb, "auxpass", "nsubjpass", "csubjpass")) or (verb.dep_ == "acl" and verb.i > verb.head.i)
    )


def agent_of(verb: Token) -> Token | None:
    """Return who did it in the passive: the object of "by"."""
    by = next(children(verb, "agent"), None)
    return None if by is None else next(children(by, "pobj"), None)


def subject_of(verb: Token) -> Token | None:
    """Return the verb's own subject, active or passive."""
    return next(children(verb, "nsubj", "nsubjpass", "csubj"), None)


def source_of(verb: Token) -> Token | None:
    """Return the head of the noun phrase that says it, or None when the text names nobody.

    1. In the passive, the object of "by".
    2. The verb's own subject.
    3. The noun that a participle or a relative clause hangs on.
    4. The subject of the verb that this one hangs on: "declined to say", "said X and added Y", "left, saying …".
    """
    if is_passive(verb):
        return agent_of(verb)
    return _active_source(verb, STEPS)


def _active_source(verb: Token, steps: int) -> Token | None:
    own = subject_of(verb)
    if own is not None:
        return None if own.lower_ in ("it", "there") and own.dep_ == "nsubjpass" else own
    if verb.dep_ in ("acl", "relcl"):
        return verb.head
    if steps and verb.dep_ in BORROWING and verb.head != verb:
        return _borrowed(verb, steps)
    return None


def _borrowed(verb: Token, steps: int) -> Token | None:
    """Take the controller: the object of "told him to say" and "quoted him as saying", else the governor's subject."""
    governor = verb.head
    if governor.pos_ not in ("VERB", "AUX", "ADP", "SCONJ"):
        return None
    if verb.dep_ == "xcomp" or (verb.dep_ == "pcomp" and governor.lower_ == "as"):
        governor = governor.head if verb.dep_ == "pcomp" else governor
        controller = next(children(governor, "dobj", "dative"), None)
        if controller is not None:
            return controller
    return _active_source(governor, steps - 1)
