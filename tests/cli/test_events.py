"""`reportedly events`, `claims --store` and `sources`: lists from a store, for people and for machines."""

import csv
import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import Store
from reportedly.records import Claim, Event, Publisher, article_id, stated_date

LISTS = ("events", "claims", "sources")


@pytest.fixture
def kept(tmp_path: Path, build: SimpleNamespace) -> SimpleNamespace:
    """A store with two articles: the shelling, and a hostile page with an event that did not happen."""
    shelling = build.a_report()
    text = f"{build.TEXT}\n\n\x1b[2J=1+1"
    hostile = build.an_article(
        id=article_id(text, publisher=None),
        text=text,
        title='=HYPERLINK("http://evil.example")\x1b[31m',
        url="https://evil.example/\x1b[1m",
        publisher=Publisher(name="@evil\u202e"),
        published=stated_date("2024-01-02", evidence="a test"),
    )
    event = build.an_event(
        id="event2", type="CONCEDE", mode=None, standing="alleged", modality="hypothetical", actors=(), date=None,
        sources=(build.a_source("=cmd\x07"),), mentions=(),
    )  # fmt: skip
    with Store.open(tmp_path / "news.db", write=True) as store:
        store.add(shelling)
        store.add(build.a_report(article=hostile, events=(event,), claims=()))
    return SimpleNamespace(shelling=shelling, hostile=hostile)


def test_events_stand_in_a_table_below_their_article(invoke, kept: SimpleNamespace) -> None:
    result = invoke("events", "--store", "news.db", "--type", "assault", COLUMNS="80")
    assert result.stdout.splitlines() == [
        "Helicopter shells mining camp in Peru",
        "─────────────────────────────────────",
        "Harbour Post ← Meridian Wire · 4 March 2025 (JSON-LD datePublished) – other",
        "signs disagree",
        f"article {kept.shelling.article.id}",
        "event               when         who                      source",
        "────────────────────────────────────────────────────────────────────────────────",
        "ASSAULT aerial      3 March      Peruvian army (PER       Officials (not named,",
        "event1              2025         MIL) → alleged miners    has a stake)",
        "                                 (PER CVL)",
        "",
        "1 article, 1 event",
    ]
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_narrow_screen_gets_blocks(invoke, kept: SimpleNamespace) -> None:
    text = invoke("events", "--store", "news.db", "--type", "ASSAULT", COLUMNS="40").stdout
    assert "event     ASSAULT aerial\n          event1\nwhen      3 March 2025\n" in text
    assert max(map(len, text.splitlines())) <= 40


@pytest.mark.parametrize("width", ["40", "60", "80", "200"])
@pytest.mark.parametrize("command", LISTS)
def test_lists_keep_to_the_screen_and_hostile_text_does_nothing(
    invoke, kept: SimpleNamespace, command: str, width: str
) -> None:
    text = invoke(command, "--store", "news.db", COLUMNS=width).stdout
    assert max(map(len, text.splitlines())) <= min(int(width), 100)
    assert not {"\x1b", "\x07", "\u202e"} & set(text)


def test_what_is_not_plainly_so_is_told(invoke, kept: SimpleNamespace) -> None:
    text = invoke("events", "--store", "news.db", "--type", "CONCEDE", COLUMNS="200").stdout
    assert "CONCEDE, alleged," in text
    assert "\nhypothetical\n" in text
    assert "? → alleged miners" in text


def test_events_as_json_hold_the_record_and_its_article(invoke, kept: SimpleNamespace, build) -> None:
    first, second = json.loads(invoke("events", "--store", "news.db", "-f", "json").stdout)
    about = {name: first.pop(name) for name in ("article", "url", "title", "published")}
    article = kept.shelling.article
    assert about == {"article": article.id, "url": article.url, "title": article.title, "published": "2025-03-04"}
    assert Event.from_dict(first) == build.an_event()
    assert second["article"] == kept.hostile.id
    assert invoke("events", "--store", "news.db", "-f", "jsonl", "--limit", "1").stdout.count("\n") == 1


def test_csv_is_safe_in_a_spreadsheet(invoke, kept: SimpleNamespace) -> None:
    rows = list(csv.DictReader(io.StringIO(invoke("events", "--store", "news.db", "-f", "csv").stdout)))
    assert [row["event_id"] for row in rows] == ["event1", "event2"]
    assert (rows[1]["title"][:6], rows[1]["publisher"], rows[1]["origin"]) == ("'=HYPE", "'@evil\u202e", "'=cmd\x07")
    rows = list(csv.DictReader(io.StringIO(invoke("sources", "--store", "news.db", "-f", "csv").stdout)))
    assert rows[0] == {
        "name": "'=cmd\x07", "kind": "official", "anonymous": "false", "articles": "1", "claims": "0", "events": "1",
        "origin_of": "1",
    }  # fmt: skip


