"""Word groups found in one pass."""

import pytest

from reportedly.language.phrasebook import Found, Phrasebook

BOOK = Phrasebook([(["north", "korea"], 1), (["korea"], 2), (["korea"], 3), (["sea", "of", "japan"], 4)])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("north korea", [Found(0, 2, (1,))]),
        ("korea north korea", [Found(0, 1, (2, 3)), Found(1, 3, (1,))]),
        ("sea of korea", [Found(2, 3, (2, 3))]),
        ("the sea of japan", [Found(1, 4, (4,))]),
        ("north", []),
        ("", []),
    ],
)
def test_longest_group_wins_at_each_place(words: str, found: list[Found[int]]) -> None:
    assert list(BOOK.find([(word,) for word in words.split()])) == found


def test_any_form_of_a_token_may_match() -> None:
    assert list(BOOK.find([("Koreas", "korea")])) == [Found(0, 1, (2, 3))]
