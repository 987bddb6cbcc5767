"""From lemmas to frames: which frame of the codebook does a word in a sentence bring up, if any?

Triggers are found by looking a token's lemma up in an index, so the cost does not grow with the codebook; only the
frames of that lemma are then tested against the parse.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from reportedly.coding.codebook import Codebook, Frame
from reportedly.coding.surroundings import Asked, Surroundings, hyphenated, things
from reportedly.language.arguments import is_passive
from reportedly.language.lemmas import lemma_of
from reportedly.language.phrases import children
from reportedly.records import EventType

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
        found: dict[tuple[str, str], list[tuple[EventType, Frame, Asked]]] = defaultdict(list)
        for kind, entry in codebook.types.items():
            for frame in entry.frames:
                asked = Asked.of(frame)
                for key in _keys(frame):
                    found[key].append((kind, frame, asked))
        # Python's sort is stable: among equals, a user's overlay stays before the packaged frames.
        self._frames = {
            key: tuple(sorted(frames, key=lambda filed: -filed[1].specificity)) for key, frames in found.items()
        }
        self._anchors = frozenset((pos, word) for pos, phrase in found for word in _anchors(phrase))

    def may_hold_at(self, token: Token) -> bool:
        """Tell whether a token's lemma stands in a frame: few do, and to look for frames costs ten times as much."""
        return (token.pos_, lemma_of(token)) in self._anchors

    def frames_at(self, token: Token) -> Iterator[Candidate]:
        """Yield every frame that holds at a token, the one that asks for most first."""
        around = Surroundings(token)
        for lemma in lemmas_of(token):
            for kind, frame, asked in self._frames.get((token.pos_, lemma), ()):
                if around.satisfy(asked):
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
    yield from hyphenated(token)
    yield from (f"{lemma} {particle.lower_}" for particle in particles(token))
    before = None if token.is_sent_start else token.nbor(-1)
    if before is not None and before.head == token and before.dep_ in ("compound", "amod"):
        yield f"{before.lower_} {lemma}"
    yield lemma


def particles(verb: Token) -> Iterator[Token]:
    """Yield the particles of a verb; the parser takes many for adverbs ("turned *back* two hundred migrants")."""
    for child in children(verb, "prt", "advmod"):
        bare = all(below.dep_ == "prep" for below in child.children)
        if child.dep_ == "prt" or (child.i == verb.i + 1 and bare):
            yield child


def _words(frame: Frame, token: Token) -> tuple[Token, ...]:
    """Return the tokens that name the event: the trigger, its particle, the object that the frame asks for."""
    particle = next((p for p in particles(token) if f"{lemma_of(token)} {p.lower_}" in frame.verbs), None)
    words = [token] if particle is None else [token, particle]
    if set(hyphenated(token)) & set(frame.nouns):
        words += [token.nbor(-2), token.nbor(-1)]
    if frame.objects and not is_passive(token):
        words += [o for o in things(token) if lemma_of(o) in frame.objects and o.sent == token.sent]
    return tuple(sorted(words, key=lambda word: word.i))
