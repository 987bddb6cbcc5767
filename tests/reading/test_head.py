import pytest

from reportedly.reading.head import read_head
from reportedly.reading.lines import Line


def lines(*texts: str):
    return [Line(text, index) for index, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "title", "outlets"),
    [
        (["Zambezi Herald", "Dockers walk out in Beira"], "Dockers walk out in Beira", ["Zambezi Herald"]),
        (["Africa", "Dockers walk out in Beira"], "Dockers walk out in Beira", []),
        (["Mutiny", "7 June 2024"], "Mutiny", []),
        (
            ["Home > World > Africa", "Dockers walk out in Beira", "Moana Ledger"],
            "Dockers walk out in Beira",
            ["Moana Ledger"],
        ),
    ],
)
def test_read_head_finds_the_headline(texts, title, outlets):
    head = read_head(lines(*texts), title=None)
    assert (head.title, head.outlets) == (title, outlets)


def test_read_head_reads_names_without_by():
    head = read_head(lines("Dockers walk out in Beira", "Ana Sitoe and Rui Macamo", "Karoo Dispatch"), title=None)
    assert head.credits[0].authors == ("Ana Sitoe", "Rui Macamo")
    assert head.kinds == [None, "byline", "credit"]


def test_read_head_keeps_a_standfirst_only_where_metadata_name_the_headline():
    texts = ("Night work costs less, union says", "Dockers walk out in Beira")
    assert read_head(lines(*texts[:1]), title=texts[1]).kinds == [None]
    assert read_head(lines(*reversed(texts)), title=None).kinds == [None, "other"]
