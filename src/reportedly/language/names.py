"""Names in a text: spaCy's entities with their known mistakes repaired, one label per name over the whole text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from reportedly.language.labels import settle_labels
from reportedly.language.lexicon import Lexicon
from reportedly.language.naming import Naming

#: Labels that name somebody, something or somewhere; figures and dates are found elsewhere.
NAMING = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"})
#: "Su-30", "F-16C", "S-400", "MQ-9": letters, hyphen, number.
DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,3}-\d{1,3}[A-Z]{0,3}")
DASHES = frozenset("-–—")
EDGE = frozenset({"'s", "’s", "'", "’", "the", "a", "an", ",", ".", "(", ")", '"', "“", "”"})


def find_names(doc: Doc, *, lexicon: Lexicon) -> tuple[Naming, ...]:
    """Return the names of a text in reading order.

    1. spaCy's entities, cut at dashes and line breaks, without possessive marks, articles and titles.
    2. Vessels, aircraft and weapons, whatever spaCy took them for.
    3. Names after a title that spaCy missed: "Foreign Minister Xu Lan".
    4. Names that spaCy missed: "the Harbour Gazette", and persons beside a noun for people or as a subject of speech.
    5. Countries, capitals and bodies that the codebook lists.
    6. Other places of a name that was found once.
    7. One label for each name (`labels.py`).
    """
    things = tuple(_things(doc, lexicon))
    found = _add(things, _cleaned(doc, lexicon))
    found = _add(found, _after_titles(doc, lexicon))
    found = _add(found, _by_company(doc, lexicon))
    found = _add(found, _listed(doc, lexicon))
    found = _add(found, _repeated(doc, found))
    return settle_labels(doc, found, lexicon=lexicon)


def _add(kept: Iterable[Naming], more: Iterable[Naming]) -> tuple[Naming, ...]:
    """Add names whose tokens are still free; what is there already wins."""
    names = list(kept)
    taken = {i for name in names for i in range(name.start, name.end)}
    for name in more:
        if taken.isdisjoint(range(name.start, name.end)):
            names.append(name)
            taken.update(range(name.start, name.end))
    return tuple(sorted(names, key=lambda name: name.start))


def _cleaned(doc: Doc, lexicon: Lexicon) -> Iterator[Naming]:
    for ent in doc.ents:
        if ent.label_ in NAMING:
            for start, end in _pieces(doc, ent.start, ent.end):
                name = _trimmed(doc, Naming(start, end, ent.label_), lexicon)
                if name is not None:
                    yield name


def _pieces(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut an entity where the sentence goes on after it: at a free-standing dash or a line break."""
    begin = start
    for token in doc[start:end]:
        free_dash = token.text in DASHES and token.i > 0 and bool(doc[token.i - 1].whitespace_)
        if free_dash or (token.is_space and "\n" in token.text):
            if begin < token.i:
                yield begin, token.i
            begin = token.i + 1
    if begin < end:
        yield begin, end


def _trimmed(doc: Doc, name: Naming, lexicon: Lexicon) -> Naming | None:
    """Take from a name's edges what is not part of it; None when nothing is left."""
    start, end = name.start, name.end
    while start < end and (doc[start].lower_ in EDGE or doc[start].is_space):
        start += 1
    while start < end and (doc[end - 1].lower_ in EDGE or doc[end - 1].is_space) and doc[end - 1].text != "U.S.":
        end -= 1
    if start < end - 1 and doc[start].lower_ in lexicon.honorifics:
        start, name = start + 1, replace(name, label="PERSON")
    if name.label == "PERSON" or (end - start == 1 and doc[start].is_title and name.label in {"ORG", "GPE"}):
        start, end = _widened(doc, start, end, lexicon)
    if name.label == "PERSON":
        start = _after_title(doc, start, end, lexicon)
        if all(token.lower_ in lexicon.title_words for token in doc[start:end]):
            return None
    return Naming(start, end, name.label) if start < end and doc[start:end].text.strip(".") else None


