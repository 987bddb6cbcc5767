"""What kind of thing a noun names: by itself, with the word before it, by a name, or as the object of an action."""

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.language.word_groups import words_of
from reportedly.records import ItemCategory
from reportedly.resolution.item_lexicon import ItemLexicon

NAMING = frozenset({"NOUN", "PROPN"})
#: Modifiers that stand inside an item's text.
INNER = frozenset({"compound", "nmod", "amod", "punct", "npadvmod", "advmod", "nummod"})
#: Words before a head that its phrase may have; a bound, so that a heap of nouns takes no quadratic time.
MAX_BEFORE = 10
#: Words that the longest name of a system has.
MAX_NAME = 3
#: Where the tagger is wrong about a noun, its place can still tell: "sent a frigate/JJ".
NOUN_PLACES = frozenset({"dobj", "pobj", "nsubjpass", "conj"})
#: Things that bear names of their own, behind the noun: "the cruiser Arvika".
NAMED = frozenset({ItemCategory.VESSEL, ItemCategory.AIRCRAFT})


def category_of(token: Token, lexicon: ItemLexicon, *, action: str | None) -> ItemCategory | None:
    """Return the category of the thing that a noun names; None when it names none.

    1. With the word before it: "field hospital". 2. By a name or a designation: "Su-30", "Black Hawk", "the cruiser
    Arvika". 3. By itself; a generic noun by the words before it: "radar systems". 4. As the object of an action.

    Args:
        token: The noun.
        lexicon: The vocabulary.
        action: What is done with it.
    """
    lemma = lemma_of(token)
    phrase = _category_of_phrase(token, lexicon)
    if phrase is not None:
        return phrase
    designated = (
        designation_of(token, lexicon)
        or _category_of_ship(token, lexicon)
        or category_of_apposed(token, lexicon)
        or _category_of_name(token, lexicon, action)
    )
    known = lemma in lexicon.heads or lemma in lexicon.generic or any(w in lexicon.objects for w in _words(token))
    if not known or not _is_noun(token, lexicon) or _is_part_of_name(token) or _is_never(token, lexicon):
        return designated
    # A launcher is a weapon; a missile launcher is a missile's.
    modified = _category_of_modifiers(token, lexicon) if lemma in lexicon.generic else None
    pair = next(_words(token))
    if pair != lemma and pair in lexicon.objects:
        return lexicon.objects[pair].get(action or "")
    return modified or lexicon.heads.get(lemma) or _category_of_object(token, lexicon, action)


def lemma_of(token: Token) -> str:
    """Return a noun's lemma; what the tagger takes for a name or no noun has none, and loses its s here."""
    if token.pos_ in NAMING and token.tag_ != "NNPS":
        return str(token.lemma_.lower())
    return token.lower_ if token.lower_.endswith("ss") else token.lower_.removesuffix("s")


def may_name(token: Token) -> bool:
    """Tell whether a word can be a noun at all, whatever the tagger makes of it."""
    return token.pos_ in NAMING or token.dep_ in NOUN_PLACES


def designation_of(token: Token, lexicon: ItemLexicon) -> ItemCategory | None:
    """Return the category of a designation ("Su-30"), or of a system whose name ends with this word ("Black Hawk")."""
    designated = lexicon.designated(token.text)
    if designated is not None:
        return designated
    if lexicon.name_ends.isdisjoint((token.text, token.text.removesuffix("s"))):
        return None
    words = [word.text for word in token.doc[max(0, token.i - MAX_NAME + 1) : token.i + 1]]
    names = (tuple(words[start:]) for start in range(len(words)))
    return next((c for name in names if (c := lexicon.named(name)) is not None), None)


def described_by(token: Token) -> list[Token]:
    """Return the words before a noun that belong to it, in order; only as many as a phrase can have."""
    before = token.doc[max(token.left_edge.i, token.i - MAX_BEFORE) : token.i]
    return [word for word in before if not word.is_space and _hangs_on(word, token)]


def _category_of_ship(token: Token, lexicon: ItemLexicon) -> ItemCategory | None:
    """Return the category of a ship by name, from the noun or the mark before the name: "frigate Lind", "BRP Cruz"."""
    if token.pos_ != "PROPN" or token.is_sent_start:
        return None
    before = token.doc[max(0, token.i - MAX_NAME) : token.i]
    if any(word.text in lexicon.ship_marks for word in before) and _hangs_on(before[-1], token):
        return ItemCategory.VESSEL
    noun = next((word for word in reversed(before) if not word.is_title and word.text != "-"), None)
    if noun is None or not _hangs_on(noun, token):
        return None
    category = _category_of_phrase(noun, lexicon) or lexicon.heads.get(noun.lower_)
    return category if category in NAMED else None


