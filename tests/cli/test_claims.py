"""`reportedly claims`: a table, a reading view, and formats for machines."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly.cli.show.claims_view import print_claims
from reportedly.cli.show.counts import Tally
from reportedly.records import Act, Claim


@pytest.fixture
def page(tmp_path: Path) -> str:
    (tmp_path / "page.txt").write_text("A title")
    return "page.txt"


def test_the_table_tells_source_cue_and_content(invoke, fake_rooms: SimpleNamespace, page: str) -> None:
    result = invoke("claims", page, COLUMNS="80")
    assert result.stdout.splitlines()[4:9] == [
        "who says            how                what",
        "────────────────────────────────────────────────────────────────────────────────",
        "Radio Amazonas ←    told (direct,      “We condemn the attack,”",
        "Ana Quispe          certain)",
        "(official)",
    ]


def test_a_narrow_screen_gets_blocks(invoke, fake_rooms: SimpleNamespace, page: str) -> None:
    text = invoke("claims", page, COLUMNS="40").stdout
    assert "how       told (direct, certain)\nwhat      “We condemn the attack,”\n" in text


def test_the_reading_view_marks_the_article(invoke, fake_rooms: SimpleNamespace, page: str) -> None:
    text = invoke("claims", page, "--view").stdout
    assert "[source] <cue> «content»" in text
    assert "«“We condemn the attack,”» Governor [Ana Quispe] <told> Radio Amazonas." in text


def test_json_is_one_object_a_claim_with_its_article(invoke, fake_rooms: SimpleNamespace, page: str, build) -> None:
    (claim,) = json.loads(invoke("claims", page, "-f", "json").stdout)
    assert claim.pop("article") == build.an_article().id
    assert Claim.from_dict(claim) == build.a_claim()
    assert invoke("claims", page, page, "-f", "jsonl").stdout.count("\n") == 2


def test_csv_is_one_claim_a_line(invoke, fake_rooms: SimpleNamespace, page: str) -> None:
    (row,) = csv.DictReader(io.StringIO(invoke("claims", page, "-f", "csv").stdout))
    assert (row["cue"], row["content"]) == ("told", "“We condemn the attack,”")
    assert (row["denies"], row["unverified"]) == ("", "false")


def test_an_article_without_claims_says_so(build: SimpleNamespace) -> None:
    stream = io.StringIO()
    print_claims([build.a_report(claims=())], stream, tally=Tally(errors=io.StringIO(), quiet=True))
    assert "no claim found" in stream.getvalue()


def test_doubt_denial_and_nesting_are_told(build: SimpleNamespace) -> None:
    first = build.a_claim()
    second = replace(first, id="claim2", act=Act.DENY, denies="claim1", unverified=True, parent="claim1")
    stream = io.StringIO()
    print_claims([build.a_report(claims=(first, second))], stream, tally=Tally(errors=io.StringIO(), quiet=True))
    told = " ".join(stream.getvalue().split())
    assert "not verified" in told and "denies Ana Quispe" in told
    assert "└ “We condemn" in told