def _widened(doc: Doc, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Take in the parts of a person's name that spaCy cut off: "[Cheikh] Ndiaye [Sarr]"."""
    while 0 < start < end and _is_name_part(doc[start - 1], lexicon) and start <= doc[start - 1].head.i < end:
        start -= 1
    last = doc[end - 1].head.i
    if doc[end - 1].dep_ == "compound" and end <= last and all(_is_name_part(t, lexicon) for t in doc[end : last + 1]):
        end = last + 1
    return start, end


def _is_name_part(token: Token, lexicon: Lexicon) -> bool:
    known = token.lower_ in lexicon.title_words or token.lower_ in lexicon.honorifics
    return token.pos_ == "PROPN" and token.is_title and not known and not lexicon.nations_of(token.text)


def _after_title(doc: Doc, start: int, end: int, lexicon: Lexicon) -> int:
    """Return where the name starts behind the title at its head: "[President] Amina Jallow"."""
    for at in range(end - 1, start, -1):
        word = doc[at - 1].lower_
        if word in lexicon.title_words or word in lexicon.honorifics:
            return at
    return start


def _things(doc: Doc, lexicon: Lexicon) -> Iterator[Naming]:
    at = 0
    while at < len(doc):
        end = _thing_end(doc, at, lexicon) if doc[at].text[0].isupper() else at
        if end > at:
            yield Naming(at, end, "PRODUCT")
        at = max(end, at + 1)


def _thing_end(doc: Doc, at: int, lexicon: Lexicon) -> int:
    """Return the end of a vessel's or weapon's name that starts here, or `at`."""
    token = doc[at]
    if token.text in lexicon.vessel_prefixes:
        # The tagger knows few ships: whatever is written with a capital behind the prefix is the name's first word.
        named = at + 1 < len(doc) and doc[at + 1].is_title
        return _run_of_capitals(doc, at + 2) if named else at
    if DESIGNATION.fullmatch(token.text):
        return at + 1
    if DESIGNATION.fullmatch(doc[at : at + 3].text):
        return at + 3
    sizes = (size for size in (2, 1) if tuple(t.text for t in doc[at : at + size]) in lexicon.weapons)
    return at + next(sizes, 0)


def _run_of_capitals(doc: Doc, start: int) -> int:
    """Return the end of the run of capitalised words, initials and "of" between them that starts here."""
    end = start
    while end < len(doc) and _continues_name(doc[end]):
        end += 1
    return end


def _continues_name(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ", "X"} and not token.is_space


def _after_titles(doc: Doc, lexicon: Lexicon) -> Iterator[Naming]:
    for token in doc[:-1]:
        capital = token.text[0].isupper()
        if capital and (token.lower_ in lexicon.title_words or token.lower_ in lexicon.honorifics):
            end = _run_of_capitals(doc, token.i + 1)
            rest = doc[token.i + 1 : end]
            if (
                end > token.i + 1
                and all(t.pos_ == "PROPN" for t in rest)
                and rest[-1].lower_ not in lexicon.title_words
            ):
                yield Naming(token.i + 1, end, "PERSON")


def _by_company(doc: Doc, lexicon: Lexicon) -> Iterator[Naming]:
    for token in doc:
        if token.pos_ != "PROPN" or not token.is_title:
            continue
        is_body = token.lower_ in lexicon.body_nouns
        if is_body or _keeps_company(token, lexicon):
            start = token.i
            while start > 0 and _is_name_part(doc[start - 1], lexicon) and doc[start - 1].head.i == token.i:
                start -= 1
            if start < token.i:
                yield Naming(start, token.i + 1, "ORG" if is_body else "PERSON")


def _keeps_company(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a name stands where persons' names stand."""
    if token.lower_ in lexicon.title_words:
        return False
    if token.dep_ == "nsubj" and token.head.lemma_ in lexicon.speech:
        return True
    beside = [c for c in token.rights if c.dep_ == "appos"] + [token.head] * (token.dep_ == "appos")
    return any(noun.pos_ == "NOUN" and noun.lemma_.lower() in lexicon.person_nouns for noun in beside)


def _listed(doc: Doc, lexicon: Lexicon) -> Iterator[Naming]:
    for found in lexicon.listed.find([(token.text,) for token in doc]):
        if all(token.pos_ == "PROPN" or not token.is_title for token in doc[found.start : found.end]):
            yield Naming(found.start, found.end, found.values[0])


def _repeated(doc: Doc, found: tuple[Naming, ...]) -> Iterator[Naming]:
    """Yield the other places of names found, and of persons' surnames."""
    known = {name.words(doc): name.label for name in found}
    known |= {name.words(doc)[-1:]: "PERSON" for name in found if name.label == "PERSON"}
    longest = max((len(words) for words in known), default=0)
    starts = {words[0] for words in known}
    for token in doc:
        if token.text not in starts or not token.text[0].isupper() or token.pos_ not in {"PROPN", "NOUN"}:
            continue
        for size in range(longest, 0, -1):
            words = tuple(t.text for t in doc[token.i : token.i + size])
            if words in known:
                yield Naming(token.i, token.i + size, known[words])
                break
