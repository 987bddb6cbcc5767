"""What a law says and what is done by habit is no event; a new law and a deed under a law are."""

import pytest

CASES = [
    ("The Chilean penal code punishes the burning of flags and bans masks.", []),
    ("Section 9 of the Zambian act lets police detain a suspect for a day.", []),
    ("Under the constitution, the Peruvian president may dissolve congress.", []),
    ("Any signatory may expel an envoy of Chad without giving reasons.", []),
    ("Turkish courts can convict a minister without a hearing.", []),
    ("Kenyan presidents can dissolve the assembly once a term.", []),
    ("The Omani and Kuwaiti ministers meet every spring in Salalah.", []),
    ("The prison in Lusaka has nine men convicted of piracy.", []),
    # somebody did it
    ("Zambian police detained an editor under the cyber law on Friday.", ["COERCE"]),
    ("Chile's new law bans the burning of flags.", ["COERCE"]),
    ("The Omani and Kuwaiti ministers met on Tuesday in Salalah.", ["CONSULT"]),
    ("Protesters in Lima march against the Peruvian president every Friday.", ["PROTEST"]),
    ("Zambia banned protests under the old law on Monday, its government said.", ["COERCE"]),
]


@pytest.mark.parametrize(("text", "kinds"), CASES)
def test_only_what_somebody_does_is_an_event(coder, text, kinds):
    assert sorted({event.type for event in coder.code(text).events}) == kinds
