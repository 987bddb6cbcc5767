import pytest

from reportedly.reading.lines import is_headline_shaped, is_prose, same_words, split_lines


def test_split_lines_joins_a_paragraph_wrapped_by_hand():
    text = (
        "Dockers in Beira walked out on Monday after the port authority cut the pay for\n"
        "night work by a third, the union said. It called the cut a breach of the accord\n"
        "signed in May.\n\nThe authority declined to comment."
    )
    lines = split_lines(text)
    assert [line.text for line in lines] == [
        "Dockers in Beira walked out on Monday after the port authority cut the pay for night work by a third, the "
        "union said. It called the cut a breach of the accord signed in May.",
        "The authority declined to comment.",
    ]
    assert [line.block for line in lines] == [0, 1]


def test_split_lines_keeps_single_lines_apart():
    text = (
        "Maputo Port Adds Night Shift To Clear A Coal Backlog\nCashew Growers Count The Cost Of Late Rains In Nampula"
    )
    assert len(split_lines(text)) == 2


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("Two ministers resigned in Suva on Monday.", True),
        ("“We will not leave the valley,” she said.”", True),
        ("Ministers resign in Suva", False),
        ("Menu.", False),
    ],
)
def test_is_prose_wants_a_sentence(line, prose):
    assert is_prose(line) is prose


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Who shot at the ferry near Mwanza?", True),
        ("Two held after protest in U.S.", True),
        ("Two men were held after a protest in Suva.", False),
    ],
)
def test_is_headline_shaped_wants_no_full_stop(line, headline):
    assert is_headline_shaped(line) is headline


@pytest.mark.parametrize(
    ("other", "same"), [("who’s shot AT the ferry?", True), ("Who's shot at the ferries", False), ("", False)]
)
def test_same_words_ignores_case_and_marks(other, same):
    assert same_words("Who's Shot At The “Ferry”", other) is same


def test_split_lines_joins_what_breaks_off_beside_other_lines():
    text = (
        "Dockers in Beira walked out on Monday after the port authority cut the\n"
        "pay for night work by a third, the union said.\nThe authority declined to comment.\nAFP"
    )
    assert [line.text for line in split_lines(text)] == [
        "Dockers in Beira walked out on Monday after the port authority cut the pay for night work by a third, the "
        "union said.",
        "The authority declined to comment.",
        "AFP",
    ]
