"""`reportedly stories`, `explain`, and the origins that `events` shows: for people, for machines, and hostile text."""

import csv
import io
import json
import re
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import Store
from reportedly.linking.explanation import Explanation

WIRE = SimpleNamespace(**runpy.run_path(str(Path(__file__).resolve().parent.parent / "storage" / "wire.py")))
(STRIKE,) = WIRE.ROOT.events


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    with Store.open(path, write=True) as store:
        for report in WIRE.REPORTS:
            store.add(report)
        store.link()
    return path


def test_stories_are_listed_the_newest_first(invoke, kept: Path) -> None:
    result = invoke("stories", "--store", "news.db", COLUMNS="80")
    lines = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert lines[0].split() == ["story", "days", "articles", "copies", "origins", "main"]
    row = next(line for line in lines if line.startswith("Dockers shut"))
    assert row.split()[-5:-2] == ["2026-04-13", "6", "3"]
    assert lines[-1] == "3 stories"
    assert all(len(line) <= 80 for line in lines)


@pytest.mark.parametrize(
    ("filters", "titles"),
    [
        (("--type", "protest"), ["Dockers shut Gdynia"]),
        (("--actor", "senegal"), ["The river Niger flooded the old town of Mopti on Thursday and drove 3,200 people"]),
        (("--text", "bananas"), ["Dockers shut Gdynia"]),
        (("--since", "2026-06"), []),
        (("--until", "2026-04"), ["Dockers shut Gdynia"]),
        (("--country", "PRY"), ["Uruguay recalled its ambassador to Paraguay on Saturday"]),
    ],
)
def test_filters_choose_stories_by_their_events(
    invoke, kept: Path, filters: tuple[str, ...], titles: list[str]
) -> None:
    found = json.loads(invoke("stories", "--store", "news.db", "-f", "json", *filters).stdout)
    assert len(found) == len(titles)
    assert all(story["title"].startswith(title) for story, title in zip(found, titles, strict=True))


def test_stories_in_csv_have_a_stable_header(invoke, kept: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(invoke("stories", "--store", "news.db", "-f", "csv").stdout)))
    assert list(rows[0]) == [
        "id", "title", "start", "end", "articles", "copies", "events", "origins", "independent_origins",
    ]  # fmt: skip
    assert {(row["articles"], row["copies"]) for row in rows} >= {("6", "3")}


