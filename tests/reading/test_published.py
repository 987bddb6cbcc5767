import pytest

from reportedly.reading.published import candidate, choose_date, from_line, resolve_dateline
from reportedly.records import Precision


def test_choose_date_takes_the_highest_score_and_notes_the_conflict():
    clock = candidate("2024-01-05T10:00:00+00:00", kind="page clock")
    number = candidate("2025-06-18", kind="article number")
    published = choose_date([clock, number])
    assert (published.value, published.precision, published.conflict) == ("2025-06-18", Precision.DAY, True)
    assert published.candidates == (number, clock)


@pytest.mark.parametrize(("other", "conflict"), [("2025-06-19", False), ("2025-06-20", True), ("2025-06-16", True)])
def test_choose_date_tolerates_one_day(other, conflict):
    candidates = [candidate("2025-06-18", kind="meta"), candidate(other, kind="address")]
    assert choose_date(candidates).conflict is conflict


def test_choose_date_sees_no_conflict_in_an_update():
    candidates = [candidate("2025-06-18", kind="meta"), candidate("2025-08-01", kind="update line")]
    assert not choose_date(candidates).conflict


def test_choose_date_knows_nothing_without_candidates():
    assert choose_date([]).value is None


@pytest.mark.parametrize(("above", "kind"), [(True, "page clock"), (False, "published line")])
def test_from_line_trusts_a_line_above_the_headline_less(above, kind):
    assert from_line("Friday, 7 June 2024 12:17 GMT", above_title=above).evidence.startswith(kind)


@pytest.mark.parametrize(
    "line",
    [
        "The treaty of 4 March 2025 ended the war between the two valleys.",
        "On 4 March 2025 the bridge fell",
        "4 March 2025 was the day on which the bridge fell, and nobody has rebuilt it since then.",
    ],
)
def test_from_line_leaves_sentences_alone(line):
    assert from_line(line, above_title=False) is None


@pytest.mark.parametrize(
    ("words", "dates", "day"),
    [
        ("Nov 1", ["2025-11-02"], "2025-11-01"),
        ("3 March 2025", [], "2025-03-03"),
        ("Nov 1", [], None),
        (None, ["2025-11-02"], None),
    ],
)
def test_resolve_dateline_finds_the_year_or_none(words, dates, day):
    candidates = [candidate(value, kind="meta") for value in dates]
    assert resolve_dateline("QUITO", words, candidates).date == day
