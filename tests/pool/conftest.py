"""Lets workers import the work of these tests."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The work that goes wrong; spawned processes look for modules where their parent does."""
    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parent))
    return importlib.import_module("pool_work")
