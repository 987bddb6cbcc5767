"""Finds the things that events are about: arms, vessels, aid, money, prisoners, ground; only what the vocabulary names.

Order of work for each noun: (1) its action, from the verb or noun that governs it (`item_actions`); (2) its category
(`item_categories`); (3) no item when it only describes another noun ("missile attack") or measures one ("a flotilla of
cutters"); (4) count and text.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.language.annotated import AnnotatedText
from reportedly.language.word_groups import words_of
from reportedly.records import Item, ItemCategory, Span
from reportedly.resolution.item_actions import DESCRIBING, MEASURING, NAMING, action_on, measures
from reportedly.resolution.item_categories import (
    INNER,
    category_of,
    category_of_apposed,
    described_by,
    designation_of,
    lemma_of,
    may_name,
)
from reportedly.resolution.item_lexicon import ItemLexicon, item_lexicon
from reportedly.resolution.item_numbers import ItemNumbers, item_numbers

WITH_NAMES = frozenset({ItemCategory.TERRITORY, ItemCategory.PERSON})


def find_items(annotated: AnnotatedText) -> tuple[Item, ...]:
    """Return the items of a text in reading order, one for each conjunct.

    Args:
        annotated: The text.
    """
    lexicon = item_lexicon()
    text, numbers = annotated.article.text, item_numbers(annotated)
    found = (item for token in annotated.doc if may_name(token) for item in _item(token, text, lexicon, numbers))
    return tuple(_without_inner(found))


def _without_inner(items: Iterator[Item]) -> Iterator[Item]:
    """Leave out a thing that another one's words contain: the tanker of "the crew of the tanker"."""
    end = 0
    for item in items:
        if item.span is not None and item.span[1] > end:
            end = item.span[1]
            yield item


def _item(token: Token, text: str, lexicon: ItemLexicon, numbers: ItemNumbers) -> Iterator[Item]:
    action = action_on(token, lexicon)
    category = category_of(token, lexicon, action=action)
    if category is None and token.i in numbers.amounts and action in lexicon.amounts:
        category = ItemCategory.MONEY
    if category is None and token.i in numbers.counts and token.pos_ in NAMING:
        category = lexicon.counted.get(lemma_of(token))
    if category is None or _only_describes(token, lexicon) or _is_measure(token, lexicon):
        return
    if action is not None and category in lexicon.impossible[action]:
        action = None
        if category_of(token, lexicon, action=None) is None:
            return  # a thing only through what is done with it: who plants rice gives no aid
    span = numbers.amounts.get(token.i) or _span(token, category, lexicon, numbers)
    words, count = text[span[0] : span[1]], _count(token, category, lexicon, numbers)
    yield Item(text=words, span=span, category=category, count=count, action=action)


def _units(token: Token, lexicon: ItemLexicon) -> Iterator[Token]:
    """Yield the noun that counts the thing piece by piece: "rounds" in "9,000 rounds of ammunition"."""
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    if above is not None and above.lemma_.lower() in lexicon.units:
        yield above


def _span(token: Token, category: ItemCategory, lexicon: ItemLexicon, numbers: ItemNumbers) -> Span:
    end = _end(token, category)
    if category is ItemCategory.MONEY and token.dep_ == "pobj" and token.head.head.i in numbers.amounts:
        return numbers.amounts[token.head.head.i][0], end  # "$2 billion in frozen funds" is one thing
    return token.doc[_first_token(token, lexicon, numbers)].idx, end


def _count(token: Token, category: ItemCategory, lexicon: ItemLexicon, numbers: ItemNumbers) -> int | None:
    """Return how many there are, wherever in the phrase the number stands.

    "Nine CH-4 drones", where the parser may hang it on the designation; "9,000 rounds of ammunition"; "the bodies of
    two pilots".
    """
    counted = [token, *(child for child in token.lefts if _is_model(child, lexicon)), *_units(token, lexicon)]
    if category is ItemCategory.PERSON:
        counted += [noun for prep in token.rights if prep.lower_ == "of" for noun in prep.rights]
    return next((numbers.counts[t.i] for t in counted if t.i in numbers.counts), None)


def _only_describes(token: Token, lexicon: ItemLexicon) -> bool:
    """Tell "missile" in "missile attack" and "missile batteries"; in "missile deliveries" it is the thing delivered.

    Nor is a thing told of that only owns another: "the ship's captain", "the corvette's radar".
    """
    if token.head.lower_ == "by" and token.tag_ == "NN" and not any(token.children):
        return True  # "travelled by boat"
    if (
        _is_model(token, lexicon)
        or _is_told_by_name(token, lexicon)
        or token.head.lower_ in words_of("no thing behind")
    ):
        return True
    head = token.head.lemma_.lower()
    if token.dep_ == "poss":
        return lexicon.listed(head) is not None
    if token.dep_ not in DESCRIBING:
        # "A history of the tank" is about no tank.
        return (
            token.dep_ == "pobj" and token.head.lower_ in {"of", "about"} and _lemma_above(token) in lexicon.depictions
        )
    if token.head.i > token.i and category_of(token.head, lexicon, action=action_on(token.head, lexicon)) is not None:
        return True  # of "remittance payments" the payments are the thing
    return token.head.i > token.i and (head not in lexicon.nouns or head in lexicon.generic)


def _is_told_by_name(token: Token, lexicon: ItemLexicon) -> bool:
    """Tell the tanker of "the Eagle S, an oil tanker", which is one thing."""
    return token.dep_ == "appos" and category_of_apposed(token.head, lexicon) is not None


def _lemma_above(token: Token) -> str:
    return str(token.head.head.lemma_.lower())


def _is_measure(token: Token, lexicon: ItemLexicon) -> bool:
    """Tell a word that only says how much or how many of the thing there are: "a flotilla of cutters"."""
    if not measures(token, lexicon):
        return False
    nouns = [n for prep in token.rights if prep.lower_ in MEASURING for n in prep.rights if n.dep_ == "pobj"]
    if any(measures(noun, lexicon) for noun in nouns) and lemma_of(token) in lexicon.heads:
        return False  # of the tankers of a fleet the tankers are the thing
    return any(category_of(noun, lexicon, action=action_on(noun, lexicon)) is not None for noun in nouns)


def _is_model(token: Token, lexicon: ItemLexicon) -> bool:
    """Tell a designation that only says which, whatever the parser makes of it: "F-16" in "40 F-16 fighter jets"."""
    before = token.i < token.head.i and token.dep_ in INNER
    return before and lexicon.lists(token.head.lemma_.lower()) and designation_of(token, lexicon) is not None


def _first_token(token: Token, lexicon: ItemLexicon, numbers: ItemNumbers) -> int:
    """Return where the item's text begins: after determiner, number, possessor and words such as "other"."""
    kept = (t for t in described_by(token) if t.lower_ not in lexicon.dropped or t.head.i != token.i)
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
