import pytest

TOLD_AGAIN = [
    # the noun is the verb's subject
    ("A police raid on a mosque in Gao killed three men.", ["raid", "killed"]),
    # "the attack" points back
    (
        "Rebels attacked an army convoy in Gao. The army said nine soldiers were killed in the attack.",
        ["attacked an army convoy", "killed"],
    ),
    # as a subject, too
    (
        "Israeli jets struck a depot near Homs. Syria said the strikes killed eight civilians.",
        ["struck a depot", "killed"],
    ),
    # what comes of it behind a comma
    ("A car bomb exploded near a police post in Quetta, killing five officers.", ["exploded", "killing"]),
    (
        "Rebels attacked a barracks in Gao with rockets launched from a lorry, killing two soldiers.",
        ["attacked a barracks", "killing", "launched"],
    ),
    # a judgement behind a comma
    ("Gunmen killed nine monks in Goma, the worst attack on clerics there in years.", ["killed", "attack"]),
    # so does "the shelling", in a claim of responsibility
    (
        "Gunmen ambushed a Malian convoy at dawn. The rebels claimed responsibility for the ambush.",
        ["ambushed a Malian convoy", "claimed responsibility"],
    ),
    # how they came to harm
    ("Nine soldiers were killed on Monday when gunmen stormed a barracks in Gao.", ["killed", "stormed a barracks"]),
    ("When rebels shelled a police post near Goma, six constables were wounded.", ["shelled", "wounded"]),
    # two figures of one round-up
    (
        "Police arrested 43 people at the march. A lawyer said at least 70 people had been detained.",
        ["arrested", "detained"],
    ),
]


@pytest.mark.parametrize(("text", "triggers"), TOLD_AGAIN)
def test_one_act_is_one_event(coder, text, triggers):
    events = coder.code(text).events
    assert len(events) == 1
    assert sorted(text[slice(*m.trigger)] for m in events[0].mentions) == sorted(triggers)


TWO_ACTS = [
    # another attack
    "Rebels attacked a convoy in Gao on 3 May 2025. An attack on a market in Kidal on 7 May 2025 killed nine men.",
    # other places
    "Police arrested nine people in Minsk. In Gomel, 40 people were arrested on the same day.",
    # those who fell were the ones who attacked
    "Nine rebels were killed when they attacked a barracks in Gao.",
    # both name who did it
    "Police arrested nine people. Soldiers arrested 40 people.",
]


@pytest.mark.parametrize("text", TWO_ACTS)
def test_two_acts_stay_apart(coder, text):
    kinds = [e.type for e in coder.code(text).events]
    assert len(kinds) >= 2


def test_who_fired_is_not_who_was_hit(coder):
    text = "Police opened fire on demonstrators in Lome. The minister said that 24 police officers had been injured."
    assert all("24" not in actor.name for event in coder.code(text).events for actor in event.recipients)


def test_an_echo_beside_its_verb_is_no_mention_of_its_own(coder):
    text = "Rebels attacked an army convoy in Gao. The army said nine soldiers were killed in the fighting."
    assert all(text[slice(*m.trigger)] != "fighting" for e in coder.code(text).events for m in e.mentions)


def test_an_echo_does_not_join_two_acts(coder):
    text = (
        "A court in Riga found a Latvian broker guilty on Monday of a breach of the sanctions. "
        "Norway imposed sanctions on two Syrian traders on Friday."
    )
    assert len([e for e in coder.code(text).events if e.type == "SANCTION"]) == 2


@pytest.mark.parametrize("goods", ["46 lathes", "two cranes"])
def test_what_somebody_is_guilty_of_is_no_event(coder, goods):
    text = f"A court in Riga found a Latvian broker guilty of sending {goods} to Russia."
    assert [e.type for e in coder.code(text).events] == ["SANCTION"]
