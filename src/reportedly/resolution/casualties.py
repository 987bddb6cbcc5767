"""What happened to people who are counted: killed, injured, arrested, displaced, missing, told by the parse.

Order of evidence: (1) the counted noun itself ("30 deaths", "14 dead"); (2) a state beside it ("33 wounded people",
"people killed in"); (3) the verb or the noun that governs it ("killed 12", "12 people died", "the arrest of 12").
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from reportedly.records import QuantityKind
from reportedly.resolution.counted_nouns import first_conjunct
from reportedly.resolution.quantity_lexicon import PeopleKind, QuantityLexicon, quantity_lexicon

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
STATE_LABELS = frozenset({"acomp", "attr", "oprd", "pobj", "advcl", "xcomp", "ccomp", "dep"})


def casualty_kind(node: Token, lexicon: QuantityLexicon) -> QuantityKind | None:
    """Return what happened to the people whom a noun, or a bare number, counts.

    Args:
        node: The noun that is counted, or the number when it stands alone.
        lexicon: The vocabulary.
    """
    kinds = (_first_kind(test, node, lexicon) for test in (_is_noun_of, _has_state, _is_governed))
    return next((kind for kind in kinds if kind is not None), None)


def counts_cases(node: Token, lexicon: QuantityLexicon) -> bool:
    """Tell "30 deaths" and "14 dead" from "14 soldiers": the noun says what happened, not to whom."""
    return _first_kind(_is_noun_of, node, lexicon) is not None


def _first_kind(
    test: Callable[[Token, PeopleKind], bool], node: Token, lexicon: QuantityLexicon
) -> QuantityKind | None:
    return next((kind for kind, words in lexicon.people.items() if test(node, words)), None)


def _is_noun_of(node: Token, words: PeopleKind) -> bool:
    return node.lemma_.lower() in words.nouns or node.lower_ in words.nouns or node.lower_ in words.states


def _has_state(node: Token, words: PeopleKind) -> bool:
    """12 dead soldiers; 61 people killed in the raids; 12 people who died."""
    for child in node.children:
        if child.dep_ == "amod" and child.lower_ in words.states:
            return True
        if child.dep_ == "acl" and child.tag_ == "VBN" and _lemma(child) in words.patient_verbs | words.states:
            return True
        if child.dep_ == "relcl" and _tells_of_subject(child, words):
            return True
    return False


def _tells_of_subject(verb: Token, words: PeopleKind) -> bool:
    """Tell whether a verb says it of its subject: "died", "were killed", "remain missing", "30 wounded"."""
    if _lemma(verb) in words.subject_verbs:
        return True
    if verb.lemma_ in quantity_lexicon().state_verbs and _has_state_after(verb, words):
        return True
    if verb.tag_ == "VBG" and verb.lower_ in words.states:
        return True
    if _lemma(verb) in words.removal_verbs and any(child.lower_ == "from" for child in verb.children):
        return not any(child.dep_ == "dobj" for child in verb.children)
    if _lemma(verb) not in words.patient_verbs and verb.lower_ not in words.states:
        return False
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    agentless = not any(child.dep_ in ("dobj", "aux") for child in verb.children)
    return passive or (verb.tag_ in ("VBN", "VBD", "JJ") and agentless)


def _lemma(token: Token) -> str:
    return str(token.lemma_).lower()


def _is_governed(node: Token, words: PeopleKind) -> bool:
    first = first_conjunct(node)
    governor = first.head
    if governor.i == first.i:
        return False
    if first.dep_ in SUBJECTS:
        return _tells_of_subject(governor, words)
    if first.dep_ in ("dobj", "oprd"):
        return _is_patient_of(governor, words)
    return first.dep_ == "pobj" and _is_object_of(governor, words)


def _is_patient_of(verb: Token, words: PeopleKind) -> bool:
    """Killed 12; left 33 wounded; left 14 people dead."""
    if _lemma(verb) in words.patient_verbs:
        return True
    if _lemma(verb) in words.removal_verbs:
        return any(child.lower_ == "from" for child in verb.children)
    return verb.lemma_ in quantity_lexicon().state_verbs and _has_state_after(verb, words)


def _has_state_after(verb: Token, words: PeopleKind) -> bool:
    return any(
        child.i > verb.i and child.dep_ in STATE_LABELS and child.lower_ in words.states for child in verb.children
    )


def _is_object_of(preposition: Token, words: PeopleKind) -> bool:
    """The arrest of 12; the toll rose to 61; put the number of dead at 26."""
    governor = preposition.head
    if preposition.lower_ == "of" and _lemma(governor) in words.nouns:
        return True
    return governor.pos_ in ("VERB", "AUX") and any(_is_toll(noun, words) for noun in _arguments(governor))


def _arguments(verb: Token) -> Iterator[Token]:
    return (child for child in verb.children if child.dep_ in SUBJECTS or child.dep_ == "dobj")


def _is_toll(noun: Token, words: PeopleKind) -> bool:
    """Tell "the death toll", "the number of dead", "deaths"."""
    if noun.lower_ in words.tolls:
        return True
    inner = (grandchild for child in noun.children if child.lower_ == "of" for grandchild in child.children)
    return noun.lemma_ in quantity_lexicon().totals and any(_is_noun_of(token, words) for token in inner)
