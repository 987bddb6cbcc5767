"""Logical subjects and objects over the dependency parse.

Who does it, to whom, whatever the clause looks like: active, passive, participle, relative clause, coordination,
control. spaCy's labels are those of ClearNLP (Choi and Palmer 2012).
"""

from spacy.tokens import Token

from reportedly.language.lexicon import load_lexicon
from reportedly.language.phrases import NOMINAL, children, conjuncts, hanging
from reportedly.language.word_groups import words_of

SUBJECTS = ("nsubj", "csubj", "expl")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
OBJECTS = ("dobj", "obj")
#: Clauses that leave out their subject because it is that of the clause above.
SUBJECTLESS = frozenset({"xcomp", "advcl", "pcomp", "ccomp", "conj", "prep"})
#: "accused Chad *of* arming", "praised Chad *for* sheltering": what follows is said of the object.
CONTROLLED_BY_OBJECT = frozenset({"of", "for", "from", "into"})
#: What opens a clause that truly is the object of the verb above.
COMPLEMENTISERS = frozenset({"that", "whether", "if", "how", "why"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
#: How far up control and coordination are followed; real sentences need three, mutated ones would loop for ever.
MAX_CLIMB = 6


def is_passive(verb: Token, *, climb: int = MAX_CLIMB) -> bool:
    """Tell whether the verb stands in the passive: "was bombed", "the town bombed by rebels", "freed at dawn, he …"."""
    if verb.dep_ == "acl" and verb.lemma_.lower() in words_of("never passive") and not _has_auxiliary(verb):
        return False  # "Hundreds of Alawites *protested*": the parser takes it for "the men *arrested*".
    if any(children(verb, "auxpass", *PASSIVE_SUBJECTS)) or (verb.tag_ == "VBN" and any(children(verb, "agent"))):
        return True
    if verb.tag_ != "VBN" or any(children(verb, *OBJECTS)):
        return False
    if any(children(verb, *SUBJECTS)):
        # "With nine people killed in the raid", "leaving one dead and nine injured": a participle with its own subject.
        beside = verb.dep_ == "conj" and verb.head.pos_ == "ADJ"
        return (beside or verb.dep_ in ("pcomp", "advcl")) and not _has_auxiliary(verb)
    if verb.dep_ in ("acl", "advcl"):
        return not _has_auxiliary(verb) and not _is_late_verb(verb)
    if verb.dep_ != "conj" or climb <= 0 or _has_auxiliary(verb):
        return False
    return is_passive(verb.head, climb=climb - 1)


def _is_late_verb(verb: Token) -> bool:
    """Tell a main verb taken for a participle behind a relative clause: "Chad, which has gold, *offered* help".

    The name then stands as a sentence without a verb.
    """
    noun = verb.head
    if verb.dep_ != "acl" or noun.dep_ != "ROOT" or noun.pos_ not in NOMINAL or verb.left_edge.i == 0:
        return False
    said_before = any(clause.i < verb.i for clause in children(noun, "relcl"))
    return said_before and verb.left_edge.nbor(-1).text == ","


def _has_auxiliary(verb: Token) -> bool:
    return any(children(verb, "aux"))


def subjects(verb: Token, *, climb: int = MAX_CLIMB) -> tuple[Token, ...]:
    """Return who does it: heads of the logical subject, coordination expanded.

    Order: passive agent; the noun before a relative clause that swallowed the main verb; own subject; antecedent of a
    relative clause; noun of a participle; the subject (or, for "urged Iran to release", the object) of the clause
    above.
    """
    if is_passive(verb):
        return _agents(verb)
    swallowed = swallowed_subject(verb)
    if swallowed is not None:
        return (swallowed,)
    own = own_subject(verb, "nsubj")
    if own is not None:
        return _referents(own, clause=verb)
    if climb <= 0:
        return ()
    if verb.dep_ in ("acl", "relcl") and not _misattached(verb):
        return (verb.head,)
    if verb.dep_ in SUBJECTLESS or _misattached(verb):
        return _inherited_subject(verb, climb=climb)
    return ()


def own_subject(verb: Token, *labels: str) -> Token | None:
    """Return the subject that hangs on a verb; of "news agency *SANA* said", two subjects to the parser, the name."""
    found = list(children(verb, *labels))
    beside = len(found) > 1 and found[1].i == found[0].i + 1 and found[1].pos_ == "PROPN"
    return found[1] if beside else next(iter(found), None)


def swallowed_subject(verb: Token) -> Token | None:
    """Return the subject of a main verb that the parser hung into the relative clause before it.

    "A nurse who saw the blast told …" comes out as a sentence without a verb, whose nurse saw that the blast told.
    """
    relative = verb.head
    noun = relative.head
    swallowed = verb.dep_ == "ccomp" and relative.dep_ == "relcl" and noun.dep_ == "ROOT" and noun.pos_ in NOMINAL
    introduced = any(child.lower_ in COMPLEMENTISERS for child in verb.lefts)
    return noun if swallowed and not introduced and verb.tag_ in FINITE and verb.i > relative.i else None


def _agents(verb: Token) -> tuple[Token, ...]:
    """Return the "by" phrase of a passive."""
    found: list[Token] = []
    for by in children(verb, "agent", "prep"):
        if by.dep_ == "agent" or by.lower_ == "by":
            found.extend(t for noun in children(by, "pobj") for t in conjuncts(noun))
    return tuple(found)


def _referents(noun: Token, *, clause: Token) -> tuple[Token, ...]:
    """Return the nouns themselves, or what a relative pronoun stands for."""
    if noun.tag_ in ("WDT", "WP") and clause.dep_ == "relcl":
        # "troops and police, who …" is ambiguous; the nearest noun is the safe reading.
        return (clause.head,)
    return conjuncts(noun)


def _misattached(verb: Token) -> bool:
    """Tell a participle that the parser hung on a name: "sent letters to Oslo *requesting* aid" is not said of Oslo."""
    return verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.pos_ == "PROPN" and verb.i == verb.head.i + 1


def governor(word: Token) -> Token | None:
    """Return the nearest verb above a word: of "letters *requesting* aid", the verb that sends the letters."""
    return next((above for above in word.ancestors if above.pos_ == "VERB"), None)


def _inherited_subject(verb: Token, *, climb: int) -> tuple[Token, ...]:
    above = _clause_above(verb)
    if above is None:
        return ()
    if verb.dep_ == "xcomp" or (verb.dep_ == "pcomp" and verb.head.lower_ in CONTROLLED_BY_OBJECT):
        controllers = objects(above) if not is_passive(above) else passive_subjects(above, climb=climb - 1)
        if controllers:
            return controllers
    if _turns_on_antecedent(verb, above):
        main = governor(above.head)
        return () if main is None else subjects(main, climb=climb - 1)
    if _goes_on_saying(verb, above):
        return subjects(above.head, climb=climb - 1)
    if is_passive(above):
        # "was arrested and taken away", "was seen entering": the passive's subject goes on.
        return passive_subjects(above, climb=climb - 1)
    return subjects(above, climb=climb - 1)


def _goes_on_saying(verb: Token, above: Token) -> bool:
    """Tell what the sayer says next from what is said: "said that a man was missing and *accused* the navy"."""
    if verb.dep_ != "conj" or above.dep_ != "ccomp" or verb.tag_ != "VBD" or not above.head.i < above.i:
        return False
    helped = any(children(above, "aux", "auxpass")) or above.pos_ == "AUX"
    speech = load_lexicon().speech
    return helped and {verb.lemma_, above.head.lemma_} <= speech and above.lemma_ not in speech


def _turns_on_antecedent(verb: Token, relative: Token) -> bool:
    """Tell a main verb that the parser hung into the relative clause before it by whom it is done to.

    "Police chased farmers who had blocked a road and arrested six of *them*": no other people stand in between. So it
    is where the clause has people of its own: "stormed the hall where *nurses* slept and arrested six of them".
    """
    if verb.dep_ != "conj" or relative.dep_ != "relcl":
        return False
    own = [t for t in children(relative, "nsubj", "nsubjpass") if t.pos_ in NOMINAL]
    if not _is_plural(own[0] if own else relative.head):
        return False
    them = (t for o in objects(verb) for t in (o, *(c for of in children(o, "prep") for c in children(of, "pobj"))))
    others = (t for t in verb.doc[relative.i + 1 : verb.i] if t.pos_ in NOMINAL)
    return any(t.tag_ == "PRP" and _is_plural(t) and not t.morph.get("Reflex", []) for t in them) and not any(
        map(_is_plural, others)
    )


def _is_plural(token: Token) -> bool:
    return "Plur" in token.morph.get("Number", [])


def _clause_above(verb: Token) -> Token | None:
    above = verb.head
    for _ in range(MAX_CLIMB):
        if _is_verbal(above) or above == above.head:
            break
        above = above.head
    return above if above != verb and _is_verbal(above) else None


def _is_verbal(word: Token) -> bool:
    """Tell a verb, also one that the tagger takes for a noun: "a gunman *shot* and wounded the mayor"."""
    return word.pos_ in ("VERB", "AUX") or (word.dep_ == "ROOT" and any(children(word, "nsubj")))


def passive_subjects(verb: Token, *, climb: int = MAX_CLIMB) -> tuple[Token, ...]:
    """Return the grammatical subject of a passive, its antecedent or its participle's noun."""
    own = list(children(verb, *PASSIVE_SUBJECTS, *SUBJECTS))
    if own:
        return (*_referents(own[0], clause=verb), *(t for also in own[1:] if _is_joined(also) for t in conjuncts(also)))
    if verb.dep_ == "acl":
        return (verb.head,)
    if climb <= 0:
        return ()
    if verb.dep_ == "conj" and is_passive(verb.head):
        return passive_subjects(verb.head, climb=climb - 1)
    if verb.dep_ == "advcl" and verb.head != verb and verb.head.pos_ == "VERB":
        # "Freed by the junta, the leader walked home": the participle is said of the main clause's subject.
        above = passive_subjects if is_passive(verb.head) else subjects
        return above(verb.head, climb=climb - 1)
    return ()


def _is_joined(subject: Token) -> bool:
    """Tell a second subject that "and" joins to the first: "nine men and *20 women* were hurt"."""
    before = subject.left_edge
    return before.i > 0 and before.nbor(-1).dep_ == "cc"


def objects(verb: Token) -> tuple[Token, ...]:
    """Return whom or what it is done to: heads of the logical object, coordination expanded."""
    if is_passive(verb):
        return passive_subjects(verb)
    own = next(children(verb, *OBJECTS), None)
    if own is not None:
        return _referents(own, clause=verb)
    if verb.dep_ == "relcl" and any(children(verb, "nsubj")) and not _is_intransitive_relative(verb):
        return (verb.head,)
    shared = next((c for c in children(verb, "conj") if c.pos_ == "VERB" and not any(children(c, "nsubj"))), None)
    return objects(shared) if shared is not None and any(children(shared, *OBJECTS)) else ()


def _is_intransitive_relative(verb: Token) -> bool:
    """Tell "the town that rebels attacked" (object left out) from "the day when rebels attacked"."""
    subject = next(children(verb, "nsubj"), None)
    return subject is not None and subject.tag_ in ("WDT", "WP")


def prepositional(head: Token, prepositions: frozenset[str]) -> tuple[Token, ...]:
    """Return the objects of the prepositions that hang on a word: ("attack" *on* "the base"), coordination expanded."""
    found: list[Token] = []
    # "Pulled back *from* the town", "handed it back *to* them": the parser hangs the preposition on the particle.
    through = (prep for side in children(head, "prt", "advmod") if side.i > head.i for prep in children(side, "prep"))
    for prep in (*children(head, "prep", "agent", "dative", "prt"), *through):
        if prep.lower_ in prepositions or _two_words(prep) in prepositions:
            found.extend(t for noun in _prepositional_objects(prep) for t in conjuncts(noun))
    return tuple(found)


def _two_words(prep: Token) -> str:
    inner = next(children(prep, "prep"), None)
    return f"{prep.lower_} {inner.lower_}" if inner is not None else prep.lower_


def _prepositional_objects(prep: Token) -> tuple[Token, ...]:
    direct = tuple(children(prep, "pobj"))
    return direct or tuple(noun for inner in children(prep, "prep") for noun in children(inner, "pobj"))


def complements(verb: Token) -> tuple[Token, ...]:
    """Return the heads of the clauses that a verb governs, coordination expanded: "agreed to *meet* and *trade*"."""
    found: list[Token] = []
    for label, child in hanging(verb.doc)[verb.i]:
        if label in ("xcomp", "ccomp", "pcomp") and child.pos_ in ("VERB", "AUX"):
            found.extend(t for t in conjuncts(child) if t.pos_ in ("VERB", "AUX"))
        elif label in ("prep", "agent"):
            found.extend(inner for inner in children(child, "pcomp"))
    return tuple(found)
