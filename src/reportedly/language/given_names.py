"""What a given name tells: that a name is a person's, and often the person's gender."""

import unicodedata
from functools import cache, lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from reportedly.resources import load_model

Gender = Literal["male", "female"]


class Region(BaseModel):
    """One entry of `codebook/language/given_names.yaml`; the fields are explained there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    region: str
    female: tuple[str, ...]
    male: tuple[str, ...]
    example: str


@cache
def given_names() -> dict[str, Gender | None]:
    """Return the gender by given name, folded; None where regions differ."""
    genders: dict[str, Gender | None] = {}
    for region in load_model("language/given_names.yaml", list[Region]):
        pairs: list[tuple[str, Gender]] = [(name, "female") for name in region.female]
        pairs += [(name, "male") for name in region.male]
        for name, gender in pairs:
            key = fold(name)
            genders[key] = gender if genders.get(key, gender) == gender else None
    return genders


# Texts go through here too, and news never runs out of new ones.
@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Return a name without accents and case: "Zanele", "Öz" and "oz" must meet."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return bare.casefold()


def is_given(word: str) -> bool:
    """Tell whether a word is a frequent given name."""
    return fold(word) in given_names()


def gender_of_person(name: str) -> Gender | None:
    """Return the gender that a person's full name tells; None for a surname alone.

    The given name stands first; where it does not ("Kim Sun-ok"), every later word may be it, if they agree.
    """
    words = name.split()
    known = given_names()
    first = known.get(fold(words[0])) if len(words) > 1 else None
    if first is not None:
        return first
    later = {known.get(fold(word)) for word in words[1:]} - {None} if len(words) > 1 else set()
    return later.pop() if len(later) == 1 else None
