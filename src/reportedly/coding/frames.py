"""From lemmas to frames: which frame of the codebook does a word in a sentence bring up, if any?

Triggers are found by looking a token's lemma up in an index, so the cost does not grow with the codebook; only the
frames of that lemma are then tested against the parse.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from reportedly.coding.codebook import Codebook, Frame
from reportedly.coding.steps import governed
from reportedly.language.arguments import is_passive, objects, passive_subjects, prepositional, subjects
from reportedly.language.lemmas import lemma_of
from reportedly.language.partitives import counted
from reportedly.language.phrases import children
from reportedly.records import EventType

ANY = "*"
#: Parts of speech under which the three kinds of triggers are looked up. A tagger's slip between noun and name
#: ("Strike kills three") must not hide a trigger.
POS_OF_KIND = {"verbs": ("VERB", "AUX"), "nouns": ("NOUN", "PROPN"), "adjectives": ("ADJ",)}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame that holds at a token.

    Attributes:
        type: The type that the frame stands under.
        frame: The frame.
        trigger: The head token.
        words: All tokens that name the event: the verb with its particle and, where the frame asks for it, its object.
    """

    type: EventType
    frame: Frame
    trigger: Token
    words: tuple[Token, ...]


class FrameIndex:
    """The codebook's frames by part of speech and lemma."""

    def __init__(self, codebook: Codebook) -> None:
        found: dict[tuple[str, str], list[tuple[EventType, Frame]]] = defaultdict(list)
        for kind, entry in codebook.types.items():
            for frame in entry.frames:
                for key in _keys(frame):
                    found[key].append((kind, frame))
        # Python's sort is stable: among equals, a user's overlay stays before the packaged frames.
        self._frames = {
            key: tuple(sorted(frames, key=lambda pair: -pair[1].specificity)) for key, frames in found.items()
        }
        self._anchors = frozenset((pos, word) for pos, phrase in found for word in _anchors(phrase))

    def frames_at(self, token: Token) -> Iterator[Candidate]:
        """Yield every frame that holds at a token, the one that asks for most first."""
        # Nearly every token ends here; what is built below of its neighbours costs ten times as much.
        if self._anchors.isdisjoint(((token.pos_, lemma_of(token)), (token.pos_, token.lemma_.lower()))):
            return
        for lemma in lemmas_of(token):
            for kind, frame in self._frames.get((token.pos_, lemma), ()):
                if holds(frame, token):
                    yield Candidate(kind, frame, token, _words(frame, token))


def _keys(frame: Frame) -> Iterator[tuple[str, str]]:
    for kind, parts in POS_OF_KIND.items():
        for lemma in getattr(frame, kind):
            yield from ((pos, lemma) for pos in parts)


def _anchors(phrase: str) -> tuple[str, str, str]:
    """Return the words of a key that the token's own lemma must be one of: "carry" out, hunger "strike", sit-"in"."""
    last = phrase.rsplit(" ", 1)[-1]
    return phrase.split(" ", 1)[0], last, last.rsplit("-", 1)[-1]


def lemmas_of(token: Token) -> Iterator[str]:
    """Yield the keys under which a token is looked up: "carry out" and "hunger strike" before the word alone."""
    lemma = lemma_of(token)
    yield from _hyphenated(token)
    yield from (f"{lemma} {particle.lower_}" for particle in particles(token))
    before = None if token.is_sent_start else token.nbor(-1)
    if before is not None and before.head == token and before.dep_ in ("compound", "amod"):
        yield f"{before.lower_} {lemma}"
    yield lemma


def _hyphenated(token: Token) -> Iterator[str]:
    """Yield the word that the tokenizer split at its hyphen: "sit-in", "walk-out"."""
    if token.i > 1 and token.nbor(-1).text == "-" and not (token.nbor(-1).whitespace_ or token.nbor(-2).whitespace_):
        yield f"{token.nbor(-2).lower_}-{token.lemma_.lower()}"


def particles(verb: Token) -> Iterator[Token]:
    """Yield the particles of a verb; the parser takes many for adverbs ("turned *back* two hundred migrants")."""
    for child in children(verb, "prt", "advmod"):
        bare = all(below.dep_ == "prep" for below in child.children)
        if child.dep_ == "prt" or (child.i == verb.i + 1 and bare):
            yield child


def holds(frame: Frame, token: Token) -> bool:
    """Tell whether all that a frame asks for stands beside its trigger."""
    return all(test(frame, token) for test in TESTS)


