import pytest

from reportedly.coding.codebook import Codebook
from reportedly.coding.contexts import ContextFinder
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Actor


@pytest.fixture(scope="module")
def finder():
    return ContextFinder(Codebook.load())


@pytest.mark.parametrize(("name", "context"), Codebook.load().contexts.items())
def test_every_context_is_found_in_its_example(finder, name, context):
    sentence = next(load_pipeline()(context.example).sents)
    sector = Actor(name="x", text="x", sectors=context.sectors[:1])
    assert name in finder.find(sentence, parties=[sector] if context.sectors else [])


def test_contexts_come_in_the_order_of_the_codebook(finder):
    sentence = next(load_pipeline()("The navy guarded the oil pipeline.").sents)
    assert finder.find(sentence, parties=(), given=["crime"]) == ("military", "natural_resource", "crime")
