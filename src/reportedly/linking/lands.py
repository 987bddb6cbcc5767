"""Which countries the words of a name or a sentence tell of: by name, adjective or capital."""

from collections.abc import Sequence
from functools import cache

from reportedly.language.given_names import fold
from reportedly.language.lexicon import Country
from reportedly.linking.words import POSSESSIVE, WORD, stem_list
from reportedly.resources import load_model

#: "Democratic Republic of the Congo".
LONGEST_COUNTRY = 5


def country_in(text: str) -> str | None:
    """Return the ISO code of the country that a text names first, by the longest form."""
    words = [POSSESSIVE.sub("", match.group()) for match in WORD.finditer(text)]
    start, end = country_span(words)
    return _country_forms().get(fold(" ".join(words[start:end])))


def first_country(text: str) -> str | None:
    """Return the ISO code of the country that stands first in a text: of "Lima told Bolivia" Peru."""
    words = [POSSESSIVE.sub("", match.group()) for match in WORD.finditer(text)]
    found = (_country_starting(words[start : start + LONGEST_COUNTRY]) for start in range(len(words)))
    return next((code for code in found if code is not None), None)


def country_span(words: Sequence[str]) -> tuple[int, int]:
    """Return which of the words name a country, the longest form first; an empty stretch when none do."""
    for size in range(min(LONGEST_COUNTRY, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            if fold(" ".join(words[start : start + size])) in _country_forms():
                return start, start + size
    return 0, 0


@cache
def country_stems(code: str | None) -> frozenset[str]:
    """Return the stems of every form of a country's name."""
    return frozenset(stem for form, owner in _country_forms().items() if owner == code for stem in stem_list(form))


def _country_starting(words: Sequence[str]) -> str | None:
    forms = (fold(" ".join(words[:size])) for size in range(len(words), 0, -1))
    return next((_country_forms()[form] for form in forms if form in _country_forms()), None)


@cache
def _country_forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for country in load_model("actors/countries.yaml", list[Country]):
        names = (country.name, *country.aliases, *country.adjectives, *country.seat_aliases)
        for form in (*names, *(() if country.capital is None else (country.capital,))):
            forms.setdefault(fold(form), country.iso3)
    return forms