def test_what_is_not_linked_yet_is_told(invoke, tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db", write=True) as store:
        store.add(WIRE.ROOT)
    result = invoke("stories", "--store", "news.db")
    assert (result.stdout, result.exit_code) == ("0 stories\n", 0)
    assert result.stderr == "1 article not linked yet: the next `reportedly add` or `recode` does that\n"
    assert invoke("stories", "--store", "news.db", "--quiet").stderr == ""


def test_events_show_on_how_much_they_rest(invoke, kept: Path) -> None:
    command = ("events", "--store", "news.db", "--type", "PROTEST", "--limit", "1")
    (event,) = json.loads(invoke(*command, "-f", "json").stdout)
    (row,) = csv.DictReader(io.StringIO(invoke(*command, "-f", "csv").stdout))
    backing = event["backing"]
    assert (backing["articles"], backing["copies"]) == (6, 3)
    assert f"{backing['independent_origins']} of 6{' !' if backing['disputed'] else ''}" in invoke(*command).stdout
    assert (row["articles"], row["independent_origins"]) == ("6", str(backing["independent_origins"]))
    assert (row["merged"], row["disputed"]) == (backing["merged"], str(backing["disputed"]).lower())


def test_an_explanation_shows_who_told_whom_and_folds_copies(invoke, kept: Path) -> None:
    with Store.open(kept) as store:
        explanation = store.explain(STRIKE.id)
    result = invoke("explain", STRIKE.id, "--store", "news.db", COLUMNS="80")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert all(len(line) <= 80 and line == line.rstrip() for line in lines)
    assert lines[0].casefold() == "protest  dockers (pol lab)"
    origins = explanation.event.independent_origins
    assert origins > 1
    assert f"{origins} independent origins; 6 articles, 3 of them copies" in lines
    start = lines.index("Who says so")
    tree = lines[start + 1 : lines.index("", start)]
    heads = [line.split(" (")[0] for line in tree if line[0] not in " └├│"]
    assert heads == [one.name for one in explanation.origins]
    assert "reliability" not in result.stdout  # no policy was given
    assert "└─ Amber Press Agency, 13 April 2026, 09:00 UTC  606923525a45ecf1" in tree
    words = " ".join(line.strip(" │└├─") for line in tree)
    assert "Dockers at the port of Gdynia «walked out» on Monday" in words
    assert "+ 3 copies: Hel Gazette, Oliwa Online, Kestrel Valley News (adds its own)" in words
    assert "quoted by Kashubian Herald, 14 April 2026" in words
    assert "Credibility: 1 of 6, confirmed" in lines
    assert "What would change it" in lines


@pytest.mark.parametrize("length", [6, 10, 16])
def test_the_beginning_of_an_id_is_enough(invoke, kept: Path, length: int) -> None:
    whole = invoke("explain", STRIKE.id, "--store", "news.db", "-f", "json").stdout
    short = invoke("explain", STRIKE.id[:length], "--store", "news.db", "-f", "json").stdout
    assert {**json.loads(short), "asked": ""} == {**json.loads(whole), "asked": ""}
    merged = json.loads(whole)["event"]["id"]
    assert json.loads(invoke("explain", merged, "--store", "news.db", "-f", "json").stdout)["event"]["id"] == merged


@pytest.mark.parametrize(
    ("id", "reason"),
    [
        ("abc", "event id 'abc' is too short: give 6 characters or more"),
        ("zzzzzzzz", "holds no event 'zzzzzzzz'; `reportedly events` shows the ids"),
        ("%%%%%%%%", "holds no event '%%%%%%%%'; `reportedly events` shows the ids"),
    ],
)
def test_an_id_that_means_nothing_is_one_clear_line(invoke, kept: Path, id: str, reason: str) -> None:
    result = invoke("explain", id, "--store", "news.db")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("reportedly: ")
    assert result.stderr.endswith(f"news.db: {reason}\n")


def test_an_id_that_fits_several_events_names_them(invoke, tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db", write=True) as store:
        for report in WIRE.REPORTS:
            store.add(report)
        store.link()
        store._connection.execute("UPDATE events SET id = 'abcdef' || substr(id, 7)")
    result = invoke("explain", "abcdef", "--store", "news.db")
    assert result.exit_code == 1
    assert "'abcdef' fits several events: " in result.stderr
    assert result.stderr.endswith("…\n")


def test_an_event_that_was_not_linked_yet_says_so(invoke, tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db", write=True) as store:
        store.add(WIRE.ROOT)
    result = invoke("explain", STRIKE.id, "--store", "news.db")
    assert result.exit_code == 1
    assert "has not linked the article" in result.stderr


def test_an_event_of_an_earlier_text_says_so(invoke, tmp_path: Path, build) -> None:
    text = f"{WIRE.STRIKE_TEXT}\n\nThe talks go on."
    later = WIRE.strike("Amber Press Agency", text, hour=12)
    url = WIRE.ROOT.article.url
    with Store.open(tmp_path / "news.db", write=True) as store:
        store.add(WIRE.ROOT)
        store.add(type(later).from_dict(later.to_dict() | {"article": later.article.to_dict() | {"url": url}}))
        store.link()
    result = invoke("explain", STRIKE.id, "--store", "news.db")
    assert result.exit_code == 1
    assert "only in an earlier text of an article" in result.stderr


def test_letters_come_from_the_policy_alone(invoke, kept: Path, tmp_path: Path) -> None:
    (tmp_path / "policy.yaml").write_text(
        "sources:\n  - {source: 'poli*', reliability: C, reason: counts from a roof}\n"
    )
    command = ("explain", STRIKE.id, "--store", "news.db", "-f", "json")
    found = json.loads(invoke(*command, "--policy", "policy.yaml").stdout)
    letters = {one["name"]: (one["reliability"], one["reason"]) for one in found["origins"]}
    assert letters.pop("police") == ("C", "counts from a roof")
    assert set(letters.values()) == {("F", "no entry of the policy names it")}
    assert {one["reliability"] for one in json.loads(invoke(*command).stdout)["origins"]} == {"F"}
    missing = invoke("explain", STRIKE.id, "--store", "news.db", "--policy", "none.yaml")
    assert missing.exit_code == 2
    assert "none.yaml" in missing.stderr


def test_json_is_the_whole_record(invoke, kept: Path) -> None:
    found = Explanation.from_json(invoke("explain", STRIKE.id, "--store", "news.db", "--format", "json").stdout)
    assert len(found.articles) == 6
    for article in found.articles:
        for evidence in article.evidence:
            assert len(evidence.quote) == evidence.span[1] - evidence.span[0]
            assert evidence.quote[slice(*evidence.trigger)] in ("walked out", "strike")


def test_markdown_may_go_to_a_file(invoke, kept: Path, tmp_path: Path) -> None:
    result = invoke("explain", STRIKE.id, "--store", "news.db", "--format", "md", "--out", "strike.md")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "→ strike.md\n")
    text = (tmp_path / "strike.md").read_text(encoding="utf-8")
    assert text.splitlines()[0].casefold() == "# protest: dockers"
    assert "[Amber Press Agency](https://amberpressagency.example/" in text
    assert "Dockers at the port of Gdynia **walked out** on Monday" in text


HOSTILE = "\x1b[31m[click](javascript:alert) <b>\u202e`x` # = | "


@pytest.mark.parametrize("form", ["text", "md"])
def test_hostile_text_stays_text(invoke, tmp_path: Path, form: str) -> None:
    report = WIRE.report(
        f"Post{HOSTILE}", f"{HOSTILE} raiders looted a depot.", title=HOSTILE,
        said=[WIRE.Says("looted a depot", [(f"guard{HOSTILE}", "witness")])],
        told=[WIRE.Tells("ASSAULT", "looted", [WIRE.party(f"raiders{HOSTILE}")], said=0)],
    )  # fmt: skip
    with Store.open(tmp_path / "news.db", write=True) as store:
        store.add(report)
        store.link()
    for command in (("explain", report.events[0].id, "--format", form), ("stories",), ("events",)):
        text = invoke(*command, "--store", "news.db").stdout
        assert "raiders" in text or command == ("stories",)
        assert not {"\x1b", "\u202e", "\x07"} & set(text)
        if "md" in command:
            assert not re.search(r"(?<!\\)(\]\(javascript|<b|`x)", text)
