"""Whether the verb that governs a word tells of the past or of what lies ahead.

Needed for times that the words leave open: "met on Tuesday" and "will meet on Tuesday" are a week apart.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from reportedly.resolution.date_rules import Outlook

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
#: Deep enough for any real clause; a bound, because the parser can chain a whole list.
MAX_CLIMB = 12


@dataclass(frozen=True, slots=True)
class TenseLexicon:
    """The words of `codebook/dates.yaml` that decide.

    Attributes:
        ahead: Modal verbs, and adjectives such as "due" and "scheduled".
        implicative: Lemmas whose infinitive tells of something done: "managed to".
    """

    ahead: frozenset[str]
    implicative: frozenset[str]


def outlook_of(token: Token, lexicon: TenseLexicon) -> Outlook | None:
    """Return where the clause around a token points; None when nothing governs it."""
    through_noun = False
    for _ in range(MAX_CLIMB):
        if token.dep_ == "ROOT" and token.pos_ not in VERBAL:
            return None
        token = token if token.pos_ in VERBAL and token.dep_ == "ROOT" else token.head
        if token.lower_ in lexicon.ahead and token.pos_ != "NOUN":
            return "ahead"
        if token.pos_ in VERBAL:
            outlook = _of_verb(token, lexicon, MAX_CLIMB)
            return None if through_noun and _tells_present(token) else outlook
        through_noun = through_noun or token.pos_ in NOMINAL
    return None


def _tells_present(verb: Token) -> bool:
    """Tell a plain present: "is asking about Monday's debate" does not say whether that is over."""
    tags = {verb.tag_, *(child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass"))}
    return bool(tags & {"VBZ", "VBP"}) and "MD" not in tags


def _of_verb(verb: Token, lexicon: TenseLexicon, climbs: int) -> Outlook | None:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {helper.lower_ for helper in helpers}
    perfect = any(helper.lemma_ == "have" for helper in helpers)
    if perfect:
        return "past"
    if words & lexicon.ahead or _has_predicate_ahead(verb, lexicon):
        return "ahead"
    if "to" in words:
        return _of_infinitive(verb, lexicon, climbs)
    tenses = {helper.tag_ for helper in helpers} | {verb.tag_}
    if tenses & {"VBD"}:
        return "past"
    if tenses & {"VBZ", "VBP"}:
        return "ahead"
    return _of_bare_form(verb, lexicon, climbs)


def _has_predicate_ahead(verb: Token, lexicon: TenseLexicon) -> bool:
    """Tell "is due", "was set": the adjective decides, wherever the parser hung the date."""
    return any(child.dep_ in ("acomp", "attr", "oprd") and child.lower_ in lexicon.ahead for child in verb.children)


def _of_infinitive(verb: Token, lexicon: TenseLexicon, climbs: int) -> Outlook | None:
    governor = verb.head
    if verb.dep_ == "advcl" or governor.lemma_ in lexicon.implicative:
        return _climb(verb, lexicon, climbs)
    return "ahead"


def _of_bare_form(verb: Token, lexicon: TenseLexicon, climbs: int) -> Outlook | None:
    """A participle or a stem without helpers: "seized on Friday", "will meet on Monday and sign on Tuesday"."""
    if verb.tag_ == "VBN":
        return "past"
    return _climb(verb, lexicon, climbs)


def _climb(verb: Token, lexicon: TenseLexicon, climbs: int) -> Outlook | None:
    governor = verb.head
    if governor.i == verb.i or climbs <= 0:
        return None
    if governor.pos_ in VERBAL:
        return _of_verb(governor, lexicon, climbs - 1)
    return None
