"""Noun phrases over the dependency parse: their extent, their parts, their coordination."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from reportedly.records import Span

#: What hangs on a noun without being part of its name: coordination, clauses, remarks.
OUTSIDE = frozenset({"conj", "cc", "relcl", "acl", "advcl", "appos", "punct", "parataxis", "dep", "preconj", "case"})
NOMINAL = frozenset({"NOUN", "PROPN"})
#: Prepositions that belong to the name: "the foreign minister *of* Chile".
NAMING_PREPOSITIONS = frozenset({"of"})


def conjuncts(head: Token) -> tuple[Token, ...]:
    """Return the head and everything coordinated with it, in reading order.

    A conjunct's own conjuncts count too: "Russia, China, and Iran" gives three; so does the end of a list that the
    parser hung on the verb: "sent letters to Oslo, Paris, *and Rome* asking for help".
    """
    found = sorted({head, *head.conjuncts}, key=lambda token: token.i)
    stray = _stray_end(found[-1]) if head.pos_ in NOMINAL else None
    return tuple(found if stray is None else [*found, stray])


def _stray_end(last: Token) -> Token | None:
    """Return the last name of a list that hangs on a verb above, only "and" and a comma before it."""
    for above in last.ancestors:
        for child in children(above, "conj") if above.pos_ == "VERB" else ():
            between = last.doc[last.right_edge.i + 1 : child.left_edge.i] if child.i > last.i else None
            if between and child.pos_ in NOMINAL and _joins(between):
                return child
    return None


def _joins(between: DocSpan) -> bool:
    return any(t.dep_ == "cc" for t in between) and all(t.is_punct or t.dep_ == "cc" for t in between)


def phrase_tokens(head: Token) -> tuple[Token, ...]:
    """Return the tokens of the noun phrase under a head, without coordination, clauses and remarks."""
    return tuple(sorted(_inside(head), key=lambda token: token.i))


def _inside(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ in OUTSIDE and not _binds(child, head):
            continue
        if child.dep_ == "prep" and (child.i < head.i or not _names(child)):
            continue
        if not child.is_space:
            yield from _inside(child) if child.dep_ != "poss" else child.subtree


def _names(preposition: Token) -> bool:
    """Tell "the minister *of* Chile" from "accused rebels *of* moving bodies", whose clause the parser hangs here."""
    return preposition.lower_ in NAMING_PREPOSITIONS and not any(children(preposition, "pcomp"))


def _binds(child: Token, head: Token) -> bool:
    """Tell a hyphen inside "Su-30" from punctuation around the phrase."""
    return child.dep_ == "punct" and child.text == "-" and child.left_edge.i < head.i and not child.whitespace_


def phrase_span(head: Token) -> Span:
    """Return where the noun phrase under a head stands, `[start, end)` in the text.

    The span runs from the first to the last token; a bracket or a comma in between stays inside.
    """
    return span_of(phrase_tokens(head))


def span_of(tokens: Iterable[Token]) -> Span:
    """Return the smallest span that holds all tokens.

    Raises:
        ValueError: There are no tokens.
    """
    kept = list(tokens)
    return min(t.idx for t in kept), max(t.idx + len(t) for t in kept)


def sentence_span(token: Token) -> Span:
    """Return the span of the token's sentence, without the line breaks around it."""
    sentence = token.sent
    first, last = sentence.start, sentence.end - 1
    while first < last and sentence.doc[first].is_space:
        first += 1
    while last > first and sentence.doc[last].is_space:
        last -= 1
    return span_of((sentence.doc[first], sentence.doc[last]))


def children(token: Token, *labels: str) -> Iterator[Token]:
    """Yield the children that hang on a token by one of the dependency labels."""
    below = hanging(token.doc)[token.i]
    return iter([child for label, child in below if label in labels] if below else ())


@lru_cache(maxsize=1)
def texts_of(doc: Doc) -> tuple[str, ...]:
    """Return every token's text, which spaCy makes anew at every asking."""
    numbers = doc.to_array("ORTH").tolist()
    texts = {number: doc.vocab.strings[number] for number in set(numbers)}
    return tuple(texts[number] for number in numbers)


@lru_cache(maxsize=1)
def hanging(doc: Doc) -> tuple[tuple[tuple[str, Token], ...], ...]:
    """Return for every token its children in reading order, each with its dependency label.

    spaCy makes them anew at every call, and the rooms ask some ten times for those of a token.
    """
    found: list[list[tuple[str, Token]]] = [[] for _ in range(len(doc))]
    # Read out as a whole: asking each token for its head and label costs ten times as much.
    labels, ways = doc.to_array("DEP").tolist(), doc.to_array("HEAD").astype("int64").tolist()
    names = {label: doc.vocab.strings[label] for label in set(labels)}
    for i, (label, way) in enumerate(zip(labels, ways, strict=True)):
        if way:
            found[i + way].append((names[label], doc[i]))
    return tuple(map(tuple, found))
