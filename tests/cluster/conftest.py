"""The cluster room needs the extra `cluster`; where it is not installed, every test says so."""

import json
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

REASON = "needs the extra `cluster` (Ray, pyarrow): requirements-cluster.lock, docs/large.md"
PLACES = ("Accra", "Lima", "Gdynia", "Lagos", "Quito")
COUNTRIES = ("Ghana", "Peru", "Poland", "Nigeria", "Ecuador")


@pytest.fixture(autouse=True)
def _extra() -> None:
    pytest.importorskip("ray", reason=REASON)
    pytest.importorskip("pyarrow", reason=REASON)


def record(number: int) -> dict[str, object]:
    """Make up an article."""
    here, there = COUNTRIES[number % 5], COUNTRIES[(number * 2 + 1) % 5]
    text = (
        f"Police in {PLACES[number % 5]} arrested {number + 2} dockers on Monday, the interior ministry of {here} "
        f"said. {here} accused {there} of arming the strikers. {there} denied the charge."
    )
    return {"title": f"{here} arrests dockers, night {number}", "text": text, "date": "2026-02-03", "n": number}


@pytest.fixture
def news(tmp_path: Path) -> SimpleNamespace:
    """Write made-up articles in every format."""
    (tmp_path / "news").mkdir()
    return newsroom(tmp_path / "news")


@pytest.fixture(scope="module")
def lasting_news(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """The same, for all tests of a module."""
    return newsroom(tmp_path_factory.mktemp("news"))


def newsroom(folder: Path) -> SimpleNamespace:
    """Return what writes made-up articles into a folder."""

    def lines(name: str, numbers: range, *, end: str = "\n") -> Path:
        path = folder / name
        path.write_text("\n".join(json.dumps(record(n)) for n in numbers) + end, encoding="utf-8")
        return path

    def parquet(name: str, numbers: range, *, rows: int = 1000) -> Path:
        import pyarrow as pa
        import pyarrow.parquet as pq

        path = folder / name
        pq.write_table(pa.Table.from_pylist([record(n) for n in numbers]), path, row_group_size=rows)
        return path

    def text(name: str, number: int) -> Path:
        path = folder / name
        made = record(number)
        path.write_text(f"{made['title']}\n\n{made['text']}\n", encoding="utf-8")
        return path

    return SimpleNamespace(folder=folder, lines=lines, parquet=parquet, text=text)


@pytest.fixture
def doubles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder from which worker processes import the stand-ins of `stand_in.py`."""
    folder = tmp_path / "doubles"
    folder.mkdir()
    shutil.copy(Path(__file__).resolve().parent / "stand_in.py", folder)
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, "stand_in", raising=False)
    return folder
