"""What the words around a name say for its being a place: prepositions, kind words, company, spoiling nouns."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from reportedly.records import PlaceKind
from reportedly.resolution.place_lexicon import PlaceLexicon

#: Between the members of a list: "in Homs, Hama and Idlib".
LIST_MARKS = frozenset({",", "and", "or", "&", ";"})
DASHES = frozenset("-–")
ARTICLES = frozenset({"the", "a", "an"})
#: How far after a name a spoiling noun may stand: "the Buffalo Science Magnet School".
SPOIL_REACH = 4


@dataclass(frozen=True, slots=True)
class Support:
    """How much a name's surroundings speak for a place.

    Attributes:
        strength: 0 nothing, 1 a preposition that persons and bodies follow as well, 2 one of place, or a place beside
            it, 3 a kind word.
        kind: What the kind word says.
    """

    strength: Literal[0, 1, 2, 3] = 0
    kind: PlaceKind | None = None


NO_SUPPORT, WEAK, STRONG = Support(), Support(1), Support(2)


def stronger(*supports: Support) -> Support:
    """Return the strongest; of equals the first."""
    return max(supports, key=lambda support: support.strength)


def support_of(doc: Doc, start: int, end: int, *, lexicon: PlaceLexicon) -> Support:
    """Tell what speaks for a place in the tokens around `[start, end)`.

    1. A kind word after it, at its end or, perhaps with a link, before it: "Idlib province", "the town of Saraqib".
    2. A noun for a part of it before "of": "on the outskirts of Lodwar".
    3. A preposition before it, articles and directions left out: "in northern Chad".
    """
    told = [doc[end]] if end < len(doc) else []
    told += [doc[end - 1]] if end - start > 1 else []
    kind = next((kind for token in told if (kind := _kind(token, lexicon)) is not None), None)
    if kind is not None:
        return Support(3, kind)
    at = _back(doc, start - 1, lexicon)
    if at < 0:
        return NO_SUPPORT
    noun = doc[at - 1] if doc[at].lower_ in lexicon.links and at > 0 else doc[at]
    if noun.text.islower() and (kind := _kind(noun, lexicon)) is not None:
        return Support(3, kind)
    if doc[at].lower_ == "of" and noun.lower_ in lexicon.parts:
        return STRONG
    # "from the Center": cities take no article; what does, the codebook knows, or a kind word tells.
    if doc[start - 1].lower_ in ARTICLES and not lexicon.known(doc[start:end].text):
        return NO_SUPPORT
    return _after_preposition(doc, at, lexicon)


def _after_preposition(doc: Doc, at: int, lexicon: PlaceLexicon) -> Support:
    preposition = lexicon.prepositions.get(doc[at].lower_)
    if preposition is None or (at > 0 and doc[at - 1].lower_ in preposition.unless):
        return NO_SUPPORT
    return STRONG if preposition.strong else WEAK


def _kind(token: Token, lexicon: PlaceLexicon) -> PlaceKind | None:
    """Return the kind that a noun tells; "states" is a verb as well."""
    return lexicon.kind_words.get(token.lower_) if token.pos_ in {"NOUN", "PROPN"} else None


def _back(doc: Doc, at: int, lexicon: PlaceLexicon) -> int:
    """Step back over what stands between a preposition and a name: "in the far north-western …"."""
    while at >= 0 and (doc[at].lower_ in ARTICLES or doc[at].lower_ in lexicon.directions or _is_glue(doc, at)):
        at -= 1
    return at


def _is_glue(doc: Doc, at: int) -> bool:
    """Tell whether a token is a dash without blanks: "north-west"."""
    return doc[at].text in DASHES and at > 0 and not doc[at].whitespace_ and not doc[at - 1].whitespace_


def touches_dash(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a dash glues a name to something else: "UK-based", "euro-Atlantic"."""
    after = end < len(doc) and (_is_glue(doc, end) or doc[end - 1].text[-1] in DASHES)
    return after or (start > 1 and _is_glue(doc, start - 1))


def joins_list(doc: Doc, start: int, last_end: int) -> bool:
    """Tell whether a name at `start` goes on a list whose last member ended at `last_end`."""
    if last_end < 0 or not 0 < start - last_end <= 3:
        return False
    between = [token.lower_ for token in doc[last_end:start]]
    marks = between[:-1] if between[-1] == "the" else between
    return bool(marks) and all(word in LIST_MARKS for word in marks)


def spoiler_of(doc: Doc, start: int, end: int, *, lexicon: PlaceLexicon) -> bool | None:
    """Tell whether the words beside a name make it something else: "Lassa fever", "University of Uppsala".

    Returns:
        None when they do not; True when the name is spoiled all over the text, False when only here.
    """
    if start > 1 and doc[start - 1].lower_ == "of" and lexicon.spoilers.get(doc[start - 2].lower_) is False:
        return False if doc[start - 2].text[0].isupper() else None
    for step, token in enumerate(doc[end : end + SPOIL_REACH]):
        everywhere = lexicon.spoilers.get(token.lower_)
        if everywhere is not None and ((everywhere and step < 2) or token.text[0].isupper()):
            return everywhere
        if not (token.text[0].isupper() or (step == 0 and token.pos_ in {"ADJ", "NOUN"})):
            return None
    return None
