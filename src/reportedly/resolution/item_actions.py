"""What is done with a thing: the verb or the noun that governs it, through measures, prepositions and clauses."""

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.resolution.counted_nouns import first_conjunct
from reportedly.resolution.item_lexicon import ItemLexicon

NAMING = frozenset({"NOUN", "PROPN"})
DESCRIBING = frozenset({"compound", "nmod", "amod", "poss"})
OBJECTS = frozenset({"dobj", "nsubjpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Prepositions between a measure and what is measured: "tonnes of flour", "$2 billion in aid".
MEASURING = frozenset({"of", "in"})
#: Words behind a verb that make another verb of it: "take out of service".
MAX_PARTICLES = 3
#: How what an aside parts from its verb may hang.
ASIDES = frozenset({"appos", "npadvmod"})
#: Words that an aside between a verb and its object may have.
MAX_ASIDE = 25
#: How a verb hangs on "let".
CLAUSES = frozenset({"xcomp", "ccomp"})
#: Tags of relative pronouns: "the missiles that Oslo supplied".
RELATIVE = frozenset({"WDT", "WP"})


def action_on(token: Token, lexicon: ItemLexicon) -> str | None:
    """Return what is done with the thing that a noun names; None when nothing listed is.

    Args:
        token: The noun.
        lexicon: The vocabulary.
    """
    if token.dep_ in DESCRIBING:
        return lexicon.nouns.get(token.head.lemma_.lower())
    if token.dep_ == "conj" and token.head.pos_ == "VERB" and token.i > token.head.i:
        return _of_verb(token.head, lexicon)  # "will send a launcher and *300 missiles*", misread
    if token.dep_ == "conj" and any(child.lower_ == "of" and child.i < token.i for child in token.head.rights):
        deed = lexicon.nouns.get(token.head.lemma_.lower())  # "acceptance of two grants and *a loan*", misread
        if deed is not None:
            return deed
    anchor = _anchor(token)
    given = anchor.dep_ == "dative" and anchor.i < first_conjunct(token).i  # "lend the army *30 vehicles*"
    return (
        (_of_verb(anchor.head, lexicon) if given else _governing(anchor, lexicon))
        or _in_clause(token, lexicon)
        or _in_clause(_last_conjunct(token), lexicon)
        or _in_clause(_measure_above(anchor, lexicon), lexicon)
        or _across_aside(first_conjunct(token), lexicon)
        or _participle_before(token, lexicon)
    )


def _last_conjunct(token: Token) -> Token:
    """Return the end of a coordination, on which the parser hangs what is said of all: "tanks and *guns* sold"."""
    return max((token, *token.conjuncts), key=lambda one: one.i)


def _measure_above(token: Token, lexicon: ItemLexicon) -> Token:
    """Return the measure of a thing, which a clause may hang on: "the *tonnes* of sorghum that Kyiv donated"."""
    above = token.head.head
    measured = token.dep_ == "pobj" and token.head.lower_ in MEASURING and measures(above, lexicon)
    return above if measured else token


def _across_aside(token: Token, lexicon: ItemLexicon) -> str | None:
    """Return the deed of a verb that an aside parts from its object: "lost, in one night of fire, 900 rations"."""
    doc, edge = token.doc, token.left_edge.i
    if token.dep_ not in ASIDES or edge < 2 or doc[edge - 1].lower_ != ",":
        return None
    for i in range(edge - 2, max(0, edge - MAX_ASIDE), -1):
        if doc[i].lower_ == ",":
            before = doc[i - 1].head if doc[i - 1].dep_ == "prt" else doc[i - 1]
            return _of_verb(before, lexicon) if before.pos_ == "VERB" else None
    return None


def _participle_before(token: Token, lexicon: ItemLexicon) -> str | None:
    """Return what the participle before the noun says was done: "its *frozen* reserves"."""
    described = (child for child in token.lefts if child.dep_ == "amod")
    return next((lexicon.participles[c.lower_] for c in described if c.lower_ in lexicon.participles), None)


def _in_clause(token: Token, lexicon: ItemLexicon) -> str | None:
    """Return what a clause behind the noun does with it: "missiles supplied by Oslo", "that Oslo supplied"."""
    for clause in token.rights:
        if clause.dep_ == "acl" and clause.tag_ == "VBN":
            return _of_verb(clause, lexicon)
        if clause.dep_ == "relcl" and _lacks_object(clause):
            return _of_verb(clause, lexicon)
    return None


def _lacks_object(clause: Token) -> bool:
    """Tell "that Tehran bought" and "Tehran bought" from "that sank" and "that carried flour"."""
    if any(child.dep_ in OBJECTS and child.tag_ in RELATIVE for child in clause.children):
        return True
    subjects = [child for child in clause.lefts if child.dep_ == "nsubj"]
    whole = any(child.dep_ in {"dobj", "prt", "ccomp", "xcomp"} or child.tag_ in RELATIVE for child in clause.children)
    return bool(subjects) and not whole and all(child.dep_ != "advmod" for child in clause.lefts)


def _anchor(token: Token) -> Token:
    """Return the noun that hangs where this one does: the first conjunct, the noun of an apposition."""
    first = first_conjunct(token)
    return first_conjunct(first.head) if first.dep_ == "appos" and first.head.i < first.i else first


def _governing(token: Token, lexicon: ItemLexicon) -> str | None:
    governor = token.head
    if token.dep_ in SUBJECTS and (passive := _passive_below(governor)) is not None:
        return _of_verb(passive, lexicon)
    if token.dep_ == "nsubjpass" and any(child.dep_ == "dobj" for child in governor.children):
        return None  # "The farmers were given seeds": who receives is not what is given
    if token.dep_ == "nsubj" and _only_looks_like_clause(token):
        return _of_verb(governor.head, lexicon)
    if _is_object(token) or (token.dep_ == "nsubj" and (governor.tag_ == "VBN" or _only_looks_finite(governor))):
        if governor.dep_ == "pobj" and governor.head.head.pos_ == "VERB":
            return _of_verb(governor.head.head, lexicon)  # "released on bail/VB *an activist*"
        if governor.dep_ == "pcomp" and governor.i == token.i - 1:
            return _through(governor.head, lexicon)  # "litres of drinking water": the parser sees a verb
        return _of_verb(governor, lexicon)
    if token.dep_ == "nsubj" and governor.dep_ in CLAUSES:
        return lexicon.verbs.get(f"{governor.head.lemma_.lower()} {governor.lower_}")  # "let five prisoners go"
    return _through(governor, lexicon) if token.dep_ == "pobj" else None


def _passive_below(verb: Token) -> Token | None:
    """Return the deed of "are to be *used*", "are due to be *sold*"."""
    above = [verb, *(child for child in verb.rights if child.dep_ in {"acomp", "oprd"})]
    below = (child for one in above for child in one.rights if child.dep_ == "xcomp" and child.tag_ == "VBN")
    return next((child for child in below if any(c.dep_ == "auxpass" for c in child.lefts)), None)


def _only_looks_like_clause(subject: Token) -> bool:
    """Tell "handed over to Lebanon *nine suspects* wanted in Tripoli": a clause that nothing joins is an object."""
    verb, above = subject.head, subject.head.head
    if (
        verb.dep_ != "advcl"
        or above.i > subject.i
        or any(child.dep_ in {"mark", "aux", "auxpass"} for child in verb.lefts)
    ):
        return False
    parted = any(word.lower_ == "," for word in verb.doc[above.i : subject.i])
    return not parted and all(child.dep_ not in {"dobj", "advmod"} for child in (*above.children, *verb.lefts))


def _only_looks_finite(verb: Token) -> bool:
    """Tell "the pallets *dropped* over the town fell": two verbs that nothing joins are one with a participle."""
    if verb.tag_ != "VBD" or any(child.dep_ in {"cc", "dobj"} for child in verb.children):
        return False
    following = next((child for child in verb.children if child.dep_ == "conj" and child.pos_ == "VERB"), None)
    return following is not None and all(word.lower_ != "," for word in verb.doc[verb.i : following.i])


def _is_object(token: Token) -> bool:
    """Tell an object, also one taken for a clause or a time: "handed his men *rifles*", "a gift, *dozens* of tents"."""
    edge = token.left_edge.i
    added = token.dep_ == "npadvmod" and edge > 0 and token.doc[edge - 1].lower_ == "," and _has_object(token.head)
    return token.dep_ in OBJECTS or added or (token.dep_ == "ccomp" and token.pos_ == "NOUN")


def _through(preposition: Token, lexicon: ItemLexicon) -> str | None:
    """Return what is done with the object of a preposition: "delivery of", "supplied it with", "asked for"."""
    above, word = preposition.head, preposition.lower_
    if word in MEASURING and measures(above, lexicon):
        measured = _governing(_anchor(above), lexicon) if above.i < preposition.i else None
        return measured or lexicon.nouns.get(above.lemma_.lower())  # "the supply of tanks" is no measure of them
    deed = _deed_aside(preposition) if word == "of" else None
    if deed is not None and deed.lemma_.lower() in lexicon.nouns:
        return lexicon.nouns[deed.lemma_.lower()]
    if above.pos_ in NAMING:
        return lexicon.nouns.get(above.lemma_.lower() if word == "of" else f"{above.lemma_.lower()} {word}")
    if word == "with":
        phrase = " ".join(t.lower_ for t in preposition.doc[above.i + 1 : preposition.i + 1])
        listed = lexicon.verbs.get(f"{above.lemma_.lower()} {phrase}")  # "made off with"
        return listed or lexicon.means.get(_of_verb(above, lexicon) or "")
    return _of_verb_with(above, preposition, lexicon) if above.pos_ == "VERB" else None


def _of_verb_with(verb: Token, preposition: Token, lexicon: ItemLexicon) -> str | None:
    """Return the deed of "ask for", "signed a lease on", "granted asylum to", by the noun between before the verb."""
    word = preposition.lower_
    objects = [child for child in verb.children if child.dep_ in OBJECTS]
    nouns = (lexicon.nouns.get(f"{child.lemma_.lower()} {word}") for child in objects if child.i < preposition.i)
    deed = next((action for action in nouns if action is not None), None)
    # Who withdraws tanks from a base does not withdraw the base.
    taken = word == "from" and bool(objects)
    return deed or (None if taken else lexicon.verbs.get(f"{verb.lemma_.lower()} {word}"))


def _deed_aside(preposition: Token) -> Token | None:
    """Return the deed of "approved the *sale* to Taiwan of 66 tanks", where "of" hangs on another word."""
    above = preposition.head
    if above.pos_ == "VERB":
        return next((child for child in above.children if child.dep_ == "dobj" and child.i < preposition.i), None)
    told = above.dep_ == "pobj" and above.head.lower_ == "to" and above.head.head.pos_ in NAMING
    return above.head.head if told else None


def _has_object(verb: Token) -> bool:
    return any(child.dep_ == "dobj" for child in verb.children)


def _is_particle(child: Token) -> bool:
    """Tell "out" in "pulled its soldiers out of the town"."""
    return child.dep_ == "prt" or (child.dep_ == "prep" and not any(c.dep_ == "pobj" for c in child.children))


def measures(noun: Token, lexicon: ItemLexicon) -> bool:
    """Tell a word that only says how much or how many of a thing there are: "tonnes", "million", "most"."""
    return noun.lemma_.lower() in lexicon.measures or noun.pos_ == "NUM" or noun.lower_ in lexicon.measures


def _of_verb(verb: Token, lexicon: ItemLexicon) -> str | None:
    """Return a verb's action; irregular forms that the lemmatizer misses ("retook") are listed as they stand.

    A particle makes another verb of it: who takes up arms captures none. So does "let" before "go".
    """
    beside = [child for child in verb.children if child.i == verb.i + 1 or _is_particle(child)]
    phrasal = [lexicon.verbs.get(f"{verb.lemma_.lower()} {words}") for child in beside for words in _words_from(child)]
    letting = verb.head if verb.dep_ in CLAUSES else next((c for c in verb.lefts if c.dep_ == "aux"), None)
    if letting is not None:
        phrasal.append(lexicon.verbs.get(f"{letting.lemma_.lower()} {verb.lower_}"))
    action = next((action for action in phrasal if action is not None), None)
    if action is not None or any(child.dep_ == "prt" for child in beside):
        return action
    action = lexicon.verbs.get(verb.lemma_.lower()) or lexicon.verbs.get(verb.lower_)
    shared = verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not _has_object(verb.head)
    return _of_verb(verb.head, lexicon) if action is None and shared else action  # "*bought* or borrowed 400 rifles"


def _words_from(particle: Token) -> Iterator[str]:
    """Yield a particle and what it begins, the longest first: "out of service", "out of", "out"."""
    for last in range(particle.i + MAX_PARTICLES, particle.i, -1):
        yield " ".join(word.lower_ for word in particle.doc[particle.i : last])
