import pytest

NOBODY_NAMED = [
    # a weapon does it, and somebody vouches for it
    ("A drone struck a fuel depot near Odesa on Friday, the port's director said.", "struck"),
    ("Two mortar shells landed near a school in Donetsk on Sunday, a teacher said.", "landed"),
    # the text itself says where and when
    ("A drone struck a fuel depot near Odesa on Friday.", "struck"),
    # the text tells it twice
    ("A rocket hit a warehouse in Sirte on Monday. The attack lasted a minute.", "hit"),
]


@pytest.mark.parametrize(("text", "trigger"), NOBODY_NAMED)
def test_a_deed_of_which_nobody_known_is_named(coder, text, trigger):
    events = coder.code(text).events
    assert [e.type for e in events] == ["ASSAULT"]
    assert text[slice(*events[0].trigger)] == trigger


NOTHING = [
    # told once, in nobody's name, and nobody knows where
    "A drone struck a fuel depot on Friday.",
    # a private matter
    "A toy rocket hit a window on Friday, a neighbour said.",
    # neither where nor when
    "A missile hit a warehouse, the article of the encyclopaedia said.",
    # it only may be
    "A doctor in Bergen said that the town would flood if a missile hit the dam.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_deed_that_stands_on_too_little(coder, text):
    assert coder.code(text).events == ()


PEOPLE = [
    ("Guatemalan soldiers killed nine geologists near Coban.", "nine geologists"),
    ("Turkish police arrested two members of a choir in Izmir.", "two members of a choir"),
]


@pytest.mark.parametrize(("text", "whom"), PEOPLE)
def test_people_without_an_office_are_acted_upon(coder, text, whom):
    (event,) = coder.code(text).events
    assert [actor.text for actor in event.recipients] == [whom]
