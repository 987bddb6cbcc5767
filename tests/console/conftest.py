"""A small store of invented news behind a console, and another of news that means harm."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
from starlette.testclient import TestClient

from reportedly import Store
from reportedly.console import ConsoleOptions, make_app

HERE = Path(__file__).resolve().parent
WIRE = runpy.run_path(str(HERE.parent / "storage" / "wire.py"))
HOSTILE = runpy.run_path(str(HERE / "hostile.py"))


def _filled(path: Path, reports) -> Path:
    with Store.open(path, write=True) as store:
        for report in reports:
            store.add(report)
        store.link()
    return path


@pytest.fixture(scope="session")
def wire() -> SimpleNamespace:
    """The archive of `tests/storage/wire.py`."""
    return SimpleNamespace(**WIRE)


@pytest.fixture(scope="session")
def hostile() -> SimpleNamespace:
    """The names of `hostile.py`."""
    return SimpleNamespace(**HOSTILE)


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of nine articles that several outlets carry."""
    return _filled(tmp_path_factory.mktemp("news") / "news.db", WIRE["REPORTS"])


@pytest.fixture(scope="session")
def harmful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of news that means harm."""
    return _filled(tmp_path_factory.mktemp("harmful") / "news.db", HOSTILE["REPORTS"])


@pytest.fixture(scope="session")
def client(news: Path):
    """A visitor of the console over the small store."""
    with TestClient(make_app(ConsoleOptions(store=news, label="news.db")), base_url="http://localhost") as visitor:
        yield visitor


@pytest.fixture(scope="session")
def victim(harmful: Path):
    """A visitor of the console over the news that means harm."""
    with TestClient(make_app(ConsoleOptions(store=harmful, label="x")), base_url="http://localhost") as visitor:
        yield visitor
