import pytest

from reportedly.coding.judging import load_judge


@pytest.fixture(scope="session")
def judge():
    return load_judge()
