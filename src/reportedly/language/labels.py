"""One label for each name over the whole text: spaCy's votes, and what the words around the names say."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from spacy.tokens import Doc, Token

from reportedly.language.forms import nicknames
from reportedly.language.given_names import is_given
from reportedly.language.lexicon import Lexicon
from reportedly.language.naming import Naming
from reportedly.language.word_groups import words_of

Words: TypeAlias = set[tuple[str, ...]]

#: What a rule that knows weighs against votes.
RULED = 9


def settle_labels(doc: Doc, names: tuple[Naming, ...], *, lexicon: Lexicon) -> tuple[Naming, ...]:
    """Return the names with one label each; names that are neither somebody nor somewhere are left out.

    1. A name's words decide: the name of a country or a capital is a place, "… Union" is a body.
    2. Else every place where the name stands votes: spaCy's label, and the words around it.
    3. A surname belongs to the person whose full name the text gives.
    """
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for name in names:
        votes[name.words(doc)].update(_votes(doc, name, lexicon))
    persons = {words for words, tally in votes.items() if _winner(tally) == "PERSON" and len(words) > 1}
    surnames = {form for name in names if name.words(doc) in persons for form in name.short_forms(doc)}
    surnames |= {
        tuple(nick.split()) for name in names if name.words(doc) in persons for nick in nicknames(name.text(doc))
    }
    bodies = {words[:1] for words, tally in votes.items() if _winner(tally) == "ORG" and len(words) > 1}
    labels = {words: _decide(words, tally, surnames, bodies) for words, tally in votes.items()}
    settled = (replace(name, label=labels[name.words(doc)]) for name in names)
    return tuple(name for name in settled if name.label != "WORK_OF_ART")


def _decide(words: tuple[str, ...], tally: Counter[str], surnames: Words, bodies: Words) -> str:
    if tally["PRODUCT"] >= RULED:
        return "PRODUCT"
    # spaCy's steady reading as a place stands against a surname: "Michael Jordan … in Jordan".
    if words in surnames and tally["GPE"] <= tally["PERSON"] + tally["ORG"] + tally["PRODUCT"] + 1:
        return "PERSON"
    if words in bodies and _winner(tally) in {"PRODUCT", "PERSON"} and not is_given(words[0]):
        return "ORG"
    return _winner(tally)


def _winner(tally: Counter[str]) -> str:
    """Return the label with most votes; on a tie the one counted first, which is the first in the text."""
    return max(tally, key=lambda label: tally[label])


def _votes(doc: Doc, name: Naming, lexicon: Lexicon) -> Iterator[str]:
    """Yield a label for every vote that one place of a name casts."""
    yield name.label
    yield from ["PRODUCT"] * (RULED * name.ruled)
    words = name.words(doc)
    yield from ["GPE"] * (3 * _is_before_kind_of_place(doc, name, lexicon))
    if name.ruled or (name.label == "NORP" and len(words) < 2):
        return
    text = name.text(doc)
    head = doc[name.start : name.end].root
    after_title = _is_titled(doc, name, lexicon)
    yield from ["PERSON"] * (4 * after_title)
    if not after_title and (text in lexicon.places or text.title() in lexicon.places):
        yield from ["GPE"] * 3
    if doc[name.end - 1].text in lexicon.peoples:
        yield from ["NORP"] * 3
    is_body = len(words) > 1 and _tells_body(words, lexicon)
    yield from ["ORG"] * (3 * is_body)
    if len(words) > 1 and not is_body and is_given(words[0]) and text not in lexicon.places:
        yield from ["PERSON"] * 3
    if text in lexicon.bodies:
        yield from ["ORG"] * 4
    yield from _by_remarks(head, name, lexicon)
    if len(name.words(doc)) > 1 and name.label in {"ORG", "WORK_OF_ART"}:
        yield from _by_use(head, name, lexicon)
    if name.label in {"PERSON", "ORG", "PRODUCT"} and not after_title and not is_body and text not in lexicon.bodies:
        yield from _by_words_before(doc, name)


def _is_before_kind_of_place(doc: Doc, name: Naming, lexicon: Lexicon) -> bool:
    """Tell "the *Odesa* region", which spaCy may take for a people, from "the Kurdish region"."""
    if name.ruled or name.end >= len(doc) or name.label not in {"NORP", "LANGUAGE"}:
        return False
    last, noun = doc[name.end - 1], doc[name.end]
    known = last.text in lexicon.peoples or lexicon.nations_of(last.text)
    compound = last.pos_ == "PROPN" and last.dep_ == "compound" and last.head == noun
    return compound and not known and noun.text.islower() and noun.lemma_.lower() in lexicon.place_nouns


def _tells_body(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether a name's last word, or the one before its "of", names a kind of body."""
    telling = {words[-1].lower()} | {
        words[i].lower() for i in range(len(words) - 1) if words[i + 1].lower() in words_of("office prepositions")
    }
    return any(lexicon.tells_body(word) for word in telling)


