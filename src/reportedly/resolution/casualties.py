"""What happened to people who are counted: killed, injured, arrested, displaced, missing, told by the parse.

Order of evidence: (1) the counted noun itself ("30 deaths", "14 dead"); (2) a state beside it ("33 wounded people",
"people killed in"); (3) the verb or the noun that governs it ("killed 12", "12 people died", "the arrest of 12").
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Token

from reportedly.records import QuantityKind
from reportedly.resolution.counted_nouns import first_conjunct
from reportedly.resolution.quantity_files import PeopleKind
from reportedly.resolution.quantity_lexicon import QuantityLexicon, quantity_lexicon

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: How far behind its verb the rest of an idiom stands: "took seven of the editors of the daily into custody".
IDIOM_WORDS = 12
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
    told = node.lemma_.lower() in words.nouns or node.lower_ in words.nouns or node.lower_ in words.states
    return told or _is_taken(node, words)


def _has_state(node: Token, words: PeopleKind) -> bool:
    """12 dead soldiers; 61 people killed in the raids; 12 people who died."""
    for child in node.children:
        if child.dep_ == "amod" and child.lower_ in words.states:
            return True
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD", "VBG") and _tells_of_noun_before(child, words):
            return True
        if child.dep_ == "relcl" and _tells_of_subject(child, words):
            return True
    return False


def _tells_of_noun_before(participle: Token, words: PeopleKind) -> bool:
    """61 people killed in the raids; children starved to death; ten men missing since Monday."""
    if participle.lower_ in words.states or _lemma(participle) in words.patient_verbs:
        return True
    return _is_idiom(participle, words.patient_idioms) or _is_idiom(participle, words.subject_idioms)


def _tells_of_subject(verb: Token, words: PeopleKind) -> bool:
    """Tell whether a verb says it of its subject: "died", "were killed", "remain missing", "30 wounded"."""
    if _lemma(verb) in words.subject_verbs or _is_idiom(verb, words.subject_idioms):
        return True
    if verb.lemma_ in quantity_lexicon().state_verbs and _has_state_after(verb, words):
        return True
    if verb.tag_ == "VBG" and verb.lower_ in words.states:
        return True
    if _lemma(verb) in quantity_lexicon().raising and any(
        child.dep_ == "xcomp" and _tells_of_subject(child, words) for child in verb.children
    ):
        return True
    if _lemma(verb) in words.removal_verbs and any(child.lower_ == "from" for child in verb.children):
        return not any(child.dep_ == "dobj" for child in verb.children)
    told = _lemma(verb) in words.patient_verbs or verb.lower_ in words.states
    if not told and not _is_idiom(verb, words.patient_idioms):
        return False
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    agentless = not any(child.dep_ in ("dobj", "aux") for child in verb.children)
    return passive or (verb.tag_ in ("VBN", "VBD", "JJ") and agentless)


def _lemma(token: Token) -> str:
    return str(token.lemma_).lower()


def _is_idiom(verb: Token, idioms: Mapping[str, Sequence[str]]) -> bool:
    """Tell "shot … dead", "taken into custody", "lost their lives": a verb and words of its own clause behind it."""
    tails = idioms.get(_lemma(verb))
    if not tails:
        return False
    behind = verb.doc[verb.i + 1 : min(verb.i + 1 + IDIOM_WORDS, verb.sent.end)]
    clause: list[str] = []
    for token in behind:
        if token.is_punct or (token.dep_ == "cc" and token.head.i == verb.i):
            break
        clause.append(token.lower_)
    text = " ".join(clause)
    return any(re.search(_with_gaps(tail), text) for tail in tails)


@lru_cache(maxsize=1024)
def _with_gaps(tail: str) -> str:
    """Let words stand inside: "in police custody"."""
    return r"\b" + r" (?:[\w'-]+ ){0,2}".join(map(re.escape, tail.split())) + r"\b"


def _is_governed(node: Token, words: PeopleKind) -> bool:
    first = first_conjunct(node)
    governor = first.head.head if first.head.dep_ in ("aux", "auxpass") else first.head
    if governor.i == first.i:
        return False
    if first.dep_ in SUBJECTS:
        return _tells_of_subject(governor, words)
    if first.dep_ in ("dobj", "oprd", "attr"):
        bare = first.pos_ == "NUM"
        return _is_patient_of(governor, words) or (bare and _has_toll(governor, words))
    if first.dep_ == "npadvmod" and first.pos_ == "NUM":
        return _has_toll(governor, words)  # "the toll reached 77", as the parser sometimes has it
    return first.dep_ == "pobj" and _is_object_of(governor, words)


def _has_toll(verb: Token, words: PeopleKind) -> bool:
    return any(child.dep_ in SUBJECTS and _is_toll(child, words) for child in verb.children)


def _is_patient_of(verb: Token, words: PeopleKind) -> bool:
    """Killed 12; left 33 wounded; left 14 people dead."""
    if _lemma(verb) in words.patient_verbs or (verb.tag_ != "VBG" and verb.lower_ in words.states):
        return True
    if _is_idiom(verb, words.patient_idioms):
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
    if preposition.lower_ == "of" and (_lemma(governor) in words.nouns | words.remains or _is_taken(governor, words)):
        return True
    return governor.pos_ in ("VERB", "AUX") and any(_is_toll(noun, words) for noun in _arguments(governor))


def _is_taken(noun: Token, words: PeopleKind) -> bool:
    """Tell "claimed 300 lives" and "found 14 bodies" from "saved 300 lives" and "14 public bodies"."""
    verbs = words.taken.get(_lemma(noun), frozenset())
    return noun.dep_ in ("dobj", "nsubjpass") and _lemma(noun.head) in verbs


def _arguments(verb: Token) -> Iterator[Token]:
    return (child for child in verb.children if child.dep_ in SUBJECTS or child.dep_ == "dobj")


def _is_toll(noun: Token, words: PeopleKind) -> bool:
    """Tell "the death toll", "the number of dead", "deaths"."""
    if noun.lower_ in words.tolls:
        return True
    inner = (grandchild for child in noun.children if child.lower_ == "of" for grandchild in child.children)
    sums_up = noun.lemma_ in quantity_lexicon().totals
    # The parser hangs "killed" on "people" or on "number" in "the number of people killed".
    told = _has_state(noun, words) or any(_is_noun_of(token, words) or _has_state(token, words) for token in inner)
    return sums_up and told
