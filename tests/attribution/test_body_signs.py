"""An unknown name is told to be a body's, and the end of a body's name belongs to it."""

import pytest

from reportedly.attribution import find_claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Accra's Harbour Keepers said that the cranes had stopped.", "Harbour Keepers: organisation"),
        ("The poll, by Nordmark Meinung, found that wages mattered most.", "poll: document"),
        ("Accusing its rival of theft, Tressel Pumps said that the drawings were gone.", "Tressel Pumps: organisation"),
        ("Vellmar said its ships were safe.", "Vellmar: organisation"),
        ("The Baltic Centre for Maritime Law said that the strait was open.",
         "Baltic Centre for Maritime Law: organisation"),
        ("The Gulf Committee for Press Freedom said that nine editors were held.",
         "Gulf Committee for Press Freedom: organisation"),
        # A given name or a calling is a person's.
        ("Anna Petrova said her ships were safe.", "Anna Petrova: person"),
        ("Chief Economist Bola Sow said that the bank was sound.", "Bola Sow: expert"),
        ("Head Nurse Maria Okwara said that the ward was full.", "Maria Okwara: expert"),
    ],
)  # fmt: skip
def test_unknown_names(text, expected, read, lexicon, combiner):
    annotated, actors = read(text)
    claims = find_claims(annotated, actors=actors, lexicon=lexicon, combiner=combiner)
    last = claims[-1].sources[-1]
    assert f"{last.name}: {last.kind}" == expected


def test_who_made_a_survey_is_a_body(read, lexicon, combiner):
    annotated, actors = read("The survey, by Umbra Datos, found that wages mattered most.")
    claims = find_claims(annotated, actors=actors, lexicon=lexicon, combiner=combiner)
    assert [(s.name, s.kind) for s in claims[0].sources] == [("Umbra Datos", "organisation"), ("survey", "document")]
