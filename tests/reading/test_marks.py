import pytest

from reportedly.reading.marks import read_mark, split_mark


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("(END) EFE jlp/mcd", ("EFE",)),
        ("//Petra// AJ", ("Petra",)),
        ("===L.Y.", ()),
        ("AS/fss/rm", ()),
        ("---Ends/AH", ()),
        ("-0- PANA AS/RM 3May2025", ("PANA",)),
        ("CMC/kb/2025", ("CMC",)),
        ("M.N", ()),
    ],
)
def test_read_mark_tells_a_mark_by_its_grammar(text, agencies):
    assert read_mark(text) == agencies


@pytest.mark.parametrize(
    "text", ["", "He did.", "Frelimo: 44 seats", "60 km/h", "It is old", "Rain. — Nine men fled", "24/7"]
)
def test_read_mark_leaves_text_alone(text):
    assert read_mark(text) is None


def test_read_mark_knows_the_agencies_of_the_article():
    assert read_mark("KWP ana") is None
    assert read_mark("KWP ana", known=["KWP"]) == ("KWP",)


@pytest.mark.parametrize(
    ("paragraph", "mark"),
    [
        ("The road is shut. (END) rm/ab", "(END) rm/ab"),
        ("The road is shut.===L.Y.", "===L.Y."),
        ("The road is shut.", None),
        ("He flew to the U.S. on Monday.", None),
    ],
)
def test_split_mark_finds_what_stands_behind_the_last_sentence(paragraph, mark):
    found = split_mark(paragraph)
    assert (paragraph[found[0] :] if found else None) == mark