def test_output_goes_to_a_file(invoke, kept: SimpleNamespace, tmp_path: Path) -> None:
    result = invoke("events", "--store", "news.db", "--out", "events.csv")
    assert (result.stdout, result.stderr) == ("", "2 articles, 2 events → events.csv\n")
    assert (tmp_path / "events.csv").read_text().count("\n") == 3
    assert invoke("sources", "--store", "news.db", "--out", "sources.json").stderr == "→ sources.json\n"
    assert len(json.loads((tmp_path / "sources.json").read_text())) == 6


def test_claims_come_from_the_store_as_from_articles(invoke, kept: SimpleNamespace, build) -> None:
    result = invoke("claims", "--store", "news.db", COLUMNS="80")
    assert result.stdout.splitlines()[3:] == [
        "signs disagree",
        "who says            how                what",
        "────────────────────────────────────────────────────────────────────────────────",
        "Radio Amazonas ←    told (direct,      “We condemn the attack,”",
        "Ana Quispe          certain)",
        "(official)",
        "",
        "1 article, 1 claim",
    ]
    (claim,) = json.loads(invoke("claims", "--store", "news.db", "-f", "json").stdout)
    assert claim.pop("article") == kept.shelling.article.id
    assert Claim.from_dict(claim) == build.a_claim()
    assert "«“We condemn the attack,”»" in invoke("claims", "--store", "news.db", "--view").stdout


@pytest.mark.parametrize(
    "args",
    [
        ["--samples", "--store", "news.db"],
        ["a.txt", "--store", "news.db"],
        ["a.txt", "--actor", "x"],
        ["a.txt", "--limit", "1"],
    ],
    ids=" ".join,
)
def test_claims_come_from_articles_or_from_a_store(invoke, kept: SimpleNamespace, args: list[str]) -> None:
    result = invoke("claims", *args)
    assert (result.exit_code, result.stderr) == (2, "reportedly: give SOURCE, or --store and its filters, not both\n")


def test_sources_are_a_table(invoke, kept: SimpleNamespace) -> None:
    lines = invoke("sources", "--store", "news.db", "--source", "o", COLUMNS="80").stdout.splitlines()
    assert lines[0].split() == ["source", "kind", "articles", "claims", "events", "origin"]
    assert [line.split()[-4:] for line in lines[2:-1]] == [
        ["1", "0", "1", "0"], ["1", "0", "1", "1"], ["1", "1", "0", "0"],
    ]  # fmt: skip
    assert lines[3].startswith("Officials        official, not named ")
    assert lines[-1] == "3 sources"


@pytest.mark.parametrize("command", LISTS)
def test_a_list_without_entries_says_so(invoke, kept: SimpleNamespace, command: str) -> None:
    result = invoke(command, "--store", "news.db", "--text", "nowhere")
    assert (result.exit_code, result.stdout) == (0, "0 sources\n" if command == "sources" else "0 articles\n")
    assert invoke(command, "--store", "news.db", "--text", "nowhere", "-q").stdout == ""
    assert invoke(command, "--store", "news.db", "--text", "nowhere", "-f", "json").stdout == "[]\n"


@pytest.mark.parametrize("command", LISTS)
@pytest.mark.parametrize(
    ("args", "status", "message"),
    [
        (["--store", "missing.db"], 1, "missing.db: no such store"),
        (
            ["--store", "news.db", "--text", "Su-30"],
            2,
            "text 'Su-30' cannot be searched: no such column: 30; put words",
        ),
        (["--store", "news.db", "--type", "ATTACK"], 2, "no event type is called 'ATTACK'"),
        (["--store", "news.db", "--since", "soon"], 2, "since is no day, month or year: 'soon'"),
        (["--store", "news.db", "--limit", "-1"], 2, "--limit"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_makes_no_sense_is_named(
    invoke, kept: SimpleNamespace, command: str, args: list[str], status: int, message: str
) -> None:
    result = invoke(command, *args)
    assert (result.exit_code, result.stdout) == (status, "")
    assert message in result.stderr


@pytest.mark.parametrize("command", ["events", "sources"])
def test_a_list_needs_a_store(invoke, command: str) -> None:
    result = invoke(command)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"reportedly: no --store given; for example: reportedly {command} --store news.db")
