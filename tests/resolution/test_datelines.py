"""Where a report was sent from."""

import pytest

from reportedly.resolution.datelines import dateline_country
from reportedly.resolution.gazetteer import Gazetteer

GAZETTEER = Gazetteer.load()


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("KYIV", "UKR"),
        ("PESHAWAR, Pakistan", "PAK"),
        ("Georgetown, Guyana", "GUY"),
        ("CAIRO/KHARTOUM", "EGY"),
        ("Geneva and Bamako", "CHE"),
        ("SACRAMENTO, Calif.", "USA"),
        ("TRIPOLI, Lebanon", "LBN"),
        ("ABOARD THE ICEBREAKER", None),
    ],
)
def test_the_country_of_a_dateline(place: str, country: str | None) -> None:
    assert dateline_country(place, gazetteer=GAZETTEER) == country