def _is_titled(doc: Doc, name: Naming, lexicon: Lexicon) -> bool:
    if name.start == 0:
        return False
    before = doc[name.start - 1]
    return before.is_title and (before.lower_ in lexicon.title_words or before.lower_ in lexicon.honorifics)


def _by_remarks(head: Token, name: Naming, lexicon: Lexicon) -> Iterator[str]:
    """Yield what a remark beside a name says: "…, a nurse", "its spokesman, …", "…, a group", "…, who"."""
    if head.dep_ == "appos" and head.head.lemma_.lower() in lexicon.person_nouns:
        yield from ["PERSON"] * 3
    if head.dep_ == "appos" and _is_kind_of_body(head.head, name, lexicon):
        yield from ["ORG"] * 4
    if head.dep_ == "appos" and head.head.dep_ == "pobj" and head.head.head.head.lemma_.lower() in lexicon.person_nouns:
        yield from ["PERSON"] * 2  # "The archbishop of Lusaka, Ignatius Mwila": the parser took the place.
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_.lower() in lexicon.place_nouns:
        yield from ["GPE"] * 3
    for child in head.lefts:
        if child.pos_ == "NOUN" and child.dep_ in {"compound", "nmod", "appos"} and child.text.islower():
            lemma = child.lemma_.lower()
            yield from ["PERSON"] * (2 * (lemma in lexicon.person_nouns))
            yield from ["ORG"] * (3 * (lemma in lexicon.body_nouns and lemma not in lexicon.person_nouns))
    for child in head.rights:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            lemma = child.lemma_.lower()
            yield from ["PRODUCT"] * (4 * (lemma in words_of("vessel nouns")))
            yield from ["PERSON"] * (3 * (lemma in lexicon.person_nouns))
            yield from ["ORG"] * (2 * (lemma in lexicon.body_nouns))
        elif child.dep_ == "relcl" and any(c.lower_ == "who" for c in child.lefts):
            yield from ["PERSON"] * 2


def _is_kind_of_body(noun: Token, name: Naming, lexicon: Lexicon) -> bool:
    """Tell whether a common noun right before a name says what body bears it: "the newspaper El Faro"."""
    lemma = noun.lemma_.lower()
    return noun.i == name.start - 1 and lemma in lexicon.body_nouns and lemma not in lexicon.person_nouns


def _by_use(head: Token, name: Naming, lexicon: Lexicon) -> Iterator[str]:
    """Yield what makes a person of a body or a work of spaCy's: "Venezuela's Marta Solís", "Omar Sy said"."""
    owners = [c for c in head.lefts if c.dep_ == "poss" and c.i < name.start]
    if any(lexicon.nations_of(owner.text) for owner in owners):
        yield from ["PERSON"] * 2
    if name.label == "WORK_OF_ART" and head.dep_ == "nsubj" and head.head.lemma_ in lexicon.speech:
        yield from ["PERSON"] * 2


def _by_words_before(doc: Doc, name: Naming) -> Iterator[str]:
    """Yield what speaks against a person: an article, or a preposition of place."""
    if name.start == 0:
        return
    before = doc[name.start - 1].lower_
    if before in words_of("place prepositions"):
        yield from ["GPE"] * 3
    elif before == "the" and len(name.words(doc)) > 1:
        yield from ["ORG"] * 2
