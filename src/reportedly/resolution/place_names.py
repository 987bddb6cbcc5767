"""The folded form of a place name: one spelling for "Saint-Denis", "St. Denis" and "SAINT DENIS".

The generator files places under this form and the gazetteer looks them up by it, so both must use this module:
a change here asks for a new gazetteer. The rules are data: `codebook/gazetteer.yaml`.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from reportedly.resources import load_yaml

APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʻʼʿʾ`´′"))
WordKind = Literal["region", "city"]


@dataclass(frozen=True, slots=True)
class NameRules:
    """The folding rules of the codebook, ready for use.

    Attributes:
        characters: Table for `str.translate`: letters to plain letters, apostrophes to nothing.
        abbreviations: Folded short form → the word it stands for.
        articles: Articles of Arabic names.
        kind_words: Word → the kind of place that it announces.
        links: Words that join a kind word to a name that follows it.
    """

    characters: dict[int, str | None]
    abbreviations: dict[str, str]
    articles: frozenset[str]
    kind_words: dict[str, WordKind]
    links: frozenset[str]


@dataclass(frozen=True, slots=True)
class BareName:
    """A folded name without the word that tells its kind: "idlib province" is "idlib", a region."""

    name: str
    kind: WordKind


@cache
def name_rules() -> NameRules:
    """Read the folding rules from the codebook."""
    data: dict[str, list[dict[str, Any]]] = load_yaml("gazetteer.yaml")
    letters: dict[int, str | None] = {ord(row["letter"]): row["plain"] for row in data["letters"]}
    return NameRules(
        characters=letters | APOSTROPHES,
        abbreviations={row["short"]: row["long"] for row in data["abbreviations"]},
        articles=frozenset(row["article"] for row in data["articles"]),
        kind_words={row["word"]: row["kind"] for row in data["kind_words"]},
        links=frozenset(row["link"] for row in data["links"]),
    )


def fold_name(name: str) -> str:
    """Return the form under which the gazetteer files a name.

    Accents, case, apostrophes, punctuation and a leading "the" make no difference; "St." is "saint".

    Args:
        name: A place name as written.

    Returns:
        Lower-case words with single blanks between them; empty when the name holds no letter or digit.
    """
    rules = name_rules()
    # NFKD after lower-casing: "İ" lower-cases to an "i" with a combining dot, which then falls away.
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(rules.characters))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(rules.characters)
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    last = words[-1:]
    return " ".join([rules.abbreviations.get(word, word) for word in words[:-1]] + last)


def bare_name(folded: str) -> BareName | None:
    """Take the kind word off a folded name.

    Args:
        folded: What `fold_name` returned: "idlib province", "province of isfahan", "kano city".

    Returns:
        The name without it and the kind that it announced; None when the name holds no such word, or nothing else.
    """
    rules = name_rules()
    words = folded.split()
    if len(words) > 1 and (kind := rules.kind_words.get(words[-1])):
        return BareName(" ".join(words[:-1]), kind)
    if len(words) > 2 and words[1] in rules.links and (kind := rules.kind_words.get(words[0])):
        return BareName(" ".join(words[2:]), kind)
    return None


def without_article(folded: str) -> str | None:
    """Take the Arabic article off a folded name: "al hasakah" → "hasakah"; None when there is none."""
    first, _, rest = folded.partition(" ")
    return rest if rest and first in name_rules().articles else None
