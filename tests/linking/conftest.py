"""What the tests of the linking room share: reports of invented articles, built by hand."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from reportedly.linking.families import load_families
from reportedly.linking.fingerprints import Fingerprint, fingerprint
from reportedly.records import Report

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="session")
def newsroom() -> SimpleNamespace:
    """The functions of `newsroom.py`, by name."""
    return SimpleNamespace(**runpy.run_path(str(HERE / "newsroom.py")))


@pytest.fixture(scope="session")
def archive(newsroom: SimpleNamespace) -> dict[str, Report]:
    """The reports of `archive.yaml`, by the keys of its articles; each tells one event, that of its first word."""
    data = yaml.safe_load((HERE / "archive.yaml").read_text(encoding="utf-8"))
    return {key: _report(one, data["parts"], newsroom) for key, one in data["articles"].items()}


@pytest.fixture(scope="session")
def prints(archive: dict[str, Report]) -> dict[str, Fingerprint]:
    """The fingerprints of these reports, by the same keys."""
    return {key: fingerprint(report, families=load_families()) for key, report in archive.items()}


def _report(one, parts, newsroom):
    text = "\n\n".join(parts[name] for name in one["parts"].split())
    told = [newsroom.Tells(type="ASSAULT", trigger=text.split()[0])]
    return newsroom.report(
        one["publisher"], text, published=one["published"], title=one["title"],
        credits=tuple(one.get("credits", ())), told=told,
    )  # fmt: skip
