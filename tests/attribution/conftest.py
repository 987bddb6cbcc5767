import pytest

from reportedly.attribution import AttributionLexicon, Combiner
from reportedly.language.analysis import annotate
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article
from reportedly.resolution.actors import ActorResolver


@pytest.fixture(scope="session")
def lexicon():
    return AttributionLexicon.load()


@pytest.fixture(scope="session")
def combiner(lexicon):
    return Combiner.load(lexicon)


@pytest.fixture(scope="session")
def nlp():
    return load_pipeline()


@pytest.fixture(scope="session")
def read(nlp):
    """Annotate a text and prepare its actors."""
    resolver = ActorResolver.load()

    def read_text(text, *, published=None):
        annotated = annotate(Article.verbatim(text, published=published), nlp=nlp)
        return annotated, resolver.view(annotated)

    return read_text
