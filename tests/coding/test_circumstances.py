"""What an event is about: not who is a party to it, nor what force is used with."""

import pytest

CASES = [
    ("Police in Sfax fired tear gas at Tunisian students on Sunday.", []),
    ("Malian rebels shelled a barracks in Gao with mortars on Monday.", []),
    ("Malian rebels burned three army trucks in Gao on Monday.", [("army trucks", 3)]),
    ("The Kenyan police arrested nine Somali traders in Nairobi on Monday.", []),
    ("France sent Chad six armoured vehicles on Monday.", [("armoured vehicles", 6)]),
    ("North Korea fired two ballistic missiles into the sea on Monday.", [("ballistic missiles", 2)]),
]


@pytest.mark.parametrize(("text", "things"), CASES)
def test_things_are_what_an_event_is_about(coder, text, things):
    found = [(item.text, item.count) for event in coder.code(text).events for item in event.items]
    assert found == things
