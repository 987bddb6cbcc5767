"""Names in a text: spaCy's entities with their known mistakes repaired, one label per name over the whole text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from reportedly.language.extents import by_given_names, hyphenated, run_of_capitals
from reportedly.language.given_names import is_given
from reportedly.language.labels import settle_labels
from reportedly.language.lexicon import Lexicon
from reportedly.language.naming import Naming
from reportedly.language.phrases import texts_of
from reportedly.language.pipeline import abbreviations
from reportedly.language.things import find_things
from reportedly.language.word_groups import words_of

#: Labels that name somebody, something or somewhere; figures and dates are found elsewhere.
NAMING = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"})
#: Labels of what stands beside a noun without being its name: "the agency Monday".
FIGURES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL"})
DASHES = frozenset("-–—")
#: "(PIF)", "(MoT)": an abbreviation alone in brackets.
ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9]{0,6}[A-Z0-9]s?")


def find_names(doc: Doc, *, lexicon: Lexicon) -> tuple[Naming, ...]:
    """Return the names of a text in reading order.

    1. Vessels, aircraft and weapons, and bodies whose initials follow in brackets, whatever spaCy took them for.
    2. spaCy's entities, cut at dashes and line breaks, without possessive marks, articles and titles.
    3. Names after a title that spaCy missed: "Foreign Minister Xu Lan".
    4. Names that spaCy missed: runs of capitals after a frequent given name, "the Harbour Gazette", persons beside a
       noun for people or as a subject of speech, bodies behind a noun for bodies, abbreviations in brackets.
    5. Countries, capitals and bodies that the codebook lists.
    6. Other places of a name that was found once.
    7. One label for each name (`labels.py`).
    """
    things = tuple(find_things(doc, lexicon))
    found = _add(_defined(doc, lexicon), things)
    found = _add(found, _repeated(doc, found))
    found = _add(found, _cleaned(doc, lexicon))
    found = _add(found, _after_titles(doc, lexicon))
    found = _add(found, by_given_names(doc, lexicon))
    found = _add(found, _by_company(doc, lexicon))
    found = _add(found, _after_kinds(doc, lexicon))
    found = _add(found, _bracketed(doc, found))
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
        if ent.label_ in NAMING and not ent.text.islower() and not _is_bare_title(ent, lexicon):
            for start, end in _pieces(doc, ent.start, ent.end):
                name = _trimmed(doc, Naming(start, end, ent.label_), lexicon)
                if name is not None:
                    yield name


def _is_bare_title(ent: Span, lexicon: Lexicon) -> bool:
    """Tell a title that spaCy took for a name of its own: "*Magistrate* Neema Lyimo"."""
    word, end = ent.text.lower(), ent.end
    known = word in lexicon.person_nouns or word in lexicon.title_words
    if all(token.text in abbreviations() for token in ent):
        return True
    return known and end < len(ent.doc) and ent.doc[end].pos_ == "PROPN"


def _pieces(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut an entity where the sentence goes on after it: at a dash, a line break, the "and" between two persons."""
    begin = start
    for token in doc[start:end]:
        free_dash = token.text in DASHES and token.i > 0 and bool(doc[token.i - 1].whitespace_)
        joins = token.lower_ == "and" and token.i + 2 < end and is_given(token.nbor().text)
        if free_dash or joins or (token.is_space and "\n" in token.text):
            if begin < token.i:
                yield begin, token.i
            begin = token.i + 1
    if begin < end:
        yield begin, end


def _trimmed(doc: Doc, name: Naming, lexicon: Lexicon) -> Naming | None:
    """Take from a name's edges what is not part of it; None when nothing is left."""
    start, end = name.start, name.end
    while start < end and (doc[start].lower_ in words_of("name edges") or doc[start].is_space):
        start += 1
    while (
        start < end
        and (doc[end - 1].lower_ in words_of("name edges") or doc[end - 1].is_space)
        and doc[end - 1].text != "U.S."
    ):
        end -= 1
    if start < end - 2 and doc[start].lower_ in lexicon.title_words and is_given(doc[start + 1].text):
        start, name = start + 1, replace(name, label="PERSON")
    if start < end - 1 and doc[start].lower_ in lexicon.honorifics and name.label != "PRODUCT":
        start, name = start + 1, replace(name, label="PERSON")
    if _lacks_given_name(doc, start, end, lexicon):
        start, name = start - 1, replace(name, label="PERSON")
    if name.label == "PERSON" or (end - start == 1 and doc[start].is_title and name.label in {"ORG", "GPE"}):
        start, end = _widened(doc, start, end, lexicon)
    if name.label == "PERSON":
        start = _after_title(doc, start, end, lexicon)
        if all(t.lower_ in lexicon.title_words or t.lower_ in lexicon.person_nouns for t in doc[start:end]):
            return None
    return Naming(start, end, name.label) if start < end and doc[start:end].text.strip(".") else None


