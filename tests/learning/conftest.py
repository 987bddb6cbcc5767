"""A small corpus of original articles, and what is learned from it."""

from pathlib import Path

import pytest
import yaml

from reportedly.learning import learn_actors
from reportedly.records import Article, Publisher

CORPUS = Path(__file__).resolve().parent / "corpus.yaml"


@pytest.fixture(scope="session")
def corpus():
    rows = yaml.safe_load(CORPUS.read_text(encoding="utf-8"))
    return [
        Article.verbatim(row["text"], published=row["published"], publisher=Publisher(name=row["publisher"]))
        for row in rows
    ]


@pytest.fixture(scope="session")
def memory(corpus):
    return learn_actors(corpus)