def category_of_apposed(token: Token, lexicon: ItemLexicon) -> ItemCategory | None:
    """Return the category of a ship's name by what stands behind it: "the *Eagle S*, an oil tanker"."""
    if token.pos_ != "PROPN":
        return None
    nouns = (child for child in token.rights if child.dep_ == "appos" and child.pos_ == "NOUN")
    told = (_category_of_phrase(noun, lexicon) or lexicon.heads.get(lemma_of(noun)) for noun in nouns)
    return next((category for category in told if category in NAMED), None)


def _category_of_name(token: Token, lexicon: ItemLexicon, action: str | None) -> ItemCategory | None:
    """Return the category of a name that tells it: "freed two Danes", "ceded the Chagos Islands", "bought Typhoons"."""
    if action is None:
        return None
    if token.text.istitle() and token.dep_ not in INNER and token.text.removesuffix("s") in lexicon.makes:
        told = token.text.endswith("s") or any(child.lower_ in words_of("one of a kind") for child in token.lefts)
        return lexicon.makes[token.text.removesuffix("s")] if told else None
    if token.text in lexicon.peoples and token.dep_ not in INNER:
        return ItemCategory.PERSON if lexicon.takes_people(action) else None
    if action in lexicon.by_name and token.pos_ == "PROPN" and token.dep_ in NOUN_PLACES:
        return ItemCategory.TERRITORY
    noun = token.lower_.removesuffix("s") if token.pos_ == "PROPN" else ""  # a name has no lemma: "Islands"
    listed = lexicon.objects.get(noun, {}).get(action)
    return listed if listed is ItemCategory.TERRITORY else None


def _words(token: Token) -> Iterator[str]:
    """Yield how a noun may be listed: with the word before it, by itself, and without an s: "taxis" is no lemma."""
    lemma = lemma_of(token)
    if token.i:
        yield f"{token.nbor(-1).lower_} {lemma}"
    yield from (lemma, token.lower_, token.lower_.removesuffix("s"))


def _category_of_object(token: Token, lexicon: ItemLexicon, action: str | None) -> ItemCategory | None:
    if action is None:
        return _category_of_load(token, lexicon)
    return next((c for word in _words(token) if (c := lexicon.objects.get(word, {}).get(action))), None)


def _category_of_load(token: Token, lexicon: ItemLexicon) -> ItemCategory | None:
    """Return the category of goods with which nothing listed is done, but of which there is a load: "sacks of rice"."""
    above = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ != "of" or above.lemma_.lower() not in lexicon.loads:
        return None
    return lexicon.listed(lemma_of(token))


def _category_of_phrase(token: Token, lexicon: ItemLexicon) -> ItemCategory | None:
    """Return what a noun is together with the word before it: "field hospital"."""
    if token.i == 0 or token.pos_ not in NAMING:
        return None
    return lexicon.phrases.get(f"{token.nbor(-1).lower_} {token.lemma_.lower()}")


def _is_noun(token: Token, lexicon: ItemLexicon) -> bool:
    """Tell a noun, also one that the tagger does not know: "sent a frigate/JJ"."""
    return token.pos_ in NAMING or (token.dep_ in NOUN_PLACES and lexicon.lists(lemma_of(token)))


def _is_never(token: Token, lexicon: ItemLexicon) -> bool:
    """Tell a "think tank" and the "aid of" somebody."""
    words, lemma = _words_before(token), lemma_of(token)
    following = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return f"{lemma} {following}" in lexicon.never or any(f"{words} {lemma}".endswith(p) for p in lexicon.never)


def _is_part_of_name(token: Token) -> bool:
    """Tell "Shark Tank" and "gun-controlled" from tanks and guns."""
    if token.whitespace_ == "" and token.i + 1 < len(token.doc) and token.nbor().text == "-":
        return True
    return _is_name(token)


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.is_title and not token.is_sent_start


def _hangs_on(word: Token, noun: Token) -> bool:
    for _ in range(MAX_BEFORE):
        if word.head.i == noun.i:
            return word.dep_ in INNER
        word = word.head
    return False


def _words_before(token: Token) -> str:
    """Return the words that describe a noun, with single blanks, in lower case."""
    return " ".join(word.lower_ for word in described_by(token)).replace(" - ", "-")


def _category_of_modifiers(token: Token, lexicon: ItemLexicon) -> ItemCategory | None:
    """Return the category that a generic head ("systems") gets from what stands before it."""
    padded = f" {_words_before(token)} "
    for words in (padded, padded.replace("-", " ")):
        listed = next((category for word, category in lexicon.modifiers.items() if f" {word} " in words), None)
        if listed is not None:
            return listed
    inner = described_by(token)
    # A name is none of the things that it sounds like: "the Shell station".
    named = (designation_of(t, lexicon) or (None if _is_name(t) else lexicon.listed(t.lemma_.lower())) for t in inner)
    return next((category for category in named if category is not None), None)
