import pytest

from reportedly.reading.names import signed_name
from reportedly.reading.tail import leftover_kind


@pytest.mark.parametrize(
    ("above", "line", "below", "kind"),
    [
        ("It is over.", "Lagoon cruise from nine dollars", "", "related links"),
        ("It is over.", "Search", "", "navigation"),
        ("It is over.", "2. Shade at noon", "", None),
        ("It is over.", "Frelimo: 44 seats", "Renamo: 21 seats", None),
        ("It is over.", "Frelimo: 44 seats", "", "navigation"),
        ("It is over.", "Amen.", "", None),
        ("It is over.", "Two wards stay shut. More soon", "", None),
        ("It is over.", "“We will rebuild,” she said", "", None),
    ],
)
def test_leftover_kind(above, line, below, kind):
    assert leftover_kind(above, line, below) == kind


@pytest.mark.parametrize(
    ("above", "line", "below", "name"),
    [
        ("It is over.", "– Ana Sitoe", "", "Ana Sitoe"),
        ("“It is over.”", "– Ana Sitoe", "", None),
        ("It is over.", "– Judge Ana Sitoe", "", None),
        ("It is over.", "– Ana Sitoe", "– Rui Macamo", None),
        ("It is over.", "Ana Sitoe", "", None),
        ("It is over.", "– nine men", "", None),
    ],
)
def test_signed_name_tells_a_writer_from_a_speaker(above, line, below, name):
    assert signed_name(above, line, below) == name
