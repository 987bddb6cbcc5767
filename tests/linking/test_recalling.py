import pytest

from reportedly.linking.recalling import recalled_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The crew came home on Sunday, five days after the trawler was boarded.", ["2026-02-03"]),
        ("A week earlier the mill had burned; two days after that it rained.", ["2026-02-01", "2026-02-06"]),
        ("The bridge has been shut for three days.", []),
        ("Forty days after the vote nobody had counted it.", []),
    ],
)
def test_a_text_looks_back_by_so_many_days(text, days):
    assert list(recalled_days(text, days=("2026-02-08", "2026-02-02"))) == days


def test_a_text_without_a_day_recalls_none():
    assert list(recalled_days("Two days earlier the mill had burned.", days=())) == []
