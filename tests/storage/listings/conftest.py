"""The archive of the tests of links."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest


@pytest.fixture(scope="session")
def wire() -> SimpleNamespace:
    """The names of `wire.py`."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).resolve().parent.parent / "wire.py")))
