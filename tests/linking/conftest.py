"""What the tests of the linking room share: reports of invented articles, built by hand."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest


@pytest.fixture(scope="session")
def newsroom() -> SimpleNamespace:
    """The functions of `newsroom.py`, by name."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).resolve().parent / "newsroom.py")))
