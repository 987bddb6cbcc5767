"""Failures are named one by one, the rest goes through."""

import io
from types import SimpleNamespace

import pytest

from reportedly.cli.show.counts import Tally, print_error
from reportedly.records import Failure
from reportedly.wording.counting import counted


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 events"), (1, "1 event"), (2, "2 events"), (12000, "12,000 events")]
)
def test_counts_agree_with_their_noun(number: int, words: str) -> None:
    assert counted(number, "event") == words


def test_failures_are_named_and_the_others_go_through(build: SimpleNamespace) -> None:
    errors = io.StringIO()
    tally = Tally(errors=errors)
    report = build.a_report()
    results = [report, Failure(input="a\x1b[2J.html", reason="holds\nno article"), report]
    assert list(tally.successes(results)) == [report, report]
    assert errors.getvalue() == "reportedly: a␛[2J.html: holds no article\n"
    assert tally.summary() == "2 articles, 2 events, 2 claims; 1 input failed"


def test_articles_are_counted_without_events(build: SimpleNamespace) -> None:
    tally = Tally(errors=io.StringIO())
    assert list(tally.successes([build.an_article()])) == [build.an_article()]
    assert tally.summary() == "1 article"


def test_an_error_is_one_line() -> None:
    stream = io.StringIO()
    print_error("first\nsecond", stream=stream)
    assert stream.getvalue() == "reportedly: first second\n"