def _lacks_given_name(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether spaCy left a person's first name out: "Ana [Paz Beltrán]"."""
    if not 0 < start < end or lexicon.tells_body(doc[end - 1].lower_):
        return False
    before = doc[start - 1]
    return before.is_title and is_given(before.text) and not before.ent_type_ and start <= before.head.i < end


def _widened(doc: Doc, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Take in the parts of a person's name that spaCy cut off: "[Cheikh] Ndiaye [Sarr]"."""
    start, end = hyphenated(doc, start, end)
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
    if end - start > 2 and doc[start].lower_ in lexicon.person_nouns and doc[start + 1].is_title:
        return start + 1
    return start


def _after_titles(doc: Doc, lexicon: Lexicon) -> Iterator[Naming]:
    for token in doc[:-1]:
        capital = token.text[0].isupper()
        if capital and (token.lower_ in lexicon.title_words or token.lower_ in lexicon.honorifics):
            end = run_of_capitals(doc, token.i + 1)
            rest = doc[token.i + 1 : end]
            if (
                end > token.i + 1
                and all(t.pos_ == "PROPN" for t in rest)
                and rest[-1].lower_ not in lexicon.title_words
            ):
                # "*Prosecutor General* Ilie Rotaru": the title may go on.
                yield Naming(_after_title(doc, token.i + 1, end, lexicon), end, "PERSON")


def _by_company(doc: Doc, lexicon: Lexicon) -> Iterator[Naming]:
    for token in doc:
        if token.pos_ != "PROPN" or not token.is_title:
            continue
        is_body = lexicon.tells_body(token.lower_)
        if is_body or _keeps_company(token, lexicon):
            start = token.i
            while start > 0 and _is_name_part(doc[start - 1], lexicon) and doc[start - 1].head.i == token.i:
                start -= 1
            if start < token.i:
                yield Naming(start, token.i + 1, "ORG" if is_body else "PERSON")


def _after_kinds(doc: Doc, lexicon: Lexicon) -> Iterator[Naming]:
    """Yield the names of bodies behind the noun that says what they are: "the charity [Agua Viva]"."""
    for token in doc:
        kind = _kind_before(token)
        if kind is None or token.pos_ != "PROPN" or not kind.text.islower():
            continue
        start, lemma = kind.i + 1, kind.lemma_.lower()
        tells = lemma in lexicon.body_nouns and lemma not in lexicon.person_nouns
        spelled = token.is_upper or all(_is_name_part(t, lexicon) for t in doc[start : token.i + 1])
        if tells and token.ent_type_ not in FIGURES and spelled and start <= token.i:
            yield Naming(start, token.i + 1, "ORG")


def _kind_before(token: Token) -> Token | None:
    """Return the noun that says what a name names; the parser makes an apposition of the two, or two subjects."""
    if token.dep_ == "appos":
        return token.head if token.head.i < token.i else None
    before = token.doc[token.i - 1] if token.i > 0 and token.dep_ == "nsubj" else None
    return before if before is not None and before.dep_ == "nsubj" and before.head.i == token.head.i else None


def _keeps_company(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a name stands where persons' names stand."""
    if token.lower_ in lexicon.title_words:
        return False
    if token.dep_ == "nsubj" and token.head.lemma_ in lexicon.speech:
        return True
    if any(c.dep_ == "relcl" and any(s.lower_ == "who" for s in c.lefts) for c in token.rights):
        return True
    beside = [c for c in token.rights if c.dep_ == "appos"] + [token.head] * (token.dep_ == "appos")
    return any(noun.pos_ == "NOUN" and noun.lemma_.lower() in lexicon.person_nouns for noun in beside)


def _listed(doc: Doc, lexicon: Lexicon) -> Iterator[Naming]:
    for found in lexicon.listed.find([(text,) for text in texts_of(doc)]):
        if all(token.pos_ == "PROPN" or not token.is_title for token in doc[found.start : found.end]):
            yield Naming(found.start, found.end, found.values[0])


def _defined(doc: Doc, lexicon: Lexicon) -> tuple[Naming, ...]:
    """Return the bodies whose initials follow in brackets: "the [Syndicate of Textile Workers] ([STW])"."""
    found: list[Naming] = []
    if "(" not in doc.text:
        return ()
    for token in doc[2:-1]:
        if doc[token.i - 1].text == "(" and ABBREVIATION.fullmatch(token.text):
            start = _start_of_defined(doc, token.i - 1, token.text)
            if start is not None and doc[start : token.i - 1].text not in lexicon.country_names:
                found += [Naming(start, token.i - 1, "ORG"), Naming(token.i, token.i + 1, "ORG")]
    return tuple(found)


def _start_of_defined(doc: Doc, end: int, letters: str) -> int | None:
    """Return where the words begin whose capitals are these letters, or None."""
    capitals = "".join(c for c in letters if c.isupper())
    start, initials = end, ""
    while start > 0 and len(initials) < len(capitals):
        token = doc[start - 1]
        if not token.is_alpha and token.text not in {"-", "'", "’", "'s", "’s", "&"}:
            return None
        if not (token.text[0].isupper() or token.lower_ in words_of("name joints") or not token.is_alpha):
            return None
        initials = (token.text[0] if token.text[0].isupper() else "") + initials
        start -= 1
    return start if initials == capitals and len(capitals) > 1 and doc[start].text[0].isupper() else None


def _bracketed(doc: Doc, found: tuple[Naming, ...]) -> Iterator[Naming]:
    """Yield abbreviations in brackets behind a name, and names in brackets behind an abbreviation."""
    ends = {name.end: name.label for name in found} if "(" in doc.text else {}
    for token in doc[2:-1] if ends else ():
        if doc[token.i - 1].text == "(" and token.i - 1 in ends and ABBREVIATION.fullmatch(token.text):
            yield Naming(token.i, token.i + 1, ends[token.i - 1])


def _repeated(doc: Doc, found: tuple[Naming, ...]) -> Iterator[Naming]:
    """Yield the other places of names found, and of persons' surnames."""
    known = {name.words(doc): name.label for name in found}
    known |= {words: "PERSON" for name in found if name.label == "PERSON" for words in name.short_forms(doc)}
    if not known:
        return
    longest_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(known, key=len, reverse=True):
        longest_first[words[0]].append(words)
    texts = texts_of(doc)
    for start, text in enumerate(texts):
        if text not in longest_first or not text[0].isupper() or doc[start].pos_ not in {"PROPN", "NOUN"}:
            continue
        for words in longest_first[text]:
            if texts[start : start + len(words)] == words:
                yield Naming(start, start + len(words), known[words])
                break