def _has_subject(frame: Frame, token: Token) -> bool:
    if not frame.subjects:
        return True
    found = passive_subjects(token) if is_passive(token) else subjects(token)
    return any(lemma_of(counted(subject)) in frame.subjects for subject in found)


def _has_object(frame: Frame, token: Token) -> bool:
    return not frame.objects or any({lemma_of(o), *_hyphenated(o)} & set(frame.objects) for o in _things(token))


def _has_preposition(frame: Frame, token: Token) -> bool:
    if not frame.preps:
        return True
    # The parser often hangs the preposition on the object ("filed a lawsuit *against*") or on a noun's light verb.
    holders = [token, *objects(token), *([token.head] if token.dep_ in ("dobj", "nsubjpass") else [])]
    # "Handed the town back *to* its elders": it hangs on the particle as well.
    holders += [side for side in children(token, "prt", "advmod") if side.i > token.i]
    labels = ("prep", "prt", "dative", "agent")
    return any(p.lower_ in frame.preps for holder in holders for p in children(holder, *labels))


def _has_prepositional_object(frame: Frame, token: Token) -> bool:
    if not frame.prep_objects:
        return True
    return any(lemma_of(o) in frame.prep_objects for o in prepositional(token, frozenset(frame.preps)))


def _has_complement(frame: Frame, token: Token) -> bool:
    if not frame.complements:
        return True
    return any(ANY in frame.complements or lemma_of(c) in frame.complements for c in governed(token))


def _has_modal(frame: Frame, token: Token) -> bool:
    if not frame.modals:
        return True
    return any(aux.lower_ in frame.modals for c in governed(token) for aux in children(c, "aux"))


def _has_words(frame: Frame, token: Token) -> bool:
    return not frame.beside or any(lemma_of(word) in frame.beside for word in _clause(token))


def _lacks_object(frame: Frame, token: Token) -> bool:
    return not frame.without_objects or all(
        counted(o).lemma_.lower() not in frame.without_objects for o in objects(token)
    )


def _has_only_objects(frame: Frame, token: Token) -> bool:
    return not frame.only_objects or all(lemma_of(counted(o)) in frame.only_objects for o in objects(token))


def _lacks_words(frame: Frame, token: Token) -> bool:
    if not frame.unless:
        return True
    return not any(lemma_of(word) in frame.unless for word in _clause(token))


def _things(verb: Token) -> Iterator[Token]:
    """Yield what a verb is done to, a passive's second object included: "reporters were denied *access*"."""
    yield from (counted(o) for o in objects(verb))
    if is_passive(verb):
        yield from (counted(o) for o in children(verb, "dobj"))


def _clause(token: Token) -> Iterator[Token]:
    """Yield the words around a trigger that may forbid a frame: its own clause, without the clauses under it.

    A preposition tells of the word that it hangs on alone: "attacked the camp, armed *with* machetes" is no attack
    with machetes.
    """
    top = token if token.pos_ in ("VERB", "AUX") else token.head
    # "The quake struck at dawn and killed nine": who does it stands in another clause.
    yield from (subject for subject in subjects(token) if token.dep_ == "conj" and top == token)
    near = {top, token, *objects(token)}
    queue = [top]
    while queue:
        word = queue.pop()
        if word.dep_ not in ("prep", "agent") or word.head in near:
            yield word
        queue.extend(child for child in word.children if not _opens_clause(child))


def _opens_clause(word: Token) -> bool:
    """Tell a clause with a subject of its own, which says nothing of the one above it."""
    if word.dep_ not in ("advcl", "ccomp", "conj", "parataxis", "relcl"):
        return False
    return any(children(word, "nsubj", "nsubjpass"))


TESTS: tuple[Callable[[Frame, Token], bool], ...] = (
    _has_subject,
    _has_object,
    _has_preposition,
    _has_prepositional_object,
    _has_complement,
    _has_modal,
    _has_words,
    _lacks_object,
    _has_only_objects,
    _lacks_words,
)


def _words(frame: Frame, token: Token) -> tuple[Token, ...]:
    """Return the tokens that name the event: the trigger, its particle, the object that the frame asks for."""
    particle = next((p for p in particles(token) if f"{lemma_of(token)} {p.lower_}" in frame.verbs), None)
    words = [token] if particle is None else [token, particle]
    if set(_hyphenated(token)) & set(frame.nouns):
        words += [token.nbor(-2), token.nbor(-1)]
    if frame.objects and not is_passive(token):
        words += [o for o in _things(token) if lemma_of(o) in frame.objects and o.sent == token.sent]
    return tuple(sorted(words, key=lambda word: word.i))
