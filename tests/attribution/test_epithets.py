"""Whom a definite noun takes up of whom nothing else was told, and who "the pair" and "both" are."""

import pytest

from reportedly.attribution import find_claims


def sources(text, read, lexicon, combiner):
    """Return the last hop of every claim, in reading order."""
    annotated, actors = read(text)
    claims = find_claims(annotated, actors=actors, lexicon=lexicon, combiner=combiner)
    return [f"{c.sources[-1].name}: {c.sources[-1].kind}{'*' if c.sources[-1].anonymous else ''}" for c in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The reef is dead,” said Maria Okwara. The botanist said that the water was too warm.",
         ["Maria Okwara: expert", "Maria Okwara: expert"]),
        ("Peter Lomax spent two winters on the ice. The glaciologist, who lives in Bergen, said that it was thin.",
         ["Peter Lomax: expert"]),
        ("Anna Petrova was held for six weeks. She came home in May. The detainee said that she had been beaten.",
         ["Anna Petrova: person"]),
        ("Tessaly Brewing closed two plants in June. The brewery said that barley was dear.",
         ["Tessaly Brewing: organisation"]),
        ("“We will sell it,” John Farrow told staff. The chief executive of Tallow Marine added that prices fell.",
         ["John Farrow: organisation", "John Farrow: organisation"]),
        # Taken up twice, and by "he" behind it.
        ("Carlos Mendes sat for nine days in a cell. The welder said that he was innocent. The inmate said that it was "
         "cold.",
         ["Carlos Mendes: person", "Carlos Mendes: person"]),
        # By nation or party.
        ("Marta Silva won her heat in Doha. “I ran my own race,” the Brazilian said.", ["Marta Silva: person"]),
        ("Senator Paul Graves voted against the bill. “It was rushed,” the Republican told reporters.",
         ["Paul Graves: official"]),
        # Of mayors there is one, whoever was named before.
        ("Anna Petrova stood in the crowd. The mayor said that the bridge was safe.", ["mayor: official"]),
        # Two could be meant; another calling was told; who is told apart by whose he is.
        ("Anna Petrova met Maria Okwara in May. The botanist said that the reef was dead.", ["botanist: expert"]),
        ("The actor Peter Lomax came late. The botanist said that the reef was dead.", ["botanist: expert"]),
        ("Anna Petrova left the hall. The driver of the bus said that it was full.", ["driver: person"]),
    ],
)  # fmt: skip
def test_definite_noun_takes_up_a_name(text, expected, read, lexicon, combiner):
    assert sources(text, read, lexicon, combiner) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Mara Vance, a former senator, flew home. Vance said that she was tired.", "Mara Vance: official"),
        ("The former envoy Karim Sy, a veteran of three wars, came home. Sy said that he was tired.",
         "Karim Sy: person"),
        ("“There is no money,” said Paul Graves. Asked about ships, the former envoy said that he knew of none.",
         "Paul Graves: person"),
    ],
)  # fmt: skip
def test_who_has_left_every_office_speaks_for_himself(text, expected, read, lexicon, combiner):
    assert sources(text, read, lexicon, combiner)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two former envoys said that the treaty was dead. The pair said that nobody had read it.",
         ["Two former envoys: person*", "Two former envoys: person*"]),
        ("Three drivers were held in Gao. “We saw no soldiers,” all three said.", ["Three drivers: person*"]),
    ],
)  # fmt: skip
def test_several_are_taken_up_together(text, expected, read, lexicon, combiner):
    assert sources(text, read, lexicon, combiner) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour bank said that it had closed nine branches. The statement went on to blame the strike.",
         "harbour bank: organisation"),
        ("Mali's defence ministry said that nine men had died. The communique accused rebels of laying mines.",
         "Mali's defence ministry: official"),
        ("Magistrate Ndeye Wamba sat alone. “You will repay them all,” she told the brothers.",
         "Ndeye Wamba: official"),
        ("Inspector Tsholo Madiba came late. “The gate was open,” he told the widow.",
         "Tsholo Madiba: official"),
        ("The Diocese of Awka mourns a priest, it said on Sunday.", "Diocese of Awka: organisation"),
        ("The Chamber of Commerce of Lima has lost its roof, it said on Monday.",
         "Chamber of Commerce of Lima: organisation"),
    ],
)  # fmt: skip
def test_papers_and_pronouns_find_who_speaks(text, expected, read, lexicon, combiner):
    assert sources(text, read, lexicon, combiner)[-1] == expected
