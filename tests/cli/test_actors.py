"""`reportedly actors learn`, and coding with what it wrote."""

import json
from pathlib import Path

import pytest

from reportedly.records import Report
from reportedly.resolution.memory_file import ACTORS, load_memory

HEAD = ACTORS.head

MINISTER = "Chilean Foreign Minister Marta Solís signed the treaty in Lima."
ARMY = "Omar Sy, the commander of the Senegalese army, warned the smugglers."
NAME_ONLY = "Marta Solís accused Omar Sy of lying."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "1.txt").write_text(MINISTER, encoding="utf-8")
    (folder / "2.txt").write_text(ARMY, encoding="utf-8")
    return folder


def test_learn_writes_a_file_and_says_what_is_in_it(invoke, news: Path, tmp_path: Path) -> None:
    result = invoke("actors", "learn", "news", "--out", "actors.jsonl", COLUMNS="80")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 names in 2 lines → actors.jsonl\n"
    assert [line.name for line in load_memory(tmp_path / "actors.jsonl").lines] == ["Marta Solís", "Omar Sy"]
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


def test_without_out_the_lines_go_to_standard_output(invoke, news: Path) -> None:
    result = invoke("actors", "learn", "-", input=MINISTER.encode())
    lines = result.stdout.splitlines()
    assert lines[0] == HEAD
    assert json.loads(lines[1])["country"] == "CHL"
    assert result.stderr == ""


def test_quiet_says_nothing(invoke, news: Path) -> None:
    assert invoke("actors", "learn", "news", "--out", "a.jsonl", "--quiet").stderr == ""


@pytest.mark.parametrize(
    ("policy", "status", "errors", "written"),
    [
        ("yield", 1, "reportedly: bad.txt: is empty\n2 names in 2 lines; 1 input failed → a.jsonl\n", True),
        ("skip", 0, "2 names in 2 lines → a.jsonl\n", True),
        ("raise", 1, "reportedly: bad.txt: is empty\n", False),
    ],
)
def test_what_becomes_of_failures(
    invoke, news: Path, tmp_path: Path, policy: str, status: int, errors: str, written: bool
) -> None:
    (tmp_path / "bad.txt").write_text("")
    result = invoke("actors", "learn", "bad.txt", "news", "-o", "a.jsonl", "--on-error", policy)
    assert (result.exit_code, result.stderr) == (status, errors)
    assert (tmp_path / "a.jsonl").exists() is written


def test_without_a_source_is_wrong_usage(invoke) -> None:
    result = invoke("actors", "learn", "--out", "a.jsonl")
    assert result.exit_code == 2
    assert result.stderr.startswith("reportedly: no SOURCE given; for example: reportedly actors learn article.html")


def test_what_was_learned_is_coded_with_and_says_so(invoke, news: Path, tmp_path: Path) -> None:
    invoke("actors", "learn", "news", "--out", "actors.jsonl")
    (tmp_path / "today.txt").write_text(NAME_ONLY, encoding="utf-8")
    without = Report.from_json(invoke("code", "today.txt", "-f", "jsonl").stdout)
    beside = Report.from_json(invoke("code", "today.txt", "-f", "jsonl", "--actors", "actors.jsonl").stdout)
    # Two people of whom nothing is known are no parties to a political event.
    assert without.events == ()
    (event,) = beside.events
    assert [(a.country, a.sectors) for a in (*event.actors, *event.recipients)] == [
        ("CHL", ("GOV",)),
        ("SEN", ("MIL",)),
    ]
    assert "party-remembered" in event.why
    assert beside.coder.config_hash != without.coder.config_hash


def test_claims_and_try_take_a_memory_as_well(invoke, news: Path, tmp_path: Path) -> None:
    invoke("actors", "learn", "news", "--out", "actors.jsonl")
    (tmp_path / "today.txt").write_text("Marta Solís said that the bridge is safe.", encoding="utf-8")
    claim = json.loads(invoke("claims", "today.txt", "-f", "jsonl", "--actors", "actors.jsonl").stdout)
    assert claim["sources"][-1]["actor"]["country"] == "CHL"
    assert claim["sources"][-1]["kind"] == "official"
    shown = invoke("codebook", "try", NAME_ONLY, REPORTEDLY_ACTORS="actors.jsonl")
    assert "party-remembered" in shown.stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "reportedly: option actors: path does not point to a file (got "),
        ("no memory", "reportedly: {path}, line 1: no actor memory; its first line must be"),
        (HEAD.replace("1}", "9}"), "reportedly: {path}, line 1: version 9 of the format is newer than this Reportedly"),
        (HEAD + '\n\n{"name": "Sy"}', "reportedly: {path}, line 3: name: 'Sy' is no full name"),
    ],
)
def test_a_bad_memory_is_wrong_usage_in_one_line(invoke, tmp_path: Path, content: str | None, message: str) -> None:
    path = tmp_path / "actors.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    result = invoke("code", "--samples", "--actors", "actors.jsonl")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message.format(path=path))
    assert result.stderr.count("\n") == 1


def test_control_characters_in_a_bad_memory_do_not_reach_the_screen(invoke, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(HEAD + '\n{"name": "\\u001b[31mAna Ruiz", "country": "CHL"}', encoding="utf-8")
    assert "\x1b" not in invoke("code", "--samples", "--actors", "a.jsonl").stderr
