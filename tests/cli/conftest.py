"""What the tests of the command line share: reports built by hand, and a coder that hands them out."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from typer.testing import CliRunner, Result

import reportedly.reading
from reportedly.cli.main import app
from reportedly.errors import ReadError
from reportedly.records import Failure, Report, stable_id


@pytest.fixture
def invoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Run a command in an empty folder, with a wide screen and no settings from outside."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str, input: bytes | None = None, **environ: str) -> Result:
        env = {"COLUMNS": "100", "NO_COLOR": None, "FORCE_COLOR": None, "TERM": "dumb"} | environ
        return CliRunner().invoke(app, list(args), input=input, env=env, prog_name="reportedly")

    return run


@pytest.fixture
def fake_rooms(build: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Stand in for reader and coder: a file is an article with its text as title; an empty one is a failure."""
    seen = SimpleNamespace(sources=[], settings=None)

    def read_all(sources, *, options=None):
        for source in sources:
            seen.sources.append(source)
            text = source.read().decode() if hasattr(source, "read") else Path(source).read_text()
            yield build.an_article(title=text) if text else Failure(input=str(source), reason="is empty")

    class FakeCoder:
        def __init__(self, settings) -> None:
            seen.settings = settings
            self.info = build.a_report().coder
            self.ingredients = {"version": "0"}

        def pipe(self, articles, *, workers: int, on_error: str) -> Iterator[Report | Failure]:
            for article in articles:
                if not isinstance(article, Failure):
                    yield build.a_report(article=article)
                elif on_error == "raise":
                    raise ReadError(article.input, article.reason)
                elif on_error == "yield":
                    yield article

    coder = ModuleType("reportedly.coder")
    coder.Coder = FakeCoder
    monkeypatch.setitem(sys.modules, "reportedly.coder", coder)
    monkeypatch.setattr(reportedly.reading, "read_all", read_all, raising=False)
    return seen


@pytest.fixture
def fake_news(fake_rooms: SimpleNamespace, build: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Stand in for the reader: a file is an article of its own, whose address is its first line; one is a failure."""

    def read_all(sources, *, options=None):
        for source in sources:
            fake_rooms.sources.append(source)
            url, _, words = Path(source).read_text().partition("\n")
            text = f"{build.TEXT}\n\n{words}"
            fields = {"id": stable_id(text), "text": text, "url": url, "title": words or None}
            yield build.an_article(**fields) if words else Failure(input=str(source), reason="is empty")

    monkeypatch.setattr(reportedly.reading, "read_all", read_all)
    return fake_rooms
