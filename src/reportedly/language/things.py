"""Names of vessels, aircraft and weapons."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from reportedly.language.extents import run_of_capitals
from reportedly.language.lexicon import Lexicon
from reportedly.language.naming import Naming
from reportedly.language.phrases import texts_of
from reportedly.language.word_groups import words_of

#: "Su-30", "F-16C", "S-400", "MQ-9": letters, hyphen, number.
DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,3}-\d{1,3}[A-Z]{0,3}")


def find_things(doc: Doc, lexicon: Lexicon) -> Iterator[Naming]:
    """Yield the names of vessels, aircraft and weapons, whatever spaCy took them for."""
    at, texts = 0, texts_of(doc)
    while at < len(texts):
        end = _thing_end(doc, at, lexicon) if texts[at][0].isupper() else at
        if end > at:
            yield Naming(at, end, "PRODUCT", ruled=True)
        at = max(end, at + 1)


def _thing_end(doc: Doc, at: int, lexicon: Lexicon) -> int:
    """Return the end of a vessel's or weapon's name that starts here, or `at`."""
    token = doc[at]
    if token.text in lexicon.vessel_prefixes:
        # The tagger knows few ships: whatever is written with a capital behind the prefix is the name's first word.
        named = at + 1 < len(doc) and doc[at + 1].is_title
        return run_of_capitals(doc, at + 2) if named else at
    if DESIGNATION.fullmatch(token.text):
        return at + 1
    if at + 2 < len(doc) and doc[at + 1].text == "-" and DESIGNATION.fullmatch(doc[at : at + 3].text):
        return at + 3
    if _follows_noun_for_things(doc, at):
        end = run_of_capitals(doc, at)
        clear = all(t.lower_ not in lexicon.title_words and not lexicon.nations_of(t.text) for t in doc[at:end])
        return end if clear else at
    if at + 1 < len(doc) and (token.text, doc[at + 1].text) in lexicon.weapons:
        return at + 2
    return at + ((token.text,) in lexicon.weapons)


def _follows_noun_for_things(doc: Doc, at: int) -> bool:
    """Tell whether a capital stands right behind a noun for ships: "the ferry Sanna", "a missile called Soleyman"."""
    if at == 0 or doc[at].ent_type_ in {"DATE", "TIME"} or doc[at].pos_ not in {"PROPN", "NOUN", "ADJ", "X"}:
        return False
    before = doc[at - 1]
    if before.lemma_ in words_of("callings of things") and at > 1:
        before = doc[at - 2]
    # "The carrier", "the ferry": an airline and a verb are written the same way, hence the noun before or beneath.
    return before.text in words_of("vessel nouns") and before.pos_ == "NOUN"
