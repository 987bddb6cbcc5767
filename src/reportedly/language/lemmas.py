"""Lemmas as the codebook lists them."""

from spacy.tokens import Token


def lemma_of(token: Token) -> str:
    """Return the token's lemma in lower case; the pipeline has repaired what it gets wrong (`pipeline.py`)."""
    return str(token.lemma_.lower())
