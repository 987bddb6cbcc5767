import pytest

CASES = [
    # the event's place
    ("Police arrested nine activists in Minsk on Friday.", "arrested", {"BLR"}, {"BLR"}),
    # the only country in play
    ("Peru is tense. The government accused the rebels of killing a mayor.", "accused", {"PER"}, {"PER"}),
    # two countries: nobody's home is guessed
    ("Peru and Chile are tense. The government accused the rebels of killing a mayor.", "accused", {None}, {None}),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "recipients"), CASES)
def test_people_get_a_country_only_where_the_text_leaves_one(coder, text, trigger, actors, recipients):
    event = next(e for e in coder.code(text).events if text[slice(*e.trigger)] == trigger)
    assert {a.country for a in event.actors} == actors
    assert {a.country for a in event.recipients} == recipients
