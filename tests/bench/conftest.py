"""The benches run from their own folders."""

import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"
sys.path[:0] = [str(BENCH / "linking"), str(BENCH)]


@pytest.fixture(scope="session")
def stories():
    from linking_set import load_stories

    return load_stories()


@pytest.fixture(scope="session")
def truth(stories):
    from linking_truth import truth_of

    return truth_of(stories)
