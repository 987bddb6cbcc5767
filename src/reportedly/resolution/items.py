"""Finds the things that events are about: arms, vessels, aid, money, prisoners, ground; only what the vocabulary names.

Order of work for each noun: (1) its category, by itself, by a designation, or by the word before a generic noun; (2) no
item when it only describes another noun ("missile attack"); (3) its action, from the verb or noun that governs it;
(4) count and text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from reportedly.language.annotated import AnnotatedText
from reportedly.records import Item, ItemCategory
from reportedly.resolution.counted_nouns import counted_noun, first_conjunct
from reportedly.resolution.figures import LEAD_LENGTH, find_figures
from reportedly.resolution.item_lexicon import ItemLexicon, item_lexicon
from reportedly.resolution.quantity_lexicon import quantity_lexicon
from reportedly.resolution.token_index import TokenIndex

NAMING = frozenset({"NOUN", "PROPN"})
DESCRIBING = frozenset({"compound", "nmod", "amod", "poss"})
#: Modifiers that stand inside an item's text.
INNER = frozenset({"compound", "nmod", "amod", "punct", "npadvmod", "advmod", "nummod"})
#: Words before a head that its phrase may have; a bound, so that a heap of nouns takes no quadratic time.
MAX_BEFORE = 10
OBJECTS = frozenset({"dobj", "nsubjpass"})
#: Prepositions through which a noun or verb governs the thing: "delivery of", "supplied it with".
GOVERNING_PREPOSITIONS = frozenset({"of", "with", "in"})
WITH_NAMES = frozenset({ItemCategory.TERRITORY, ItemCategory.PERSON})


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The figures of a text as items need them.

    Attributes:
        counts: Index of a noun → how many the text says.
        tokens: Indices of number words; the 2 of "Leopard 2" is a name, not a number.
    """

    counts: dict[int, int]
    tokens: frozenset[int]


def find_items(annotated: AnnotatedText) -> tuple[Item, ...]:
    """Return the items of a text in reading order, one for each conjunct.

    Args:
        annotated: The text.
    """
    lexicon = item_lexicon()
    text, numbers = annotated.article.text, _numbers(annotated)
    return tuple(item for token in annotated.doc for item in _item(token, text, lexicon, numbers))


def _numbers(annotated: AnnotatedText) -> _Numbers:
    text, index, lexicon = annotated.article.text, TokenIndex(annotated.doc), quantity_lexicon()
    counts: dict[int, int] = {}
    words: set[int] = set()
    for figure in find_figures(text):
        start = figure.number[0]
        before = text[max(0, start - LEAD_LENGTH) : start]
        if lexicon.numbered_before.search(before):
            continue
        tokens = index.tokens(figure.number)
        words |= {token.i for token in tokens}
        noun = counted_noun(index.head(figure.number), tokens)
        is_money = lexicon.symbol_before.search(before) is not None
        if noun is not None and figure.value is not None and figure.value.is_integer() and not is_money:
            counts.setdefault(noun.i, int(figure.value))
    return _Numbers(counts, frozenset(words))


def _item(token: Token, text: str, lexicon: ItemLexicon, numbers: _Numbers) -> Iterator[Item]:
    category = _category(token, lexicon)
    if category is None or _only_describes(token, lexicon):
        return
    action = _action(token, lexicon)
    if action is not None and category in lexicon.impossible[action]:
        action = None
    allowed = None if _category_of_phrase(token, lexicon) else lexicon.objects.get(token.lemma_.lower())
    if allowed is not None and action not in allowed:
        return
    span = token.doc[_first_token(token, lexicon, numbers)].idx, _end(token, category)
    words, count = text[span[0] : span[1]], numbers.counts.get(token.i)
    yield Item(text=words, span=span, category=category, count=count, action=action)


def _category(token: Token, lexicon: ItemLexicon) -> ItemCategory | None:
    lemma, designated = token.lemma_.lower(), lexicon.designated(token.text)
    phrase = _category_of_phrase(token, lexicon)
    if phrase is not None:
        return phrase
    if lemma not in lexicon.heads and lemma not in lexicon.generic:
        return designated
    if not _is_noun(token, lexicon) or _is_part_of_name(token) or _is_never(token, lexicon):
        return designated
    listed = lexicon.heads.get(lemma)
    # A launcher is a weapon; a missile launcher is a missile's.
    return _category_of_modifiers(token, lexicon) or listed if lemma in lexicon.generic else listed


def _category_of_phrase(token: Token, lexicon: ItemLexicon) -> ItemCategory | None:
    """Return what a noun is together with the word before it: "field hospital"."""
    if token.i == 0 or token.pos_ not in NAMING:
        return None
    return lexicon.phrases.get(f"{token.nbor(-1).lower_} {token.lemma_.lower()}")


def _is_noun(token: Token, lexicon: ItemLexicon) -> bool:
    """Tell a noun, also one that the tagger does not know: "sent a frigate/JJ"."""
    return token.pos_ in NAMING or (
        token.lemma_.lower() in lexicon.heads and token.dep_ in {"dobj", "pobj", "nsubjpass"}
    )


def _is_never(token: Token, lexicon: ItemLexicon) -> bool:
    """Tell a "think tank" and the "aid of" somebody."""
    words, lemma = _words_before(token), token.lemma_.lower()
    following = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return f"{lemma} {following}" in lexicon.never or any(f"{words} {lemma}".endswith(p) for p in lexicon.never)


