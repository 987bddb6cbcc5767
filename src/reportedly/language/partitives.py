"""What a phrase of number or portion counts: "dozens of *tents*", "a round of *talks*"."""

from functools import cache

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Token

from reportedly.language.phrases import children
from reportedly.resources import load_model


class Partitive(BaseModel):
    """One entry of `codebook/language/partitives.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    noun: str
    example: str


@cache
def partitives() -> frozenset[str]:
    """Return the lemmas of nouns that only count what follows their "of"."""
    return frozenset(entry.noun for entry in load_model("language/partitives.yaml", list[Partitive]))


def counted(noun: Token) -> Token:
    """Return the noun that a phrase is about: the noun itself, or what it counts."""
    if noun.lemma_.lower() not in partitives() and noun.pos_ != "NUM":
        return noun
    of = next((prep for prep in children(noun, "prep") if prep.lower_ == "of"), None)
    return noun if of is None else next(children(of, "pobj"), noun)


def counting(noun: Token) -> Token:
    """Return the topmost noun that only counts this one: "*round*" for "talks" in "a round of talks"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and counted(noun.head.head) == noun:
        noun = noun.head.head
    return noun
