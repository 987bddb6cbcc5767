import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.repair import repair, repair_line


@pytest.mark.parametrize(
    ("line", "repaired"),
    [
        ("She called it an“open wound”and left.", "She called it an “open wound” and left."),
        ("He said the plan was“finished.”", "He said the plan was “finished.”"),
        (
            "Boats alone will not do, she said.“A boat is a jetty,” he said.",
            "Boats alone will not do, she said. “A boat is a jetty,” he said.",
        ),
        ("“Go home,”he said.", "“Go home,” he said."),
        ('They spoke of an"imminent attack"and left.', 'They spoke of an "imminent attack" and left.'),
        ("(“Not us”) was the reply.", "(“Not us”) was the reply."),
        ("„Nie“, sagte er.", "„Nie“, sagte er."),
        ('A 12" gun and a 5" gun', 'A 12" gun and a 5" gun'),
        ('The 6" pipe and one mark', 'The 6" pipe and one mark'),
        ("Troops left the town.Villagers came back.", "Troops left the town. Villagers came back."),
        ("The U.S.Army left.", "The U.S.Army left."),
        ("Visit News.Com today", "Visit News.Com today"),
        ("Oil , gas and coal", "Oil, gas and coal"),
        ("two  spaces\tand a tab", "two spaces and a tab"),
    ],
)
def test_repair_line_sets_marks_apart(line, repaired):
    assert repair_line(line.replace("\t", " ")) == repaired


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("The mayorâ€™s house", "The mayor’s house"),
        ("peace\u00adkeepers and\u200b others", "peacekeepers and others"),
        ("\u202bleft\u202c to right\u200f", "left to right"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("Malmo\u0308", "Malmö"),
        ("five\u00a0million", "five million"),
        ("می\u200cروم", "می\u200cروم"),
        ("‘single’ and “double” stay", "‘single’ and “double” stay"),
        ("a\x00b\x07c", "abc"),
    ],
)
def test_repair_mends_unicode_and_keeps_typography(text, repaired):
    assert repair(text) == repaired


# Control characters that hide mojibake can uncover new mojibake when they go: one repair is all that is promised then.
@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), max_size=300))
def test_repair_is_stable(text):
    once = repair(text)
    assert repair(once) == once
