"""The bench of the linking set runs from its own folder."""

import sys
from pathlib import Path

import pytest

LINKING = Path(__file__).resolve().parents[2] / "bench" / "linking"
sys.path.insert(0, str(LINKING))


@pytest.fixture(scope="session")
def stories():
    from linking_set import load_stories

    return load_stories()


@pytest.fixture(scope="session")
def truth(stories):
    from linking_truth import truth_of

    return truth_of(stories)
