"""What is done with a thing: the verb or the noun that governs it, through measures, prepositions and clauses."""

from spacy.tokens import Token

from reportedly.resolution.counted_nouns import first_conjunct
from reportedly.resolution.item_lexicon import ItemLexicon

NAMING = frozenset({"NOUN", "PROPN"})
DESCRIBING = frozenset({"compound", "nmod", "amod", "poss"})
OBJECTS = frozenset({"dobj", "nsubjpass"})
#: Prepositions between a measure and what is measured: "tonnes of flour", "$2 billion in aid".
MEASURING = frozenset({"of", "in"})
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
    return _governing(_anchor(token), lexicon) or _in_clause(token, lexicon)


def _in_clause(token: Token, lexicon: ItemLexicon) -> str | None:
    """Return what a clause behind the noun does with it: "missiles supplied by Oslo", "that Oslo supplied"."""
    for clause in token.rights:
        if clause.dep_ == "acl" and clause.tag_ == "VBN":
            return _of_verb(clause, lexicon)
        if clause.dep_ == "relcl" and any(c.dep_ in OBJECTS and c.tag_ in RELATIVE for c in clause.children):
            return _of_verb(clause, lexicon)
    return None


def _anchor(token: Token) -> Token:
    """Return the noun that hangs where this one does: the first conjunct, the noun of an apposition."""
    first = first_conjunct(token)
    return first_conjunct(first.head) if first.dep_ == "appos" and first.head.i < first.i else first


def _governing(token: Token, lexicon: ItemLexicon) -> str | None:
    governor = token.head
    if token.dep_ == "nsubjpass" and any(child.dep_ == "dobj" for child in governor.children):
        return None  # "The farmers were given seeds": who receives is not what is given
    if _is_object(token) or (token.dep_ == "nsubj" and governor.tag_ == "VBN"):
        if governor.dep_ == "pcomp" and governor.i == token.i - 1:
            return _through(governor.head, lexicon)  # "litres of drinking water": the parser sees a verb
        return _of_verb(governor, lexicon)
    if token.dep_ == "nsubj" and governor.dep_ in CLAUSES:
        return lexicon.verbs.get(f"{governor.head.lemma_.lower()} {governor.lower_}")  # "let five prisoners go"
    return _through(governor, lexicon) if token.dep_ == "pobj" else None


def _is_object(token: Token) -> bool:
    """Tell an object, also one that the parser takes for a clause: "handed his men *rifles*"."""
    return token.dep_ in OBJECTS or (token.dep_ == "ccomp" and token.pos_ == "NOUN")


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
        return _of_verb(above, lexicon)
    # Who withdraws tanks from a base does not withdraw the base.
    taken = word == "from" and any(child.dep_ in OBJECTS for child in above.children)
    return lexicon.verbs.get(f"{above.lemma_.lower()} {word}") if above.pos_ == "VERB" and not taken else None


def _deed_aside(preposition: Token) -> Token | None:
    """Return the deed of "approved the *sale* to Taiwan of 66 tanks", where "of" hangs on another word."""
    above = preposition.head
    if above.pos_ == "VERB":
        return next((child for child in above.children if child.dep_ == "dobj" and child.i < preposition.i), None)
    told = above.dep_ == "pobj" and above.head.lower_ == "to" and above.head.head.pos_ in NAMING
    return above.head.head if told else None


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
    phrasal = [lexicon.verbs.get(f"{verb.lemma_.lower()} {child.lower_}") for child in beside]
    letting = verb.head if verb.dep_ in CLAUSES else next((c for c in verb.lefts if c.dep_ == "aux"), None)
    if letting is not None:
        phrasal.append(lexicon.verbs.get(f"{letting.lemma_.lower()} {verb.lower_}"))
    action = next((action for action in phrasal if action is not None), None)
    if action is not None or any(child.dep_ == "prt" for child in beside):
        return action
    return lexicon.verbs.get(verb.lemma_.lower()) or lexicon.verbs.get(verb.lower_)
