"""Which names are safe to know somebody by in another text, and when two spellings are one name."""

import re
import unicodedata

from reportedly.language.word_groups import words_of

#: Of 3,267 runs that look like names in PolNeAR train, the longest have 53 characters or 7 words, and are headlines.
MAX_CHARACTERS = 80
MAX_WORDS = 7
#: Letters, marks above them, and what stands inside a name: "Jean-Luc", "O'Brien", "J.".
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'’.\-])*")
ABBREVIATED = re.compile(r"[^\W\d_]{2,}\.")
APOSTROPHES = str.maketrans("’‘ʼ", "'''")


def is_full_name(name: str) -> bool:
    """Tell whether a name can be known by: two words or more, all capitalised but the particles between them.

    One word could be anybody: short names link within an article only. What a language model took for a name and is
    none ("his father", "New Jersey governor"), markup, and control characters fail as well.
    """
    words = name.split(" ")
    if len(name) > MAX_CHARACTERS or not 2 <= len(words) <= MAX_WORDS:
        return False
    if not all(WORD.fullmatch(word) and (word[0].isupper() or _is_particle(word)) for word in words):
        return False
    # "Gov. Ana Ruiz" is a name with a title before it.
    if any(ABBREVIATED.fullmatch(word) and not _is_particle(word.lower().strip(".")) for word in words[:-1]):
        return False
    # Initials alone tell nobody apart: "J. K.".
    return len(words[-1].strip(".")) > 1 and sum(word != word.lower() for word in words) >= 2


def _is_particle(word: str) -> bool:
    """Tell what stands small inside a name: "Bram *de* Wit", "Omar *al-*Senussi", "Sons *of the* Delta"."""
    return word.split("-")[0] in words_of("name particles") | words_of("name joints")


def name_key(name: str) -> str:
    """Return what two spellings of one name share: "Nicolás  Maduro", "NICOLAS MADURO" and "Nicolas Maduro" meet."""
    bare = name if name.isascii() else _without_marks(name)
    return " ".join(bare.translate(APOSTROPHES).replace(".", " ").casefold().split())


def _without_marks(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
