"""Whom "they" and "them" mean where nobody has a name."""

import pytest

TAKEN = [
    # those named before in the sentence, not whoever acts
    ("Troops surrounded the miners of the pit and detained six of them.", "COERCE", ["miners of the pit"]),
    ("Guards stormed the depot where drivers slept and arrested 14 of them.", "COERCE", ["drivers"]),
    # whoever the sentence before is about
    ("Herders from the hills blocked a road in Chad. Soldiers arrested four of them.", "COERCE", ["Herders"]),
    # those to whom something is offered
    ("Striking nurses left the hall after the health ministry offered them talks.", "AGREE", ["Striking nurses"]),
    # somebody with a name stays who they are
    ("Rebels attacked the Kenyan army. Police arrested Omar Sy.", "COERCE", ["Omar Sy"]),
]


@pytest.mark.parametrize(("text", "kind", "names"), TAKEN)
def test_them_are_the_nearest_people_told_of(coder, text, kind, names):
    event = next(e for e in coder.code(text).events if e.type == kind)
    assert [a.name for a in event.recipients] == names


def test_the_words_of_a_part_stay_what_is_written(coder):
    event = next(e for e in coder.code("Police chased pupils in Lagos and arrested 14 of them.").events)
    assert [(a.name, a.text, a.sectors) for a in event.recipients] == [("pupils", "14 of them", ("EDU",))]


def test_they_without_anybody_are_nobody(coder):
    assert not any(e.recipients for e in coder.code("It rained. Police in Kano arrested six of them.").events)
