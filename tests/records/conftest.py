"""What the tests of records share: records built by hand."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

BUILDERS = Path(__file__).resolve().parent.parent / "builders.py"


@pytest.fixture(scope="session")
def build() -> SimpleNamespace:
    return SimpleNamespace(**runpy.run_path(str(BUILDERS)))