def _is_part_of_name(token: Token) -> bool:
    """Tell "Shark Tank" and "gun-controlled" from tanks and guns."""
    if token.whitespace_ == "" and token.i + 1 < len(token.doc) and token.nbor().text == "-":
        return True
    return token.pos_ == "PROPN" and token.is_title and not token.is_sent_start


def _described_by(token: Token) -> list[Token]:
    """Return the words before a noun that belong to it, in order; only as many as a phrase can have."""
    before = token.doc[max(0, token.i - MAX_BEFORE) : token.i]
    return [word for word in before if not word.is_space and _hangs_on(word, token)]


def _hangs_on(word: Token, noun: Token) -> bool:
    for _ in range(MAX_BEFORE):
        if word.head.i == noun.i:
            return word.dep_ in INNER
        word = word.head
    return False


def _words_before(token: Token) -> str:
    """Return the words that describe a noun, with single blanks, in lower case."""
    return " ".join(word.lower_ for word in _described_by(token)).replace(" - ", "-")


def _category_of_modifiers(token: Token, lexicon: ItemLexicon) -> ItemCategory | None:
    """Return the category that a generic head ("systems") gets from what stands before it."""
    padded = f" {_words_before(token)} "
    listed = next((category for word, category in lexicon.modifiers.items() if f" {word} " in padded), None)
    if listed is not None:
        return listed
    inner = _described_by(token)
    return next((c for t in inner if (c := lexicon.designated(t.text) or lexicon.heads.get(t.lemma_.lower()))), None)


def _only_describes(token: Token, lexicon: ItemLexicon) -> bool:
    """Tell "missile" in "missile attack" and "missile batteries"; in "missile deliveries" it is the thing delivered."""
    if _is_model(token, lexicon):
        return True
    if token.dep_ not in DESCRIBING or token.dep_ == "poss":
        return False
    return token.head.i > token.i and token.head.lemma_.lower() not in lexicon.nouns


def _is_model(token: Token, lexicon: ItemLexicon) -> bool:
    """Tell a designation that only says which, whatever the parser makes of it: "F-16" in "40 F-16 fighter jets"."""
    before = token.i < token.head.i and token.dep_ in INNER
    return before and token.head.lemma_.lower() in lexicon.heads and lexicon.designated(token.text) is not None


def _action(token: Token, lexicon: ItemLexicon) -> str | None:
    if token.dep_ in DESCRIBING:
        return lexicon.nouns.get(token.head.lemma_.lower())
    for child in token.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in lexicon.verbs:
            return lexicon.verbs[child.lemma_]
    return _governing_action(_anchor(token), lexicon)


def _anchor(token: Token) -> Token:
    """Return the noun that hangs where this one does: the first conjunct, the noun of an apposition."""
    first = first_conjunct(token)
    return first_conjunct(first.head) if first.dep_ == "appos" and first.head.i < first.i else first


def _governing_action(token: Token, lexicon: ItemLexicon) -> str | None:
    governor = token.head
    if token.dep_ in OBJECTS or (token.dep_ == "nsubj" and governor.tag_ == "VBN"):
        return _action_of_verb(governor, lexicon)
    if token.dep_ != "pobj" or governor.lower_ not in GOVERNING_PREPOSITIONS:
        return None
    above = governor.head
    if above.lemma_.lower() in lexicon.measures or above.pos_ == "NUM" or above.lower_ in lexicon.measures:
        return _governing_action(_anchor(above), lexicon) if above.i < token.i else None
    if above.pos_ in NAMING:
        return lexicon.nouns.get(above.lemma_.lower()) if governor.lower_ == "of" else None
    return _action_of_verb(above, lexicon) if governor.lower_ == "with" else None


def _action_of_verb(verb: Token, lexicon: ItemLexicon) -> str | None:
    """Return a verb's action; irregular forms that the lemmatizer misses ("retook") are listed as they stand.

    A particle makes another verb of it: who takes up arms captures none.
    """
    beside = [child for child in verb.children if child.dep_ == "prt" or child.i == verb.i + 1]
    phrasal = (lexicon.verbs.get(f"{verb.lemma_.lower()} {child.lower_}") for child in beside)
    action = next((action for action in phrasal if action is not None), None)
    if action is not None or any(child.dep_ == "prt" for child in beside):
        return action
    return lexicon.verbs.get(verb.lemma_.lower()) or lexicon.verbs.get(verb.lower_)


def _first_token(token: Token, lexicon: ItemLexicon, numbers: _Numbers) -> int:
    """Return where the item's text begins: after determiner, number, possessor and words such as "other"."""
    kept = (t for t in _described_by(token) if t.lower_ not in lexicon.dropped or t.head.i != token.i)
    inner = {t.i for t in kept if t.pos_ != "DET"} - numbers.tokens
    first = token.i
    while first - 1 in inner:
        first -= 1
    while first < token.i and token.doc[first].lower_ in lexicon.dropped:
        first += 1
    return first


def _end(token: Token, category: ItemCategory) -> int:
    """Return where the item's text ends: "village of Kasera", "prisoners of war" keep what "of" adds."""
    if category in WITH_NAMES:
        for child in token.children:
            if child.lower_ == "of" and child.i == token.i + 1:
                return max(_name_end(noun) for noun in (*child.children, token))
    return token.idx + len(token)


def _name_end(noun: Token) -> int:
    return noun.idx + len(noun)
