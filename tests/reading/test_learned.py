"""Learned furniture: what it cuts, where, and what its file may hold."""

import io
import json
from pathlib import Path

import pytest

from reportedly.errors import ReadError, SettingsError
from reportedly.reading import ReadingOptions, read, read_all
from reportedly.reading.learned import FurnitureMemory, LearnedLine, line_key
from reportedly.reading.learned_file import FURNITURE, furniture_digest, furniture_lines, load_furniture
from reportedly.reading.reasons import furniture_reasons
from reportedly.records import Article, Failure, Publisher

HEAD = FURNITURE.head

ABOUT = "Lagoon Ledger prints in two towns and answers every letter."
BODY = ("Two ministers resigned in Suva on Monday.", "A third stays on.", "Parliament meets on Thursday.")
LEDGER = Publisher(name="Lagoon Ledger", domain="ledger.example")


def memory(*texts: str, where: str = "tail", publisher: str = "ledger.example") -> FurnitureMemory:
    return FurnitureMemory(LearnedLine(publisher=publisher, where=where, text=text, articles=7) for text in texts)


def article(*lines: str, publisher: Publisher | None = LEDGER, **fields: object) -> Article:
    return Article.verbatim("\n\n".join(lines), publisher=publisher, **fields)


@pytest.mark.parametrize("publisher", ["ledger.example", "Lagoon Ledger", "the lagoon ledger"])
def test_a_learned_line_of_the_publisher_is_cut_and_kept_aside(publisher):
    found = memory(ABOUT, publisher=publisher).cut(article(*BODY, ABOUT.upper()))
    assert found.text == "\n\n".join(BODY)
    assert [(piece.text, piece.learned) for piece in found.furniture] == [(ABOUT.upper(), 7)]
    assert found.id == article(*BODY).id
    assert [reason.words for reason in furniture_reasons(found.furniture)] == [
        "the furniture file has it from 7 articles of the publisher"
    ]


@pytest.mark.parametrize("publisher", [None, Publisher(name="Karst Weekly", domain="karst.example")])
def test_another_publishers_article_is_left_alone(publisher):
    given = article(*BODY, ABOUT, publisher=publisher)
    assert memory(ABOUT).cut(given) is given


@pytest.mark.parametrize(
    ("where", "position", "is_cut"),
    [("tail", 20, True), ("tail", 0, False), ("head", 0, True), ("head", 20, False), ("any", 15, True)],
)
def test_a_line_is_cut_where_it_was_seen(where, position, is_cut):
    lines = [f"On day {number} the river rose again." for number in range(20)]
    lines.insert(position, ABOUT)
    assert (ABOUT not in memory(ABOUT, where=where).cut(article(*lines)).text) is is_cut


def test_digits_and_punctuation_do_not_count():
    assert line_key("Issue 12, 2024.") == line_key("ISSUE 31 2025")
    assert line_key("* * *") == "* * *"


def test_what_stood_inside_the_learned_lines_is_read_anew():
    motto = "From the water, every morning"
    found = FurnitureMemory([*memory(motto, where="head").lines, *memory(ABOUT).lines]).cut(
        article(motto, "SUVA, May 4 (AFP) - " + BODY[0], *BODY[1:-1], BODY[-1] + " (Reuters)", ABOUT)
    )
    assert found.text == "\n\n".join(BODY)
    assert found.credits == ("AFP", "Reuters")
    assert found.dateline is not None and found.dateline.place == "SUVA"


def test_an_article_that_is_nothing_else_is_a_failure():
    with pytest.raises(ReadError, match="nothing but its publisher's own lines"):
        memory(ABOUT).cut(article(ABOUT))
    options = ReadingOptions(publisher="Lagoon Ledger", furniture=memory(ABOUT, publisher="Lagoon Ledger"))
    [result] = read_all([ABOUT.encode()], options=options)
    assert isinstance(result, Failure)


@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_every_format_is_read_with_it(form):
    text = "\n\n".join((*BODY, ABOUT))
    inputs = {
        "text": text,
        "json": json.dumps({"text": text, "publisher": "Lagoon Ledger"}),
        "html": "<html><head><title>Suva</title></head><body><h1>Suva</h1>"
        + "".join(f"<p>{line} {'The news was read out in the harbour.' * 2}</p>" for line in BODY)
        + f"<p>{ABOUT}</p></body></html>",
    }
    options = ReadingOptions(publisher="Lagoon Ledger", furniture=memory(ABOUT, publisher="Lagoon Ledger"))
    [found] = read(io.BytesIO(inputs[form].encode()), options=options)
    assert ABOUT not in found.text
    assert 7 in [piece.learned for piece in found.furniture]


def test_a_file_comes_back_as_it_was_written(tmp_path: Path):
    path = tmp_path / "furniture.jsonl"
    known = memory("Ünder the mästhead", ABOUT)
    path.write_text("".join(furniture_lines(known)), encoding="utf-8")
    assert load_furniture(path).lines == known.lines
    assert furniture_digest(load_furniture(path)) == furniture_digest(known)
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], *reversed(lines[1:])]), encoding="utf-8")
    assert furniture_digest(load_furniture(path)) == furniture_digest(known)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "line 1"),
        ("{}", "line 1"),
        ('{"format": "reportedly furniture", "version": 2}', "line 1"),
        ("[" * 9000, "line 1"),
        (HEAD + "\n{}", "line 2: publisher"),
        (HEAD + '\n\n{"publisher": "a", "where": "top", "text": "Lines"}', "line 3: where"),
        (HEAD + '\n{"publisher": "a", "where": "any", "text": " "}', "line 2: text"),
        (
            FURNITURE.head + '\n{"publisher": "a", "where": "any", "text": "Lines", "articles": true}',
            "line 2: articles",
        ),
        (HEAD + '\n{"publisher": "a", "where": "any", "text": "Lines", "kind": "nonsense"}', "line 2: kind"),
        (HEAD + '\n{"publisher": "a", "where": "any", "text": "Lines", "more": 1}', "line 2: more"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, text: str, reason: str):
    path = tmp_path / "furniture.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=reason):
        load_furniture(path)


@pytest.mark.parametrize("make", ["folder", "bytes"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, make: str):
    path = tmp_path / "furniture.jsonl"
    if make == "folder":
        path.mkdir()
    else:
        path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match=r"furniture\.jsonl"):
        load_furniture(path)
