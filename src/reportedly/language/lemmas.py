"""Lemmas, with the forms repaired that the pipeline gets wrong."""

from functools import cache

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Token

from reportedly.resources import load_model


class LemmaRepair(BaseModel):
    """One entry of `codebook/language/lemmas.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    form: str
    lemma: str
    example: str


@cache
def lemma_repairs() -> dict[str, str]:
    """Return the forms whose lemma the pipeline gets wrong."""
    return {entry.form: entry.lemma for entry in load_model("language/lemmas.yaml", list[LemmaRepair])}


def lemma_of(token: Token) -> str:
    """Return the token's lemma in lower case."""
    return lemma_repairs().get(token.lower_, token.lemma_.lower())
