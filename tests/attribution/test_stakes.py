"""Which sources are parties to what they say."""

import pytest

from reportedly.attribution import find_claims


@pytest.mark.parametrize(
    ("text", "interested"),
    [
        ("The brewery denied that its beer was watered.", True),
        ("The navy said it had sunk two boats.", True),
        ("The premier, Ruta Kalnina, said she had not signed the lease.", True),
        ("The guild insisted that its members were paid.", True),
        ("The singer denied that she had left the stage.", True),
        ("The navy said two boats had sunk.", False),
        ("Residents said they heard two shots.", False),
        ("A baker said the mill had closed.", False),
        ("The navy was reportedly sunk by its own mines.", False),
    ],
)
def test_source_that_speaks_of_itself(text, interested, read, lexicon):
    annotated, actors = read(text)
    claims = find_claims(annotated, actors=actors, lexicon=lexicon)
    assert claims[0].sources[-1].interested is interested
