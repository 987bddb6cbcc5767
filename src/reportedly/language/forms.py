"""The forms that one name takes: short names of persons and bodies, nicknames, articles of Arabic names."""

import re
from functools import lru_cache

from reportedly.language.given_names import fold, is_given
from reportedly.language.word_groups import words_of

#: The nickname inside a name: Guzmán “El Tuerto” Arriaga.
NICKNAME = re.compile(r"[“\"‘«]([^”\"’»]+)[”\"’»]")
ARTICLE = re.compile(r"^(?:al|el|ul|ad|as|ar)[-\s]", re.IGNORECASE)


def nicknames(name: str) -> frozenset[str]:
    """Return what stands between quotation marks inside a name."""
    return frozenset(found.strip() for found in NICKNAME.findall(name))


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name as they are compared: folded, without nickname, articles, "Jr."."""
    bare = NICKNAME.sub(" ", name)
    words = [ARTICLE.sub("", word) for word in bare.split()]
    kept = [fold(word) for word in words if word.lower() not in words_of("generations")]
    return tuple(word for word in kept if word)


@lru_cache(maxsize=4096)
def surname_forms(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return the short forms of a full name in folded words.

    1. Its last words: "Smith", "Quiroga Beltrán", "de Wit".
    2. The family name that comes first: "Xi"; a known given name alone is a short form too, among friends.
    3. The first of two Spanish surnames: "Quiroga" for Alejandra Quiroga Beltrán.
    """
    if len(words) < 2:
        return frozenset()
    last = {words[-size:] for size in range(1, len(words))}
    first = {words[:1]} if words[0] not in words_of("name particles") else set()
    middle = {words[-2:-1]} if len(words) > 2 and words[-2] not in words_of("name particles") else set()
    return frozenset(form for form in last | first | middle if form[-1] not in words_of("name particles"))


def shortens(short: str, full: str) -> bool:
    """Tell whether a person's name is a short form of another."""
    words = name_words(short)
    return words in surname_forms(name_words(full)) or fold(short) in {fold(nick) for nick in nicknames(full)}


def is_same_person(one: str, other: str) -> bool:
    """Tell whether two spellings are of one full name: accents, articles and nicknames apart."""
    return name_words(one) == name_words(other)


def initials_of(name: str) -> str:
    """Return the initials of the capitalised words of a name."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def shortens_body(short: str, full: str) -> bool:
    """Tell whether a body's name is the beginning of a longer one: "Hidroeléctrica" for Hidroeléctrica del Maule."""
    words, whole = short.split(), full.split()
    return 0 < len(words) < len(whole) and words == whole[: len(words)] and not is_given(words[0])
