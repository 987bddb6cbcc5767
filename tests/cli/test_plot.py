"""`reportedly plot`: every picture in every format, and clear errors."""

import runpy
import sys
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from reportedly import Store

WIRE = SimpleNamespace(**runpy.run_path(str(Path(__file__).resolve().parent.parent / "storage" / "wire.py")))
(STRIKE,) = WIRE.ROOT.events
STARTS = {"svg": b"<svg", "png": b"\x89PNG", "html": b"<!DOCTYPE html>"}


@pytest.fixture
def kept(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db", write=True) as store:
        for report in WIRE.REPORTS:
            store.add(report)
        store.link()


@pytest.mark.parametrize(
    ("form", "what"),
    [
        ("svg", ("timeline",)),
        ("svg", ("map",)),
        ("svg", ("dyads",)),
        ("svg", ("origins", STRIKE.id)),
        ("svg", ("figures", STRIKE.id)),
        ("svg", ("ledger", STRIKE.id)),
        ("svg", ("story", "STORY")),
        ("png", ("timeline",)),
        ("html", ("timeline",)),
    ],
)
@pytest.mark.usefixtures("kept")
def test_every_picture_is_written_and_every_format(invoke, tmp_path: Path, what: tuple[str, ...], form: str) -> None:
    with Store.open(tmp_path / "news.db") as store:
        ids = {"STORY": store.explain(STRIKE.id).story}
    result = invoke("plot", *(ids.get(word, word) for word in what), "--store", "news.db", "--out", f"picture.{form}")
    assert (result.exit_code, result.stderr) == (0, f"→ picture.{form}\n")
    assert (tmp_path / f"picture.{form}").read_bytes().startswith(STARTS[form])


@pytest.mark.usefixtures("kept")
def test_filters_narrow_what_is_counted(invoke) -> None:
    every, some = (
        ElementTree.fromstring(invoke("plot", "timeline", "--store", "news.db", "-f", "svg", *filters).stdout)
        for filters in ((), ("--type", "PROTEST"))
    )
    description = "{http://www.w3.org/2000/svg}desc"
    assert "1 event from 13 April 2026" in some.findtext(description)
    assert every.findtext(description) != some.findtext(description)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("timeline",), "no --format given; there are svg, png, html"),
        (("timeline", "--out", "a.gif"), "no --format given"),
        (("timeline", "abcdef", "-f", "svg"), "timeline draws many events: leave 'abcdef' out"),
        (("timeline", "--revisions", "-f", "svg"), "leave --revisions out"),
        (("origins", "-f", "svg"), "origins draws one event: give its id"),
        (("story", "-f", "svg"), "story draws one story: give its id"),
        (("figures", STRIKE.id, "--type", "AID", "-f", "svg"), "figures draws one event: leave the filters out"),
        (("map", "--type", "PICNIC", "-f", "svg"), "no event type is called 'PICNIC'"),
        (("map", "--text", '"half', "-f", "svg"), "cannot be searched"),
    ],
)
@pytest.mark.usefixtures("kept")
def test_what_makes_no_sense_is_said_in_one_line(invoke, words: tuple[str, ...], said: str) -> None:
    result = invoke("plot", *words, "--store", "news.db")
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(("what", "kind"), [("origins", "event"), ("ledger", "event"), ("story", "story")])
@pytest.mark.usefixtures("kept")
def test_what_is_not_there_is_named(invoke, tmp_path: Path, what: str, kind: str) -> None:
    result = invoke("plot", what, "abcdef", "--store", "news.db", "--out", "a.svg")
    assert result.exit_code == 1
    assert f"holds no {kind} 'abcdef'" in result.stderr
    assert not (tmp_path / "a.svg").exists()


@pytest.mark.parametrize("missing", ["altair", "vl_convert"])
@pytest.mark.usefixtures("kept")
def test_the_extra_that_is_missing_is_named(invoke, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    for name in [name for name in sys.modules if name.startswith("reportedly.charts")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("reportedly.charts", raising=False)
    monkeypatch.setitem(sys.modules, missing, None)
    result = invoke("plot", "timeline", "--store", "news.db", "--out", "a.svg")
    assert result.exit_code == 2
    assert 'pip install "reportedly[console]"' in result.stderr
