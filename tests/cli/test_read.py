"""`reportedly read`: what the reader made of a page."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly.records import Article


@pytest.fixture
def page(tmp_path: Path) -> str:
    (tmp_path / "page.txt").write_text("A title")
    return "page.txt"


def test_everything_the_reader_found_is_shown(invoke, fake_rooms: SimpleNamespace, page: str) -> None:
    result = invoke("read", page)
    assert result.exit_code == 0
    assert result.stdout == (
        "A title\n"
        "───────\n"
        "    publisher Harbour Post (harbourpost.example)\n"
        "    credits   Meridian Wire\n"
        "    byline    Rosa Quintanilla\n"
        "    date      4 March 2025 (JSON-LD datePublished) – other signs disagree\n"
        "              90% 2025-03-04: JSON-LD datePublished\n"
        "              20% 2025-03-09T08:00:00+00:00: page clock\n"
        "    genre     unknown\n"
        "    language  en\n"
        "    address   https://harbourpost.example/a/1\n"
        "    text      189 characters, 1 piece cut\n"
        "Officials in Lima said on Monday that an army helicopter shelled a mining camp near Iquitos, killing\n"
        "at least nine people.\n"
        "\n"
        "“We condemn the attack,” Governor Ana Quispe told Radio Amazonas.\n"
        "    cut       share bar: Share on Facebook\n"
        "\n"
        "1 article\n"
    )


def test_why_explains_in_words(invoke, fake_rooms: SimpleNamespace, page: str) -> None:
    text = invoke("read", page, "--why").stdout
    assert "why       The title is" in text
    assert "The page stands at harbourpost.example, which is Harbour Post." in text
    assert "The signs disagree by more than a day" in text


def test_json_lines_are_articles(invoke, fake_rooms: SimpleNamespace, page: str) -> None:
    assert Article.from_json(invoke("read", page, "-f", "jsonl").stdout).title == "A title"
    assert len(json.loads(invoke("read", page, "-f", "json").stdout)) == 1


def test_csv_has_a_row_for_each_article(invoke, fake_rooms: SimpleNamespace, page: str) -> None:
    assert invoke("read", page, "-f", "csv").stdout.splitlines()[0].startswith("article_id,url,title,publisher")


def test_a_failure_is_named(invoke, fake_rooms: SimpleNamespace, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = invoke("read", "empty.txt")
    assert (result.exit_code, result.stderr) == (1, "reportedly: empty.txt: is empty\n")
