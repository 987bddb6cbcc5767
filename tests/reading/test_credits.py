import pytest

from reportedly.reading.credits import read_credit_line, read_lead


@pytest.mark.parametrize(
    "lead",
    [
        "Two ministers resigned in Suva on Monday.",
        "NATO-led troops left the bridge on Monday.",
        "Zambia’s president – a former teacher – closed the school.",
        "PARIS is a small town in Texas.",
        "U.S. forces struck a convoy on Sunday.",
        "(The mayor) would not speak.",
        "[He] told the court that he was lost.",
    ],
)
def test_read_lead_leaves_prose_alone(lead):
    assert read_lead(lead).rest == lead


def test_read_lead_takes_several_openings_off():
    lead = read_lead("(PORTLINE - Dar Gazette) DODOMA, May 4 (Savanna Press) — Tanzania closed two ports.")
    assert lead.rest == "Tanzania closed two ports."
    assert (lead.credit.publisher, lead.credit.agencies) == ("PORTLINE", ("Dar Gazette", "Savanna Press"))
    assert (lead.credit.place, lead.credit.date) == ("DODOMA", "May 4")


def test_read_lead_tells_an_agency_that_stands_in_the_place_of_a_town():
    assert read_lead("AFP — Two ministers resigned.").credit.agencies == ("AFP",)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, the water had reached the second floor.",
        "Source of the river: a spring above the village.",
        "The report was published by an institute in Bern on Friday.",
        "Reporting the theft, she said, had cost her the job.",
        "With files in hand, the lawyers left the court.",
    ],
)
def test_read_credit_line_leaves_prose_alone(line):
    assert read_credit_line(line) is None
