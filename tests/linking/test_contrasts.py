"""What a sentence says that it was not, and when something known is said to have been."""

import pytest

from reportedly.linking.contrasts import Contrast, find_contrasts, stated_days


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The barge sank on Tuesday, not on Wednesday.", [("date", "Wednesday")]),
        ("It was Tuesday and not Wednesday, she said.", [("date", "Wednesday")]),
        ("They met off Balut, not in Bitung.", [("place", "Bitung")]),
        ("The shells fell not on the highway but in an orchard.", [("place", "the highway")]),
        ("There were four of them, not six.", [("figure", "six")]),
        ("There were 1,400 of them, not 2,000.", [("figure", "2,000")]),
        ("It was at Brass on Sunday, not at Nembe and not on Monday.", [("place", "Nembe"), ("date", "Monday")]),
        ("The army did not fire.", []),
        ("He was not in a good mood.", []),
        ("She did not name the harbour.", []),
        ("“Not one lorry came,” he said.", []),
    ],
)
def test_what_was_not_is_found(text, found):
    assert [(one.kind, one.words) for one in find_contrasts(text)] == found


@pytest.mark.parametrize(
    ("contrast", "text", "said"),
    [
        (Contrast("date", "Monday"), "The ferry was taken on Monday.", True),
        (Contrast("date", "Monday"), "The ferry was taken on Sunday, not on Monday.", False),
        (Contrast("place", "Nembe"), "Soldiers stood around the camp at Nembe.", True),
        (Contrast("place", "Nembe"), "Nembeside slept.", False),
        (Contrast("figure", "six", 6.0), "Six men came in a boat.", True),
        (Contrast("figure", "six", 6.0), "Five men came in a boat.", False),
    ],
)
def test_what_is_denied_is_looked_for_in_others_words(contrast, text, said):
    assert contrast.is_said_in(text) is said


@pytest.mark.parametrize(
    ("text", "days", "is_statement"),
    [
        ("that the collision took place on Friday evening", {"Friday"}, True),
        ("It happened on Sunday.", {"Sunday"}, True),
        ("Gunmen took a bus on Friday.", {"Friday"}, False),
        ("The mayor happened to be there.", set(), False),
    ],
)
def test_days_are_stated(text, days, is_statement):
    found = stated_days(text)
    assert (found.names, found.is_statement) == (frozenset(days), is_statement)
