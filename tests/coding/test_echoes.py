import pytest

ECHOES = [
    # a definite noun
    ("Rebels attacked a Malian convoy near Gao. Villagers said the violence lasted an hour.", ["attacked", "violence"]),
    # a verb of force that names nobody
    ("Gunmen ambushed a Kenyan patrol in Lamu. They fired from both sides of the road.", ["ambushed", "fired"]),
    # the echo comes first in its sentence
    ("Six policemen died when rebels attacked a Malian convoy near Gao.", ["attacked", "died"]),
]


@pytest.mark.parametrize(("text", "words"), ECHOES)
def test_what_is_told_again_becomes_a_mention(coder, text, words):
    (event,) = coder.code(text).events
    told = [text[slice(*m.trigger)] for m in event.mentions]
    assert all(any(word in mention for mention in told) for word in words)


def test_an_echo_in_a_claim_names_who_vouches(coder):
    text = "Gunmen attacked a Malian convoy near Gao. The mayor of Gao said six soldiers died."
    (event,) = coder.code(text).events
    assert {mention.claim is None for mention in event.mentions} == {True, False}


SILENT = [
    "The violence of the storm surprised the fishermen of Bergen.",
    "Six of the climbers died on the way down to Skardu.",
    "Somebody used a knife.",
]


@pytest.mark.parametrize("text", SILENT)
def test_an_echo_of_nothing_tells_nothing(coder, text):
    assert coder.code(text).events == ()


def test_an_echo_of_another_time_is_left_out(coder):
    text = "Rebels attacked a Malian convoy near Gao. The army feared that it would be attacked again."
    (event,) = coder.code(text).events
    assert len(event.mentions) == 1


def test_what_they_may_do_again_is_another_event(coder):
    text = "Rebels attacked a Malian convoy near Gao. The army feared that they would attack again."
    first, second = coder.code(text).events
    assert [a.name for a in second.actors] == [a.name for a in first.actors] == ["Rebels"]
    assert second.modality != first.modality
