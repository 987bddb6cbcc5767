import pytest

from reportedly.reading.reasons import furniture_reasons
from reportedly.records import Furniture


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        ("share bar", "Share this story on Facebook", "phrase"),
        ("article number", "PORTLINE18062024000771042055ID1103374190", "shape"),
        ("clock", "7 June 2024", "shape"),
        ("credit", "LIMA, Nov 3 (AFP) -", "shape"),
        ("byline", "By Ana Sitoe", "shape"),
        ("related links", "Lagoon cruise from nine dollars", "position"),
    ],
)
def test_furniture_reasons_tell_what_decided(kind, text, reason):
    assert [each.kind for each in furniture_reasons([Furniture(kind=kind, text=text)])] == [reason]


def test_furniture_reasons_name_the_heading_of_a_list():
    heading = Furniture(kind="related links", text="Related Stories")
    links = [
        Furniture(kind="related links", text="Lagoon cruise from nine dollars"),
        Furniture(kind="other", text="Nine"),
    ]
    found = [each.kind for each in furniture_reasons([heading, *links])]
    assert found == ["phrase", "heading", "position"]
