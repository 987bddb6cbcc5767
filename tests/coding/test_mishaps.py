"""What nature, traffic and machines do is no attack; what somebody does with them is."""

import pytest

CASES = [
    ("A Togolese army bus overturned near Kara, killing nine recruits.", []),
    ("Lightning hit a barracks in Lusaka, wounding three Zambian soldiers.", []),
    ("A Beninese policeman was wounded when a wall fell on his hut.", []),
    ("A train hit a Thai army lorry, killing two soldiers, state radio said.", []),
    ("Before dawn an Iranian fighter struck a mountain near Yazd.", []),
    ("A Laotian depot blew up in the heat, the army said, wounding four soldiers.", []),
    ("A Gambian army lorry slid into a river at Banjul, drowning two recruits.", []),
    ("A Sri Lankan helicopter clipped a cable near Kandy, killing its crew of four.", []),
    ("The fire that killed nine Thai sailors in Phuket began in a galley.", []),
    # somebody did it
    ("Israeli fire killed nine Lebanese shepherds near Tyre on Monday.", ["ASSAULT"]),
    ("A Togolese army bus swerved when rebels opened fire near Kara, killing nine recruits.", ["ASSAULT"]),
    ("A train was blown up near Gao, killing four Malian soldiers.", ["ASSAULT"]),
    ("Turkish jets struck mountains near Erbil, killing six Kurdish rebels.", ["ASSAULT"]),
    ("Gunmen stormed a bank in Lusaka, wounding three Zambian soldiers.", ["ASSAULT"]),
    ("A driver crashed his van into Belgian policemen in Ghent, killing two officers.", ["ASSAULT"]),
]


@pytest.mark.parametrize(("text", "kinds"), CASES)
def test_only_what_somebody_does_is_an_attack(coder, text, kinds):
    assert sorted({event.type for event in coder.code(text).events}) == kinds
