import pytest

from reportedly.attribution.tagging import Tagger


@pytest.fixture(scope="session")
def tagger():
    return Tagger.load()
