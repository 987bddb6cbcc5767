"""What all tests share: one coder, and records built by hand."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import settings

# The same examples on every run and every machine: a red run can be repeated, and chance lands nothing.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def coder():
    from reportedly import Coder  # loads spaCy: only for the tests that ask for it

    return Coder()


@pytest.fixture(scope="session")
def build() -> SimpleNamespace:
    """The functions of `builders.py`, by name."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).resolve().parent / "builders.py")))


@pytest.fixture
def site():
    """A web site on the loopback interface; see `site.py`."""
    with runpy.run_path(str(Path(__file__).resolve().parent / "site.py"))["serve"]() as running:
        yield running


@pytest.fixture(scope="session")
def archive() -> dict[str, object]:
    """The reports of `linking/archive.yaml`, by the keys of its articles."""
    path = Path(__file__).resolve().parent / "linking" / "archive.py"
    return runpy.run_path(str(path))["reports"]()


@pytest.fixture(scope="session")
def prints(archive) -> dict[str, object]:
    """The fingerprints of these reports, by the same keys."""
    from reportedly.linking import load_families
    from reportedly.linking.fingerprints import fingerprint

    return {key: fingerprint(report, families=load_families()) for key, report in archive.items()}
