import pytest


@pytest.fixture(scope="session")
def coder():
    from reportedly import Coder  # loads spaCy: only for the tests that ask for it

    return Coder()
