import pytest

ACTORS = [
    # whoever says it of themselves, though nobody has a name
    ("Rebels said they would blockade the port of Lagos from Monday.", ["Rebels"]),
    # two who say it
    ("Kenya and Uganda said they had arrested the smugglers.", ["Kenya", "Uganda"]),
    # a band before an act takes the act's nationality
    ("A Malian army raid on a Tuareg camp was condemned.", ["army"]),
]


@pytest.mark.parametrize(("text", "actors"), ACTORS)
def test_who_acts(coder, text, actors):
    events = coder.code(text).events
    assert actors in [[a.text for a in event.actors] for event in events]


def test_a_band_before_an_act_has_its_nationality(coder):
    event = coder.code("A Malian army raid on a Tuareg camp in Niger began.").events[0]
    assert [a.country for a in event.actors] == ["MLI"]


ABROAD = [
    # a country as such on the other side: the president is of another
    ("The president threatened action against Chad.", {None}),
    # somebody of that country on the other side: he may well be at home
    ("The president threatened Chadian miners.", {"TCD"}),
]


@pytest.mark.parametrize(("text", "countries"), ABROAD)
def test_who_deals_with_a_country_is_not_of_it(coder, text, countries):
    event = coder.code(text).events[0]
    assert {a.country for a in event.actors} == countries
