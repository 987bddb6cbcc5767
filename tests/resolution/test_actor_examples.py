"""Every example of the actor codebook resolves as it says."""

import re

import pytest

from reportedly.language.analysis import annotate
from reportedly.language.lexicon import CommonWord, Expected, Title
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article
from reportedly.resolution.actor_words import Modifier
from reportedly.resolution.actors import ActorResolver
from reportedly.resources import load_model

FILES = {
    "actors/titles.yaml": list[Title],
    "actors/institutions.yaml": list[CommonWord],
    "actors/sectors.yaml": list[CommonWord],
    "actors/modifiers.yaml": list[Modifier],
}
CASES = [(entry.example, entry.expect) for name, shape in FILES.items() for entry in load_model(name, shape)]


@pytest.mark.parametrize(("example", "expect"), CASES, ids=[example for example, _ in CASES])
def test_example_resolves_as_marked(example: str, expect: Expected) -> None:
    marked = re.search(r"\[(.+?)\]", example)
    assert marked is not None, "the example marks no phrase"
    annotated = annotate(Article.verbatim(re.sub(r"[\[\]]", "", example)), nlp=load_pipeline())
    span = annotated.doc.char_span(marked.start(), marked.end() - 2, alignment_mode="expand")
    actor = ActorResolver.load().view(annotated).resolve(span.root)

    if expect.country is not None:
        assert actor.country == (None if expect.country == "none" else expect.country)
    if expect.sectors is not None:
        assert actor.sectors[: len(expect.sectors)] == expect.sectors
    if expect.title is not None:
        assert actor.title == expect.title
    assert actor.alleged == (expect.alleged or False)
