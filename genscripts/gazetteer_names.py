"""Chooses which of a place's many GeoNames names English newswire could use.

GeoNames mixes all languages and transliterations without saying which is which. A wrong name costs more than a
missing one: "Civ" and "Ko" stand there for Kyiv, "Islamabad" for Chattogram. So names are sorted into spellings of the
main name, which count in full, and other names, which the gazetteer ranks far lower.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from reportedly.resolution.place_names import bare_name, fold_name, without_article

# Names in Title Case alone: GeoNames writes machine transliterations in lower case and airport codes in upper case.
TITLE_CASE = re.compile(r"^[^\W\d_a-z][\w'’‘ʻʼ.\- ]*$")
SHORTEST_OTHER_NAME = 4
LONGEST_OTHER_NAME = 40
# Of towns that are this large newswire may use former and foreign names; of smaller ones GeoNames lists hamlets and
# farms that they swallowed, so only spellings of the main name are kept.
WELL_KNOWN = 15_000
# "jenin" and "janin" reach 0.8, "puno" and "pune" 0.75.
LEAST_LIKENESS = 0.78


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys under which a place is filed: its main one, other spellings of it, and other names."""

    main: str
    spellings: tuple[str, ...]
    others: tuple[str, ...] = ()


def is_latin(name: str) -> bool:
    """Tell whether every letter of a name is of the Latin script."""
    return all(unicodedata.name(c, "").startswith("LATIN") for c in name if c.isalpha() and not c.isascii())


def is_usable(name: str) -> bool:
    """Tell whether English newswire could write the name so."""
    fits = SHORTEST_OTHER_NAME <= len(name) <= LONGEST_OTHER_NAME
    return fits and not name.isupper() and TITLE_CASE.match(name) is not None and is_latin(name)


def is_spelling_of(key: str, main: str) -> bool:
    """Tell whether two folded names are spellings of one name: "rabotino" and "robotyne"."""
    if key[0] != main[0]:
        return False
    return SequenceMatcher(None, key, main, autojunk=False).ratio() >= LEAST_LIKENESS


def with_bare_forms(keys: Iterable[str], languages: tuple[str, ...]) -> set[str]:
    """Add each key without its kind word and, where Arabic is spoken, without its article."""
    forms = set(keys)
    forms |= {bare.name for key in forms if (bare := bare_name(key))}
    return (forms | without_articles(forms, languages)) - {""}


def without_articles(keys: Iterable[str], languages: tuple[str, ...]) -> set[str]:
    """Return, where Arabic is spoken, the keys that began with an article, without it."""
    if "ar" not in languages:
        return set()
    rests = map(without_article, keys)
    return {rest for rest in rests if rest and len(rest) >= SHORTEST_OTHER_NAME}


def city_keys(
    name: str, other_names: Iterable[str], population: int, languages: tuple[str, ...], given: tuple[str, ...]
) -> Keys:
    """Choose the keys of a city.

    Args:
        name: Its main name.
        other_names: All its other names in GeoNames.
        population: Its inhabitants.
        languages: Languages of its country.
        given: Spellings that our own list gives it.
    """
    main = fold_name(name)
    alike = {main} | without_articles([main], languages)
    found = {fold_name(other) for other in other_names if is_usable(other)} - {""}
    found |= without_articles(found, languages)
    spellings = {key for key in found if any(is_spelling_of(key, form) for form in alike)} | alike
    spellings |= {fold_name(spelling) for spelling in given}
    others = found - spellings if population >= WELL_KNOWN else set()
    return Keys(main, tuple(sorted(spellings - {main})), tuple(sorted(others)))


def division_keys(names: Iterable[str], languages: tuple[str, ...], inherited: Iterable[str] = ()) -> Keys:
    """Choose the keys of a division.

    Args:
        names: Its main name, then its other names.
        languages: Languages of its country.
        inherited: Keys of the city that it is named after.
    """
    main, *rest = [fold_name(name) for name in names]
    spellings = with_bare_forms([main, *rest], languages)
    spellings |= {key for key in inherited if not ((bare := bare_name(key)) and bare.kind == "city")}
    return Keys(main, tuple(sorted(spellings - {main})))
