"""The words of a text as they are compared here: folded, stemmed, irregular forms under their verb."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from spacy.lang.en.stop_words import STOP_WORDS

from reportedly.language.given_names import fold
from reportedly.linking.terms import Strict, stem
from reportedly.resources import load_model

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+")
POSSESSIVE = re.compile(r"[’']s?$")
LEAST_WORD = 2


class Irregular(Strict):
    """One entry of irregular.yaml."""

    verb: str
    forms: tuple[str, ...]
    example: str


class OtherSense(Strict):
    """One entry of other_senses.yaml."""

    phrase: str
    example: str


def stems_of(text: str) -> frozenset[str]:
    """Return the stems of the words that mean something.

    >>> stems_of("The raiders shot a guard") == stems_of("guards shooting raiders")
    True
    """
    return frozenset(stem_list(text))


# A story is told again whenever an article joins it, and its copies share their sentences.
@lru_cache(maxsize=32768)
def stem_list(text: str) -> tuple[str, ...]:
    """Return those stems in reading order, repetitions included, without phrases in which they mean something else."""
    meant = _other_senses().sub(" ", text)
    found = (_stemmed(POSSESSIVE.sub("", match.group())) for match in WORD.finditer(meant))
    return tuple(one for one in found if one)


def all_stems(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of several texts together."""
    return frozenset(one for text in texts for one in stem_list(text))


def plain_words(text: str) -> str:
    """Return a text as its words alone, so that print and quotation marks make no difference.

    >>> plain_words("“No,” he said.") == plain_words("No, he said")
    True
    """
    return " ".join(match.group() for match in WORD.finditer(fold(text)))


@lru_cache(maxsize=65536)
def _stemmed(word: str) -> str:
    plain = fold(word)
    if len(plain) < LEAST_WORD or plain in STOP_WORDS:
        return ""
    return stem(_irregular().get(plain, plain))


@cache
def _irregular() -> dict[str, str]:
    entries = load_model("linking/irregular.yaml", list[Irregular])
    return {fold(form): entry.verb for entry in entries for form in entry.forms}


@cache
def _other_senses() -> re.Pattern[str]:
    entries = load_model("linking/other_senses.yaml", list[OtherSense])
    return re.compile(rf"\b(?:{'|'.join(entry.phrase for entry in entries)})\b", re.IGNORECASE)
