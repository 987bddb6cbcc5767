"""`reportedly recode`: only what another coder has coded, each article as a whole."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import Report, Store
from reportedly.records import CoderInfo, Failure

NEW = CoderInfo(version="9", codebook="PLOVER 2.0", models=(), config_hash="new")


@pytest.fixture
def kept(tmp_path: Path, invoke, fake_news: SimpleNamespace) -> None:
    """A store with two articles."""
    for number in range(2):
        (tmp_path / f"page{number}.txt").write_text(f"https://a.example/{number}\nIt rained {number} times.")
    invoke("add", "page0.txt", "page1.txt", "--store", "news.db")


@pytest.fixture
def new_coder(kept: None, fake_news: SimpleNamespace, build: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on, another coder codes: it finds one event and no claim."""
    event = build.an_event(type="COERCE", mode=None, quad="material conflict")
    monkeypatch.setattr(
        build,
        "a_report",
        lambda article=None: Report(article=article or build.an_article(), events=(event,), coder=NEW),
    )


def types_of(path: str) -> list[str]:
    with Store.open(path) as store:
        return [str(event.type) for report in store.events() for event in report.events]


def test_everything_up_to_date_is_left_alone(invoke, kept: None) -> None:
    before = Path("news.db").read_bytes()
    assert invoke("recode", "--store", "news.db").stdout == "everything is coded in this way already\n"
    assert Path("news.db").read_bytes() == before


def test_what_another_coder_has_coded_is_coded_again(invoke, new_coder: None) -> None:
    assert types_of("news.db") == ["ASSAULT", "ASSAULT"]
    assert invoke("recode", "--store", "news.db").stdout == "2 articles coded again, 2 events, 0 claims\n"
    assert types_of("news.db") == ["COERCE", "COERCE"]
    assert invoke("recode", "--store", "news.db").stdout == "everything is coded in this way already\n"


def test_a_failure_leaves_the_old_coding(invoke, new_coder: None, build, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportedly.coder import Coder

    def fail(self, articles, **options):
        return (Failure(input=article.url, reason="too long") for article in articles)

    monkeypatch.setattr(Coder, "pipe", fail)
    result = invoke("recode", "--store", "news.db")
    assert (result.exit_code, result.stdout) == (1, "0 articles coded again, 0 events, 0 claims; 2 inputs failed\n")
    assert result.stderr == "".join(f"reportedly: https://a.example/{n}: too long\n" for n in range(2))
    assert types_of("news.db") == ["ASSAULT", "ASSAULT"]


def test_a_store_that_is_not_there_is_not_made(invoke, kept: None) -> None:
    result = invoke("recode", "--store", "other.db")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no such store" in result.stderr
    assert not Path("other.db").exists()


def test_an_interrupted_run_is_taken_up(invoke, new_coder: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportedly.coder import Coder

    whole = Coder.pipe

    def interrupted(self, articles, **options):
        yield next(iter(whole(self, articles, **options)))
        raise KeyboardInterrupt

    monkeypatch.setattr(Coder, "pipe", interrupted)
    assert invoke("recode", "--store", "news.db").exit_code == 130
    monkeypatch.setattr(Coder, "pipe", whole)
    assert invoke("recode", "--store", "news.db").stdout == "1 article coded again, 1 event, 0 claims\n"
    assert types_of("news.db") == ["COERCE", "COERCE"]
